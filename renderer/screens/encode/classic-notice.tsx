import { Notice } from '../../components/notice.tsx';
import { classicRemark, encodeText as text } from '../../text/encode.ts';
import styles from './encode.module.css';

/** Plainly where a MIFARE Classic lies or is to be written; else a quiet line that opens. */
export function ClassicNotice({ isClassic }: { readonly isClassic: boolean }) {
  if (isClassic) return <Notice tone="info" says={classicRemark} todo={null} />;
  return (
    <details className={styles['aboutClassic']}>
      <summary>{text.aboutClassic}</summary>
      {classicRemark}
    </details>
  );
}
