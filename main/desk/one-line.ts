import type { Alert, AlertKind } from '#domain/alerts/alert';
import { inNaturalOrder } from '#domain/text/natural-order';

/** Beyond so many alerts of one kind a list of them hides everything else. */
const most = 3;
/** Kinds that come by the hundred when one thing is not done, and what each of them is named by. */
const namedBy: Readonly<Partial<Record<AlertKind, string>>> = {
  'room-not-mapped': 'room',
  'room-inactive': 'room',
  'no-room-assigned': 'number',
  'stay-set-aside': 'number',
};

/** One line a cause: many alerts of such a kind become one, with their number and all names. What is stored stays as it is. */
export function oneLineEach(alerts: readonly Alert[]): readonly Alert[] {
  return [...Map.groupBy(alerts, ({ kind }) => kind)].flatMap(([kind, all]) => {
    const fact = namedBy[kind];
    const [newest] = all.toSorted((one, other) => (one.raisedAt < other.raisedAt ? 1 : -1));
    if (fact === undefined || newest === undefined || all.length <= most) return all;
    const names = [...new Set(all.flatMap(({ facts }) => facts[fact] ?? []))];
    const sorted = names.map((name) => ({ name })).toSorted(inNaturalOrder);
    const facts = { ...sharedFacts(all), count: String(all.length), names: sorted.map(({ name }) => name).join(', ') };
    const { raisedAt } = newest;
    return [{ id: `${kind}/all`, kind, raisedAt, keyId: null, doorId: null, lockId: null, reservationId: null, facts }];
  });
}

/** What is the same in all of them: which PMS, say. */
function sharedFacts([first, ...others]: readonly Alert[]): Alert['facts'] {
  const all = Object.entries(first?.facts ?? {});
  return Object.fromEntries(all.filter(([name, value]) => others.every(({ facts }) => facts[name] === value)));
}
