import { type ReactNode, useEffect } from 'react';
import { frameText } from '../text/frame.ts';
import styles from './page.module.css';

interface PageProps {
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
    document.title = name === null ? frameText.product : frameText.titleOf(name);
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

interface PanelProps {
  readonly title?: ReactNode;
  readonly beside?: ReactNode;
  readonly acts?: ReactNode;
  /** Something in it needs attention. */
  readonly tone?: 'warn' | 'bad';
  readonly children: ReactNode;
}

/** A surface with a title: most of a screen is made of these. */
export function Panel({ title, beside, acts, tone, children }: PanelProps) {
  return (
    <section className={styles['panel']} data-tone={tone}>
      {title === undefined ? null : (
        <div className={styles['panelHead']}>
          <h2 className={styles['panelTitle']}>{title}</h2>
          {beside === undefined ? null : <span className={styles['panelBeside']}>{beside}</span>}
          {acts === undefined ? null : <div className={styles['panelActs']}>{acts}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Names and values, in two columns. */
export function FactList({
  facts,
}: {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode }[];
}) {
  return (
    <dl className={styles['list']}>
      {facts.map(({ name, value }) => (
        <div key={name} className={styles['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
