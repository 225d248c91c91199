import { Modal } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconClock,
  IconCreditCardOff,
  IconLoader2,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { KeycardRow } from '#api/keycards';
import type { ZoneName } from '#domain/time/time';
import { portal } from '../../channel/portal-client.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import { momentText, periodText } from '../../text/format.ts';
import { cardName } from '../../text/keycards.ts';
import { actorText } from '../../text/timeline.ts';
import { AddCardDialog } from './add-card-dialog.tsx';
import styles from './keycards.module.css';
import { historyText as text, stateConsequence, stateQuestions, writingTones, writingWords } from './sentences.ts';

type NewState = keyof typeof stateQuestions;
/** What is asked about one card of the stock. */
export type CardQuestion = { readonly ask: 'history' | 'rename' | NewState; readonly row: KeycardRow };

interface CardDialogsProps {
  readonly asked: CardQuestion | null;
  readonly zone: ZoneName;
  readonly onClose: () => void;
}

export function CardDialogs({ asked, zone, onClose }: CardDialogsProps) {
  if (asked === null) return null;
  if (asked.ask === 'history') return <HistoryDialog card={asked.row} zone={zone} onClose={onClose} />;
  if (asked.ask === 'rename') return <AddCardDialog card={asked.row} onClose={onClose} />;
  return <StateDialog state={asked.ask} row={asked.row} onClose={onClose} />;
}

function StateDialog({
  state,
  row,
  onClose,
}: {
  readonly state: NewState;
  readonly row: KeycardRow;
  readonly onClose: () => void;
}) {
  const card = cardName(row);
  const change = useAct(() => portal.keycards.setState.mutate({ keycardId: row.id, version: row.version, state }), {
    done: onClose,
  });
  return (
    <ConfirmDialog
      opened
      title={stateQuestions[state].title(card)}
      consequence={stateConsequence(state, card, row.holder)}
      confirm={stateQuestions[state].confirm}
      danger={state !== 'available'}
      pending={change.pending}
      failure={change.failure}
      onClose={onClose}
      onConfirm={() => void change.run(undefined)}
    />
  );
}

const icons = {
  requested: <IconCircleDashed aria-hidden />,
  waiting: <IconClock aria-hidden />,
  writing: <IconLoader2 aria-hidden />,
  issued: <IconCheck aria-hidden />,
  failed: <IconAlertTriangle aria-hidden />,
  unknown: <IconClock aria-hidden />,
  void: <IconCreditCardOff aria-hidden />,
} as const;

interface HistoryDialogProps {
  readonly card: KeycardRow;
  readonly zone: ZoneName;
  readonly onClose: () => void;
}

/** Every writing of one card, the newest first. */
function HistoryDialog({ card, zone, onClose }: HistoryDialogProps) {
  const details = useAnswer(['keycards', 'details', card.id], () =>
    portal.keycards.details.query({ keycardId: card.id }),
  );
  const writings = details.data?.writings ?? [];
  return (
    <Modal opened onClose={onClose} title={text.title(`${card.number} ${card.name}`.trim())} size={620}>
      <FailureNotice failure={details.failure} />
      {details.waiting ? <Waiting>{text.loading}</Waiting> : null}
      {details.data !== undefined && writings.length === 0 ? <p className={styles['soft']}>{text.none}</p> : null}
      <ul className={styles['history']}>
        {writings.map((writing) => {
          return (
            <li key={writing.id}>
              <div className={styles['historyHead']}>
                <Link to="/keys/$keyId" params={{ keyId: writing.keyId }} className={styles['link']} onClick={onClose}>
                  {writing.owner}
                </Link>
                <span>
                  {writing.kind === 'one-shot' ? `${text.oneShot} · ` : ''}
                  {writing.doors.join(', ')}
                </span>
                <StateTag tone={writingTones[writing.state]} icon={icons[writing.state]}>
                  {writingWords(writing)}
                </StateTag>
              </div>
              <p className={styles['soft']}>
                {periodText(writing.from, writing.until)} · {momentText(writing.at, zone)}{' '}
                {writing.encoder === null
                  ? text.by(actorText(writing.by))
                  : text.byOn(actorText(writing.by), writing.encoder)}
              </p>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
