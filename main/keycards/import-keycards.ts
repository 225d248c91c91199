import type { ImportKeycardsInput } from '#api/keycard-inputs';
import type { KeycardImport } from '#api/keycards';
import type { Actor } from '#domain/key';
import { readKeycardFile, refused, type ImportedCard, type LineProblem } from '#domain/keycard-import';
import type { Base } from '#main/base';
import type { View } from '#main/storage/store';
import { record } from '#main/timeline/record';
import { cardNumbered, cardWithUid, newKeycard } from './stock.ts';

type Plan =
  | { readonly outcome: 'planned'; readonly fresh: readonly ImportedCard[]; readonly known: number }
  | Extract<KeycardImport, { outcome: 'refused' }>;

/** All lines or none. A card that is in the stock with this number and UID is passed over, so a file may be read twice. */
export async function importKeycards(
  base: Base,
  { csv, apply }: ImportKeycardsInput,
  by: Actor,
): Promise<KeycardImport> {
  if (!apply) {
    const plan = await base.store.read((view) => planOf(view, csv));
    return plan.outcome === 'refused' ? plan : { outcome: 'ready', added: plan.fresh.length, known: plan.known };
  }
  return base.store.transact(async (transaction) => {
    const plan = await planOf(transaction, csv);
    if (plan.outcome === 'refused') return plan;
    for (const { number, name, uid } of plan.fresh) {
      await transaction.put('keycards', newKeycard(base, { number, name, uid, type: null }));
    }
    const added = plan.fresh.length;
    const note = { kind: 'keycards-imported' as const, facts: { added: String(added), known: String(plan.known) } };
    await record(transaction, { at: base.clock.now(), by, notes: [note] });
    return { outcome: 'imported', added, known: plan.known };
  });
}

async function planOf(view: View, csv: string): Promise<Plan> {
  const file = readKeycardFile(csv);
  if (file.outcome === 'refused') return file;
  const fresh: ImportedCard[] = [];
  const problems: LineProblem[] = [];
  for (const card of file.cards) {
    const found = await inStock(view, card);
    if (found === 'fresh') fresh.push(card);
    else if (found !== 'known') problems.push({ line: card.line, what: found });
  }
  if (problems.length > 0) return refused(problems);
  return { outcome: 'planned', fresh, known: file.cards.length - fresh.length };
}

/** `fresh`, `known`, or what is wrong. */
async function inStock(view: View, { number, uid }: ImportedCard): Promise<string> {
  const numbered = await cardNumbered(view, number);
  const same = uid === null ? null : await cardWithUid(view, uid);
  if (same !== null && same.id !== numbered?.id) return `The card with this UID is number ${same.number} in the stock.`;
  if (numbered === null) return 'fresh';
  if (uid === null || same !== null) return 'known';
  return 'Another card of the stock has this number.';
}
