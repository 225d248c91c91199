import type { LockLimits, LockRef } from '#domain/house/door';
import type { LockWindow } from '#domain/key/access-window';
import type { LockContent, LockError } from '#domain/locks/lock-entry';
import type { InstantText, ZoneName } from '#domain/time/time';

/**
 * One gateway (a bridge, a hub, a single lock with its own radio) and the locks behind it. The driver knows nothing of
 * keys and guests; it states a wanted end at a lock. What each lock can, the driver says in its `limits`, and is asked no
 * more than that. Contract, checked by tests/contracts/lock-driver.ts:
 *
 * - Safe to repeat: `put` twice with the same tag and content leaves one credential; `remove` of what is absent is
 *   confirmed.
 * - `confirmed` means that the lock (with `proof: 'cloud'`, its maker's cloud) was read, in this call, to be as asked.
 *   `unknown` means that a write may have landed: the caller reads before it writes again. A driver never retries on its
 *   own, and never answers from a cache.
 * - At no moment of a `put` does the credential open the lock outside the window that was sent.
 * - Every call ends by its deadline; what may still happen afterwards is `unknown`.
 * - Entries with tags that Portal did not give are never changed; on a lock that recognises by place, no place but the
 *   one that the order names.
 */
export interface LockDriver {
  /** How many locks behind this gateway may be spoken to at the same time; never two calls to one lock. */
  readonly parallel: number;
  /** @returns false when the gateway cannot be reached now; the driver goes on trying by itself until `close`. */
  connect(): Promise<boolean>;
  /** Asks the gateway itself, and no lock: it costs no battery. */
  answers(options: CallOptions): Promise<boolean>;
  /**
   * Sets the clock by which the locks keep their windows to the property's local time, daylight time included, where that can be
   * done; then reads it.
   */
  setClock(options: CallOptions & { readonly zone: ZoneName }): Promise<ClockAnswer>;
  close(): Promise<void>;
  locks(): Promise<readonly FoundLock[]>;
  /**
   * Upsert of the credential with this tag, of the content's kind: what the tag had of another kind goes. With a `ref`,
   * that place; without, the place where the tag is found, else a free one. A lock that recognises by place always gets
   * one, the number of the place from 1 on, and never keeps the tag.
   */
  put(order: PutOrder, options: CallOptions): Promise<WriteResult>;
  /** Removes the credential with this tag, schedules included. */
  remove(order: RemoveOrder, options: CallOptions): Promise<WriteResult>;
  /** What the lock itself holds under this tag, now. */
  read(order: RemoveOrder, options: CallOptions): Promise<Readback>;
  /** Everything the lock holds, foreign entries too: for the audit. */
  list(address: string, options: CallOptions): Promise<ListResult>;
  /** Asks the lock for a sign of life, and for its battery. */
  probe(address: string, options: CallOptions): Promise<Probe>;
  on(listener: (event: LockEvent) => void): () => void;
}

export type ClockAnswer =
  /** As read after it was set. null: it does not know the time, or not the zone. */
  | { readonly outcome: 'read'; readonly offBySeconds: number | null }
  /** The locks' clock is nobody's here to set or read. */
  | { readonly outcome: 'not-offered' }
  | { readonly outcome: 'no-answer'; readonly cause: string };

export interface FoundLock {
  /** Who the lock is, for as long as it hangs on this gateway: another lock never has it. */
  readonly address: string;
  /** The address by which an older release of Portal knew it. */
  readonly formerly?: string;
  readonly name: string;
  readonly limits: LockLimits;
}

export interface PutOrder {
  readonly address: string;
  readonly tag: string;
  readonly ref: LockRef | null;
  readonly content: Pick<LockContent, 'kind' | 'code'> & {
    /** What the lock keeps of the window, by its limits; null: it keeps none. */
    readonly window: LockWindow | null;
  };
}

export interface RemoveOrder {
  readonly address: string;
  readonly tag: string;
  readonly ref: LockRef | null;
}

export interface CallOptions {
  /** Whole milliseconds this call may take at the most. */
  readonly timeoutMs: number;
}

export type WriteResult =
  | { readonly outcome: 'confirmed'; readonly ref: LockRef | null }
  /** The gateway took it; the lock has not said so: read. */
  | { readonly outcome: 'accepted'; readonly ref: LockRef | null }
  | { readonly outcome: 'unknown'; readonly ref: LockRef | null; readonly cause: string }
  | { readonly outcome: 'failed'; readonly error: LockError };

export type Readback =
  | { readonly outcome: 'empty' }
  /**
   * `code` is null where the lock never tells it (Matter PINs are write-only); presence, tag and window are then what
   * was read. `complete` is false when a credential or schedule of the entry is missing.
   */
  | {
      readonly outcome: 'present';
      readonly ref: LockRef;
      readonly code: string | null;
      readonly window: LockWindow | null;
      readonly complete: boolean;
    }
  | { readonly outcome: 'no-answer'; readonly cause: string }
  | { readonly outcome: 'failed'; readonly error: LockError };

export interface ListedEntry {
  readonly ref: LockRef;
  /** null: not one of Portal's. */
  readonly tag: string | null;
  readonly name: string;
  readonly credentials: readonly ('pin' | 'card' | 'other')[];
  readonly window: LockWindow | null;
}

export type ListResult =
  | { readonly outcome: 'listed'; readonly entries: readonly ListedEntry[] }
  | { readonly outcome: 'no-answer'; readonly cause: string }
  | { readonly outcome: 'failed'; readonly error: LockError };

export type Probe =
  | { readonly outcome: 'online'; readonly battery: number | null }
  | { readonly outcome: 'offline'; readonly cause: string };

export type LockEvent =
  | { readonly kind: 'gateway'; readonly online: boolean }
  | { readonly kind: 'lock'; readonly address: string; readonly online: boolean }
  | { readonly kind: 'battery'; readonly address: string; readonly percent: number }
  /** Opened, or refused, with the credential under `tag`, or at `ref` where there are no tags (null: not known whose). */
  | {
      readonly kind: 'used';
      readonly address: string;
      readonly tag: string | null;
      readonly ref: LockRef | null;
      readonly opened: boolean;
      readonly at: InstantText;
    }
  /** Somebody else changed what the lock holds. */
  | { readonly kind: 'changed'; readonly address: string };
