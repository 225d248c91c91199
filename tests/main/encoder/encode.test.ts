import { ClassicCard } from '#main/simulation/encoder/classic-card';
import { card, openCardDesk, uidOf } from '#tests/support/card-desk';
import { describe, expect, it } from 'vitest';

describe('a card for a guest', () => {
  it('opens the room and the pool until the departure, and is in the records', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    const first = card(0x580);
    const job = await desk.encodeOn(first, ana);

    expect(job).toMatchObject({ step: 'done', problem: null, made: [{ outcome: 'issued', uidEnd: '580' }] });
    expect(await desk.open412(first)).toBe('opens');
    expect(await desk.open412(first, 'Pool')).toBe('opens');
    expect(await desk.open412(first, '305')).toBe('other-door');
    expect(await desk.writings()).toMatchObject([
      { state: 'issued', uid: uidOf(first), type: 'ntag213', sequence: 1, credential: 1, encoder: 'Desk 1' },
    ]);
  });

  it('joins the stock and is hers', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    await desk.encodeOn(card(0x580), ana);
    const [stock] = await desk.hotel.disk.read((view) => view.all('keycards'));

    expect(stock).toMatchObject({ number: '001', state: 'assigned', uid: uidOf(card(0x580)), type: 'ntag213' });
    expect((await desk.hotel.keyOf('Ana Costa')).people[0]?.keycards).toMatchObject([{ keycardId: stock?.id }]);
  });

  it('the next guest’s card ends it when it is first used', async () => {
    const desk = await openCardDesk();
    const ana = card(0x580);
    const jonas = card(0x581);
    await desk.encodeOn(ana, await desk.guest('412', 'Ana Costa', { departure: '2026-11-23T14:20Z' }));
    await desk.hotel.after({ minutes: 25 });
    await desk.encodeOn(jonas, await desk.guest('412', 'Jonas Weber'));

    expect(await desk.open412(jonas)).toBe('opens');
    expect(await desk.open412(ana)).not.toBe('opens');
  });

  it('the next card may be laid on in the moment that the first is taken away', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    desk.lay(card(0x580));
    await desk.encode(ana, { additional: 3 });
    await desk.untilStep('take-it-away');
    const begun = desk.timer.now();
    desk.lay(card(0x581));
    await desk.until(({ job }) => job?.step === 'take-it-away' && job.card === 2);
    desk.lay(card(0x582));

    expect(await desk.over()).toMatchObject({
      step: 'done',
      made: [{ uidEnd: '580' }, { uidEnd: '581' }, { uidEnd: '582' }],
    });
    expect(desk.timer.now() - begun).toBeLessThan(10_000);
  });

  it('two cards in a row lie beside each other', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    const [one, two] = [card(0x580), card(0x581)];
    desk.lay(one);
    await desk.encode(ana, { additional: 2 });
    await desk.untilStep('take-it-away');
    desk.lay();
    await desk.until(({ job }) => job?.step === 'waiting-for-card' && job.card === 2);
    desk.lay(two);
    const job = await desk.over();

    expect(job).toMatchObject({ step: 'done', of: 2, made: [{ outcome: 'issued' }, { outcome: 'issued' }] });
    expect(await desk.writings()).toMatchObject([
      { sequence: 1, copy: 0, state: 'issued' },
      { sequence: 1, copy: 1, state: 'issued' },
    ]);
    expect([await desk.open412(one), await desk.open412(two), await desk.open412(one)]).toEqual([
      'opens',
      'opens',
      'opens',
    ]);
  });

  it('a lost one is replaced: the old card opens nothing, the other one must be encoded again', async () => {
    const desk = await openCardDesk();
    const [lost, other, fresh] = [card(0x580), card(0x581), card(0x582)];
    const key = await desk.guest('412', 'Ana Costa');
    await desk.encodeOn(lost, key);
    await desk.encodeOn(other, await desk.hotel.keyOf('Ana Costa'), { additional: 1 });
    await desk.markLost(lost);
    const held = (await desk.hotel.keyOf('Ana Costa')).people[0]?.keycards[0]?.credentialId;
    const plan = await desk.planFor('Ana Costa');
    await desk.encodeOn(fresh, key, { credentialIds: held === undefined ? [] : [held] });

    expect(plan.others).toMatchObject([{ uidEnd: '581' }]);
    expect(await desk.open412(fresh)).toBe('opens');
    expect(await desk.open412(lost)).not.toBe('opens');
    expect(await desk.open412(other)).toBe('replaced');
    expect(await desk.states()).toEqual(['void blocked', 'void outrun', 'issued']);
  });

  it('an extended stay: the same card, written again, opens longer', async () => {
    const desk = await openCardDesk();
    const ana = card(0x580);
    await desk.encodeOn(ana, await desk.guest('412', 'Ana Costa'));
    desk.hotel.pms.dates(
      (await desk.hotel.keyOf('Ana Costa')).reservationId ?? '',
      '2026-11-23T15:00Z',
      '2026-11-26T11:00Z',
    );
    await desk.hotel.after({ seconds: 10 });
    const due = (await desk.planFor('Ana Costa')).due.length;
    await desk.encodeOn(ana, await desk.hotel.keyOf('Ana Costa'));

    expect(due).toBe(1);
    expect(await desk.states()).toEqual(['void rewritten', 'issued']);
    expect((await desk.planFor('Ana Costa')).due).toEqual([]);
    expect((await desk.writings())[1]).toMatchObject({ sequence: 1, credential: 2, copy: 1 });
  });

  it('after a room move the card has a number that the new room’s lock has not seen', async () => {
    const desk = await openCardDesk();
    const [ana, jonas] = [card(0x580), card(0x581)];
    await desk.encodeOn(ana, await desk.guest('412', 'Ana Costa'));
    await desk.encodeOn(jonas, await desk.guest('305', 'Jonas Weber', { departure: '2026-11-23T14:20Z' }));
    await desk.open412(jonas, '305');
    await desk.hotel.after({ minutes: 25 });
    desk.hotel.pms.move((await desk.hotel.keyOf('Ana Costa')).reservationId ?? '', '305');
    await desk.hotel.after({ seconds: 10 });
    await desk.encodeOn(ana, await desk.hotel.keyOf('Ana Costa'));

    expect(await desk.open412(ana, '305')).toBe('opens');
    expect(await desk.open412(ana, '412')).toBe('other-door');
  });
});

