import { setKeycardInput } from '#api/keycard-inputs';
import { clerk } from '#tests/support/desk-acts';
import { card, openCardDesk, uidOf, type CardDesk } from '#tests/support/card-desk';
import { describe, expect, it } from 'vitest';

/** The first person of a guest's key gets, or waits for, this card. */
async function strictly(desk: CardDesk, guest: string, number: string): Promise<void> {
  const { id: keyId, version, people } = await desk.hotel.keyOf(guest);
  const [person] = people;
  const [card] = await desk.hotel.disk.read((view) => view.find('keycards', 'number', { value: number }));
  const credentialId = person?.keycards[0]?.credentialId ?? null;
  const wish = { keyId, version, personId: person?.personId, credentialId, policy: 'strict', keycardId: card?.id };
  await desk.hotel.keycards.set(setKeycardInput.parse(wish), clerk);
}

async function credentialOf(desk: CardDesk, guest: string) {
  return (await desk.hotel.keyOf(guest)).people[0]?.keycards[0];
}

async function holderOf(desk: CardDesk, uid: string) {
  const [card] = await desk.hotel.disk.read((view) => view.find('keycards', 'uid', { value: uid }));
  return card?.holder?.keyId;
}

describe('a card that another key holds with Strict', () => {
  it('goes to the guest at the desk on a clear yes, and is not taken straight back', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    const jonas = await desk.guest('305', 'Jonas Weber');
    await desk.encodeOn(card(0x580), jonas);
    await strictly(desk, 'Jonas Weber', '001');
    desk.lay(card(0x580));
    await desk.encode(ana);
    await desk.untilStep('asking');
    await desk.answer(true);

    expect(await desk.over()).toMatchObject({ step: 'done' });
    expect(await holderOf(desk, uidOf(card(0x580)))).toBe(ana.id);
    expect((await credentialOf(desk, 'Ana Costa'))?.unassigned).toBeNull();
    expect(await credentialOf(desk, 'Jonas Weber')).toMatchObject({
      policy: 'preferred',
      keycardId: null,
      unassigned: 'held-by-another-key',
    });
    expect(await desk.hotel.alerts()).toEqual(['no-keycard']);
  });

  it('and does not go past a key that waits for it with Strict', async () => {
    const desk = await openCardDesk({ rooms: ['412', '305', '306'] });
    const ana = await desk.guest('412', 'Ana Costa');
    const jonas = await desk.guest('305', 'Jonas Weber');
    await desk.guest('306', 'Emma Roth');
    await desk.encodeOn(card(0x580), jonas);
    await strictly(desk, 'Emma Roth', '001');
    desk.lay(card(0x580));
    await desk.encode(ana);
    const refused = await desk.untilProblem('keycard-reserved');
    desk.lay(card(0x581));

    expect(refused?.detail).toBe('001');
    expect(await desk.over()).toMatchObject({ step: 'done', made: [{ uidEnd: '581' }] });
    expect(await holderOf(desk, uidOf(card(0x580)))).toBe(jonas.id);
  });
});
