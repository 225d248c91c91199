import { instantText } from '#domain/time/time';
import { describe, expect, it } from 'vitest';
import { stuckKeys } from '../../renderer/components/stuck-after-outage.ts';

const at = (text: string) => instantText.parse(`2026-11-${text}:00.000Z`);
const counts = { notAllowed: 12, late: 3 };

describe('after an outage of the PMS', () => {
  it('while it lasts, every current key that is not allowed may be a guest at a closed door', () => {
    const pms = { state: 'broken', since: at('23T08:00') } as const;

    expect(stuckKeys(counts, [pms], at('23T16:00'))).toEqual({ access: 'not-allowed', count: 12 });
  });

  it('when it is over, the keys are told of whose stays came after their arrival, for a day', () => {
    const pms = { state: 'connected', since: at('23T17:00') } as const;

    expect(stuckKeys(counts, [pms], at('23T17:05'))).toEqual({ access: 'late', count: 3 });
    expect(stuckKeys(counts, [pms], at('25T17:05'))).toBeNull();
  });

  it('of several PMSs the one that is away is enough', () => {
    const well = { state: 'connected', since: at('20T08:00') } as const;
    const away = { state: 'degraded', since: at('23T08:00') } as const;

    expect(stuckKeys(counts, [well, away], at('23T16:00'))).toEqual({ access: 'not-allowed', count: 12 });
  });

  it('on a good day, guests who are not checked in yet are nothing to tell of', () => {
    const pms = { state: 'connected', since: at('20T08:00') } as const;

    expect(stuckKeys(counts, [pms], at('23T16:00'))).toBeNull();
  });
});
