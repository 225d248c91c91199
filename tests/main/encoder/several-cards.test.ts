import type { EncoderView } from '#api/encoder';
import { card, openCardDesk } from '#tests/support/card-desk';
import { describe, expect, it } from 'vitest';

const isWaiting = (problem: string) => (view: EncoderView) =>
  view.job?.problem === problem && (view.job.step === 'waiting-for-other-card' || view.job.step === 'waiting-for-card');

describe('the second of three cards', () => {
  async function afterTheFirst() {
    const desk = await openCardDesk();
    const ana = await desk.guest('412', 'Ana Costa');
    desk.lay(card(0x580));
    await desk.encode(ana, { additional: 3 });
    await desk.until(({ job }) => job?.step === 'take-it-away' && job.card === 1);
    return desk;
  }

  /** The last two, laid on one after the other. */
  async function layTheRest(desk: Awaited<ReturnType<typeof afterTheFirst>>) {
    desk.lay(card(0x582));
    await desk.until(({ job }) => job?.step === 'take-it-away' && job.card === 2);
    desk.lay(card(0x583));
    return desk.over();
  }

  it('is faulty: the next one takes its place, and three keys are made', async () => {
    const desk = await afterTheFirst();
    desk.faults.badBlock = 8;
    desk.lay(card(0x581));
    const { job } = await desk.until(isWaiting('verify-mismatch'));
    const states = await desk.states();
    desk.faults.badBlock = null;

    expect(job).toMatchObject({ card: 2, of: 3, made: [{ outcome: 'issued' }, { outcome: 'failed', uidEnd: '581' }] });
    expect(states).toEqual(['issued', 'failed verify-mismatch', 'requested', 'waiting']);
    expect(await layTheRest(desk)).toMatchObject({ step: 'done', problem: null });
  });

  it('is write-protected in its middle: unknown, and the next one takes its place', async () => {
    const desk = await afterTheFirst();
    const protectedCard = card(0x581);
    protectedCard.exchange(Uint8Array.of(0xa2, 2, 0, 0, 0, 0x01));
    desk.lay(protectedCard);
    const { job } = await desk.until(isWaiting('write-protected'));

    expect(job?.made).toMatchObject([{ outcome: 'issued' }, { outcome: 'unknown', uidEnd: '581' }]);
    // It may open the room, so that the ones after it need a newer number: that ends the first, which is said.
    expect((await layTheRest(desk))?.made.map(({ outcome }) => outcome)).toEqual([
      'outrun',
      'unknown',
      'issued',
      'issued',
    ]);
    expect((await desk.hotel.alerts()).toSorted()).toEqual(['encode-again']);
  });

  it('has to be fetched: there is a minute for it', async () => {
    const desk = await afterTheFirst();
    desk.lay();
    const begun = desk.timer.now();

    expect(await desk.over()).toMatchObject({ step: 'failed', problem: 'no-card' });
    expect(desk.timer.now() - begun).toBeGreaterThan(59_000);
    expect(await desk.states()).toEqual(['issued', 'failed no-card', 'requested']);
  });

  it('is called off: the first stays good, and what was not begun is over', async () => {
    const desk = await afterTheFirst();
    desk.faults.badBlock = 8;
    desk.lay(card(0x581));
    await desk.until(isWaiting('verify-mismatch'));
    await desk.cancel();

    expect(await desk.over()).toMatchObject({
      step: 'failed',
      problem: 'cancelled',
      made: [{ outcome: 'issued' }, {}, {}],
    });
    expect(await desk.states()).toEqual(['issued', 'failed verify-mismatch', 'failed cancelled', 'failed cancelled']);
  });
});
