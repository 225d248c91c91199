import { card, openCardDesk } from '#tests/support/card-desk';
import { describe, expect, it } from 'vitest';

/** The rows of docs/encoders.md, "What happens if", in which a write had begun. */

async function deskWithGuest() {
  const desk = await openCardDesk();
  return { desk, ana: await desk.guest('412', 'Ana Costa') };
}

describe('a write that is cut off', () => {
  async function removedWhileWriting(how: 'before' | 'half' | 'after' = 'half') {
    const { desk, ana } = await deskWithGuest();
    const laid = card(0x580);
    desk.faults.removeAfter = { writes: 5, how };
    desk.lay(laid);
    await desk.encode(ana);
    await desk.untilStep('waiting-for-same-card');
    return { desk, ana, laid };
  }

  it.each(['before', 'half', 'after'] as const)('(%s) is finished on the same card', async (how) => {
    const { desk, laid } = await removedWhileWriting(how);
    const { job, unfinished } = await desk.service.view();
    const states = await desk.states();
    desk.lay(laid);

    expect(job).toMatchObject({ problem: 'card-removed' });
    expect(unfinished).toMatchObject([{ room: '412', owner: 'Ana Costa', uidEnd: '580' }]);
    expect(states).toEqual(['unknown card-removed']);
    expect(await desk.over()).toMatchObject({ step: 'done' });
    expect(await desk.states()).toEqual(['issued']);
    expect(await desk.open412(laid)).toBe('opens');
  });

  it('another card gets another number, and the first is void before anybody finishes it', async () => {
    const { desk } = await removedWhileWriting();
    const other = card(0x581);
    desk.lay(other);

    expect(await desk.over()).toMatchObject({ step: 'done' });
    expect(await desk.writings()).toMatchObject([
      { state: 'void', why: 'replaced', sequence: 1, credential: 1 },
      { state: 'issued', sequence: 2, credential: 2 },
    ]);
    expect(await desk.open412(other)).toBe('opens');
  });

  it('and never brought back stays unknown', async () => {
    const { desk } = await removedWhileWriting();

    expect(await desk.over()).toMatchObject({
      step: 'failed',
      problem: 'card-removed',
      made: [{ outcome: 'unknown' }],
    });
    expect(await desk.states()).toEqual(['unknown card-removed']);
  });

  it('called off after the first byte it is unknown', async () => {
    const { desk } = await removedWhileWriting();
    await desk.cancel();

    expect(await desk.over()).toMatchObject({ step: 'failed', problem: 'cancelled' });
    expect(await desk.states()).toEqual(['unknown card-removed']);
  });

  it('by the plug is finished when the encoder is back', async () => {
    const { desk, ana } = await deskWithGuest();
    const laid = card(0x580);
    desk.lay(laid);
    desk.unplugAfter(5);
    await desk.encode(ana);
    await desk.untilProblem('lost');
    const states = await desk.states();
    desk.plugIn();

    expect(states).toEqual(['unknown lost']);
    expect(await desk.over()).toMatchObject({ step: 'done' });
    expect(await desk.states()).toEqual(['issued']);
  });

  it('the second of three: every card has its own record', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.lay(card(0x580));
    await desk.encode(ana, { additional: 3 });
    await desk.untilStep('take-it-away');
    desk.lay();
    const job = await desk.over();

    expect(job).toMatchObject({
      step: 'failed',
      problem: 'no-card',
      of: 3,
      made: [{ outcome: 'issued' }, { outcome: 'failed' }],
    });
    expect(await desk.states()).toEqual(['issued', 'failed no-card', 'requested']);
  });

  it('called off before a card is there: nothing was written', async () => {
    const { desk, ana } = await deskWithGuest();
    await desk.encode(ana);
    await desk.untilStep('waiting-for-card');
    await desk.cancel();

    expect(await desk.over()).toMatchObject({ step: 'failed', problem: 'cancelled' });
    expect(await desk.states()).toEqual(['failed cancelled']);
  });
});
