import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EncoderState, PortView } from '#api/encoder';
import { longestShortName } from '#domain/text/names';
import { portal } from '../../channel/portal-client.ts';
import { useAct, useAnswer } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { RadioCards } from '../../components/radio-cards.tsx';
import { words } from '../../text/words.ts';
import styles from './encode.module.css';
import { pickEncoderText as text } from './sentences.ts';

/** Ports come and go while somebody looks for the right one. */
const strideMs = 3_000;
const other = 'other';

/** Staff pick a port once; only then is anything sent to it. */
export function PickEncoderDialog({ onClose }: { readonly onClose: () => void }) {
  const found = useAnswer(['encoder', 'encoders'], () => portal.encoder.encoders.query(), { everyMs: strideMs });
  const ports = found.data?.ports ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const [protocol, setProtocol] = useState<EncoderState['protocol']>('pn532-hsu');
  const [name, setName] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const byHand = chosen === other || (found.data !== undefined && ports.length === 0);
  const path = (byHand ? typed : (chosen ?? '')).trim();
  const called = name ?? text.usualName((found.data?.encoders.length ?? 0) + 1);
  const pick = useAct(() => portal.encoder.pick.mutate({ path, protocol, name: called.trim() }), { done: onClose });

  return (
    <Modal opened onClose={onClose} title={text.title} size={520}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (path !== '' && called.trim() !== '') void pick.run(undefined);
        }}
      >
        <Stack gap="md">
          <p className={styles['remark']}>{text.words}</p>
          {ports.length === 0 ? (
            <p className={styles['remark']}>{found.data === undefined ? text.loading : text.noPorts}</p>
          ) : (
            // Known only after the dialog opened: the keyboard comes to it then.
            <Select
              label={text.port}
              description={text.portHint}
              placeholder={text.portMissing}
              data={[...ports.map(portChoice), { value: other, label: text.otherPort }]}
              value={chosen}
              error={tried && chosen === null ? text.portMissing : null}
              allowDeselect={false}
              onChange={setChosen}
              autoFocus
              data-autofocus
            />
          )}
          {byHand ? (
            <TextInput
              label={text.path}
              description={text.pathHint}
              value={typed}
              error={tried && typed.trim() === '' ? text.portMissing : null}
              autoFocus
              data-autofocus
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          ) : null}
          <RadioCards label={text.kind} value={protocol} choices={text.kinds} onChange={setProtocol} />
          <TextInput
            label={text.name}
            description={text.nameHint}
            value={called}
            maxLength={longestShortName}
            error={tried && called.trim() === '' ? text.nameMissing : null}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <FailureNotice failure={pick.failure} />
          <Group justify="flex-end" gap="xs">
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" loading={pick.pending}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function portChoice({ path, maker }: PortView) {
  return { value: path, label: maker === null ? path : `${path} · ${maker}` };
}
