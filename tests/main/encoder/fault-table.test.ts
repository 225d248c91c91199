import type { EncoderView } from '#api/encoder';
import { ClassicCard } from '#main/simulation/encoder/classic-card';
import { otherCard } from '#main/simulation/encoder/other-card';
import { card, openCardDesk } from '#tests/support/card-desk';
import { describe, expect, it } from 'vitest';

/**
 * The rows of docs/encoders.md, "What happens if": what the desk shows, and what the record says afterwards. Where a write had
 * begun: cut-off.test.ts.
 */

async function deskWithGuest(plan: Parameters<typeof openCardDesk>[0] = {}) {
  const desk = await openCardDesk(plan);
  return { desk, ana: await desk.guest('412', 'Ana Costa') };
}

const isWaiting = (problem: string) => (view: EncoderView) =>
  view.job?.problem === problem && (view.job.step === 'waiting-for-other-card' || view.job.step === 'waiting-for-card');

/** A card of somebody else's system lies there: it was written through the encoder's own simulated card. */
function foreignCard(number: number) {
  const foreign = card(number);
  foreign.exchange(Uint8Array.of(0xa2, 5, 0xde, 0xad, 0xbe, 0xef));
  return foreign;
}

describe('the encoder', () => {
  it('not connected: the job can be repeated', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.unplug();
    await desk.until(({ encoders }) => encoders[0]?.state === 'absent');
    await desk.encode(ana);

    expect(await desk.over()).toMatchObject({ step: 'failed', problem: 'not-found' });
    expect(await desk.writings()).toEqual([]);
  });

  it('unplugged while it waits, and plugged in again: work goes on', async () => {
    const { desk, ana } = await deskWithGuest();
    await desk.encode(ana);
    await desk.untilStep('waiting-for-card');
    desk.unplug();
    await desk.untilProblem('lost');
    desk.plugIn();
    desk.lay(card(0x580));

    expect(await desk.over()).toMatchObject({ step: 'done' });
    expect(await desk.states()).toEqual(['issued']);
  });

  it('something else on the port is named as what it is', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.unplug();
    await desk.until(({ encoders }) => encoders[0]?.state === 'absent');
    desk.faults.isSilent = true;
    desk.plugIn();
    await desk.until(({ encoders }) => encoders[0]?.state === 'failed');
    await desk.encode(ana);

    expect(await desk.over()).toMatchObject({ problem: 'not-an-encoder', detail: 'COM4' });
  });

  it('two of them, and none named: which?', async () => {
    const { desk, ana } = await deskWithGuest({ encoders: 2 });
    await desk.encode(ana);
    const which = await desk.over();
    desk.lay(card(0x580));
    await desk.encode(ana, { encoderId: 'desk-1' });

    expect(which).toMatchObject({ step: 'failed', problem: 'which-encoder' });
    expect(await desk.over()).toMatchObject({ step: 'done', encoder: 'Desk 1' });
  });

  it('hangs before anything was written: the record stays requested', async () => {
    const { desk, ana } = await deskWithGuest();
    await desk.encode(ana);
    await desk.untilStep('waiting-for-card');
    desk.faults.isSilent = true;

    expect(await desk.over()).toMatchObject({ step: 'failed', problem: 'timeout' });
    expect(await desk.states()).toEqual(['requested']);
  });

  it('damaged frames and lost answers are not the clerk’s business', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.faults.wrongChecksums = 2;
    desk.faults.lostWrites = 1;
    desk.faults.garbage = Uint8Array.of(0x12, 0x00);

    expect(await desk.encodeOn(card(0x580), ana)).toMatchObject({ step: 'done', problem: null });
  });
});

