import { Button, Checkbox, Group, SegmentedControl, Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { EncodePlan, EncoderView } from '#api/encoder';
import type { EncodeInput } from '#api/encoder-inputs';
import type { KeycardView } from '#api/keycards';
import type { CredentialId } from '#domain/ids';
import type { KeycardKind } from '#domain/key/key';
import type { Failure } from '../../channel/failure.ts';
import { FailureNotice, Notice } from '../../components/notices.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { problemSaid } from '../../text/encoder-problems.ts';
import { cardName } from '../../text/keycards.ts';
import { words } from '../../text/words.ts';
import { CardKindChoice, ClassicNotice, EncoderChoice, OccupiedRooms } from './encode-choices.tsx';
import { EncodePlanFacts } from './encode-plan-facts.tsx';
import { cardsToEncode, type EncodeMode, encodersToChoose, encodeWish, usualMode } from './encode-wish.ts';
import styles from './encode.module.css';
import { encodeText as text } from './sentences.ts';

const most = 5;

export interface EncodeFormProps {
  readonly plan: EncodePlan;
  readonly view: EncoderView;
  /** Those that the person has now. */
  readonly cards: readonly KeycardView[];
  /** These cards and no others; empty: what is due. */
  readonly only: readonly CredentialId[];
  readonly pending: boolean;
  readonly failure: Failure | null;
  readonly onBegin: (wish: Omit<EncodeInput, 'keyId' | 'personId'>) => void;
  readonly onClose: () => void;
}

/** Before anything is written: what the card will say, what ends by it, and how many. Enter begins. */
export function EncodeForm({ plan, view, cards, only, pending, failure, onBegin, onClose }: EncodeFormProps) {
  const asked = cards.find(({ credentialId }) => only.includes(credentialId));
  const [chosenKind, setKind] = useState<KeycardKind>('usual');
  const kind = asked?.kind ?? chosenKind;
  const isOneShot = kind === 'one-shot';
  const due = only.length > 0 ? only : cardsToEncode(plan, cards, kind);
  const lostCard = cards.some((card) => card.kind === 'usual' && (card.state === 'lost' || card.state === 'blocked'));
  const [chosenCount, setCount] = useState<number | null>(null);
  const count = chosenCount ?? Math.max(1, Math.min(most, due.length));
  const [mode, setMode] = useState<EncodeMode | null>(null);
  const shownMode = mode ?? usualMode(plan, lostCard);
  const [seen, setSeen] = useState(false);
  const [missing, setMissing] = useState(false);
  const encoders = encodersToChoose(view);
  const [encoderId, setEncoderId] = useState<string | null>(null);
  const encoder = encoders.find(({ id }) => id === encoderId) ?? (encoders.length === 1 ? encoders[0] : undefined);
  const form = useRef<HTMLFormElement>(null);
  // The dialog opened before the plan was known: the keyboard comes to where it begins.
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  // A one-shot card ends nobody's: the desk is asked nothing.
  const isOccupied = plan.occupied.length > 0 && !isOneShot;
  const willBeWritten = cards.filter(({ credentialId }) => due.slice(0, count).includes(credentialId));
  const isClassic = [...willBeWritten, view.card].some((card) => card?.type === 'classic-1k');

  function begin() {
    const isComplete = (!isOccupied || seen) && encoder !== undefined;
    setMissing(!isComplete);
    if (!isComplete || plan.refused !== null) return;
    onBegin(encodeWish({ due, kind, count, mode, encoderId: encoder.id, occupiedSeen: isOccupied && seen }));
  }

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <Stack gap="md">
        {plan.refused === null ? null : <Notice tone="bad" {...problemSaid(plan.refused, plan.lostRoom)} />}
        <EncodePlanFacts plan={plan} kind={kind} />
        {plan.refused === null ? (
          <>
            {isOccupied ? (
              <OccupiedRooms rooms={plan.occupied}>
                <Checkbox
                  label={text.occupied.seen}
                  checked={seen}
                  error={missing && !seen ? text.occupied.missing : null}
                  onChange={(event) => setSeen(event.currentTarget.checked)}
                  data-autofocus
                />
              </OccupiedRooms>
            ) : null}
            {asked === undefined ? <CardKindChoice kind={kind} role={plan.role} onChange={setKind} /> : null}
            <div>
              <p className={styles['label']} id="encode-count">
                {text.cards}
              </p>
              <SegmentedControl
                aria-labelledby="encode-count"
                value={String(count)}
                data={Array.from({ length: most }, (_, index) => String(index + 1))}
                onChange={(value) => setCount(Number(value))}
                fullWidth
              />
              <p className={styles['quiet']}>{isOneShot ? text.oneShotsHint : cardsHint(due.length, cards.length)}</p>
            </div>
            {isOneShot || (plan.others.length === 0 && !lostCard) ? null : (
              <div>
                <RadioCards label={text.mode} value={shownMode} choices={text.modes} onChange={setMode} />
                {plan.others.length === 0 ? null : (
                  <p className={styles['quiet']}>
                    {[
                      text.others(plan.others.map(cardName)),
                      ...(shownMode === 'new' ? [text.othersEnd(plan.others.length)] : []),
                    ].join(' ')}
                  </p>
                )}
              </div>
            )}
            <EncoderChoice
              encoders={encoders}
              encoder={encoder}
              isMissing={missing && encoder === undefined}
              onChange={setEncoderId}
            />
            <ClassicNotice isClassic={isClassic} />
          </>
        ) : null}
        <FailureNotice failure={failure} />
        <Group justify="flex-end" gap="xs">
          <span className={styles['hint']}>{plan.refused === null ? text.beginHint : ''}</span>
          <Button size="sm" onClick={onClose}>
            {words.cancel}
          </Button>
          {plan.refused === null ? (
            <Button
              size="sm"
              type="submit"
              variant="filled"
              loading={pending}
              {...(isOccupied ? { color: 'red' } : { 'data-autofocus': true })}
            >
              {text.begin}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  );
}

/** @param due Cards that are to be written. @param held Cards that the person has. */
function cardsHint(due: number, held: number): string {
  if (due > 1) return text.cardsDue(due);
  return due === 0 && held > 0 ? text.nothingDue : text.oneAfterAnother;
}
