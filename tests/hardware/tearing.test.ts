import { tearEverything, tearingTable } from '#tests/support/encoder-tearing';
import { describe, expect, it } from 'vitest';

describe('a power cut at any write of a re-encode', async () => {
  const cuts = await tearEverything();

  it('leaves one valid record on every card with two places; where there is room for one, mostly none', () => {
    // New: the seal is whole, and what was cut off is the end of the old record. The smallest card keeps the old record
    // when the very first write did not happen, and has the new one when the last one did.
    expect(tearingTable(cuts)).toEqual([
      'card                cuts  old  new none issued',
      'ntag213               39   35    4    0      0',
      'ntag215               39   35    4    0      0',
      'ntag216               39   35    4    0      0',
      'ultralight-ev1-48     39    1    1   37      0',
      'ultralight-ev1-128    39   35    4    0      0',
      'classic-1k            12    8    4    0      0',
    ]);
  });

  it('is always told to the desk as unknown', () => {
    expect(new Set(cuts.map(({ told }) => told))).toEqual(new Set(['card-removed, unknown']));
  });

  it('is always healed by laying the same card on again', () => {
    expect(new Set(cuts.map(({ finished }) => finished))).toEqual(new Set(['new']));
  });
});
