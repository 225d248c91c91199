import { Button } from '@mantine/core';
import { IconAlertTriangle, IconClock } from '@tabler/icons-react';
import { attentionTexts as texts } from './attention-sentences.ts';
import type { AttentionItem, Fix } from './attention.ts';
import styles from './key-details.module.css';
import { type Said, SaidNote } from './said-note.tsx';

export interface AttentionPanelProps {
  readonly items: readonly AttentionItem[];
  readonly said: Said | null;
  readonly onFix: (fix: Fix, item: AttentionItem) => void;
}

/** What needs a person, on top of the key: the reason in words, and the button that mends it. Nothing when all is well. */
export function AttentionPanel({ items, said, onFix }: AttentionPanelProps) {
  if (items.length === 0) return null;
  const tone = items.some((item) => item.tone === 'bad') ? 'bad' : 'warn';
  return (
    <section className={styles['attention']} data-tone={tone} aria-label={texts.label}>
      {items.map((item) => (
        <div key={item.id} className={styles['attentionItem']}>
          <span className={styles['attentionMark']} data-tone={item.tone}>
            {item.tone === 'bad' ? <IconAlertTriangle size={18} aria-hidden /> : <IconClock size={18} aria-hidden />}
          </span>
          <p className={styles['attentionWords']}>
            <strong>{item.title}</strong> {item.detail} <SaidNote said={said} place={`attention/${item.id}`} />
          </p>
          <span className={styles['attentionFixes']}>
            {item.fixes.map((fix) => (
              <Button key={fix.act} onClick={() => onFix(fix, item)}>
                {fix.act === 'open-door' ? texts.openDoor(fix.doorName) : texts.fixes[fix.act]}
              </Button>
            ))}
          </span>
        </div>
      ))}
    </section>
  );
}
