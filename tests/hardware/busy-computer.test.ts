import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { realTimer } from '#hardware/encoder-timer';
import { Pn532Chip } from '#hardware/pn532/pn532-chip';
import { socketLink } from '#hardware/socket-link';
import { startEncoder } from '#main/simulation/encoder/start-encoder';
import { standingStill } from '#tests/support/stand-still';
import { expect, it, onTestFinished } from 'vitest';
import { removeFolder } from '#tests/support/remove-folder';

/** A PN532 in a program of its own, which goes on while this one stands still. */
async function encoderElsewhere() {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'portal-busy-'));
  const encoder = await startEncoder({ dataFolder });
  onTestFinished(async () => {
    await encoder.stop();
    await removeFolder(dataFolder);
  });
  return socketLink(encoder.port);
}

it('an answer that came while Portal itself stood still counts, though its time is over', async () => {
  const link = await encoderElsewhere();
  const chip = new Pn532Chip(standingStill(link, 250), realTimer);
  onTestFinished(() => chip.close());
  const limits = { signal: new AbortController().signal, deadline: realTimer.now() + 20_000 };

  await expect(chip.open(limits)).resolves.toBe('PN532 1.6');
});

it('and also when the job’s own time was over meanwhile', async () => {
  const link = await encoderElsewhere();
  const chip = new Pn532Chip(standingStill(link, 250), realTimer);
  onTestFinished(() => chip.close());
  const limits = { signal: new AbortController().signal, deadline: realTimer.now() + 20_000 };
  await chip.open(limits);

  await expect(chip.ping({ ...limits, deadline: realTimer.now() + 100 })).resolves.toBeUndefined();
});
