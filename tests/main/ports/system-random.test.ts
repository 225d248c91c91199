import { systemRandom } from '#main/ports/system-random';
import { SeededRandom } from '#tests/support/seeded-random';
import { describe, expect, test } from 'vitest';

describe.each([
  ['the system generator', () => systemRandom()],
  ['the seeded generator', () => new SeededRandom(7)],
])('%s', (_name, create) => {
  test('draws every number below the limit and none other', () => {
    const random = create();
    const draws = new Set(Array.from({ length: 2_000 }, () => random.integer(10)));

    expect([...draws].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('has no choice below one', () => {
    expect(create().integer(1)).toBe(0);
  });

  test('makes ids of 21 or more safe characters, never the same twice', () => {
    const random = create();
    const ids = Array.from({ length: 2_000 }, () => random.id());

    expect(new Set(ids).size).toBe(2_000);
    expect(ids.filter((id) => !/^[\w-]{21,}$/.test(id))).toEqual([]);
  });
});

describe('the seeded generator', () => {
  test('repeats itself for the same seed', () => {
    const first = new SeededRandom(42);
    const second = new SeededRandom(42);

    expect([first.integer(10_000), first.id()]).toEqual([second.integer(10_000), second.id()]);
  });
});
