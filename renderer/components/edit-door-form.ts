import type { KeyDoorView } from '#api/views';
import type { HoursOfDay } from '#domain/key/key';
import { hasNoEnd, noEnd } from '#domain/key/no-end';
import { localDateTime, type LocalDateTime, type Weekday } from '#domain/time/time';
import { type Closing, closingTexts as harm, editDoorTexts as texts, maybeCloses } from '../text/doors.ts';
import { clockTimeFrom } from '../text/format.ts';
import { cardsAtClosedDoors, cardsOpenAsBefore, type HeldCredentials, heldKind } from '../text/held-cards.ts';

/** What the desk types into Edit door, before it is understood. Days are ISO dates, times as typed. */
export interface EditDoorForm {
  readonly firstDay: string;
  readonly arrivalTime: string;
  readonly lastDay: string;
  readonly departureTime: string;
  /** A staff key without end: the last day and time do not count. */
  readonly noEnd: boolean;
  readonly weekdays: readonly Weekday[];
  /** null: all day. */
  readonly hours: { readonly from: string; readonly to: string } | null;
  readonly allowProvisioning: boolean;
  readonly allowLinkedDoors: boolean;
}

/** The same, understood: ready for `keys.editDoor`. */
export interface DoorRules {
  readonly arrival: LocalDateTime;
  readonly departure: LocalDateTime;
  readonly weekdays: [Weekday, ...Weekday[]] | null;
  readonly hours: HoursOfDay | null;
  readonly allowProvisioning: boolean;
  readonly allowLinkedDoors: boolean;
}

export type FieldErrors = Partial<
  Record<'firstDay' | 'arrivalTime' | 'lastDay' | 'departureTime' | 'weekdays' | 'from' | 'to', string>
>;

export const everyWeekday: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

export function formOf(door: Pick<KeyDoorView, keyof DoorRules>): EditDoorForm {
  return {
    firstDay: door.arrival.slice(0, 10),
    arrivalTime: door.arrival.slice(11),
    lastDay: hasNoEnd(door.departure) ? '' : door.departure.slice(0, 10),
    departureTime: door.departure.slice(11),
    noEnd: hasNoEnd(door.departure),
    weekdays: door.weekdays ?? everyWeekday,
    hours: door.hours,
    allowProvisioning: door.allowProvisioning,
    allowLinkedDoors: door.allowLinkedDoors,
  };
}

/** The rules that the form states, or a sentence beside each field that does not read. */
export function readForm(form: EditDoorForm): { readonly rules: DoorRules } | { readonly errors: FieldErrors } {
  const arrival = moment(form.firstDay, form.arrivalTime);
  const departure = form.noEnd ? noEnd : moment(form.lastDay, form.departureTime);
  const from = form.hours === null ? null : clockTimeFrom(form.hours.from);
  const to = form.hours === null ? null : clockTimeFrom(form.hours.to);
  const [first, ...rest] = form.weekdays.toSorted((left, right) => left - right);
  const errors: FieldErrors = {
    ...(form.firstDay === '' ? { firstDay: texts.badDate } : {}),
    ...(form.lastDay === '' && !form.noEnd ? { lastDay: texts.badDate } : {}),
    ...(clockTimeFrom(form.arrivalTime) === null ? { arrivalTime: texts.badTime } : {}),
    ...(clockTimeFrom(form.departureTime) === null && !form.noEnd ? { departureTime: texts.badTime } : {}),
    ...(first === undefined ? { weekdays: texts.noDay } : {}),
    ...(form.hours !== null && from === null ? { from: texts.badTime } : {}),
    ...(form.hours !== null && to === null ? { to: texts.badTime } : {}),
    ...(arrival !== null && departure !== null && departure <= arrival ? { lastDay: texts.departureFirst } : {}),
  };
  if (Object.keys(errors).length > 0 || arrival === null || departure === null || first === undefined)
    return { errors };
  return {
    rules: {
      arrival,
      departure,
      weekdays: form.weekdays.length === 7 ? null : [first, ...rest],
      hours: from === null || to === null ? null : { from, to },
      allowProvisioning: form.allowProvisioning,
      allowLinkedDoors: form.allowLinkedDoors,
    },
  };
}

/** What the guest loses by these rules, in words; empty when nothing is taken away. `now` is in the property's zone. */
export function harmOf(
  door: KeyDoorView,
  rules: DoorRules,
  around: {
    readonly owner: string;
    readonly closing: Closing;
    readonly held: HeldCredentials;
    readonly now: LocalDateTime;
  },
): readonly string[] {
  const { owner, closing, held, now } = around;
  const opensNow = door.arrival <= now && now < door.departure;
  const wouldOpenNow = rules.arrival <= now && now < rules.departure;
  const atCards = (at: Closing) => cardsAtClosedDoors(held.cards, [...at.lost, ...at.maybe], false);
  if (door.allowProvisioning && !rules.allowProvisioning) {
    return [harm.noProvisioning[heldKind(held)](owner, closing.lost), ...maybeCloses(closing), ...atCards(closing)];
  }
  if (opensNow && !wouldOpenNow)
    return [harm.endsNow(owner, closing.lost), ...maybeCloses(closing), ...atCards(closing)];
  const isShorter = rules.departure < door.departure || (rules.arrival > door.arrival && now < rules.arrival);
  const isLess = isShorter || isNarrower(door, rules);
  const linked = linkedOnly(door, closing);
  const losesLinked = door.allowLinkedDoors && !rules.allowLinkedDoors;
  return [
    ...(isShorter ? [harm.shorter(owner, door.name)] : []),
    ...(isNarrower(door, rules) ? [harm.restricted(owner, door.name)] : []),
    ...(losesLinked ? [...linkedClose(owner, linked), ...atCards(linked)] : []),
    ...(isLess ? cardsOpenAsBefore(held.cards) : []),
  ];
}

function linkedClose(owner: string, closing: Closing): readonly string[] {
  return [...(closing.lost.length === 0 ? [] : [harm.noLinked(owner, closing.lost)]), ...maybeCloses(closing)];
}

function linkedOnly(door: KeyDoorView, { lost, maybe }: Closing): Closing {
  return { lost: lost.filter((name) => name !== door.name), maybe };
}

function isNarrower(door: KeyDoorView, rules: DoorRules): boolean {
  const before = door.weekdays ?? everyWeekday;
  const after = rules.weekdays ?? everyWeekday;
  const losesDays = before.some((day) => !after.includes(day));
  const losesHours =
    rules.hours !== null && (rules.hours.from !== door.hours?.from || rules.hours.to !== door.hours.to);
  return losesDays || losesHours;
}

function moment(day: string, time: string): LocalDateTime | null {
  const read = localDateTime.safeParse(`${day}T${clockTimeFrom(time) ?? ''}`);
  return read.success ? read.data : null;
}
