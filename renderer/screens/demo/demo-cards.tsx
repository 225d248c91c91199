import { Button, Menu, Select } from '@mantine/core';
import { IconChevronDown, IconCreditCard, IconLock, IconLockOpen2, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { CardAtDoorAnswer, DemoView } from '#api/demo';
import { demoCardTypes as typeIds, type DemoEncoderFaultInput, demoEncoderFaults } from '#api/demo-inputs';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { cardAtDoorWords, demoCardsText as texts, demoCardTypes } from '../../text/demo-cards.ts';
import styles from './demo.module.css';

type Fault = DemoEncoderFaultInput['kind'];

/** The box of cards beside the encoder: lay them on, hold them to a door, and give the encoder a bad day. */
export function DemoCards({ cards, locks }: Pick<DemoView, 'cards' | 'locks'>) {
  const [lock, setLock] = useState<string | null>(locks[0]?.id ?? null);
  const [fault, setFault] = useState<Fault>('none');
  const [said, setSaid] = useState<{ readonly answer: CardAtDoorAnswer; readonly words: string } | null>(null);
  const lay = useAct((uids: readonly string[]) => portal.demo.layCard.mutate({ uids: [...uids] }));
  const make = useAct((type: (typeof typeIds)[number]) => portal.demo.newCard.mutate({ type }));
  const spoil = useAct((kind: Fault) => portal.demo.encoderFault.mutate({ kind }));
  const hold = useAct(async (asked: { readonly lock: string; readonly uid: string }) => {
    const answer = await portal.demo.cardAtDoor.mutate(asked);
    setSaid({ answer, words: cardAtDoorWords(answer, nameOf(locks, asked.lock)) });
  });
  const on = cards.filter(({ isOnEncoder }) => isOnEncoder).map(({ uid }) => uid);

  return (
    <Panel
      title={texts.title}
      beside={texts.hint}
      acts={
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button
              leftSection={<IconPlus size={15} aria-hidden />}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              {texts.newCard}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {typeIds.map((type) => (
              <Menu.Item key={type} onClick={() => void make.run(type)}>
                {demoCardTypes[type]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      }
    >
      <div className={styles['line']}>
        <Select
          label={texts.door}
          placeholder={texts.chooseDoor}
          searchable
          allowDeselect={false}
          w={180}
          data={locks.map(({ id, name }) => ({ value: id, label: name }))}
          value={lock}
          onChange={(chosen) => {
            setLock(chosen);
            setSaid(null);
          }}
        />
        <Select
          label={texts.fault}
          allowDeselect={false}
          w={300}
          data={demoEncoderFaults.map((kind) => ({ value: kind, label: texts.faults[kind] }))}
          value={fault}
          onChange={(chosen) => {
            if (chosen === null) return;
            setFault(chosen);
            void spoil.run(chosen);
          }}
        />
      </div>
      <div role="status" className={styles['cardSaid']} data-opened={said?.answer.opened}>
        {said?.answer.opened === true ? <IconLockOpen2 size={18} aria-hidden /> : null}
        {said?.answer.opened === false ? <IconLock size={18} aria-hidden /> : null}
        {said?.words}
      </div>
      <FailureNotice failure={lay.failure ?? make.failure ?? spoil.failure ?? hold.failure} />
      {cards.length === 0 ? <p className={styles['hint']}>{texts.none}</p> : null}
      <ul className={styles['box']}>
        {cards.map((card) => (
          <DemoCardRow
            key={card.uid}
            card={card}
            icon={<IconCreditCard size={18} aria-hidden />}
            othersOn={on.some((uid) => uid !== card.uid)}
            mayHold={lock !== null}
            onLay={() => {
              setSaid(null);
              void lay.run([...on, card.uid]);
            }}
            onTakeOff={() => void lay.run(on.filter((uid) => uid !== card.uid))}
            onHold={() => {
              if (lock !== null) void hold.run({ lock, uid: card.uid });
            }}
          />
        ))}
      </ul>
    </Panel>
  );
}

function nameOf(locks: DemoView['locks'], id: string): string {
  return locks.find((lock) => lock.id === id)?.name ?? id;
}

interface DemoCardRowProps {
  readonly card: DemoView['cards'][number];
  readonly icon: ReactNode;
  /** Another card lies on the encoder. */
  readonly othersOn: boolean;
  readonly mayHold: boolean;
  readonly onLay: () => void;
  readonly onTakeOff: () => void;
  readonly onHold: () => void;
}

function DemoCardRow({ card, icon, othersOn, mayHold, onLay, onTakeOff, onHold }: DemoCardRowProps) {
  const name = `${demoCardTypes[card.type]} …${card.uid.slice(-3)}`;
  const layWord = othersOn ? texts.layOnToo : texts.lay;
  return (
    <li className={styles['boxCard']} aria-label={name} data-on={card.isOnEncoder || undefined}>
      {icon}
      <span className={styles['boxName']}>
        <strong>…{card.uid.slice(-3)}</strong> {card.isOnEncoder ? texts.on : demoCardTypes[card.type]}
      </span>
      <Button
        aria-label={texts.actOn(card.isOnEncoder ? texts.takeOff : layWord, name)}
        onClick={card.isOnEncoder ? onTakeOff : onLay}
      >
        {card.isOnEncoder ? texts.takeOff : layWord}
      </Button>
      <Button aria-label={texts.actOn(texts.hold, name)} disabled={!mayHold || card.isOnEncoder} onClick={onHold}>
        {texts.hold}
      </Button>
    </li>
  );
}
