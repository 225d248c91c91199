import { clerk } from '#tests/support/desk-acts';
import { card, openCardDesk, uidOf, type CardDesk } from '#tests/support/card-desk';
import { otherCard } from '#main/simulation/encoder/other-card';
import type { SimulatedCard } from '#main/simulation/encoder/simulated-card';
import { describe, expect, it } from 'vitest';

const wipe = (desk: CardDesk) => desk.service.wipe({ encoderId: null }, clerk);
const finish = (desk: CardDesk) => desk.service.finish({ encoderId: null }, clerk);

async function stockOf(desk: CardDesk) {
  const cards = await desk.hotel.disk.read((view) => view.find('keycards', 'order', {}));
  return cards.map(({ number, state, uid }) => `${number} ${state} ${uid?.slice(-3) ?? 'no uid'}`);
}

/** Somebody takes the card away and lays the next one on. */
async function next(desk: CardDesk, laid: SimulatedCard) {
  await desk.untilStep('take-it-away');
  desk.lay();
  await desk.untilStep('waiting-for-card');
  desk.lay(laid);
}

/** Ana’s card was taken away while it was written, and nobody brought it back in time. */
async function unfinished(how: 'before' | 'half' | 'after', writes = 5) {
  const desk = await openCardDesk();
  const ana = await desk.guest('412', 'Ana Costa');
  const laid = card(0x580);
  desk.faults.removeAfter = { writes, how };
  desk.lay(laid);
  await desk.encode(ana);
  await desk.over();
  return { desk, laid };
}

describe('a stack of cards', () => {
  it('joins the stock one after the other, and each gets the next number', async () => {
    const desk = await openCardDesk();
    desk.lay(card(0x580));
    await desk.enrol({ firstNumber: '0041', namePrefix: 'Blue' });
    await next(desk, card(0x581));
    await next(desk, card(0x580));
    await desk.until(({ job }) => job?.made.length === 3);
    await desk.cancel();
    const job = await desk.over();

    expect(job?.step).toBe('done');
    expect(job?.made.map(({ number, outcome }) => `${number} ${outcome}`)).toEqual([
      '0041 enrolled',
      '0042 enrolled',
      '0041 known',
    ]);
    expect(await stockOf(desk)).toEqual(['0041 available 580', '0042 available 581']);
  });

  it('goes as fast as the hands: the next card in the moment that the last is taken away', async () => {
    const desk = await openCardDesk();
    desk.lay(card(0x580));
    await desk.enrol();
    await desk.untilStep('take-it-away');
    const begun = desk.timer.now();
    desk.lay(card(0x581));
    await desk.until(({ job }) => job?.made.length === 2);
    const took = desk.timer.now() - begun;
    await desk.cancel();
    await desk.over();

    expect(await stockOf(desk)).toEqual(['001 available 580', '002 available 581']);
    expect(took).toBeLessThan(10_000);
  });

  it('a card that Portal cannot write does not join it', async () => {
    const desk = await openCardDesk();
    desk.lay(otherCard(Uint8Array.of(1, 2, 3, 4)));
    await desk.enrol();
    await desk.untilProblem('wrong-type');

    expect(await stockOf(desk)).toEqual([]);
  });

  it('no second card gets a number that is taken', async () => {
    const desk = await openCardDesk();
    desk.lay(card(0x580));
    await desk.enrol({ firstNumber: '7' });
    await desk.untilStep('take-it-away');
    await desk.cancel();
    await desk.over();

    await expect(desk.enrol({ firstNumber: '7' })).rejects.toMatchObject({ code: 'keycard-number-taken' });
  });
});

describe('a returned card', () => {
  it('is wiped after a question while its stay goes on, and goes back to the stock', async () => {
    const desk = await openCardDesk();
    const laid = card(0x580);
    await desk.encodeOn(laid, await desk.guest('412', 'Ana Costa'));
    await wipe(desk);
    const asked = await desk.untilStep('asking');
    await desk.answer(true);

    expect(asked?.question).toMatchObject({ owner: 'Ana Costa', rooms: ['412'] });
    expect(await desk.over()).toMatchObject({ step: 'done', made: [{ outcome: 'wiped', number: '001' }] });
    expect(desk.recordOn(laid)).toBe(null);
    expect(await stockOf(desk)).toEqual(['001 available 580']);
    expect(await desk.states()).toEqual(['void wiped']);
    expect((await desk.hotel.keyOf('Ana Costa')).people[0]?.keycards).toEqual([]);
  });

  it('stays as it is on a no', async () => {
    const desk = await openCardDesk();
    const laid = card(0x580);
    await desk.encodeOn(laid, await desk.guest('412', 'Ana Costa'));
    await wipe(desk);
    await desk.untilStep('asking');
    await desk.answer(false);
    await desk.over();

    expect(await desk.open412(laid)).toBe('opens');
    expect(await desk.states()).toEqual(['issued']);
  });

  it('of another system is not wiped', async () => {
    const desk = await openCardDesk();
    const foreign = card(0x580);
    foreign.exchange(Uint8Array.of(0xa2, 5, 0xde, 0xad, 0xbe, 0xef));
    const before = foreign.memory();
    desk.lay(foreign);
    await wipe(desk);
    await desk.untilProblem('foreign');
    await desk.over();

    expect(foreign.memory()).toEqual(before);
  });
});

