import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { CreateKeyInput } from '#api/key-inputs';
import type { NewKeyDefaults } from '#api/key-making';
import type { DoorRow } from '#api/views';
import { localAt, type ZoneName } from '#domain/time/time';
import { useNow } from '../../channel/desk-clock.ts';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { readForm } from '../../components/edit-door-form.ts';
import { Page, Panel } from '../../components/page.tsx';
import { PersonCard } from '../../components/person-card.tsx';
import { knownPerson, newPersonNamed, type PersonForm, personName } from '../../components/person-form.ts';
import { PersonPicker } from '../../components/person-picker.tsx';
import { peopleTexts } from '../../text/people.ts';
import { words } from '../../text/words.ts';
import { AccessPanel } from './access-panel.tsx';
import {
  type AccessForm,
  type AddKeyForm,
  afterChange,
  doorsToLookAt,
  newAccess,
  noErrors,
  readAddKey,
  withDoors,
  withoutCode,
  withTemplate,
} from './add-key-form.ts';
import styles from './add-key.module.css';
import { addKeyText as texts } from './sentences.ts';
import { effectOf, SummaryPanel } from './summary-panel.tsx';
import { TemplateActs } from './template-acts.tsx';
import { useCodePreviews } from './use-code-previews.ts';

interface AddKeyPageProps {
  readonly doors: readonly DoorRow[];
  readonly defaults: NewKeyDefaults;
  readonly zone: ZoneName;
}

