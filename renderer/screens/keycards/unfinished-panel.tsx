import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UnfinishedCard } from '#api/encoder';
import { askEncoder } from '../../channel/encoder-asking.ts';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { FailureNotice } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { unfinishedText as text } from './encoder-sentences.ts';
import styles from './keycards.module.css';

/** Begun and not seen to the end, after a crash or a card that was taken away. Nothing is drawn when there is none. */
export function UnfinishedPanel({ unfinished }: { readonly unfinished: readonly UnfinishedCard[] }) {
  const [gone, setGone] = useState<UnfinishedCard | null>(null);
  const finish = useAct(() => portal.encoder.finish.mutate({}), {
    done: ({ jobId }) => askEncoder({ ask: 'job', jobId }),
  });
  const giveUp = useAct((id: string) => portal.encoder.giveUpWriting.mutate({ id }), { done: () => setGone(null) });
  if (unfinished.length === 0) return null;
  return (
    <Panel tone="warn" title={text.title} beside={String(unfinished.length)}>
      <FailureNotice failure={finish.failure} />
      <ul className={styles['unfinished']}>
        {unfinished.map((card) => (
          <li key={card.id}>
            <IconClock size={18} aria-hidden />
            <p>
              <strong>{text.one(card.room, card.uidEnd)}</strong>{' '}
              <Link to="/keys/$keyId" params={{ keyId: card.keyId }}>
                {card.owner}
              </Link>
            </p>
            <Button variant="filled" loading={finish.pending} onClick={() => void finish.run(undefined)}>
              {text.finish}
            </Button>
            <Button
              onClick={() => {
                giveUp.reset();
                setGone(card);
              }}
            >
              {text.gone}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={gone !== null}
        title={text.goneTitle}
        consequence={text.goneWords(gone?.owner ?? '')}
        confirm={text.gone}
        danger
        pending={giveUp.pending}
        failure={giveUp.failure}
        onClose={() => setGone(null)}
        onConfirm={() => {
          if (gone !== null) void giveUp.run(gone.id);
        }}
      />
    </Panel>
  );
}
