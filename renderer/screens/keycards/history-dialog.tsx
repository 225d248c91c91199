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
import { useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { StateTag } from '../../components/state-tag.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { momentText } from '../../format.ts';
import { periodText } from '../../text/encode.ts';
import { historyText as text } from './sentences.ts';
import { writingStates, writingWhy } from '../../text/keycards.ts';
import { actorText } from '../../text/timeline.ts';
import styles from './keycards.module.css';

const icons = {
  requested: <IconCircleDashed aria-hidden />,
  waiting: <IconClock aria-hidden />,
  writing: <IconLoader2 aria-hidden />,
  issued: <IconCheck aria-hidden />,
  failed: <IconAlertTriangle aria-hidden />,
  unknown: <IconClock aria-hidden />,
  void: <IconCreditCardOff aria-hidden />,
} as const;

export interface HistoryDialogProps {
  readonly card: KeycardRow;
  readonly zone: ZoneName;
  readonly onClose: () => void;
}

/** Every writing of one card, the newest first. */
export function HistoryDialog({ card, zone, onClose }: HistoryDialogProps) {
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
          const why = writingWhy(writing.why);
          const { label, tone } = writingStates[writing.state];
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
                <StateTag tone={tone} icon={icons[writing.state]}>
                  {why === null ? label : `${label}: ${why}`}
                </StateTag>
              </div>
              <p className={styles['soft']}>
                {periodText(writing.from, writing.until)} · {momentText(writing.at, zone)}{' '}
                {text.by(actorText(writing.by), writing.encoder)}
              </p>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
