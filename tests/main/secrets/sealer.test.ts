import { createSealer } from '#main/secrets/sealer';
import { sealerFromVault } from '#main/secrets/sealer-from-vault';
import { memoryVault } from '#tests/support/memory-vault';
import { SeededRandom } from '#tests/support/seeded-random';
import { describe, expect, it } from 'vitest';

const key = new Uint8Array(32).fill(7);

describe('the sealer', () => {
  it('gives back what was sealed', () => {
    const sealer = createSealer(key);

    expect(sealer.open(sealer.seal('4711'))).toBe('4711');
    expect(sealer.open(sealer.seal(''))).toBe('');
    expect(sealer.open(sealer.seal('Zoë 🗝'))).toBe('Zoë 🗝');
  });

  it('says nothing about the doorcode, and never says it the same way twice', () => {
    const sealer = createSealer(key);

    const first = sealer.seal('471147');
    const second = sealer.seal('471147');

    expect(first).toMatch(/^sealed1:[\w-]+$/);
    expect(first).not.toBe(second);
    expect(Buffer.from(first.slice(8), 'base64url').toString('latin1')).not.toContain('471147');
  });

  it('does not open what was sealed with the key of another installation', () => {
    const sealed = createSealer(new Uint8Array(32).fill(8)).seal('4711');

    expect(() => createSealer(key).open(sealed)).toThrowError(expect.objectContaining({ code: 'data-damaged' }));
  });

  it.each([
    [
      'one changed character in the text',
      (sealed: string) => `${sealed.slice(0, -2)}${sealed.at(-2) === 'A' ? 'B' : 'A'}${sealed.at(-1)}`,
    ],
    [
      'one changed character in the nonce',
      (sealed: string) =>
        sealed.replace(/^(sealed1:)./, (_, head: string) => `${head}${sealed[8] === 'A' ? 'B' : 'A'}`),
    ],
    ['another version in front', (sealed: string) => sealed.replace('sealed1:', 'sealed2:')],
    ['a text cut short', (sealed: string) => sealed.slice(0, 20)],
    ['plain digits', () => '4711'],
    ['nothing at all', () => ''],
  ])('does not open %s', (_case, damage) => {
    const sealer = createSealer(key);
    const damaged = damage(sealer.seal('4711'));

    expect(() => sealer.open(damaged)).toThrowError(expect.objectContaining({ code: 'data-damaged' }));
  });
});

describe('the key of an installation', () => {
  it('is drawn at the first start and the same at the next', async () => {
    const vault = memoryVault();

    const first = await sealerFromVault(vault, new SeededRandom(1));
    const second = await sealerFromVault(vault, new SeededRandom(2));

    expect(second.open(first.seal('4711'))).toBe('4711');
  });

  it('is never drawn anew over a damaged one', async () => {
    const vault = memoryVault();
    await vault.put('sealing-key', 'bm90IGEga2V5');

    await expect(sealerFromVault(vault, new SeededRandom(1))).rejects.toMatchObject({ code: 'data-damaged' });
    expect(await vault.get('sealing-key')).toBe('bm90IGEga2V5');
  });
});
