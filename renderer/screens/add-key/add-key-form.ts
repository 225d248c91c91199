import { Temporal } from 'temporal-polyfill';
import type { CreateKeyInput, PreviewDoorcodeInput } from '#api/key-inputs';
import type { DoorcodePreview, NewKeyDefaults } from '#api/key-making';
import type { DoorId } from '#domain/ids';
import type { KeyTemplate } from '#domain/key/key-template';
import type { LocalDateTime } from '#domain/time/time';
import { type EditDoorForm, everyWeekday, type FieldErrors, readForm } from '../../components/edit-door-form.ts';
import { holderInput, personErrors, type PersonErrors, type PersonForm } from '../../components/person-form.ts';
import { editDoorTexts } from '../../text/doors.ts';
import { addKeyText as texts } from './sentences.ts';

/** Doors that share one set of access rules. */
export interface AccessForm {
  readonly uid: string;
  readonly doorIds: readonly DoorId[];
  readonly rules: EditDoorForm;
}

/** Add Key as typed so far; nothing of it is lost on a refusal. */
export interface AddKeyForm {
  readonly people: readonly PersonForm[];
  readonly accesses: readonly AccessForm[];
}

/** Sentences by the uid of the person or the access that they stand beside. */
export interface AddKeyErrors {
  readonly noPerson?: string;
  readonly people: Readonly<Record<string, PersonErrors>>;
  readonly accesses: Readonly<Record<string, FieldErrors & { readonly doors?: string }>>;
}

export const noErrors: AddKeyErrors = { people: {}, accesses: {} };

/** From now until tomorrow's check-out time, every day, all day, provisioned at once, linked doors included. */
export function newAccess(uid: string, now: LocalDateTime, defaults: Pick<NewKeyDefaults, 'departure'>): AccessForm {
  const tomorrow = Temporal.PlainDate.from(now).add({ days: 1 }).toString();
  const rules: EditDoorForm = {
    firstDay: now.slice(0, 10),
    arrivalTime: now.slice(11),
    lastDay: tomorrow,
    departureTime: defaults.departure,
    noEnd: false,
    weekdays: everyWeekday,
    hours: null,
    allowProvisioning: true,
    allowLinkedDoors: true,
  };
  return { uid, doorIds: [], rules };
}

/** The access with a template's doors and rules; dates stay as typed. */
export function withTemplate(access: AccessForm, template: KeyTemplate, known: ReadonlySet<DoorId>): AccessForm {
  const { weekdays, hours, allowProvisioning, allowLinkedDoors, noEnd, doorIds } = template;
  const rules = {
    ...access.rules,
    weekdays: weekdays ?? everyWeekday,
    hours,
    allowProvisioning,
    allowLinkedDoors,
    noEnd,
  };
  return { ...access, doorIds: doorIds.filter((id) => known.has(id)), rules };
}

/**
 * The form after something was changed. An access that now has no end is for staff: who is new on the key is taken for a
 * member of staff (a guest's card would end other guests' cards), and can be said to be a guest after all.
 */
export function afterChange(before: AddKeyForm, after: AddKeyForm): AddKeyForm {
  if (!hasAccessForStaff(after)) return after;
  const known = new Set(hasAccessForStaff(before) ? before.people.map(({ uid }) => uid) : []);
  const people = after.people.map((person) =>
    person.personId === null && !known.has(person.uid) ? { ...person, kind: 'staff' as const } : person,
  );
  return { ...after, people };
}

function hasAccessForStaff({ accesses }: AddKeyForm): boolean {
  return accesses.some(({ rules }) => rules.noEnd);
}

export type ReadAddKey = { readonly input: Omit<CreateKeyInput, 'requestId'> } | { readonly errors: AddKeyErrors };

/** The key that the form states, or a sentence beside each field that does not read. `now` is in the property's zone. */
export function readAddKey(form: AddKeyForm, now: LocalDateTime): ReadAddKey {
  const doors: CreateKeyInput['doors'] = [];
  const accesses: Record<string, FieldErrors & { doors?: string }> = {};
  for (const { uid, doorIds, rules } of form.accesses) {
    const read = readForm(rules);
    const problems: FieldErrors & { doors?: string } = {
      ...('errors' in read ? read.errors : {}),
      ...(doorIds.length === 0 ? { doors: editDoorTexts.noDoor } : {}),
      ...('rules' in read && read.rules.departure <= now ? { lastDay: editDoorTexts.over } : {}),
    };
    if (Object.keys(problems).length > 0) accesses[uid] = problems;
    else if ('rules' in read) doors.push(...doorIds.map((doorId) => ({ doorId, ...read.rules })));
  }
  const stay = stayOf(form);
  const people: Record<string, PersonErrors> = {};
  for (const person of form.people) {
    const problems = personErrors(person, stay);
    if (Object.keys(problems).length > 0) people[person.uid] = problems;
  }
  const isMissing = form.people.length === 0;
  if (isMissing || Object.keys(accesses).length > 0 || Object.keys(people).length > 0) {
    return { errors: { ...(isMissing ? { noPerson: texts.noPerson } : {}), people, accesses } };
  }
  return { input: { people: form.people.map((person) => holderInput(person)), doors } };
}

/** The doors and periods as far as they read, for looking at a doorcode. */
export function doorsToLookAt(form: AddKeyForm): PreviewDoorcodeInput['doors'] {
  return form.accesses.flatMap(({ doorIds, rules }) => {
    const read = readForm(rules);
    if ('errors' in read) return [];
    const { arrival, departure, allowLinkedDoors } = read.rules;
    return doorIds.map((doorId) => ({ doorId, arrival, departure, allowLinkedDoors }));
  });
}

/** The people whose asked doorcode is not to be had. */
export function withoutCode(
  people: readonly PersonForm[],
  previews: Readonly<Record<string, DoorcodePreview | null>>,
): readonly PersonForm[] {
  return people.filter(
    ({ uid, doorcode }) => doorcode !== null && doorcode.policy !== 'random' && previews[uid]?.outcome === 'not-free',
  );
}

/** A door is in one access only: chosen in another, it moves there. */
export function withDoors(form: AddKeyForm, uid: string, doorIds: readonly DoorId[]): AddKeyForm {
  const accesses = form.accesses.map((access) =>
    access.uid === uid
      ? { ...access, doorIds }
      : { ...access, doorIds: access.doorIds.filter((id) => !doorIds.includes(id)) },
  );
  return { ...form, accesses };
}

function stayOf({ accesses }: AddKeyForm): readonly LocalDateTime[] {
  return accesses.flatMap(({ rules }) => {
    const read = readForm(rules);
    return 'rules' in read ? [read.rules.arrival, read.rules.departure] : [];
  });
}
