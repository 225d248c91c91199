import { useEffect, type ReactNode } from 'react';
import { frameText } from '../text/frame.ts';
import styles from './page.module.css';

export interface PageProps {
  readonly title: ReactNode;
  /** Where this page is, above the title: "Keys › Current". */
  readonly trail?: ReactNode;
  /** Facts beside the title, quieter. */
  readonly beside?: ReactNode;
  /** Buttons at the right of the title. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, trail, beside, acts, children }: PageProps) {
  const name = typeof title === 'string' ? title : null;
  useEffect(() => {
    document.title = name === null ? frameText.product : `${name} · ${frameText.product}`;
  }, [name]);
  return (
    <div className={styles['page']}>
      {trail === undefined ? null : <div className={styles['trail']}>{trail}</div>}
      <header className={styles['head']}>
        <h1 className={styles['title']}>{title}</h1>
        {beside === undefined ? null : <div className={styles['beside']}>{beside}</div>}
        {acts === undefined ? null : <div className={styles['acts']}>{acts}</div>}
      </header>
      {children}
    </div>
  );
}
