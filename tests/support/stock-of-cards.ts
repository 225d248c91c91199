import { createKeyInput } from '#api/key-inputs';
import { addKeycardInput, setKeycardInput } from '#api/keycard-inputs';
import { planCard } from '#domain/cards/card-plan';
import type { CardWriting } from '#domain/cards/card-writing';
import type { KeyId } from '#domain/ids';
import type { Keycard } from '#domain/cards/keycard';
import { loadSituation } from '#main/settling/load-situation';
import { settleAlertsOf } from '#main/settling/settle-alerts';
import { clerk } from './desk-acts.ts';
import { untilTomorrow } from './manual-keys.ts';
import type { Hotel } from './portal-harness.ts';

/** Cards with these numbers; the UID of card 7 is `04000000000007`. */
export async function stockUp(hotel: Hotel, ...numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    const uid = `04${number.padStart(12, '0')}`;
    await hotel.keycards.add(addKeycardInput.parse({ number, uid }), clerk);
  }
}

export async function allCards(hotel: Hotel): Promise<readonly Keycard[]> {
  return hotel.disk.read((view) => view.find('keycards', 'order', {}));
}

export async function card(hotel: Hotel, number: string): Promise<Keycard> {
  const found = (await allCards(hotel)).find((each) => each.number === number);
  if (found === undefined) throw new RangeError(`no card ${number}`);
  return found;
}

/** `7 assigned`, in order. */
export async function stockOf(hotel: Hotel): Promise<readonly string[]> {
  return (await allCards(hotel)).map(({ number, state }) => `${number} ${state}`);
}

interface Guest {
  readonly name: string;
  readonly room?: string;
  readonly policy?: 'random' | 'preferred' | 'strict';
  /** The number of the asked card. */
  readonly number?: string;
  readonly doorcode?: string;
  readonly access?: object;
}

/** A key for one person with a keycard. */
export async function keyWithCard(hotel: Hotel, guest: Guest): Promise<KeyId> {
  const { name, room = '204', policy = 'random', number, doorcode, access = {} } = guest;
  const [firstName = '', lastName = ''] = name.split(' ');
  const person = { kind: 'guest', firstName, lastName, email: null, phone: null };
  const keycard = { policy, keycardId: number === undefined ? null : (await card(hotel, number)).id };
  const code = doorcode === undefined ? null : { policy: 'preferred', code: doorcode };
  const doors = [{ doorId: (await hotel.doorNamed(room)).id, ...untilTomorrow, ...access }];
  const requestId = name
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .padEnd(20, '0');
  const { keyId } = await hotel.keys.create(
    createKeyInput.parse({ requestId, people: [{ person, doorcode: code, keycard }], doors }),
    clerk,
  );
  await hotel.after({ seconds: 5 });
  return keyId;
}

/** The number of the card that a guest holds as their first, or why they have none. */
export async function cardOf(hotel: Hotel, guest: string): Promise<string> {
  const [credential] = (await hotel.keyOf(guest)).people[0]?.keycards ?? [];
  if (credential === undefined) return 'no keycard';
  if (credential.keycardId === null) return credential.unassigned ?? 'not asked';
  const found = (await allCards(hotel)).find(({ id }) => id === credential.keycardId);
  return found?.number ?? 'not in the stock';
}

/** The desk gives a guest's first credential another card, or with `number: null` lets Portal choose. */
export async function replaceCard(
  hotel: Hotel,
  guest: string,
  { number, policy = 'random' }: { readonly number: string | null; readonly policy?: string },
): Promise<number> {
  const { id: keyId, version, people } = await hotel.keyOf(guest);
  const credentialId = people[0]?.keycards[0]?.credentialId ?? null;
  const keycardId = number === null ? null : (await card(hotel, number)).id;
  const personId = people[0]?.personId;
  const input = setKeycardInput.parse({ keyId, version, personId, credentialId, policy, keycardId });
  const done = await hotel.keycards.set(input, clerk);
  await hotel.after({ seconds: 5 });
  return done.version;
}

