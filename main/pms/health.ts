import { unreachable } from '#domain/failure';
import type { PmsConnection } from '#domain/pms/pms-connection';
import type { InstantText } from '#domain/time/time';
import type { OtherProperty, PmsAnswer, Withheld } from './pms-connector.ts';

export interface Trouble {
  readonly state: PmsConnection['state'];
  /** Rounds in a row that ended badly. */
  readonly inARow: number;
  /** Refusals of the token in a row. */
  readonly refusals: number;
  readonly problem: string | null;
  /** Whose the credentials are, where it is another property than the connected one. */
  readonly otherProperty: string | null;
  /** What the credentials do not allow, though they are good. */
  readonly withheld: readonly Withheld[];
  /** When the PMS wants to be asked again; null: it did not say. */
  readonly retryAt: InstantText | null;
}

export const troubleFree: Trouble = {
  state: 'connected',
  inARow: 0,
  refusals: 0,
  problem: null,
  otherProperty: null,
  withheld: [],
  retryAt: null,
};

/** One refusal of a token may be a hiccup of the PMS; the second in a row is Broken: staff have to reconnect. */
const refusalsUntilBroken = 2;
/** One missed answer is nothing to tell the desk. */
const failuresUntilDegraded = 2;

export function nextHealth(known: Trouble, answer: PmsAnswer<unknown> | OtherProperty): Trouble {
  const before = { ...known, otherProperty: null };
  const inARow = before.inARow + 1;
  const isNews = before.state !== 'broken' && inARow >= failuresUntilDegraded;
  const degraded = isNews ? 'degraded' : before.state;
  switch (answer.outcome) {
    case 'answered':
      return { ...troubleFree, withheld: different(answer.withheld ?? []) };
    case 'unauthorised': {
      const refusals = before.refusals + 1;
      const state = refusals >= refusalsUntilBroken ? 'broken' : before.state;
      return { ...before, state, inARow, refusals, problem: answer.message, retryAt: null };
    }
    case 'other-property':
      return { ...before, state: 'broken', inARow, problem: null, otherProperty: answer.name, retryAt: null };
    case 'refused':
      return {
        ...before,
        state: before.state === 'broken' ? 'broken' : 'degraded',
        inARow,
        problem: answer.message,
        withheld: answer.withheld === undefined ? [] : [answer.withheld],
        retryAt: null,
      };
    case 'unreachable':
      return { ...before, state: degraded, inARow, problem: answer.cause, retryAt: answer.retryAt };
    default:
      return unreachable(answer);
  }
}

/** While a round lasts and the PMS says nothing: the desk is told before the question times out. */
export function silentHealth(before: Trouble): Trouble {
  if (before.state === 'broken') return before;
  return { ...before, state: 'degraded', problem: before.problem ?? 'no answer' };
}

/** One word about each operation, however often it was asked. */
function different(withheld: readonly Withheld[]): readonly Withheld[] {
  return [...new Map(withheld.map((each) => [each.operation, each])).values()];
}