/** Add Key: people, their credentials, doors and access, on one page with the effect beside it. */
export function AddKeyPage({ doors, defaults, zone }: AddKeyPageProps) {
  const now = localAt(useNow(), zone);
  const navigate = useNavigate();
  const [requestId] = useState(drawnId);
  const [form, setForm] = useState<AddKeyForm>(() => ({ people: [], accesses: [newAccess(drawnId(), now, defaults)] }));
  const [errors, setErrors] = useState(noErrors);
  const [confirming, setConfirming] = useState(false);
  const codes = useCodePreviews();
  const page = useRef<HTMLFormElement>(null);
  const create = useAct((input: CreateKeyInput) => portal.keys.create.mutate(input), {
    done: ({ keyId }) => void navigate({ to: '/keys/$keyId', params: { keyId } }),
  });

  function change(next: AddKeyForm) {
    setForm(afterChange(form, next));
    setErrors(noErrors);
    setConfirming(false);
  }
  const changePerson = (uid: string, part: Partial<PersonForm>) =>
    change({ ...form, people: form.people.map((one) => (one.uid === uid ? { ...one, ...part } : one)) });
  const changeAccess = (uid: string, next: (access: AccessForm) => AccessForm) =>
    change({ ...form, accesses: form.accesses.map((one) => (one.uid === uid ? next(one) : one)) });

  function add(person: PersonForm) {
    change({ ...form, people: [...form.people, person] });
    // The switch that is most likely wanted next; after the card is there.
    setTimeout(() => page.current?.querySelector<HTMLElement>(`[data-doorcode="${person.uid}"]`)?.focus(), 0);
  }

  /** Enter on a person's Doorcode switch: a code like any other, and on to what is asked for next. */
  function goOnToDoors(uid: string | undefined) {
    const person = form.people.find((one) => one.uid === uid);
    if (person === undefined) return;
    if (person.doorcode === null) changePerson(person.uid, { doorcode: { policy: 'random', code: '' } });
    page.current?.querySelector<HTMLElement>('[data-door-picker]')?.focus();
  }

  async function submit() {
    if (codes.pending || create.pending) return;
    const read = readAddKey(form, now);
    if ('errors' in read) {
      setErrors(read.errors);
      return;
    }
    const previews = await codes.settled(form);
    if (previews === undefined) return;
    if (withoutCode(form.people, previews).length > 0 && !confirming) setConfirming(true);
    else void create.run({ requestId, ...read.input });
  }

  const lookAt = { keyId: null, doors: doorsToLookAt(form) };
  const lacking = withoutCode(form.people, codes.previews).map((person) => personName(person));
  const warnings = [
    ...form.people
      .filter(({ doorcode, keycard }) => doorcode === null && keycard === null)
      .map((person) => peopleTexts.opensNothing(personName(person))),
    ...(lacking.length === 0 ? [] : [texts.notAvailable(lacking)]),
  ];
  const [first] = form.accesses;
  return (
    <Page
      title={texts.title}
      trail={
        <nav aria-label={words.trail} className={styles['trail']}>
          <Link to="/keys">{texts.keys}</Link>
        </nav>
      }
      acts={
        <TemplateActs
          draft={first === undefined ? null : draftOf(first)}
          onUse={(template) => {
            const known = new Set(doors.map(({ id }) => id));
            if (first !== undefined) changeAccess(first.uid, (access) => withTemplate(access, template, known));
          }}
        />
      }
    >
      <form
        ref={page}
        noValidate
        className={styles['page']}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
        onKeyDownCapture={(event) => {
          if (event.key !== 'Enter' || (!event.ctrlKey && !event.metaKey)) return;
          // Not for the list of doors that may be open: it would take another door.
          event.preventDefault();
          event.stopPropagation();
          void submit();
        }}
        onKeyDown={(event) => {
          // Enter in a field is not yet "make the key".
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          goOnToDoors(event.target.dataset['doorcode']);
        }}
      >
        <div className={styles['parts']}>
          <Panel title={texts.people}>
            <div className={styles['inPanel']}>
              <PersonPicker
                error={errors.noPerson}
                without={form.people.flatMap(({ personId }) => personId ?? [])}
                onKnown={(hit) => add(knownPerson(drawnId(), hit))}
                onNew={(name) => add(newPersonNamed(drawnId(), name))}
              />
              {form.people.map((person) => (
                <PersonCard
                  key={person.uid}
                  person={person}
                  errors={errors.people[person.uid] ?? {}}
                  forKey={lookAt}
                  onChange={(part) => changePerson(person.uid, part)}
                  onRemove={() => change({ ...form, people: form.people.filter(({ uid }) => uid !== person.uid) })}
                  onPreview={codes.onPreview}
                />
              ))}
            </div>
          </Panel>
          <Panel title={texts.doors}>
            <div className={styles['inPanel']}>
              {form.accesses.map((access, index) => (
                <AccessPanel
                  key={access.uid}
                  number={index + 1}
                  access={access}
                  doors={doors}
                  errors={errors.accesses[access.uid] ?? {}}
                  onDoors={(doorIds) => change(withDoors(form, access.uid, doorIds))}
                  onRules={(part) => changeAccess(access.uid, (one) => ({ ...one, rules: { ...one.rules, ...part } }))}
                  onRemove={
                    form.accesses.length === 1
                      ? null
                      : () => change({ ...form, accesses: form.accesses.filter(({ uid }) => uid !== access.uid) })
                  }
                />
              ))}
              <Button
                style={{ alignSelf: 'flex-start' }}
                onClick={() => change({ ...form, accesses: [...form.accesses, newAccess(drawnId(), now, defaults)] })}
              >
                {texts.anotherAccess}
              </Button>
            </div>
          </Panel>
        </div>
        <SummaryPanel
          effect={effectOf(form, doors)}
          warnings={warnings}
          confirming={confirming}
          pending={create.pending || codes.pending}
          failure={create.failure ?? codes.failure}
        />
      </form>
    </Page>
  );
}

function draftOf({ doorIds, rules }: AccessForm) {
  const read = readForm({ ...rules, firstDay: '2026-01-01', lastDay: '2026-01-02' });
  if (doorIds.length === 0 || 'errors' in read) return null;
  const { weekdays, hours, allowProvisioning, allowLinkedDoors } = read.rules;
  return { doorIds, weekdays, hours, allowProvisioning, allowLinkedDoors, noEnd: rules.noEnd };
}

/** 32 letters and digits, never drawn twice. `randomUUID` is not there over plain http, as in the office's browser. */
function drawnId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
