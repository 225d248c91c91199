import { Loader } from '@mantine/core';
import styles from './waiting.module.css';

/** No spinner without a word beside it: "Loading keys…". */
export function Waiting({ children }: { readonly children: string }) {
  return (
    <div className={styles['waiting']} role="status">
      <Loader size={14} aria-hidden />
      {children}
    </div>
  );
}
