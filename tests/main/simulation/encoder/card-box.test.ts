import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openCardBox } from '#main/simulation/encoder/card-box';

async function someFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-cards-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'encoder');
}

describe('the box beside the simulated encoder', () => {
  it('has a stock of ten cards the first time', async () => {
    const box = await openCardBox(await someFolder(), { withStock: true });

    expect(box.all().map(({ type }) => type)).toEqual([
      'ntag213',
      'ntag213',
      'ntag213',
      'ntag213',
      'ntag213',
      'ultralight-ev1-48',
      'ultralight-ev1-48',
      'classic-1k',
      'classic-1k',
      'foreign',
    ]);
  });

  it('keeps every card as it was left, and fills up nothing', async () => {
    const folder = await someFolder();
    const box = await openCardBox(folder, { withStock: true });
    box.find('04A11C52D76180')?.card.exchange(Uint8Array.of(0xa2, 0x06, 1, 2, 3, 4));
    box.add('classic-1k', Uint8Array.of(0x9d, 1, 2, 3));
    box.save();
    await box.saved();

    const again = await openCardBox(folder, { withStock: true });

    expect(again.all()).toHaveLength(11);
    expect(again.find('04a11c52d76180')?.card.memory().slice(24, 28)).toEqual(Uint8Array.of(1, 2, 3, 4));
    expect(again.find('04F7661BA23C80')?.card.memory()).toEqual(box.find('04F7661BA23C80')?.card.memory());
  });

  it('is empty without a stock', async () => {
    const box = await openCardBox(await someFolder(), { withStock: false });

    expect(box.all()).toEqual([]);
  });
});
