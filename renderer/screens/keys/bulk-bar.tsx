import { Button } from '@mantine/core';
import { useState } from 'react';
import { type KeySelection, mostChosen } from '#api/bulk';
import { mayDo } from '#domain/staff/permission';
import { sheetCsv } from '#domain/text/sheet';
import { type Failure, failureOf } from '../../channel/failure.ts';
import { portal } from '../../channel/portal-client.ts';
import { useMe } from '../../channel/use-desk.ts';
import { download } from '../../components/download.ts';
import { FailureNotice } from '../../components/notices.tsx';
import type { BulkAsk } from './bulk-dialog.tsx';
import { bulkText as text } from './bulk-sentences.ts';
import styles from './bulk.module.css';
import { keysSheetWords } from './sheet-sentences.ts';
import type { ChosenKeys } from './use-selection.ts';

export interface BulkBarProps {
  readonly chosenKeys: ChosenKeys;
  readonly selection: KeySelection;
  readonly onAsk: (act: BulkAsk) => void;
}

/** How many keys are chosen, and what can be done with all of them. */
export function BulkBar({ chosenKeys, selection, onAsk }: BulkBarProps) {
  const me = useMe().data;
  const may = (action: Parameters<typeof mayDo>[1]) => me !== undefined && me !== null && mayDo(me.role, action);
  return (
    <div className={styles['bar']} role="group" aria-label={text.acts}>
      <span className={styles['count']} role="status">
        {text.chosen(chosenKeys.count)}
      </span>
      <Button variant="subtle" onClick={chosenKeys.clear}>
        {text.clear}
        <kbd className={styles['key']}>Esc</kbd>
      </Button>
      {chosenKeys.tooMany ? <span className={styles['note']}>{text.tooMany(mostChosen)}</span> : null}
      <div className={styles['acts']}>
        {may('edit-keys') && may('provision') ? (
          <>
            <Button onClick={() => onAsk('allow-provisioning')}>{text.allow}</Button>
            <Button onClick={() => onAsk('re-provision')}>{text.reprovision}</Button>
          </>
        ) : null}
        {may('edit-keys') ? <Button onClick={() => onAsk('extend')}>{text.extend}</Button> : null}
        <ExportButton selection={selection} />
        {may('edit-keys') && may('revoke-keys') ? (
          <Button c="var(--portal-bad)" onClick={() => onAsk('revoke')}>
            {text.revoke}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function ExportButton({ selection }: { readonly selection: KeySelection }) {
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function save() {
    setPending(true);
    setFailure(null);
    try {
      download('keys.csv', sheetCsv(await portal.bulk.exportKeys.mutate({ selection }), keysSheetWords));
    } catch (error) {
      setFailure(failureOf(error));
    } finally {
      setPending(false);
    }
  }

  return (
    <>
      <Button onClick={() => void save()} disabled={pending}>
        {pending ? text.exporting : text.exportKeys}
      </Button>
      <FailureNotice failure={failure} />
    </>
  );
}
