import { useState } from 'react';
import type { BulkRunView } from '#api/bulk';
import { LazyDialog } from '../../components/lazy-dialog.tsx';
import { lazyPart } from '../../lazy-part.tsx';
import { BulkBar } from './bulk-bar.tsx';
import type { BulkAsk } from './bulk-dialog.tsx';
import { BulkRuns } from './bulk-runs.tsx';
import type { KeyQuestion } from './key-question.ts';
import { selectionFor } from './selection.ts';
import { useBulkRuns } from './use-bulk-runs.ts';
import type { ChosenKeys } from './use-selection.ts';
import styles from './bulk.module.css';

const BulkDialog = lazyPart(async () => (await import('./bulk-dialog.tsx')).BulkDialog);
const BulkRunDialog = lazyPart(async () => (await import('./bulk-run-dialog.tsx')).BulkRunDialog);

export interface BulkActsProps {
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
