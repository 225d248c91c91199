import { unreachable } from '#domain/failure';
import { plus, type InstantText } from '#domain/time/time';
import type { Clock } from '#main/ports/clock';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { operations } from './operations.ts';

const operation = z.string().refine((path) => operations.has(path), 'is none of the operations');
const list = z.enum([
  'Services',
  'Reservations',
  'Resources',
  'ResourceCategories',
  'ResourceCategoryAssignments',
  'Customers',
  'Companionships',
]);

/** One thing that the simulated Mews tells otherwise than it is. What the hotel keeps stays as it is. */
const lie = z.discriminatedUnion('kind', [
  /** Records of a list that have these fields, with others in their place: a name that is null, a time that is none. */
  z.strictObject({
    kind: z.literal('record'),
    list,
    where: z.record(z.string(), z.unknown()).default({}),
    set: z.record(z.string(), z.unknown()),
  }),
  /** A list of 200 with nothing in it, or with less than there is. */
  z.strictObject({ kind: z.literal('short'), list, most: z.number().int().min(0) }),
  /** A permission that the integration does not have. */
  z.strictObject({ kind: z.literal('forbidden'), operation, status: z.literal([401, 403]).default(403) }),
  /** The question is taken, and never answered. */
  z.strictObject({ kind: z.literal('hang'), operation }),
  /** The token is another property's. */
  z.strictObject({ kind: z.literal('enterprise'), id: z.guid(), name: z.string() }),
  /** Mews' own clock, in everything that it stamps and tells; negative: behind. */
  z.strictObject({ kind: z.literal('clock'), aheadSeconds: z.number().int() }),
]);
export type Lie = z.infer<typeof lie>;

/** What the control port takes: all lies from now on; none is the truth again. */
export const liesQuestion = z.strictObject({ lies: z.array(lie) });

type Wire = Readonly<Record<string, unknown>>;

/** An answer as the lies have it. @param body As Mews would truly give it. */
export function told(lies: readonly Lie[], body: unknown): unknown {
  return lies.reduce((answer, each) => (isRecord(answer) ? otherwise(each, answer) : answer), body);
}

/** Whether a question is refused for want of a permission, with which status, or never answered. */
export function refusal(lies: readonly Lie[], path: string): 401 | 403 | 'hang' | null {
  for (const each of lies) {
    if (each.kind === 'hang' && each.operation === path) return 'hang';
    if (each.kind === 'forbidden' && each.operation === path) return each.status;
  }
  return null;
}

/** The hotel's own clock, as far from the true one as the lies of the moment say. */
export function lyingClock(clock: Clock, lies: () => readonly Lie[]): Clock {
  const ahead = (): Temporal.Duration =>
    Temporal.Duration.from({
      seconds: lies().reduce((sum, each) => sum + (each.kind === 'clock' ? each.aheadSeconds : 0), 0),
    });
  return {
    now: () => plus(clock.now(), ahead()),
    until: (moment: InstantText, signal) => clock.until(plus(moment, ahead().negated()), signal),
    wait: (duration, signal) => clock.wait(duration, signal),
  };
}

function otherwise(each: Lie, answer: Wire): Wire {
  switch (each.kind) {
    case 'record':
      return withList(answer, each.list, (records) =>
        records.map((record) => (matches(record, each.where) ? { ...(record as Wire), ...each.set } : record)),
      );
    case 'short':
      return withList({ ...answer, Cursor: null }, each.list, (records) => records.slice(0, each.most));
    case 'enterprise': {
      const enterprise = answer['Enterprise'];
      return isRecord(enterprise) ? { ...answer, Enterprise: { ...enterprise, Id: each.id, Name: each.name } } : answer;
    }
    case 'forbidden':
    case 'hang':
    case 'clock':
      return answer;
    default:
      return unreachable(each);
  }
}

function withList(answer: Wire, name: string, change: (records: readonly unknown[]) => readonly unknown[]): Wire {
  const records: unknown = answer[name];
  return Array.isArray(records) ? { ...answer, [name]: change(records) } : answer;
}

function matches(record: unknown, where: Wire): boolean {
  return isRecord(record) && Object.entries(where).every(([field, value]) => record[field] === value);
}

function isRecord(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
