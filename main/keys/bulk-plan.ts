import type { KeySelection } from '#api/bulk';
import { planBulk, type BulkAction, type BulkPlan, type UnchangedReason } from '#domain/acts/bulk';
import type { KeyId } from '#domain/ids';
import type { Actor } from '#domain/key/key';
import { cardsOf } from '#domain/cards/keycard-edits';
import type { Base } from '#main/base';
import { selectKeys } from './matching-keys.ts';
import { keysInStrides, selectedIds } from './selected-keys.ts';
import type { View } from '#main/storage/store';

/** A key that will change, as it was looked at: another version is another key. */
export interface PlannedKey {
  readonly keyId: KeyId;
  readonly version: number;
  readonly departure: Extract<BulkPlan, { outcome: 'change' }>['departure'];
  readonly hasKeycard: boolean;
}

/** Keys that will stay as they are, under the reason why. */
export type StayingKeys = ReadonlyMap<UnchangedReason, Staying>;

export interface Staying {
  readonly count: number;
  /** All of them; the first of them where nothing at all will change: of a hotel's past there are hundreds of thousands. */
  readonly keyIds: readonly KeyId[];
}

/** Lines of a preview: more than anybody reads before pressing a button. */
export const previewed = 200;

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
  const staying = new Map<UnchangedReason, KeyId[]>();
  const over = overStatus(selection);
  if (over !== null) {
    const first = await base.store.read((view) => firstOf(view, selection));
    const unchanged = new Map(first.count === 0 ? [] : [[over, first]]);
    return { id: base.random.id(), action, by, changes, unchanged };
  }
  await base.store.read(async (view) => {
    const ids = await selectedIds(view, selection);
    for await (const keys of keysInStrides(view, ids)) {
      for (const key of keys) {
        const plan = planBulk(action, key);
        if (plan.outcome === 'unchanged') added(staying, plan.because, key.id);
        else {
          const { id: keyId, version } = key;
          changes.push({ keyId, version, departure: plan.departure, hasKeycard: cardsOf(key).length > 0 });
        }
      }
    }
  });
  const unchanged = new Map(
    [...staying].map(([because, keyIds]) => [because, { count: keyIds.length, keyIds }] as const),
  );
  return { id: base.random.id(), action, by, changes, unchanged };
}

function added(staying: Map<UnchangedReason, KeyId[]>, because: UnchangedReason, keyId: KeyId): void {
  const known = staying.get(because);
  if (known === undefined) staying.set(because, [keyId]);
  else known.push(keyId);
}

/** How many keys stay as they are. */
export function stayingCount(unchanged: StayingKeys): number {
  return [...unchanged.values()].reduce((sum, { count }) => sum + count, 0);
}

/** No act changes a key whose time is over: hundreds of thousands of them need not be looked at, nor named. */
async function firstOf(view: View, selection: KeySelection): Promise<Staying> {
  if (selection.kind === 'all-but' && selection.but.length === 0) {
    const { ids, total } = await selectKeys(view, selection.question, { limit: previewed });
    return { count: total, keyIds: ids as readonly KeyId[] };
  }
  const keyIds = await selectedIds(view, selection);
  return { count: keyIds.length, keyIds };
}

function overStatus(selection: KeySelection): 'past' | 'revoked' | null {
  if (selection.kind === 'these') return null;
  const { status } = selection.question;
  return status === 'past' || status === 'revoked' ? status : null;
}
