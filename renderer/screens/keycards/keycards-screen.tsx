import { Button } from '@mantine/core';
import { IconFileImport, IconPlus, IconStack2 } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { mayDo } from '#domain/staff/permission';
import { askEncoder } from '../../channel/encoder-asking.ts';
import { useEncoder, useMe, useZone } from '../../channel/use-desk.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { Page } from '../../components/page.tsx';
import { AddCardDialog } from './add-card-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import styles from './keycards.module.css';
import { OnEncoderPanel } from './on-encoder-panel.tsx';
import { stockText as text } from './sentences.ts';
import { StockPanel } from './stock-panel.tsx';
import { UnfinishedPanel } from './unfinished-panel.tsx';

/** What lies on the encoder, what was not finished, and every card of the hotel. */
export function KeycardsScreen() {
  const search = useSearch({ from: '/keycards' });
  const encoder = useEncoder();
  const role = useMe().data?.role;
  const zone = useZone();
  const [opened, setOpened] = useState<'add' | 'import' | null>(null);
  const mayEdit = role !== undefined && mayDo(role, 'edit-keycards');
  const close = () => setOpened(null);
  return (
    <Page
      title={text.title}
      acts={
        mayEdit ? (
          <>
            <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpened('add')}>
              {text.addOne}
            </Button>
            <Button
              size="sm"
              leftSection={<IconFileImport size={16} aria-hidden />}
              onClick={() => setOpened('import')}
            >
              {text.importCsv}
            </Button>
            <Button
              size="sm"
              variant="filled"
              leftSection={<IconStack2 size={16} aria-hidden />}
              onClick={() => askEncoder({ ask: 'enrol' })}
            >
              {text.enrol}
            </Button>
          </>
        ) : null
      }
    >
      <FailureNotice failure={encoder.failure} />
      {encoder.data === undefined ? null : (
        <div className={styles['top']}>
          <UnfinishedPanel unfinished={encoder.data.unfinished} />
          <OnEncoderPanel view={encoder.data} />
        </div>
      )}
      <StockPanel search={search} zone={zone} editable={mayEdit} onAdd={() => setOpened('add')} />
      {opened === 'add' ? <AddCardDialog card={null} onClose={close} /> : null}
      {opened === 'import' ? <ImportDialog onClose={close} /> : null}
    </Page>
  );
}