export async function say(
  hotel: Hotel,
  number: string,
  state: 'available' | 'lost' | 'blocked' | 'worn-out',
): Promise<void> {
  const { id: keycardId, version } = await card(hotel, number);
  await hotel.keycards.setState({ keycardId, version, state }, clerk);
  await hotel.after({ seconds: 5 });
}

export async function revoke(hotel: Hotel, guest: string): Promise<number> {
  const { id: keyId, version } = await hotel.keyOf(guest);
  const done = await hotel.keys.revoke({ keyId, version, doorId: null }, clerk);
  await hotel.after({ seconds: 5 });
  return done.version;
}

export async function restore(hotel: Hotel, guest: string): Promise<void> {
  const { id: keyId, version } = await hotel.keyOf(guest);
  await hotel.keys.restore({ keyId, version, doorId: null }, clerk);
  await hotel.after({ seconds: 5 });
}

/** What happened to a key, newest last: `keycard-assigned 7`. */
export async function cardTimeline(hotel: Hotel, keyId: KeyId): Promise<readonly string[]> {
  const entries = await hotel.disk.read((view) => view.find('timeline', 'key', { value: keyId }));
  return entries
    .filter(({ kind }) => kind.startsWith('keycard'))
    .map(({ kind, facts }) => [kind, facts['number'] ?? facts['reason'], facts['state']].filter(Boolean).join(' '));
}

/**
 * As the encoder leaves it: the guest's first card says what their key says now. `state`: or was not seen to the end.
 * @param meanwhile What happens at the desk while it writes.
 */
export async function encode(
  hotel: Hotel,
  guest: string,
  state: 'issued' | 'unknown' = 'issued',
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> {
  const key = await hotel.keyOf(guest);
  const [person] = key.people;
  const [credential] = person?.keycards ?? [];
  if (person === undefined || credential === undefined) throw new RangeError(`${guest} has no keycard`);
  const { store } = hotel.base;
  const now = hotel.clock.now();
  const begun = await store.transact(async (transaction) => {
    const around = await loadSituation(transaction, key, now);
    const plan = planCard({
      ...around,
      person: { kind: 'guest' },
      kind: 'usual',
      zone: around.settings.zone,
    });
    if (plan.outcome === 'refused') throw new RangeError(`nothing to write: ${plan.why}`);
    const held = credential.keycardId === null ? null : await transaction.get('keycards', credential.keycardId);
    if (held?.state !== 'assigned') throw new RangeError('the encoder takes no card that is out of use');
    const number = (await transaction.all('cardWritings')).length + 1;
    const writing: CardWriting = {
      id: String(number).padStart(10, '0'),
      credential: number,
      sequence: number,
      copy: 0,
      keySet: 1,
      keyId: key.id,
      personId: person.personId,
      credentialId: credential.credentialId,
      keycardId: credential.keycardId,
      uid: held.uid,
      type: 'ntag213',
      content: { ...plan.card, doors: plan.card.doors.map((door, index) => ({ ...door, number: index + 1 })) },
      state: 'writing',
      why: null,
      encoder: 'Desk',
      by: clerk,
      requestedAt: now,
      endedAt: null,
    };
    await transaction.put('cardWritings', writing);
    return writing;
  });
  await meanwhile();
  await store.transact(async (transaction) => {
    await transaction.put('cardWritings', { ...begun, state, endedAt: now });
    await settleAlertsOf(transaction, hotel, key.id);
  });
}

/** The state of everything that was written, in order: `issued`, or `void replaced`. */
export async function writings(hotel: Hotel): Promise<readonly string[]> {
  const all = await hotel.disk.read((view) => view.all('cardWritings'));
  return all.map(({ state, why }) => [state, why].filter(Boolean).join(' '));
}
