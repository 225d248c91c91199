import { createChip } from '#hardware/create-chip';
import { DeskEncoder } from '#hardware/desk-encoder';
import type { RememberedEncoder, SerialPortDescription } from '#hardware/find-encoder';
import { watchEncoders } from '#hardware/watch-encoders';
import type { EncodersOnDesk } from '#hardware/watch-encoders';
import { Pn532Simulator } from '#main/simulation/encoder/pn532-simulator';
import { benchNow } from '#tests/support/encoder-bench';
import { idleTimer } from '#tests/support/encoder-idle-timer';
import { memoryLink } from '#tests/support/encoder-memory-link';
import type { MemoryLink } from '#tests/support/encoder-memory-link';
import { testKeyring } from '#tests/support/encoder-records';
import { describe, expect, it, onTestFinished } from 'vitest';

const picked: SerialPortDescription = { path: 'COM4', vid: '0403', pid: '6001', serial: 'A50285BI', maker: 'FTDI' };
const terminal: SerialPortDescription = { path: 'COM5', vid: '0403', pid: '6001', serial: 'PAY-1', maker: 'FTDI' };
const desk1: RememberedEncoder = {
  name: 'Desk 1',
  protocol: 'pn532-hsu',
  usb: { vid: '0403', pid: '6001', serial: 'A50285BI' },
  path: 'COM9',
};

/** A PC with two bridges: one was picked, on the other hangs a payment terminal. */
function start() {
  const timer = idleTimer();
  let ports = [picked, terminal];
  const encoderLink: MemoryLink = memoryLink((bytes) => simulator.receive(bytes));
  const simulator = new Pn532Simulator((bytes) => encoderLink.deliver(bytes));
  const terminalLink = memoryLink(() => undefined);
  const waiting = new Set<{ readonly is: (desk: EncodersOnDesk) => boolean; readonly tell: (at: number) => void }>();
  const stop = watchEncoders({
    list: async () => ports,
    remembered: () => [desk1],
    create: ({ path, protocol }) => {
      const chip = createChip(protocol, path === 'COM4' ? encoderLink : terminalLink, timer);
      return new DeskEncoder({ chip, timer, keyring: () => testKeyring, now: benchNow });
    },
    timer,
    onChange: (desk) => {
      for (const each of waiting) if (each.is(desk)) each.tell(timer.now());
    },
  });
  onTestFinished(stop);
  return {
    timer,
    encoderLink,
    terminalLink,
    simulator,
    plug: (now: readonly SerialPortDescription[]) => (ports = [...now]),
    /** @returns when it was so first, from now on. */
    until: (is: (desk: EncodersOnDesk) => boolean) => new Promise<number>((tell) => waiting.add({ is, tell })),
  };
}

describe('the encoders of a desk', () => {
  it('a payment terminal on the same kind of bridge never gets a byte', async () => {
    const { until, encoderLink, terminalLink, timer } = start();
    await until(({ ready }) => ready.length === 1);

    await until(() => timer.now() > 120_000);

    expect(encoderLink.written).toBeGreaterThan(0);
    expect(terminalLink.written).toBe(0);
  });

  it('an encoder that is unplugged and back is noticed within three seconds, both times', async () => {
    const { until, encoderLink, simulator, plug, timer } = start();
    await until(({ ready }) => ready.length === 1);

    const unpluggedAt = timer.now();
    encoderLink.unplug();
    plug([terminal]);
    const missingAt = await until(({ missing, ready }) => missing.length === 1 && ready.length === 0);
    const pluggedAt = timer.now();
    encoderLink.plugIn();
    simulator.restart();
    plug([picked, terminal]);
    const readyAt = await until(({ ready }) => ready.length === 1);

    expect(missingAt - unpluggedAt).toBeLessThanOrEqual(3_000);
    expect(readyAt - pluggedAt).toBeLessThanOrEqual(3_000);
  });

  it('an encoder that stops answering is named with its reason, and opened again when it answers', async () => {
    const { until, simulator } = start();
    await until(({ ready }) => ready.length === 1);

    simulator.faults.isSilent = true;
    await until(({ failed }) => failed.some(({ error }) => error.code === 'timeout'));
    await until(({ failed }) => failed.some(({ error }) => error.code === 'not-an-encoder'));
    simulator.faults.isSilent = false;

    await expect(until(({ ready }) => ready.length === 1)).resolves.toBeGreaterThan(30_000);
  });
});
