import type { KeyId } from '#domain/ids';
import { describe, expect, it } from 'vitest';
import { keyQuestion, keySearchFrom, searchOf } from '../../renderer/screens/keys/key-question.ts';
import {
  chosenCount,
  everything,
  isChosen,
  nothing,
  selectionFor,
  withChoice,
} from '../../renderer/screens/keys/selection.ts';
import { previewWords, runWords } from '../../renderer/screens/keys/bulk-sentences.ts';

const [amara, bento] = ['amara', 'bento'] as KeyId[] as [KeyId, KeyId];

describe('choosing keys of a list', () => {
  it('one by one, and back', () => {
    const one = withChoice(nothing, [amara], true) ?? nothing;
    const none = withChoice(one, [amara], false) ?? one;

    expect([isChosen(one, amara), isChosen(one, bento), chosenCount(one, 200)]).toEqual([true, false, 1]);
    expect(chosenCount(none, 200)).toBe(0);
  });

  it('all but some: a key that comes into the list meanwhile is chosen too', () => {
    const allButBento = withChoice(everything, [bento], false) ?? everything;

    expect([isChosen(allButBento, amara), isChosen(allButBento, bento)]).toEqual([true, false]);
    expect(chosenCount(allButBento, 100_000)).toBe(99_999);
    expect(chosenCount(allButBento, 100_001)).toBe(100_000);
  });

  it('tells the desk the filter instead of a hundred thousand keys', () => {
    const question = keyQuestion({ tab: 'upcoming', filter: 'tour' });

    expect(selectionFor(withChoice(everything, [bento], false) ?? everything, question)).toEqual({
      kind: 'all-but',
      question,
      but: ['bento'],
    });
  });

  it('more than a thousand cannot be chosen one by one', () => {
    const many = Array.from({ length: 1_001 }, (_none, index) => `key-${index}` as KeyId);

    expect(withChoice(nothing, many, true)).toBeNull();
  });
});

describe('what is said of many keys', () => {
  it('says what changes, what is so already, and what stays as it is', () => {
    const unchanged = [
      { because: 'already-allowed' as const, count: 12 },
      { because: 'revoked' as const, count: 1 },
    ];

    expect(previewWords({ action: { act: 'allow-provisioning' }, change: 182, unchanged })).toBe(
      '182 keys will be allowed. 12 are already allowed. 1 is revoked and stays so.',
    );
  });

  it('says of a run that was stopped what was not reached', () => {
    const run = {
      id: 'run',
      action: { act: 'extend', nights: 1 },
      by: 'Rosa',
      state: 'stopped',
      startedAt: '2026-11-23T14:00:00.000Z',
      endedAt: '2026-11-23T14:00:09.000Z',
      total: 200,
      reached: 81,
      done: 80,
      refused: 1,
      unchanged: 0,
      newDoorcodes: 2,
    } as Parameters<typeof runWords>[0];

    expect(runWords(run)).toBe(
      'Extended: 80 of 200 keys. 1 refused. 2 with a new doorcode. Stopped: 119 not reached, unchanged.',
    );
  });
});

it('a list that was kept opens again as it was', () => {
  const question = keyQuestion({ tab: 'current', filter: 'bus', access: 'late', sort: 'departure', descending: true });

  expect(keyQuestion(keySearchFrom({ ...searchOf(question) }))).toEqual(question);
});
