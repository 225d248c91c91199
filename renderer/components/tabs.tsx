import { type KeyboardEvent, useRef } from 'react';
import { countText } from '../text/language.ts';
import styles from './tabs.module.css';

export interface TabsProps<Id extends string> {
  readonly label: string;
  /** `count`: undefined leaves its place empty until it is known. */
  readonly tabs: readonly { readonly id: Id; readonly name: string; readonly count?: number | undefined }[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
}

/** Tabs with counts. ← → move between them. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);

  function press(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const index = (at + step + tabs.length) % tabs.length;
    const next = tabs[index];
    if (next === undefined) return;
    onChoose(next.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[index]?.focus();
  }

  return (
    <div ref={list} role="tablist" aria-label={label} className={styles['tabs']} onKeyDown={press}>
      {tabs.map(({ id, name, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          className={styles['tab']}
          onClick={() => onChoose(id)}
        >
          {name}
          {count === undefined ? null : <span className={styles['count']}>{countText(count)}</span>}
        </button>
      ))}
    </div>
  );
}
