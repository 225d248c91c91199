import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkRunView } from '#api/bulk';
import { portal } from '../../channel/portal-client.ts';
import { useAnswer } from '../../channel/use-portal.ts';
import { BulkBar } from './bulk-bar.tsx';
import type { BulkAsk } from './bulk-dialog.tsx';
import { BulkRuns } from './bulk-runs.tsx';
import styles from './bulk.module.css';
import { LazyDialog } from '../../components/lazy-dialog.tsx';
import { lazyPart } from '../../lazy-part.tsx';
import type { KeyQuestion } from './key-question.ts';
import { selectionFor } from './selection.ts';
import type { ChosenKeys } from './use-selection.ts';

const BulkDialog = lazyPart(async () => (await import('./bulk-dialog.tsx')).BulkDialog);
const BulkRunDialog = lazyPart(async () => (await import('./bulk-run-dialog.tsx')).BulkRunDialog);

interface BulkActsProps {
  readonly question: KeyQuestion;
  readonly chosenKeys: ChosenKeys;
}

type Shown =
  | { readonly dialog: 'preview'; readonly act: BulkAsk; readonly selection: ReturnType<typeof selectionFor> }
  | { readonly dialog: 'run'; readonly id: string };

/** At the foot of the list, so that no row moves: what is chosen, what can be done with it, and what is being done. */
export function BulkActs({ question, chosenKeys }: BulkActsProps) {
  const runs = useBulkRuns();
  const [shown, setShown] = useState<Shown | null>(null);
  const selection = selectionFor(chosenKeys.selection, question);
  const run = shown?.dialog === 'run' ? runs.find(({ id }) => id === shown.id) : undefined;
  const close = () => setShown(null);
  return (
    <>
      <div className={styles['dock']}>
        <BulkRuns runs={shownRuns(runs, chosenKeys.count > 0)} onReport={(id) => setShown({ dialog: 'run', id })} />
        {chosenKeys.count === 0 ? null : (
          <BulkBar
            chosenKeys={chosenKeys}
            selection={selection}
            onAsk={(act) => setShown({ dialog: 'preview', act, selection })}
          />
        )}
      </div>
      {shown?.dialog === 'preview' ? (
        <LazyDialog onClose={close}>
          <BulkDialog
            act={shown.act}
            selection={shown.selection}
            onClose={close}
            onStarted={(id) => {
              chosenKeys.clear();
              setShown({ dialog: 'run', id });
            }}
          />
        </LazyDialog>
      ) : null}
      {run === undefined ? null : (
        <LazyDialog onClose={close}>
          <BulkRunDialog run={run} onClose={close} />
        </LazyDialog>
      )}
    </>
  );
}

/** What runs, or what ended last; that makes room for the rows while keys are chosen. */
function shownRuns(runs: readonly BulkRunView[], isChoosing: boolean): readonly BulkRunView[] {
  const running = runs.filter(({ state }) => state === 'running');
  if (running.length > 0 || isChoosing) return running;
  return runs.slice(0, 1);
}

const asked = ['keys', 'bulk', 'runs'] as const;
const whileRunningMs = 400;

/** What runs over many keys, and what has; asked often while something runs. */
function useBulkRuns(): readonly BulkRunView[] {
  const known = useQueryClient().getQueryData<readonly BulkRunView[]>(asked) ?? [];
  const isRunning = known.some(({ state }) => state === 'running');
  const runs = useAnswer(asked, () => portal.bulk.runs.query(), isRunning ? { everyMs: whileRunningMs } : {});
  return runs.data ?? [];
}
