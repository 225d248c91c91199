import type { EncoderJob } from '#api/encoder';
import { card, openCardDesk } from '#tests/support/card-desk';
import { describe, expect, it } from 'vitest';
import { problemSaid } from '../../../renderer/text/encoder-problems.ts';

/**
 * The rows of docs/encoders.md, "What happens if", in which the port, the line or the time fails: what the clerk reads, and
 * what the record says afterwards. Every other row: fault-table.test.ts and cut-off.test.ts.
 */

async function deskWithGuest() {
  const desk = await openCardDesk();
  return { desk, ana: await desk.guest('412', 'Ana Costa') };
}

/** What the clerk reads. */
function said(job: EncoderJob | null): string {
  return job?.problem == null ? 'no problem' : problemSaid(job.problem, job.detail).says;
}

describe('a port that another program holds', () => {
  async function heldDesk() {
    const { desk, ana } = await deskWithGuest();
    desk.unplug();
    await desk.until(({ encoders }) => encoders[0]?.state === 'absent');
    desk.encoder.link.hold(true);
    desk.plugIn();
    await desk.until(({ encoders }) => encoders[0]?.state === 'failed');
    return { desk, ana };
  }

  it('is said, and nothing is recorded: the job can be repeated', async () => {
    const { desk, ana } = await heldDesk();
    await desk.encode(ana);
    const job = await desk.over();

    expect(job).toMatchObject({ step: 'failed', problem: 'in-use' });
    expect(said(job)).toBe('The encoder is in use by another program.');
    expect(await desk.writings()).toEqual([]);
  });

  it('is opened by itself as soon as the program lets go of it', async () => {
    const { desk, ana } = await heldDesk();
    desk.encoder.link.hold(false);
    await desk.until(({ encoders }) => encoders[0]?.state === 'ready');

    expect(await desk.encodeOn(card(0x580), ana)).toMatchObject({ step: 'done' });
    expect(await desk.states()).toEqual(['issued']);
  });
});

describe('a card that was written and cannot be read back', () => {
  /** From the last page on the card answers nothing, and lies there all the same. */
  async function unreadableDesk() {
    const { desk, ana } = await deskWithGuest();
    desk.lay(card(0x580));
    desk.after(12, () => (desk.faults.status = 0x01));
    await desk.encode(ana);
    return { desk, job: await desk.untilProblem('verify-unreadable') };
  }

  it('is unknown, and the clerk is asked to leave it there', async () => {
    const { desk, job } = await unreadableDesk();

    expect(said(job)).toBe('Leave the card on the encoder.');
    expect(await desk.states()).toEqual(['unknown verify-unreadable']);
  });

  it('is issued once it was read', async () => {
    const { desk, job } = await unreadableDesk();
    desk.faults.status = null;

    expect(job?.step).not.toBe('failed');
    expect(await desk.over()).toMatchObject({ step: 'done' });
    expect(await desk.states()).toEqual(['issued']);
  });

  it('stays unknown when it cannot be read for a minute', async () => {
    const { desk } = await unreadableDesk();

    expect(await desk.over()).toMatchObject({
      step: 'failed',
      problem: 'verify-unreadable',
      made: [{ outcome: 'unknown', uidEnd: '580' }],
    });
    expect(await desk.states()).toEqual(['unknown verify-unreadable']);
  });
});

describe('a line that damages every answer', () => {
  it('before anything was written: the record stays requested', async () => {
    const { desk, ana } = await deskWithGuest();
    await desk.encode(ana);
    await desk.untilStep('waiting-for-card');
    desk.faults.wrongChecksums = Number.POSITIVE_INFINITY;
    const job = await desk.over();

    expect(job).toMatchObject({ step: 'failed', problem: 'frame-error' });
    expect(said(job)).toBe('Encoder does not answer. Unplug and plug it in.');
    expect(await desk.states()).toEqual(['requested']);
  });

  it('in the middle of a write: unknown, and finished when the line is good again', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.lay(card(0x580));
    desk.after(5, () => (desk.faults.wrongChecksums = Number.POSITIVE_INFINITY));
    await desk.encode(ana);
    const job = await desk.untilProblem('frame-error');
    const states = await desk.states();
    desk.faults.wrongChecksums = 0;

    expect(said(job)).toBe('Encoder does not answer. Unplug and plug it in.');
    expect(states).toEqual(['unknown frame-error']);
    expect(await desk.over()).toMatchObject({ step: 'done' });
    expect(await desk.states()).toEqual(['issued']);
  });
});

describe('an encoder that takes too long', () => {
  it('before anything was written: failed', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.slowDown(900);
    const job = await desk.encodeOn(card(0x580), ana);

    expect(job).toMatchObject({ step: 'failed', problem: 'deadline' });
    expect(said(job)).toBe('The encoder took too long.');
    expect(await desk.states()).toEqual(['failed deadline']);
  });

  it('in the middle of a write: unknown', async () => {
    const { desk, ana } = await deskWithGuest();
    desk.after(5, () => desk.slowDown(900));
    const job = await desk.encodeOn(card(0x580), ana);

    expect(job).toMatchObject({ step: 'failed', problem: 'deadline', made: [{ outcome: 'unknown' }] });
    expect(said(job)).toBe('The encoder took too long.');
    expect(await desk.states()).toEqual(['unknown deadline']);
  });
});
