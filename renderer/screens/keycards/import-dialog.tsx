import { Button, FileButton, Group, Modal, Stack } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeycardImport } from '#api/keycards';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice, Notice, Waiting } from '../../components/notices.tsx';
import { lineFaultSaid } from '../../text/refusals.ts';
import { words } from '../../text/words.ts';
import styles from './keycards.module.css';
import { type ListFile, listFileFrom } from './list-file.ts';
import { importText as text, importWords } from './sentences.ts';

interface Chosen {
  readonly name: string;
  readonly csv: string;
}

/** A list from the maker of the cards, or from another system: looked at first, taken in whole or not at all. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<Chosen | null>(null);
  const [found, setFound] = useState<KeycardImport | null>(null);
  const [fault, setFault] = useState<Exclude<ListFile['outcome'], 'read'> | null>(null);
  const look = useAct((csv: string) => portal.keycards.importCsv.mutate({ csv, apply: false }), { done: setFound });
  const take = useAct((csv: string) => portal.keycards.importCsv.mutate({ csv, apply: true }), { done: setFound });
  const isReady = found?.outcome === 'ready' && found.added + found.completed > 0;

  async function choose(chosen: File | null) {
    if (chosen === null) return;
    const bytes = await chosen.arrayBuffer().catch(() => null);
    const read: ListFile = bytes === null ? { outcome: 'unreadable' } : listFileFrom(new Uint8Array(bytes));
    const csv = read.outcome === 'read' ? read.text : null;
    setFound(null);
    setFault(read.outcome === 'read' ? null : read.outcome);
    setFile(csv === null ? null : { name: chosen.name, csv });
    if (csv !== null) void look.run(csv);
  }

  return (
    <Modal opened onClose={onClose} title={text.title} size={520}>
      <Stack gap="md">
        <p className={styles['soft']}>{text.words}</p>
        <Group gap="sm">
          <FileButton accept=".csv,text/csv,text/plain" onChange={(chosen) => void choose(chosen)}>
            {(props) => (
              <Button {...props} leftSection={<IconFileTypeCsv size={16} aria-hidden />} data-autofocus>
                {file === null ? text.choose : text.otherFile}
              </Button>
            )}
          </FileButton>
          {file === null ? null : <strong>{file.name}</strong>}
        </Group>
        {fault === null ? null : <Notice tone="bad" says={text.faults[fault].says} todo={text.faults[fault].todo} />}
        {look.pending ? <Waiting>{text.looking}</Waiting> : null}
        <div role="status">{found === null ? null : <Found found={found} />}</div>
        <FailureNotice failure={look.failure ?? take.failure} />
        <Group justify="flex-end" gap="xs">
          <Button onClick={onClose}>{found?.outcome === 'imported' ? words.close : words.cancel}</Button>
          {isReady && file !== null ? (
            <Button variant="filled" loading={take.pending} onClick={() => void take.run(file.csv)}>
              {text.act}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Modal>
  );
}

function Found({ found }: { readonly found: KeycardImport }) {
  if (found.outcome !== 'refused') return <p className={styles['strong']}>{importWords(found)}</p>;
  return (
    <>
      <Notice tone="bad" says={text.refused(found.problems.length)} todo={null} />
      <ul className={styles['problems']} tabIndex={0} aria-label={text.refused(found.problems.length)}>
        {found.problems.map((problem) => (
          <li key={`${problem.line}/${problem.what}`}>
            <strong>{text.line(problem.line)}</strong> {lineFaultSaid(problem)}
          </li>
        ))}
      </ul>
    </>
  );
}
