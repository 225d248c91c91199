import type { DoorRow } from '#api/views';
import { limitsText } from '../../components/access-words.ts';
import { readForm } from '../../components/edit-door-form.ts';
import { personName } from '../../components/person-form.ts';
import { endText, localText } from '../../format.ts';
import { joined } from '../../text/doorcode.ts';
import type { AddKeyForm } from './add-key-form.ts';

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
    const when = limitsText({ weekdays, hours }) ?? 'every day, all day';
    const period = `from ${localText(arrival)} ${endText(departure) === 'no end' ? 'with no end' : `until ${endText(departure)}`}`;
    const pending = allowProvisioning ? '' : ' Nothing is written to the locks until provisioning is allowed.';
    return [
      `${owners} can open ${doorsText(
        chosen.map(({ name }) => name),
        linked.size,
      )}, ${when}, ${period}.${pending}`,
    ];
  });
}

function doorsText(names: readonly string[], linked: number): string {
  const named = names.length <= 4 ? joined(names) : `${names.length} doors`;
  if (linked === 0) return named;
  return `${named} and ${linked} linked ${linked === 1 ? 'door' : 'doors'}`;
}
