import { fromHex, toHex } from '#hardware/bytes';
import { Twn4Chip } from '#hardware/twn4/twn4-chip';
import type { Twn4Format } from '#hardware/twn4/twn4-frame';
import { Twn4Simulator } from '#tests/support/encoder-twn4-simulator';
import { cardPortContract } from '#tests/contracts/card-port';
import { encoderContract } from '#tests/contracts/encoder';
import { encoderFaultsContract } from '#tests/contracts/encoder-faults';
import { failureOf } from '#tests/support/encoder-bench';
import { idleTimer } from '#tests/support/encoder-idle-timer';
import { memoryLink, type MemoryLink } from '#tests/support/encoder-memory-link';
import { twn4Bench } from '#tests/support/encoder-twn4-bench';
import { describe, expect, it } from 'vitest';

cardPortContract('a TWN4', () => twn4Bench());
encoderContract('a TWN4', () => twn4Bench());
encoderFaultsContract('a TWN4', () => twn4Bench());
encoderContract('a TWN4 in binary mode with CRC', () => twn4Bench({ mode: 'binary', hasCrc: true }));
encoderFaultsContract('a TWN4 in binary mode with CRC', () => twn4Bench({ mode: 'binary', hasCrc: true }));

/** A reader that staff may have set to anything, and what the driver sends it. */
function reader(format: Twn4Format) {
  const timer = idleTimer();
  const asked: string[] = [];
  const link: MemoryLink = memoryLink((bytes) => {
    asked.push(toHex(bytes));
    simulator.receive(bytes);
  });
  const simulator = new Twn4Simulator((bytes) => link.deliver(bytes), format);
  const chip = new Twn4Chip(link, timer);
  const limits = { signal: new AbortController().signal, deadline: timer.now() + 3_000 };
  return { chip, link, simulator, asked, open: () => chip.open(limits), ping: () => chip.ping(limits), timer };
}

describe('a TWN4 that was set up elsewhere', () => {
  it.each<Twn4Format>([
    { mode: 'text', hasCrc: false },
    { mode: 'text', hasCrc: true },
    { mode: 'binary', hasCrc: false },
    { mode: 'binary', hasCrc: true },
  ])('is found in $mode mode, CRC $hasCrc, within two seconds', async (format) => {
    const { open, ping, timer } = reader(format);
    const begun = timer.now();

    await expect(open()).resolves.toContain('/PRS');
    await expect(ping()).resolves.toBeUndefined();
    expect(timer.now() - begun).toBeLessThan(2_000);
  });

  it('in binary mode is never sent a line of text: it would wait for thousands of bytes', async () => {
    const { open, asked } = reader({ mode: 'binary', hasCrc: false });
    await open();

    expect(asked).toEqual(['05000004FF2B51', '03000004FF']);
  });

  it('in text mode gets no half line before the line that counts', async () => {
    const { open, asked } = reader({ mode: 'text', hasCrc: false });
    await open();
    const before = asked.slice(0, 2).map((line) => fromHex(line) ?? new Uint8Array());

    expect(before.some((bytes) => /[\dA-F\r]/.test(String.fromCharCode(...bytes)))).toBe(false);
    expect(asked.slice(2)).toEqual(['3030303446460D', '3030303446460D']);
  });

  it('that says nothing is no encoder', async () => {
    const { open, simulator } = reader({ mode: 'text', hasCrc: false });
    simulator.faults.isSilent = true;

    expect(await failureOf(open())).toMatchObject({ code: 'not-an-encoder' });
  });
});
