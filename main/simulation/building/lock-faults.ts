import '#main/locks/drivers/matter/matter-settings';
import { Status, StatusResponseError } from '@matter/main/types';

/** How a lock of the building misbehaves. `slow`: what is asked is done at once, the answer comes late. */
export type LockFault =
  { readonly kind: 'offline' } | { readonly kind: 'slow'; readonly seconds: number } | { readonly kind: 'full' };

/** A command to a lock without radio is given up by the bridge after this long, and never carried out. */
const BRIDGE_GIVES_UP_MS = 60_000;

/** The scripted faults of one building, by endpoint id. Kept in memory: a restart clears them. */
export class LockFaults {
  readonly #faults = new Map<string, LockFault>();
  readonly #held = new Map<string, Set<() => void>>();

  of(endpointId: string): LockFault | null {
    return this.#faults.get(endpointId) ?? null;
  }

  set(endpointId: string, fault: LockFault | null): void {
    if (fault === null) this.#faults.delete(endpointId);
    else this.#faults.set(endpointId, fault);
    if (fault?.kind !== 'offline') this.#held.get(endpointId)?.forEach((drop) => drop());
  }

  /** What every command passes first: without radio it hangs, and then fails without having been carried out. */
  async arrive(endpointId: string): Promise<void> {
    if (this.of(endpointId)?.kind !== 'offline') return;
    const held = this.#held.get(endpointId) ?? new Set();
    this.#held.set(endpointId, held);
    await new Promise<void>((resolve) => {
      const drop = () => {
        clearTimeout(timer);
        held.delete(drop);
        resolve();
      };
      const timer = setTimeout(drop, BRIDGE_GIVES_UP_MS);
      timer.unref();
      held.add(drop);
    });
    throw new StatusResponseError('The lock did not answer the bridge', Status.Failure);
  }

  /** What every command passes after it was carried out and stored. */
  async answer(endpointId: string): Promise<void> {
    const fault = this.of(endpointId);
    if (fault?.kind !== 'slow') return;
    await new Promise<void>((resolve) => setTimeout(resolve, fault.seconds * 1000).unref());
  }

  refuseWhenFull(endpointId: string): void {
    if (this.of(endpointId)?.kind !== 'full') return;
    throw new StatusResponseError('No space for another user', Status.ResourceExhausted);
  }
}
