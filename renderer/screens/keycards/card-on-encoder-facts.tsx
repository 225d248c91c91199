import { Button } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconCreditCard,
  IconEraser,
  IconKey,
  IconRefreshAlert,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { CardOnEncoder } from '#api/encoder';
import type { KeycardView } from '#api/keycards';
import type { KeycardId, KeyId } from '#domain/ids';
import { mayDo } from '#domain/staff/permission';
import { askEncoder } from '../../channel/encoder-asking.ts';
import { portal } from '../../channel/portal-client.ts';
import { useMe } from '../../channel/use-desk.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice, Notice } from '../../components/notices.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import { classicTexts } from '../../text/classic.ts';
import { periodText } from '../../text/format.ts';
import { keycardTypes } from '../../text/keycards.ts';
import { matchTones, onEncoderText } from '../../text/on-encoder.ts';
import { laidCardText as text } from './encoder-sentences.ts';
import styles from './keycards.module.css';
import { ofOurs } from './on-encoder.ts';

const icons = {
  ok: <IconCheck aria-hidden />,
  warn: <IconRefreshAlert aria-hidden />,
  bad: <IconAlertTriangle aria-hidden />,
  neutral: <IconCircleDashed aria-hidden />,
} as const;

/** Whose card it is, for which doors, until when, whether that matches the records, and what can be done with it. */
export function CardOnEncoderFacts({ card }: { readonly card: CardOnEncoder }) {
  const navigate = useNavigate();
  const role = useMe().data?.role;
  const { says, matches } = card;
  const begun = { done: ({ jobId }: { readonly jobId: string }) => askEncoder({ ask: 'job', jobId }) };
  const wipe = useAct(() => portal.encoder.wipe.mutate({}), begun);
  const finish = useAct(() => portal.encoder.finish.mutate({}), begun);
  const again = useAct((keyId: KeyId) => encodeThisCard(keyId, card.keycard?.id ?? null));
  const mayEncode = role !== undefined && mayDo(role, 'encode-keycards');
  const { canWipe, canFinish, encodeFor } = ofOurs(card);
  const meaning = text.meanings[matches];
  const tone = matchTones[matches];
  return (
    <div className={styles['card']}>
      <div className={styles['cardHead']}>
        <IconCreditCard size={26} aria-hidden />
        <div className={styles['words']}>
          <p className={styles['number']}>
            {card.keycard === null ? text.unknownCard : `${card.keycard.number} ${card.keycard.name}`.trim()}
            <span> …{card.uidEnd}</span>
          </p>
          <p className={styles['soft']}>
            {card.type === null ? '' : `${keycardTypes[card.type]}. `}
            {onEncoderText.content[card.content]}
          </p>
        </div>
        {matches === 'nothing-to-compare' ? null : (
          <StateTag tone={tone} icon={icons[tone]}>
            {onEncoderText.matches[matches]}
          </StateTag>
        )}
      </div>
      {says === null ? null : (
        <dl className={styles['says']}>
          <div>
            <dt>{text.whose}</dt>
            <dd>{says.owner ?? text.nobody}</dd>
          </div>
          <div>
            <dt>{says.opensOnce ? text.doorsOnce : text.doors}</dt>
            <dd>{says.doors.join(', ')}</dd>
          </div>
          <div>
            <dt>{text.period}</dt>
            <dd>
              {periodText(says.from, says.until)} · {says.isRunning ? text.running : text.notRunning}
            </dd>
          </div>
        </dl>
      )}
      {meaning === null ? null : <Notice tone={tone === 'bad' ? 'bad' : 'warn'} says={meaning} todo={null} />}
      {card.type === 'classic-1k' ? <p className={styles['remark']}>{classicTexts.remark}</p> : null}
      <FailureNotice failure={wipe.failure ?? finish.failure ?? again.failure} />
      <div className={styles['cardActs']}>
        {mayEncode && canFinish ? (
          <Button variant="filled" loading={finish.pending} onClick={() => void finish.run(undefined)}>
            {text.finish}
          </Button>
        ) : null}
        {mayEncode && encodeFor !== null ? (
          <Button
            {...(matches === 'encode-again' ? { variant: 'filled' } : {})}
            leftSection={<IconCreditCard size={15} aria-hidden />}
            loading={again.pending}
            onClick={() => void again.run(encodeFor)}
          >
            {text.encode}
          </Button>
        ) : null}
        {says?.keyId == null ? null : (
          <Button
            leftSection={<IconKey size={15} aria-hidden />}
            onClick={() => {
              if (says.keyId !== null) void navigate({ to: '/keys/$keyId', params: { keyId: says.keyId } });
            }}
          >
            {text.openKey}
          </Button>
        )}
        {mayEncode && canWipe ? (
          <Button
            leftSection={<IconEraser size={15} aria-hidden />}
            loading={wipe.pending}
            onClick={() => void wipe.run(undefined)}
          >
            {text.wipe}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** The same card for the same person, not one more. */
async function encodeThisCard(keyId: KeyId, keycardId: KeycardId | null): Promise<void> {
  const { people } = await portal.keys.details.query({ keyId });
  const holds = (card: KeycardView): boolean => keycardId !== null && card.keycardId === keycardId;
  const holder = people.find(({ keycards }) => keycards.some(holds));
  const credentialIds = holder?.keycards.filter(holds).map(({ credentialId }) => credentialId) ?? [];
  askEncoder({ ask: 'encode', keyId, personId: holder?.personId ?? null, credentialIds });
}