it('what kind of card lies there is known while it is written: of a Classic the desk is warned', async () => {
  const desk = await openCardDesk();
  desk.lay(new ClassicCard(Uint8Array.of(0x9d, 0x44, 0xa3, 0x46)));
  await desk.encode(await desk.guest('412', 'Ana Costa'), { additional: 2 });
  const written = await desk.untilStep('take-it-away');
  desk.lay();
  const next = await desk.untilStep('waiting-for-card');

  expect([written?.cardType, next?.cardType]).toEqual(['classic-1k', null]);
});

describe('before a card is written', () => {
  it('the desk sees who still holds the room, and must choose', async () => {
    const desk = await openCardDesk();
    await desk.guest('412', 'Ana Costa');
    const jonas = await desk.guest('412', 'Jonas Weber');
    const plan = await desk.planFor('Jonas Weber');
    const refused = await desk.encodeOn(card(0x580), jonas);

    expect(plan.occupied).toMatchObject([{ room: '412', owner: 'Ana Costa', until: '2026-11-25T11:00' }]);
    expect(refused).toMatchObject({ step: 'failed', problem: 'room-held', detail: '412' });
    expect(await desk.writings()).toEqual([]);
    expect(await desk.encodeOn(card(0x580), jonas, { occupiedSeen: true })).toMatchObject({ step: 'done' });
  });

  it('a departure in the past is refused, and no number is used', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    desk.hotel.pms.checkOut(ana.reservationId ?? '');
    await desk.hotel.after({ seconds: 10 });

    expect(await desk.encodeOn(card(0x580), ana)).toMatchObject({ step: 'failed', problem: 'key-ended' });
    expect(await desk.writings()).toEqual([]);
    expect((await desk.hotel.disk.read((view) => view.get('cardKeys', 'property')))?.nextCredential).toBe(1);
  });

  it('a stay without a room is refused', async () => {
    const desk = await openCardDesk();
    desk.hotel.pms.checkIn(desk.hotel.book(null, 'Ana Costa'));
    await desk.hotel.after({ seconds: 10 });

    expect(await desk.encodeOn(card(0x580), await desk.hotel.keyOf('Ana Costa'))).toMatchObject({
      problem: 'room-not-assigned',
    });
  });

  it('a stay that lost its room is refused by the name of the room', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    desk.hotel.pms.move(ana.reservationId ?? '', null);
    await desk.hotel.after({ seconds: 65 });

    expect(await desk.planFor('Ana Costa')).toMatchObject({ refused: 'room-not-assigned', lostRoom: '412' });
    expect(await desk.encodeOn(card(0x580), ana)).toMatchObject({ problem: 'room-not-assigned', detail: '412' });
    expect(await desk.writings()).toEqual([]);
  });

  it('a stay that loses its room while the clerk looks for a card gets none', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    desk.hotel.pms.move(ana.reservationId ?? '', null);
    await desk.hotel.after({ seconds: 50 });
    await desk.encode(ana);
    await desk.untilStep('waiting-for-card');
    await desk.hotel.after({ seconds: 20 });
    const laid = card(0x580);
    desk.lay(laid);

    expect(await desk.over()).toMatchObject({ step: 'failed', problem: 'room-not-assigned', detail: '412' });
    expect(desk.recordOn(laid)).toBeNull();
  });

  it('one job at a time', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    await desk.encode(ana);

    await expect(desk.encode(ana)).rejects.toMatchObject({ code: 'encoder-busy' });
  });
});
