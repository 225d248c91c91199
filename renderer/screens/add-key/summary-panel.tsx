import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { DoorRow } from '#api/views';
import { hasNoEnd } from '#domain/key/no-end';
import type { Failure } from '../../channel/failure.ts';
import { readForm } from '../../components/edit-door-form.ts';
import { FailureNotice } from '../../components/notices.tsx';
import { Panel } from '../../components/page.tsx';
import { personName } from '../../components/person-form.ts';
import { limitsText } from '../../text/access-words.ts';
import { localText } from '../../text/format.ts';
import { joined } from '../../text/language.ts';
import type { AddKeyForm } from './add-key-form.ts';
import styles from './add-key.module.css';
import { addKeyText as texts } from './sentences.ts';

interface SummaryPanelProps {
  readonly effect: readonly string[];
  readonly warnings: readonly string[];
  /** Asked once more: the key would be made without an asked doorcode. */
  readonly confirming: boolean;
  readonly pending: boolean;
  readonly failure: Failure | null;
}

/** The effect in words, beside the form, and the button that makes it so. */
export function SummaryPanel({ effect, warnings, confirming, pending, failure }: SummaryPanelProps) {
  return (
    <div className={styles['summary']}>
      <Panel title={texts.summary}>
        <div className={styles['inPanel']}>
          <div aria-live="polite">
            {effect.length === 0 ? <p className={styles['quiet']}>{texts.nothingYet}</p> : null}
            {effect.map((sentence) => (
              <p key={sentence} className={styles['effect']}>
                {sentence}
              </p>
            ))}
            {warnings.map((sentence) => (
              <p key={sentence} className={styles['warning']}>
                <IconAlertTriangle size={16} aria-hidden />
                {sentence}
              </p>
            ))}
          </div>
          <FailureNotice failure={failure} />
          <Button
            type="submit"
            size="sm"
            variant="filled"
            fullWidth
            mt="sm"
            loading={pending}
            rightSection={<kbd aria-hidden>Ctrl Enter</kbd>}
            {...(confirming ? { color: 'red' } : {})}
          >
            {confirming ? texts.createAnyway : texts.create}
          </Button>
        </div>
      </Panel>
    </div>
  );
}

/** What the key will do, a sentence for each access: "Rita Fernandes can open 14 doors, Mon–Fri · 09:00–15:00, …". */
export function effectOf(form: AddKeyForm, doors: readonly DoorRow[]): readonly string[] {
  if (form.people.length === 0) return [];
  const owners = joined(form.people.map((person) => personName(person)));
  return form.accesses.flatMap(({ doorIds, rules }) => {
    const read = readForm(rules);
    if (doorIds.length === 0 || 'errors' in read) return [];
    const chosen = doors.filter(({ id }) => doorIds.includes(id));
    const linked = new Set(
      rules.allowLinkedDoors ? chosen.flatMap(({ linkedDoors }) => linkedDoors.map(({ id }) => id)) : [],
    );
    for (const id of doorIds) linked.delete(id);
    const { arrival, departure, weekdays, hours, allowProvisioning } = read.rules;
    const until = hasNoEnd(departure) ? null : localText(departure);
    const names = doorNames(
      chosen.map(({ name }) => name),
      linked.size,
    );
    const opens = texts.effect(owners, names, limitsText({ weekdays, hours }), localText(arrival), until);
    return [allowProvisioning ? opens : `${opens} ${texts.notWrittenYet}`];
  });
}

/** "204 and 205", "14 doors and 3 linked doors" */
function doorNames(names: readonly string[], linked: number): string {
  const named = names.length <= 4 ? names : [texts.countedDoors(names.length)];
  return joined(linked === 0 ? named : [...named, texts.linkedDoors(linked)]);
}
