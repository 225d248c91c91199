import { keyListInput } from '#api/inputs';
import { card, openCardDesk, uidOf } from '#tests/support/card-desk';
import { describe, expect, it } from 'vitest';

/** Ana Costa has 412 with her own card …580; the porter's one-shot card is …581. */
async function deskWithPorter() {
  const desk = await openCardDesk();
  const [own, porters] = [card(0x580), card(0x581)];
  await desk.encodeOn(own, await desk.guest('412', 'Ana Costa'));
  const job = await desk.encodeOn(porters, await desk.hotel.keyOf('Ana Costa'), { kind: 'one-shot' });
  const cards = async () => (await desk.hotel.keyOf('Ana Costa')).people[0]?.keycards ?? [];
  const shown = async () => (await desk.hotel.keys.list(keyListInput.parse({ status: 'current' }))).rows[0];
  return { desk, own, porters, job, cards, shown };
}

describe('a one-shot card', () => {
  it('opens the room once and no second time; the guest’s own card goes on opening', async () => {
    const { desk, own, porters, job } = await deskWithPorter();

    expect(job).toMatchObject({ step: 'done', made: [{ outcome: 'issued', uidEnd: '581' }] });
    expect(await desk.open412(own)).toBe('opens');
    expect(await desk.open412(porters)).toBe('opens');
    expect(await desk.open412(porters)).toBe('spent');
    expect(await desk.open412(own)).toBe('opens');
  });

  it('opens each of its doors once', async () => {
    const { desk, porters } = await deskWithPorter();
    await desk.open412(porters);

    expect(await desk.open412(porters, 'Pool')).toBe('opens');
    expect(await desk.open412(porters, 'Pool')).toBe('spent');
  });

  it('is one card more: the guest’s stays hers, and the key is shown by hers', async () => {
    const { desk, own, porters, cards, shown } = await deskWithPorter();
    const stock = await desk.hotel.disk.read((view) => view.all('keycards'));
    const idOf = (laid: typeof own) => stock.find(({ uid }) => uid === uidOf(laid))?.id;

    expect(await cards()).toMatchObject([
      { kind: 'usual', keycardId: idOf(own) },
      { kind: 'one-shot', keycardId: idOf(porters) },
    ]);
    expect(await shown()).toMatchObject({ keycard: 'encoded', needsAttention: false });
    expect(await desk.states()).toEqual(['issued', 'issued']);
  });

  it('does not take the place of a card that is assigned and not encoded yet', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    await desk.encodeOn(card(0x580), ana);
    desk.hotel.pms.dates(ana.reservationId ?? '', '2026-11-23T15:00Z', '2026-11-26T11:00Z');
    await desk.hotel.after({ seconds: 10 });
    const before = (await desk.planFor('Ana Costa')).due;
    await desk.encodeOn(card(0x581), await desk.hotel.keyOf('Ana Costa'), { kind: 'one-shot' });

    expect(before).toHaveLength(1);
    expect((await desk.planFor('Ana Costa')).due).toEqual(before);
  });

  it('is not told to a lock that opens for a card’s UID: there it would open for ever', async () => {
    const { desk, own, porters } = await deskWithPorter();
    await desk.hotel.after({ minutes: 1 });

    expect(desk.hotel.building.card('412', uidOf(own))).toBe(true);
    expect(desk.hotel.building.card('412', uidOf(porters))).toBe(false);
  });

  it('ends nobody’s card: the desk is not asked where another stay still holds the room', async () => {
    const desk = await openCardDesk();
    const [leaving, porters] = [card(0x580), card(0x581)];
    await desk.encodeOn(leaving, await desk.guest('412', 'Ana Costa'));
    const jonas = await desk.guest('412', 'Jonas Weber');
    const job = await desk.encodeOn(porters, jonas, { kind: 'one-shot' });
    await desk.open412(porters);

    expect(job).toMatchObject({ step: 'done' });
    expect(await desk.open412(leaving)).toBe('opens');
    expect(await desk.states()).toEqual(['issued', 'issued']);
  });

  it('lost, it leaves the guest’s next card beside the one that she has', async () => {
    const { desk, own, porters } = await deskWithPorter();
    const second = card(0x582);
    await desk.markLost(porters);
    await desk.encodeOn(second, await desk.hotel.keyOf('Ana Costa'), { additional: 1 });

    expect([await desk.open412(second), await desk.open412(own)]).toEqual(['opens', 'opens']);
    expect(await desk.open412(porters)).toBe('blocked');
  });

  it('laid on for another guest it leaves the first key without a word', async () => {
    const { desk, porters, cards } = await deskWithPorter();
    desk.lay(porters);
    await desk.encode(await desk.guest('305', 'Jonas Weber'));
    await desk.untilStep('asking');
    await desk.answer(true);
    await desk.over();

    expect(await cards()).toMatchObject([{ kind: 'usual' }]);
    expect(await desk.hotel.alerts()).toEqual([]);
    expect(await desk.open412(porters, '305')).toBe('opens');
  });

  it('that lies on the encoder says that it opens once, and the timeline tells of it as one', async () => {
    const { desk } = await deskWithPorter();
    const { card: lying } = await desk.until(({ card: found }) => found !== null);
    const timeline = await desk.hotel.disk.read((view) => view.all('timeline'));

    expect(lying).toMatchObject({ matches: 'yes', says: { opensOnce: true, owner: 'Ana Costa' } });
    expect(timeline.findLast(({ kind }) => kind === 'card-encoded')?.facts).toMatchObject({ kind: 'one-shot' });
  });
});
