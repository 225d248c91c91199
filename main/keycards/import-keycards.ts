import type { ImportKeycardsInput } from '#api/keycard-inputs';
import type { KeycardImport } from '#api/keycards';
import type { Actor } from '#domain/key/key';
import {
  readKeycardFile,
  refused,
  type ImportedCard,
  type LineFault,
  type LineProblem,
} from '#domain/cards/keycard-import';
import type { Keycard } from '#domain/cards/keycard';
import type { Base } from '#main/base';
import { settleKey } from '#main/settling/settle-key';
import type { Transaction, View } from '#main/storage/store';
import { record } from '#main/timeline/record';
import { cardNumbered, cardWithUid, keyOfHolder, newKeycard } from './stock.ts';

type Plan =
  | {
      readonly outcome: 'planned';
      readonly fresh: readonly ImportedCard[];
      readonly completed: readonly Keycard[];
      readonly known: number;
    }
  | Extract<KeycardImport, { outcome: 'refused' }>;

/**
 * All lines or none. A card that is in the stock with this number and UID is passed over, so a file may be read twice;
 * one that was listed without a UID gets it.
 */
export async function importKeycards(
  base: Base,
  { csv, apply }: ImportKeycardsInput,
  by: Actor,
): Promise<KeycardImport> {
  if (!apply) {
    const plan = await base.store.read((view) => planOf(view, csv));
    return plan.outcome === 'refused' ? plan : { outcome: 'ready', ...countsOf(plan) };
  }
  return base.store.transact(async (transaction) => {
    const plan = await planOf(transaction, csv);
    if (plan.outcome === 'refused') return plan;
    for (const { number, name, uid } of plan.fresh) {
      await transaction.put('keycards', newKeycard(base, { number, name, uid, type: null }));
    }
    for (const card of plan.completed) await complete(transaction, base, card, by);
    const { added, completed, known } = countsOf(plan);
    const facts = { added: String(added), completed: String(completed), known: String(known) };
    await record(transaction, { at: base.clock.now(), by, notes: [{ kind: 'keycards-imported', facts }] });
    return { outcome: 'imported', added, completed, known };
  });
}

/** The locks of its holder's key that take UIDs hear of it. */
async function complete(transaction: Transaction, base: Base, card: Keycard, by: Actor): Promise<void> {
  await transaction.put('keycards', { ...card, version: card.version + 1, updatedAt: base.clock.now() });
  const key = await keyOfHolder(transaction, card);
  if (key !== null) await settleKey(transaction, base, { key, notes: [], by, codeNeeded: false });
}

function countsOf({ fresh, completed, known }: Extract<Plan, { outcome: 'planned' }>) {
  return { added: fresh.length, completed: completed.length, known };
}

async function planOf(view: View, csv: string): Promise<Plan> {
  const file = readKeycardFile(csv);
  if (file.outcome === 'refused') return file;
  const fresh: ImportedCard[] = [];
  const completed: Keycard[] = [];
  const problems: LineProblem[] = [];
  for (const card of file.cards) {
    const found = await inStock(view, card);
    if (found === 'fresh') fresh.push(card);
    else if (found !== 'known' && 'what' in found) problems.push({ line: card.line, ...found });
    else if (found !== 'known') completed.push(found);
  }
  if (problems.length > 0) return refused(problems);
  const known = file.cards.length - fresh.length - completed.length;
  return { outcome: 'planned', fresh, completed, known };
}

/** `fresh`, `known`, the card with the UID that it lacked, or what is wrong. */
async function inStock(view: View, { number, uid }: ImportedCard): Promise<'fresh' | 'known' | Keycard | LineFault> {
  const numbered = await cardNumbered(view, number);
  const same = uid === null ? null : await cardWithUid(view, uid);
  if (same !== null && same.id !== numbered?.id) return { what: 'uid-in-stock', number: same.number };
  if (numbered === null) return 'fresh';
  if (uid === null || same !== null) return 'known';
  return numbered.uid === null ? { ...numbered, uid } : { what: 'number-in-stock' };
}
