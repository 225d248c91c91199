import { Button, Modal, Stack } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { BulkPreview, KeySelection } from '#api/bulk';
import type { BulkAction } from '#domain/acts/bulk';
import { type Failure, failureOf } from '../../channel/failure.ts';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice, Waiting } from '../../components/notices.tsx';
import { words } from '../../text/words.ts';
import { BulkLines } from './bulk-lines.tsx';
import { bulkConfirm, bulkConsequence, bulkText as text, bulkTitle, previewWords } from './bulk-sentences.ts';
import styles from './bulk.module.css';
import { ExtendFields } from './extend-fields.tsx';

/** What is asked for with one press; how far to extend is asked in the dialog. */
export type BulkAsk = Exclude<BulkAction['act'], 'extend-to'>;

interface BulkDialogProps {
  readonly act: BulkAsk;
  /** As it was when the dialog opened. */
  readonly selection: KeySelection;
  readonly onStarted: (runId: string) => void;
  readonly onClose: () => void;
}

/** Says what exactly will happen to which keys, and does it after one confirmation. */
export function BulkDialog({ act, selection, onStarted, onClose }: BulkDialogProps) {
  const [action, setAction] = useState<BulkAction | null>(() => (act === 'extend' ? { act, nights: 1 } : { act }));
  const { preview, failure } = useBulkPreview(selection, action);
  const start = useAct((id: string) => portal.bulk.start.mutate({ id }), { done: (run) => onStarted(run.id) });
  return (
    <Modal opened onClose={onClose} title={bulkTitle(action ?? { act: 'extend', nights: 1 })} size={640}>
      <Stack gap="md">
        {act === 'extend' ? <ExtendFields onChange={setAction} /> : null}
        <FailureNotice failure={failure ?? start.failure} />
        {preview === null ? (
          <Looking asked={action !== null && failure === null} />
        ) : (
          <Previewed
            preview={preview}
            pending={start.pending}
            onConfirm={() => void start.run(preview.id)}
            onClose={onClose}
          />
        )}
      </Stack>
    </Modal>
  );
}

function Looking({ asked }: { readonly asked: boolean }) {
  return asked ? <Waiting>{text.looking}</Waiting> : null;
}

function Previewed(props: {
  readonly preview: BulkPreview;
  readonly pending: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { preview } = props;
  const { action } = preview;
  return (
    <>
      <p className={styles['words']} role="status">
        {previewWords(preview)}
      </p>
      {preview.change === 0 ? null : <p className={styles['note']}>{bulkConsequence(preview)}</p>}
      <BulkLines lines={preview.lines} action={action} total={preview.total} />
      <div className={styles['foot']}>
        <Button onClick={props.onClose}>{words.cancel}</Button>
        {preview.change === 0 ? null : (
          <Button
            variant="filled"
            {...(action.act === 'revoke' ? { color: 'red' } : {})}
            loading={props.pending}
            onClick={props.onConfirm}
            data-autofocus
          >
            {bulkConfirm(action, preview.change)}
          </Button>
        )}
      </div>
    </>
  );
}

/** How long the typing rests before the desk looks at every key. */
const restMs = 200;

interface Seen {
  readonly asked: string;
  readonly preview: BulkPreview | null;
  readonly failure: Failure | null;
}

/** What the act would do to the keys that are chosen. An answer to what is not asked any more is dropped. */
function useBulkPreview(selection: KeySelection, action: BulkAction | null): Omit<Seen, 'asked'> {
  const [seen, setSeen] = useState<Seen | null>(null);
  const asked = JSON.stringify({ selection, action });

  useEffect(() => {
    const question = JSON.parse(asked) as { readonly selection: KeySelection; readonly action: BulkAction | null };
    const wanted = question.action;
    if (wanted === null) return undefined;
    let dropped = false;
    const keep = (answer: Omit<Seen, 'asked'>) => {
      if (!dropped) setSeen({ asked, ...answer });
    };
    const timer = setTimeout(() => {
      portal.bulk.preview.mutate({ selection: question.selection, action: wanted }).then(
        (preview) => keep({ preview, failure: null }),
        (error: unknown) => keep({ preview: null, failure: failureOf(error) }),
      );
    }, restMs);
    return () => {
      dropped = true;
      clearTimeout(timer);
    };
  }, [asked]);

  return seen?.asked === asked ? seen : { preview: null, failure: null };
}
