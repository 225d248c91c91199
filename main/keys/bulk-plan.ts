import type { KeySelection } from '#api/bulk';
import { planBulk, type BulkAction, type BulkPlan, type UnchangedReason } from '#domain/acts/bulk';
import type { KeyId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import { cardsOf } from '#domain/cards/keycard-edits';
import type { Base } from '#main/base';
import { keysInStrides, selectedIds } from './selected-keys.ts';

/** A key that will change, as it was looked at: another version is another key. */
export interface PlannedKey {
  readonly keyId: KeyId;
  readonly version: number;
  readonly departure: Extract<BulkPlan, { outcome: 'change' }>['departure'];
  readonly hasKeycard: boolean;
}

/** Keys that will stay as they are, under the reason why: of a hotel's past there are hundreds of thousands. */
export type StayingKeys = ReadonlyMap<UnchangedReason, readonly KeyId[]>;

/** What one act means for all of the keys that were chosen. */
export interface BulkDraft {
  readonly id: string;
  readonly action: BulkAction;
  readonly by: Actor;
  readonly changes: readonly PlannedKey[];
  readonly unchanged: StayingKeys;
}

/** Looks at every key that was chosen, in one state of the store, and changes nothing. */
export async function draftOf(
  base: Base,
  asked: { readonly selection: KeySelection; readonly action: BulkAction; readonly by: Actor },
): Promise<BulkDraft> {
  const { selection, action, by } = asked;
  const changes: PlannedKey[] = [];
  const unchanged = new Map<UnchangedReason, KeyId[]>();
  await base.store.read(async (view) => {
    const ids = await selectedIds(view, selection);
    const over = overStatus(selection);
    if (over !== null) {
      // No act changes a key whose time is over: hundreds of thousands of them need not be looked at.
      if (ids.length > 0) unchanged.set(over, [...ids]);
      return;
    }
    for await (const keys of keysInStrides(view, ids)) {
      for (const key of keys) {
        const plan = planBulk(action, key);
        if (plan.outcome === 'unchanged') added(unchanged, plan.because, key.id);
        else {
          const { id: keyId, version } = key;
          changes.push({ keyId, version, departure: plan.departure, hasKeycard: cardsOf(key).length > 0 });
        }
      }
    }
  });
  return { id: base.random.id(), action, by, changes, unchanged };
}

function added(unchanged: Map<UnchangedReason, KeyId[]>, because: UnchangedReason, keyId: KeyId): void {
  const known = unchanged.get(because);
  if (known === undefined) unchanged.set(because, [keyId]);
  else known.push(keyId);
}

/** How many keys stay as they are. */
export function stayingCount(unchanged: StayingKeys): number {
  return [...unchanged.values()].reduce((sum, ids) => sum + ids.length, 0);
}

function overStatus(selection: KeySelection): 'past' | 'revoked' | null {
  if (selection.kind === 'these') return null;
  const { status } = selection.question;
  return status === 'past' || status === 'revoked' ? status : null;
}