describe('the card', () => {
  it('none in fifteen seconds: failed, nothing written', async () => {
    const { desk, ana } = await deskWithGuest();
    await desk.encode(ana);
    const begun = desk.timer.now();

    expect(await desk.over()).toMatchObject({ step: 'failed', problem: 'no-card' });
    expect(desk.timer.now() - begun).toBeGreaterThan(14_000);
    expect(await desk.states()).toEqual(['failed no-card']);
  });

  it('two: one has to go, and work goes on', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.lay(card(0x580), card(0x581));
    await desk.encode(ana);
    await desk.until(isWaiting('two-cards'));
    const while2 = await desk.states();
    desk.lay(card(0x580));

    expect(await desk.over()).toMatchObject({ step: 'done' });
    expect(while2).toEqual(['waiting']);
  });

  it('a bank card is refused untouched', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.lay(otherCard(Uint8Array.of(1, 2, 3, 4)));
    await desk.encode(ana);
    const { job } = await desk.until(isWaiting('wrong-type'));
    const states = await desk.states();
    desk.lay(card(0x580));

    expect(job).toMatchObject({ step: 'waiting-for-other-card', detail: '20h' });
    expect(states).toEqual(['waiting']);
    expect(await desk.over()).toMatchObject({ step: 'done' });
  });

  it('of another system is never overwritten', async () => {
    const { desk, ana } = await deskWithGuest();
    const foreign = foreignCard(0x580);
    const before = foreign.memory();
    desk.lay(foreign);
    await desk.encode(ana);
    await desk.until(isWaiting('foreign'));
    const states = await desk.states();

    expect(await desk.over()).toMatchObject({ step: 'failed', problem: 'foreign' });
    expect(states).toEqual(['waiting']);
    expect(await desk.states()).toEqual(['failed foreign']);
    expect(foreign.memory()).toEqual(before);
  });

  it('valid for another stay: only after a clear question', async () => {
    const { desk, ana } = await deskWithGuest();
    const jonas = await desk.guest('305', 'Jonas Weber');
    const laid = card(0x580);
    await desk.encodeOn(laid, jonas);
    await desk.encode(ana);
    const asked = await desk.untilStep('asking');
    await desk.answer(false);
    await desk.until(isWaiting('still-valid'));
    const kept = desk.recordOn(laid)?.credential;
    desk.lay();
    await desk.until(({ job }) => job?.step === 'failed' || job?.problem === 'still-valid');
    desk.lay(laid);

    expect(asked?.question).toEqual({
      ask: 'overwrite',
      owner: 'Jonas Weber',
      rooms: ['305'],
      until: '2026-11-25T11:00',
    });
    expect(kept).toBe(1);
    await desk.over();
    expect(await desk.states()).toEqual(['issued', 'failed still-valid']);
  });

  it('overwritten on a clear yes, it is the other stay’s no more', async () => {
    const { desk, ana } = await deskWithGuest();
    const jonas = await desk.guest('305', 'Jonas Weber');
    const laid = card(0x580);
    await desk.encodeOn(laid, jonas);
    await desk.encode(ana);
    await desk.untilStep('asking');
    await desk.answer(true);

    expect(await desk.over()).toMatchObject({ step: 'done' });
    expect(await desk.states()).toEqual(['void rewritten', 'issued']);
    expect(await desk.open412(laid)).toBe('opens');
    expect(await desk.hotel.alerts()).toEqual(['no-keycard']);
  });

  it('that another key holds, and that says nothing, is asked about too', async () => {
    const { desk, ana } = await deskWithGuest();
    const jonas = await desk.guest('305', 'Jonas Weber');
    const laid = card(0x580);
    await desk.encodeOn(laid, jonas);
    desk.lay(card(0x580));
    await desk.encode(ana);

    expect((await desk.untilStep('asking'))?.question).toEqual({
      ask: 'held-by-other',
      owner: 'Jonas Weber',
      number: '001',
    });
  });

  it('that does not keep what is written is faulty: another one is asked for', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.faults.badBlock = 8;
    desk.lay(card(0x580));
    await desk.encode(ana);
    await desk.until(isWaiting('verify-mismatch'));
    const states = await desk.states();
    desk.faults.badBlock = null;
    desk.lay(card(0x581));
    const job = await desk.over();
    const stock = await desk.hotel.disk.read((view) => view.all('keycards'));

    expect(states).toEqual(['failed verify-mismatch', 'waiting']);
    expect(job).toMatchObject({ step: 'done', made: [{ outcome: 'failed' }, { outcome: 'issued', uidEnd: '581' }] });
    expect(stock.map(({ state }) => state).toSorted()).toEqual(['assigned', 'worn-out']);
  });

  it('of which a sector is locked by another system is refused untouched', async () => {
    const { desk, ana } = await deskWithGuest();
    const locked = new ClassicCard(Uint8Array.of(1, 2, 3, 4));
    locked.poke(7, Uint8Array.of(1, 2, 3, 4, 5, 6, 0xff, 7, 0x80, 0x69, 1, 2, 3, 4, 5, 6));
    desk.lay(locked);
    await desk.encode(ana);
    await desk.until(isWaiting('locked'));

    expect(await desk.states()).toEqual(['waiting']);
  });

  it('that is write-protected is put aside, and nothing changed on it', async () => {
    const { desk, ana } = await deskWithGuest();
    const protectedCard = card(0x580);
    protectedCard.exchange(Uint8Array.of(0xa2, 2, 0, 0, 0x10, 0));
    desk.lay(protectedCard);
    await desk.encode(ana);
    await desk.until(isWaiting('write-protected'));
    const states = await desk.states();
    desk.lay(card(0x581));

    expect(states).toEqual(['failed write-protected', 'waiting']);
    expect(await desk.over()).toMatchObject({ step: 'done' });
  });

  it('that is write-protected in its middle is unknown, and the next one gets another number', async () => {
    const { desk, ana } = await deskWithGuest();
    const protectedCard = card(0x580);
    protectedCard.exchange(Uint8Array.of(0xa2, 2, 0, 0, 0, 0x01));
    desk.lay(protectedCard);
    await desk.encode(ana);
    await desk.until(isWaiting('write-protected'));

    expect(await desk.writings()).toMatchObject([
      { state: 'unknown', sequence: 1 },
      { state: 'waiting', sequence: 2 },
    ]);
  });

  it('torn earlier is written again, and the clerk reads why', async () => {
    const { desk, ana } = await deskWithGuest();
    const torn = card(0x580, 'ultralight-ev1-48');
    desk.faults.removeAfter = { writes: 5, how: 'half' };
    desk.lay(torn);
    await desk.encode(ana);
    await desk.untilStep('waiting-for-same-card');
    await desk.over();

    expect(desk.recordOn(torn)).toBe(null);
    expect(await desk.encodeOn(torn, await desk.hotel.keyOf('Ana Costa'))).toMatchObject({
      step: 'done',
      wasTorn: true,
    });
    expect(await desk.states()).toEqual(['void rewritten', 'issued']);
  });

  it('is not touched by an encoder that is too warm', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.faults.status = 0x0d;

    expect(await desk.encodeOn(card(0x580), ana)).toMatchObject({ step: 'failed', problem: 'device-fault' });
    expect(await desk.states()).toEqual(['requested']);
  });

  it('that can be written and not be read is unknown until it was read', async () => {
    const { desk, ana } = await deskWithGuest();
    const laid = card(0x580);
    desk.lay(laid);
    desk.faults.removeAfter = { writes: 11, how: 'after' };
    await desk.encode(ana);
    await desk.untilStep('waiting-for-same-card');
    const states = await desk.states();
    desk.lay(laid);

    expect(states).toEqual(['unknown card-removed']);
    expect(await desk.over()).toMatchObject({ step: 'done' });
  });
});
