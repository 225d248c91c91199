import type { CardKeySetsView } from '#api/encoder';
import { AppError } from '#domain/failure';
import type { CardWriting } from '#domain/cards/card-writing';
import type { Actor } from '#domain/key/key';
import { localAt, type InstantText } from '#domain/time/time';
import { appendAudit } from '#main/audit/append-audit';
import type { Base } from '#main/base';
import type { View } from '#main/storage/store';
import type { CardKeyring } from './card-keys.ts';
import { endWriting, note } from './writings.ts';
import { nameOf } from '#domain/text/names';

/** Which keys still have cards of which set: what a rotation waits for. */
export async function cardKeySetsView(view: View, now: InstantText): Promise<CardKeySetsView> {
  const keys = await view.get('cardKeys', 'property');
  const settings = await view.get('settings', 'property');
  if (keys === null || settings === null) return { current: 0, sets: [] };
  const sets = await Promise.all(
    keys.sets.map(async ({ set, since }) => {
      const running = await runningCards(view, set, now);
      const byKey = Map.groupBy(running, ({ keyId }) => keyId);
      const holders = await Promise.all(
        [...byKey].map(async ([keyId, cards]) => {
          const [owner] = (await view.get('keys', keyId))?.people ?? [];
          const until = cards.reduce(
            (most, { content }) => (content.to > most ? content.to : most),
            cards[0]?.content.to ?? now,
          );
          return { keyId, owner: owner === undefined ? '' : nameOf(owner), until: localAt(until, settings.zone) };
        }),
      );
      return { set, since, cards: running.length, keys: holders };
    }),
  );
  return { current: keys.current, sets };
}

export async function rotateKeys({ clock }: Base, keyring: CardKeyring, by: Actor): Promise<void> {
  await keyring.rotate((transaction, set) =>
    appendAudit(transaction, { at: clock.now(), by, what: 'card-keys-rotated', facts: { set: String(set) } }),
  );
}

/** Ends an older set. Its cards open nothing from then on. */
export async function retireKeys(
  base: Base,
  keyring: CardKeyring,
  { set, anyway, by }: { readonly set: number; readonly anyway: boolean; readonly by: Actor },
): Promise<void> {
  await keyring.retire(set, async (transaction) => {
    const at = base.clock.now();
    const running = await runningCards(transaction, set, at);
    if (running.length > 0 && !anyway)
      throw new AppError('card-key-set-in-use', 'retiring a card key set with cards in use');
    for (const writing of running) {
      await endWriting(transaction, base, { id: writing.id, state: 'void', why: 'set-ended', by });
      await note(transaction, base, { kind: 'card-set-ended', writing, by, facts: { set: String(set) } });
    }
    const facts = { set: String(set), cards: String(running.length) };
    await appendAudit(transaction, { at, by, what: 'card-keys-retired', facts });
  });
}

async function runningCards(view: View, set: number, now: string): Promise<readonly CardWriting[]> {
  const issued = await view.find('cardWritings', 'keySet', { value: String(set) });
  return issued.filter(({ content }) => content.to > now);
}
