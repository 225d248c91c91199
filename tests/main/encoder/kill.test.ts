import { openEncoderLine } from '#main/simulation/encoder/encoder-line';
import { card } from '#tests/support/card-desk';
import { clerk, openCrashDesk } from '#tests/support/encoder-crash-desk';
import { temporaryFolder } from '#tests/support/storage-folder';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const child = fileURLToPath(new URL('../../support/encoder-crash-child.ts', import.meta.url));

/** Portal is killed (kill -9) when so many pages of the card were written, and started again. */
async function killedAfter(writes: number) {
  const folder = await temporaryFolder();
  const line = await openEncoderLine({ listen: 0, isPaced: true });
  onTestFinished(() => line.close());
  const laid = card(0x580);
  line.simulator.field.lay(laid);
  const portal = spawn(process.execPath, [child, folder, line.address], { stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(portal, 'exit');
  onTestFinished(() => void portal.kill('SIGKILL'));
  while (line.simulator.field.writes < writes) await wait(1);
  portal.kill('SIGKILL');
  await ended;

  const desk = await openCrashDesk(folder, line.address);
  onTestFinished(desk.stop);
  await desk.service.start();
  const found = await desk.service.view();
  while ((await desk.service.view()).encoders[0]?.state !== 'ready') await wait(10);
  return { desk, found };
}

async function stateOf({ store }: Awaited<ReturnType<typeof openCrashDesk>>): Promise<string | undefined> {
  const [writing] = await store.read((view) => view.all('cardWritings'));
  return writing?.state;
}

describe('Portal killed while it writes a card', () => {
  it.each([1, 6])(
    'after %i pages: the card is listed as not finished, never as issued, and is void once it was read',
    async (writes) => {
      const { desk, found } = await killedAfter(writes);
      const after = await stateOf(desk);
      await desk.service.finish({ encoderId: null }, clerk);
      while ((await desk.service.view()).job?.step !== 'done') await wait(10);

      expect(found.unfinished).toMatchObject([{ owner: 'Ana Costa', room: '412', uidEnd: '580' }]);
      expect(after).toBe('unknown');
      expect(await stateOf(desk)).toBe('void');
      expect((await desk.service.view()).unfinished).toEqual([]);
    },
    30_000,
  );
});
