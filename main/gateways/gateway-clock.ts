import type { Gateway } from '#domain/house/door';
import type { GatewayId } from '#domain/ids';
import { localAt } from '#domain/time/time';
import type { InstantText, ZoneName } from '#domain/time/time';
import type { Base } from '#main/base';
import type { ClockAnswer, LockDriver } from '#main/locks/lock-driver';
import { clear, raise } from '#main/timeline/record';

/** A clock drifts by seconds a day. */
const setEveryMs = 24 * 3_600_000;
/** Less than anybody at a door would notice. */
export const clockToleranceSeconds = 120;
const setTimeoutMs = 10_000;

/** Keeps the clock of one gateway's locks on the property's time: by it, and not by Portal's, they open and refuse. */
export class GatewayClock {
  readonly #base: Base;
  readonly #gatewayId: GatewayId;
  readonly #driver: LockDriver;
  /** When it was last set, and to which wall clock: a change of zone or of daylight time shows as another offset. */
  #last: { readonly at: InstantText; readonly zone: ZoneName; readonly offset: number } | null = null;

  constructor(base: Base, gatewayId: GatewayId, driver: LockDriver) {
    this.#base = base;
    this.#gatewayId = gatewayId;
    this.#driver = driver;
  }

  /** The gateway was away, perhaps without power; or a lock refused whom it should know. */
  doubt(): void {
    this.#last = null;
  }

  /** Sets the clock when it is due. A time that other clocks contradict is told to no lock. */
  async keep(): Promise<void> {
    const { store, clock, witness } = this.#base;
    const settings = await store.read((view) => view.get('settings', 'property'));
    if (settings === null || (witness?.doubt ?? null) !== null) return;
    const now = clock.now();
    const next = { at: now, zone: settings.zone, offset: offsetOf(now, settings.zone) };
    if (!isDue(this.#last, next)) return;
    const answer = await this.#driver.setClock({ zone: settings.zone, timeoutMs: setTimeoutMs });
    if (answer.outcome === 'no-answer') return;
    this.#last = next;
    await noteClock(this.#base, this.#gatewayId, answer);
  }
}

interface Setting {
  readonly at: InstantText;
  readonly zone: ZoneName;
  readonly offset: number;
}

function isDue(last: Setting | null, next: Setting): boolean {
  if (last === null || last.zone !== next.zone || last.offset !== next.offset) return true;
  return Math.abs(Date.parse(next.at) - Date.parse(last.at)) >= setEveryMs;
}

/** Milliseconds from UTC. */
function offsetOf(at: InstantText, zone: ZoneName): number {
  return Date.parse(`${localAt(at, zone)}Z`) - Math.floor(Date.parse(at) / 60_000) * 60_000;
}

async function noteClock(
  { store, clock }: Base,
  id: GatewayId,
  answer: Exclude<ClockAnswer, { outcome: 'no-answer' }>,
): Promise<void> {
  const read = readingOf(answer);
  await store.transact(async (transaction) => {
    const gateway = await transaction.get('gateways', id);
    if (gateway === null) return;
    const { state, offBySeconds } = read;
    if (gateway.clock?.state !== state || state === 'off') {
      await transaction.put('gateways', { ...gateway, clock: read });
    }
    const alert = { id: `gateway-clock/${id}`, kind: 'gateway-clock' as const };
    if (state !== 'off' && state !== 'unknown') return clear(transaction, [alert.id]);
    const facts = { gateway: gateway.name, ...(offBySeconds === null ? {} : { off: String(offBySeconds) }) };
    await raise(transaction, clock.now(), [{ ...alert, facts }]);
  });
}

function readingOf(answer: Exclude<ClockAnswer, { outcome: 'no-answer' }>): NonNullable<Gateway['clock']> {
  if (answer.outcome === 'not-offered') return { state: 'not-offered', offBySeconds: null };
  const { offBySeconds } = answer;
  if (offBySeconds === null) return { state: 'unknown', offBySeconds };
  return { state: Math.abs(offBySeconds) <= clockToleranceSeconds ? 'right' : 'off', offBySeconds };
}
