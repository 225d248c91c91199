import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DemoView } from '#api/demo';
import { demoCardsText as texts, demoCardTypes } from '../../text/demo-cards.ts';
import styles from './demo.module.css';

export interface DemoCardRowProps {
  readonly card: DemoView['cards'][number];
  readonly icon: ReactNode;
  /** Another card lies on the encoder. */
  readonly othersOn: boolean;
  readonly mayHold: boolean;
  readonly onLay: () => void;
  readonly onTakeOff: () => void;
  readonly onHold: () => void;
}

export function DemoCardRow({ card, icon, othersOn, mayHold, onLay, onTakeOff, onHold }: DemoCardRowProps) {
  const name = `${demoCardTypes[card.type]} …${card.uid.slice(-3)}`;
  const layWord = othersOn ? texts.layOnToo : texts.lay;
  return (
    <li className={styles['boxCard']} aria-label={name} data-on={card.isOnEncoder || undefined}>
      {icon}
      <span className={styles['boxName']}>
        <strong>…{card.uid.slice(-3)}</strong> {card.isOnEncoder ? texts.on : demoCardTypes[card.type]}
      </span>
      <Button
        aria-label={`${card.isOnEncoder ? texts.takeOff : layWord}: ${name}`}
        onClick={card.isOnEncoder ? onTakeOff : onLay}
      >
        {card.isOnEncoder ? texts.takeOff : layWord}
      </Button>
      <Button aria-label={`${texts.hold}: ${name}`} disabled={!mayHold || card.isOnEncoder} onClick={onHold}>
        {texts.hold}
      </Button>
    </li>
  );
}
