import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DemoView } from '#api/views';
import { StateTag } from '../../components/state-tag.tsx';
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
    <li className={styles['boxCard']} aria-label={name}>
      {icon}
      <span className={styles['boxName']}>
        <strong>…{card.uid.slice(-3)}</strong> {demoCardTypes[card.type]}
      </span>
      {card.isOnEncoder ? (
        <StateTag tone="ok" icon={<IconCheck aria-hidden />}>
          {texts.on}
        </StateTag>
      ) : null}
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
