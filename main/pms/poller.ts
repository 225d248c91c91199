import { plus, type InstantText } from '#domain/time/time';
import type { Base } from '#main/base';
import { Temporal } from 'temporal-polyfill';
import { nextHealth, silentHealth, troubleFree, type Trouble } from './health.ts';
import { noteHealth, withheldAlerts } from './note-health.ts';
import { isSilent } from './silence.ts';
import type { PmsSource } from './pms-source.ts';
import { reconcile } from './compare.ts';
import { syncChanges } from './sync.ts';
import type { SyncAnswer } from './store-news.ts';

/** Whole stays are compared this often; what a PMS changes without stamping it is found then. */
const reconcileEvery = Temporal.Duration.from({ minutes: 10 });
/** A refused token is tried again this often, in case the hotel gives it back its rights. */
const brokenProbe = Temporal.Duration.from({ seconds: 60 });
/** The longest pause while the PMS cannot be reached. */
const longestPause = Temporal.Duration.from({ seconds: 30 });
/** However many hints come, this much lies between two rounds. */
const leastPause = Temporal.Duration.from({ seconds: 1 });
/** A token that was refused once is tried again after this at the latest. */
const secondLook = Temporal.Duration.from({ seconds: 15 });
/** A PMS that is asked may think for this long, and at least for two rounds' pauses, before it counts as silent. */
const leastSilence = Temporal.Duration.from({ seconds: 10 });
/** One round of questions, its waits for 429 included. */
const roundTimeoutMs = 10 * 60_000;

export interface Poller {
  /** Asks for everything now; resolves when a whole round, begun after this call, has ended. */
  syncNow(): Promise<void>;
  stop(): Promise<void>;
}

/** Asks one PMS at the property's pace, for ever, and keeps the connection's state true. */
export function startPoller(base: Base, source: PmsSource): Poller {
  const stopped = new AbortController();
  let wake = new AbortController();
  let trouble: Trouble | null = null;
  let waiting: (() => void)[] = [];
  let hinted = false;

  const poll = async (everything: boolean): Promise<Trouble> => {
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(roundTimeoutMs)]);
    const ended = new AbortController();
    const watched = watch(base, source, trouble ?? (await lastKnown(base, source)), ended.signal);
    const answer = await askAll(base, source, { everything, signal }).finally(() => ended.abort());
    const before = await watched;
    const isOver = stopped.signal.aborted;
    trouble = isOver ? before : await noteHealth(base, source, { before, trouble: nextHealth(before, answer) });
    return trouble;
  };
  const loop = async (): Promise<void> => {
    while (!stopped.signal.aborted) {
      const asked = waiting;
      waiting = [];
      hinted = false;
      // A full disk, say: nothing is lost, the window is asked for again.
      // Staff who ask want to be sure: every stay is compared then.
      const pause = await poll(asked.length > 0)
        .then((state) => {
          hinted &&= state.inARow === 0;
          return pauseAfter(base, source, state);
        })
        .catch((err: unknown) => {
          hinted = false;
          base.log.error({ err }, 'a PMS round failed');
          return longestPause;
        });
      for (const tell of asked) tell();
      const soonest = plus(base.clock.now(), leastPause);
      // What came during the round may not be in its answers.
      wake = new AbortController();
      if (!hinted && waiting.length === 0) await base.clock.wait(pause, AbortSignal.any([stopped.signal, wake.signal]));
      if (hinted) await base.clock.until(soonest, stopped.signal);
    }
  };
  /** A PMS that is in trouble is left in peace: its pause is not shortened. */
  const hint = (): void => {
    if (trouble === null || trouble.inARow > 0) return;
    hinted = true;
    wake.abort();
  };
  const deafen = listen(base, source, hint);
  const running = loop();

  return {
    syncNow() {
      return new Promise((resolve) => {
        waiting.push(resolve);
        wake.abort();
      });
    },
    async stop() {
      stopped.abort();
      deafen();
      await running;
      for (const tell of waiting) tell();
    },
  };
}

