import { Button, Group, Modal, Stack } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { DoorcodePreview } from '#api/key-making';
import { portal } from '../../channel/portal-client.ts';
import { useSeed } from '../../components/use-draft.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { PersonCard } from '../../components/person-card.tsx';
import {
  holderInput,
  knownPerson,
  newPersonNamed,
  personErrors,
  type PersonErrors,
  type PersonForm,
} from '../../components/person-form.ts';
import { PersonPicker } from '../../components/person-picker.tsx';
import { peopleTexts } from '../../text/people.ts';
import { words } from '../../text/words.ts';
import { actTexts } from './act-sentences.ts';
import { ownersOf } from './key-act.ts';
import styles from './key-details.module.css';
import type { WholeKeyDialogProps } from './whole-key-dialogs.tsx';

const texts = actTexts.addPerson;

/** Another person on the key, with a doorcode of their own if it is switched on. */
export function AddPersonForm({ details, onDone, onClose }: WholeKeyDialogProps) {
  const { seed, showNow } = useSeed(details);
  const [person, setPerson] = useState<PersonForm | null>(null);
  const [errors, setErrors] = useState<PersonErrors>({});
  const [preview, setPreview] = useState<DoorcodePreview | null>(null);
  const onPreview = useCallback((_: string, found: DoorcodePreview | null) => setPreview(found), []);
  const add = useAct(async (holder: PersonForm) => {
    const { version } = await portal.keys.addPerson.mutate({
      keyId: seed.id,
      version: seed.version,
      ...holderInput(holder),
    });
    onDone(texts.done, version);
  });

  function submit() {
    if (person === null) return;
    const found = personErrors(
      person,
      seed.doors.flatMap((door) => [door.arrival, door.departure]),
    );
    setErrors(found);
    if (Object.keys(found).length === 0) void add.run(person);
  }

  return (
    <Modal opened onClose={onClose} title={texts.title(ownersOf(seed))} size={620}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md">
          {person === null ? (
            <PersonPicker
              without={seed.people.map(({ personId }) => personId)}
              onKnown={(hit) => setPerson(knownPerson('added', hit))}
              onNew={(name) => setPerson(newPersonNamed('added', name))}
            />
          ) : (
            <PersonCard
              person={person}
              errors={errors}
              forKey={{ keyId: seed.id, doors: [] }}
              onChange={(part) => {
                setPerson({ ...person, ...part });
                setErrors({});
              }}
              onRemove={() => setPerson(null)}
              onPreview={onPreview}
            />
          )}
          <p className={styles['quiet']}>
            {preview?.outcome === 'not-free' ? `${texts.codeNotFree} ` : ''}
            {texts.noUndo}
          </p>
          <FailureNotice
            failure={add.failure}
            act={
              add.failure?.code === 'changed-meanwhile' ? (
                <Button
                  onClick={() => {
                    add.reset();
                    showNow();
                  }}
                >
                  {words.showNow}
                </Button>
              ) : null
            }
          />
          <Group justify="flex-end" gap="xs">
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button type="submit" variant="filled" disabled={person === null} loading={add.pending}>
              {peopleTexts.addPerson}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