describe('a card that was not finished', () => {
  it('is issued when everything had been written, and only the answer was lost', async () => {
    const { desk, laid } = await unfinished('after', 11);
    desk.lay(laid);
    await finish(desk);

    expect(await desk.over()).toMatchObject({ step: 'done', made: [{ outcome: 'issued', uidEnd: '580' }] });
    expect(await desk.states()).toEqual(['issued']);
    expect(await desk.open412(laid)).toBe('opens');
  });

  it('is void when nothing valid is on it', async () => {
    const { desk, laid } = await unfinished('half');
    desk.lay(laid);
    await finish(desk);

    expect(await desk.over()).toMatchObject({ step: 'done', made: [{ outcome: 'void' }] });
    expect((await desk.service.view()).unfinished).toEqual([]);
  });

  it('is not another one that lies there', async () => {
    const { desk } = await unfinished('half');
    desk.lay(card(0x581));
    await finish(desk);

    expect(await desk.over()).toMatchObject({
      step: 'failed',
      problem: 'nothing-to-finish',
    });
    expect(await desk.states()).toEqual(['unknown card-removed']);
  });

  it('is given up by the clerk’s word; the new key has a higher number, and the lost card opens nothing', async () => {
    const { desk, laid } = await unfinished('after', 11);
    const [open] = (await desk.service.view()).unfinished;
    await desk.service.giveUpWriting(open?.id ?? '', clerk);
    await desk.markLost(laid);
    await desk.encodeOn(card(0x581), await desk.hotel.keyOf('Ana Costa'));

    expect(await desk.open412(laid)).toBe('blocked');
    expect(await desk.writings()).toMatchObject([
      { state: 'void', why: 'given-up', sequence: 1 },
      { state: 'issued', sequence: 2 },
    ]);
  });

  it('after a power cut is listed at the next start, with an alert, and can be finished', async () => {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    const laid = card(0x580);
    desk.lay(laid);
    desk.cutPowerAfter(5);
    await desk.encode(ana);
    await desk.hotel.mains.gone;
    const begun = await desk.states();
    await desk.restart();
    const { unfinished: listed } = await desk.service.view();
    const alerts = await desk.hotel.alerts();
    await finish(desk);

    expect(begun).toEqual(['writing']);
    expect(listed).toMatchObject([{ owner: 'Ana Costa', room: '412', uidEnd: '580' }]);
    expect(alerts).toEqual(['encode-again']);
    expect(await desk.over()).toMatchObject({ step: 'done', made: [{ outcome: 'void' }] });
  });
});

describe('a card laid on with no dialog open', () => {
  const lying = (desk: CardDesk) => desk.until((view) => view.card !== null).then((view) => view.card);

  it('says whose it is, for which doors, until when, and that the records say the same', async () => {
    const desk = await openCardDesk();
    const laid = card(0x580);
    await desk.encodeOn(laid, await desk.guest('412', 'Ana Costa'));

    expect(await lying(desk)).toMatchObject({
      encoder: 'Desk 1',
      uidEnd: '580',
      content: 'ours',
      keycard: { number: '001', state: 'assigned' },
      says: { owner: 'Ana Costa', doors: ['412', 'Pool'], until: '2026-11-25T11:00', isRunning: true },
      matches: 'yes',
    });
    desk.lay();
    await desk.until((view) => view.card === null);
  });

  it('says that it must be encoded again after the stay was extended', async () => {
    const desk = await openCardDesk();
    await desk.encodeOn(card(0x580), await desk.guest('412', 'Ana Costa'));
    const { reservationId } = await desk.hotel.keyOf('Ana Costa');
    desk.hotel.pms.dates(reservationId ?? '', '2026-11-23T15:00Z', '2026-11-26T11:00Z');
    await desk.hotel.after({ seconds: 10 });

    expect(await lying(desk)).toMatchObject({ matches: 'encode-again' });
  });

  it('says nothing of a blank one, and that a strange one is not ours', async () => {
    const desk = await openCardDesk();
    desk.lay(card(0x580));
    expect(await lying(desk)).toMatchObject({ content: 'blank', says: null, matches: 'nothing-to-compare' });

    desk.lay(otherCard(Uint8Array.of(1, 2, 3, 4)));
    expect((await desk.until((view) => view.card?.content === 'unsupported')).card).toMatchObject({ keycard: null });
  });

  it('of a card that is not finished it says so', async () => {
    const { desk, laid } = await unfinished('half');
    desk.lay(laid);

    expect(await lying(desk)).toMatchObject({ matches: 'not-finished' });
  });
});

it('what was done with a card is in the key’s timeline and in the audit', async () => {
  const desk = await openCardDesk();
  await desk.encodeOn(card(0x580), await desk.guest('412', 'Ana Costa'));
  const { id } = await desk.hotel.keyOf('Ana Costa');
  const timeline = await desk.hotel.disk.read((view) => view.find('timeline', 'key', { value: id }));
  const audit = await desk.hotel.disk.read((view) => view.all('audit'));
  const facts = { number: '001', card: '580', credential: '1', sequence: '1', encoder: 'Desk 1' };

  expect(timeline.find(({ kind }) => kind === 'card-encoded')).toMatchObject({ by: clerk, facts });
  expect(audit.find(({ what }) => what === 'card-encoded')).toMatchObject({ by: clerk, keyId: id, facts });
  expect(JSON.stringify(audit)).not.toContain(uidOf(card(0x580)));
});