/** @returns what ends it. Without a channel, or with a broken one, the PMS is asked at its usual pace. */
function listen(base: Base, { connection, connector }: PmsSource, hint: () => void): () => void {
  const safely = <Value>(act: () => Value): Value | undefined => {
    try {
      return act();
    } catch (err) {
      base.log.warn({ err, connection: connection.id }, 'the hints of the PMS fail');
      return undefined;
    }
  };
  const end = safely(() => connector.hints?.(hint));
  return () => safely(() => end?.());
}

/** Says that the PMS is silent while a round still waits for it. @returns what is known when the round is over; never rejects. */
async function watch(base: Base, source: PmsSource, before: Trouble, ended: AbortSignal): Promise<Trouble> {
  try {
    const twice = (await usualPause(base, source)).seconds * 2;
    const after = Temporal.Duration.from({ seconds: Math.max(twice, leastSilence.seconds) });
    const heard = source.heard ?? (() => null);
    if (!(await isSilent(base.clock, { after, heard }, ended))) return before;
    return await noteHealth(base, source, { before, trouble: silentHealth(before) });
  } catch (err) {
    base.log.error({ err }, 'the silence of a PMS could not be told');
    return before;
  }
}

/** A connection that was Broken when Portal stopped is so until the PMS says otherwise. */
async function lastKnown(base: Base, { connection: { id } }: PmsSource): Promise<Trouble> {
  const { connection, alerts } = await base.store.read(async (view) => ({
    connection: await view.get('pms', id),
    alerts: await withheldAlerts(view, id),
  }));
  if (connection === null) return troubleFree;
  return {
    ...troubleFree,
    withheld: alerts.map(({ facts }) => ({ operation: facts['operation'] ?? '', message: facts['message'] ?? '' })),
    state: connection.state,
    problem: connection.lastProblem,
    otherProperty: connection.otherProperty,
  };
}

async function askAll(
  base: Base,
  source: PmsSource,
  { everything, signal }: { readonly everything: boolean; readonly signal: AbortSignal },
): Promise<SyncAnswer> {
  const changes = await syncChanges(base, source, signal);
  if (changes.outcome !== 'answered' || source.connector.changedStays === undefined) return changes;
  const { id } = source.connection;
  const connection = await base.store.read((view) => view.get('pms', id));
  const last = connection?.reconciledAt ?? null;
  const now = base.clock.now();
  // A comparison that is still to come was written by a clock that was ahead: nothing is known of it.
  const due = last === null || last > now || plus(last, reconcileEvery) <= now;
  return due || everything ? reconcile(base, source, signal) : changes;
}

/** The property's own pace, unless the PMS wants a slower one. */
async function usualPause(base: Base, { system }: PmsSource): Promise<Temporal.Duration> {
  const settings = await base.store.read((view) => view.get('settings', 'property'));
  return Temporal.Duration.from({ seconds: Math.max(settings?.pollSeconds ?? 5, system.limits.pollSeconds) });
}

async function pauseAfter(base: Base, source: PmsSource, trouble: Trouble): Promise<Temporal.Duration> {
  if (trouble.state === 'broken') return brokenProbe;
  const usual = await usualPause(base, source);
  if (trouble.inARow === 0) return usual;
  // Whether a token is dead is known soon, however slow the pace.
  if (trouble.refusals > 0 && usual.seconds > secondLook.seconds) return secondLook;
  const grown = Temporal.Duration.from({ seconds: usual.seconds * 2 ** Math.min(trouble.inARow, 6) });
  const most = Temporal.Duration.compare(usual, longestPause) > 0 ? usual : longestPause;
  const pause = Temporal.Duration.compare(grown, most) > 0 ? most : grown;
  return later(base.clock.now(), pause, trouble.retryAt);
}

/** The pause, or until the PMS said it may be asked again, whichever is longer. */
function later(now: InstantText, pause: Temporal.Duration, retryAt: InstantText | null): Temporal.Duration {
  if (retryAt === null || retryAt <= plus(now, pause)) return pause;
  return Temporal.Instant.from(now).until(Temporal.Instant.from(retryAt));
}
