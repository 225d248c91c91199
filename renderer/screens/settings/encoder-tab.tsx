import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { EncoderState } from '#api/encoder';
import { mayDo } from '#domain/staff/permission';
import { askEncoder } from '../../channel/encoder-asking.ts';
import { portal } from '../../channel/portal-client.ts';
import { useMe } from '../../channel/use-desk.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { EmptyState, FailureNotice, Waiting } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { classicTexts } from '../../text/classic.ts';
import { encoderSettingsText as text } from './encoder-sentences.ts';
import { EncoderTable } from './encoder-table.tsx';
import { KeySetsPanel } from './key-sets-panel.tsx';
import styles from './settings.module.css';

/** Which encoders this computer has, what they can write for, and the secrets that cards are sealed with. */
export function EncoderTab() {
  const found = useAnswer(['encoder', 'encoders'], () => portal.encoder.encoders.query(), { everyMs: 5_000 });
  const role = useMe().data?.role;
  const [asked, setAsked] = useState<EncoderState | null>(null);
  const forget = useAct((id: string) => portal.encoder.forget.mutate({ id }), { done: () => setAsked(null) });
  const encoders = found.data?.encoders;
  return (
    <div className={styles['stack']}>
      <Panel
        title={text.title}
        beside={encoders === undefined || encoders.length === 0 ? undefined : String(encoders.length)}
        acts={
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => askEncoder({ ask: 'set-up' })}>
            {text.add}
          </Button>
        }
      >
        <FailureNotice failure={found.failure} />
        {found.waiting ? <Waiting>{text.loading}</Waiting> : null}
        {encoders?.length === 0 ? <EmptyState title={text.none}>{text.noneWords}</EmptyState> : null}
        {encoders === undefined || encoders.length === 0 ? null : (
          <EncoderTable
            encoders={encoders}
            onForget={(encoder) => {
              forget.reset();
              setAsked(encoder);
            }}
          />
        )}
      </Panel>
      <div className={`${styles['columns'] ?? ''} ${styles['even'] ?? ''}`}>
        <Panel title={text.remarks}>
          <div className={styles['body']}>
            <p className={styles['soft']}>{text.locksOpen}</p>
            <p className={styles['soft']}>{text.locksNot}</p>
            <p className={styles['soft']}>{text.shared}</p>
          </div>
        </Panel>
        <Panel title={classicTexts.title}>
          <div className={styles['body']}>
            <p className={styles['soft']}>{classicTexts.remark}</p>
          </div>
        </Panel>
      </div>
      {role !== undefined && mayDo(role, 'edit-card-keys') ? <KeySetsPanel /> : null}
      <ConfirmDialog
        opened={asked !== null}
        title={text.forgetTitle(asked?.name ?? '')}
        consequence={text.forgetWords}
        confirm={text.forget}
        danger
        pending={forget.pending}
        failure={forget.failure}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked !== null) void forget.run(asked.id);
        }}
      />
    </div>
  );
}
