import { describe, expect, it } from 'vitest';
import type { StatusStrip } from '#api/status-strip';
import type { InstantText, ZoneName } from '#domain/time/time';
import { statusLines } from '../../renderer/frame/status-sentences.ts';

const now = '2026-11-23T16:42:00.000Z' as InstantText;
const calm: StatusStrip = {
  property: { name: 'Hotel Miramar', zone: 'Europe/Lisbon' as ZoneName },
  now,
  pms: [
    {
      id: 'mews',
      name: 'Hotel Miramar',
      state: 'connected',
      system: 'mews',
      since: '2026-11-20T08:00:00.000Z' as InstantText,
      syncedAt: '2026-11-23T16:41:48.000Z' as InstantText,
      problem: null,
      held: 0,
    },
  ],
  locks: { total: 48, online: 48, offline: 0 },
  clock: null,
  gateways: { total: 2, online: 2 },
  jobs: { waiting: 0, suspended: 0 },
  attention: { keys: 0, doors: 0, settings: 0 },
};

function line(strip: Partial<StatusStrip>, id: 'pms' | 'locks' | 'gateways' | 'clock') {
  return statusLines({ ...calm, ...strip }, now).find((found) => found.id === id);
}

describe('the strip at the bottom', () => {
  it('says in one word each that all is well, and how old the last sync is', () => {
    expect(statusLines(calm, now).map(({ name, word, detail }) => [name, word, detail])).toEqual([
      ['Mews', 'Connected', 'synced 12 s ago'],
      ['Locks', 'Connected', '48 online'],
      ['Gateways', 'Connected', '2 online'],
    ]);
  });

  it('says since when the PMS is broken, and what that means for guests', () => {
    const broken = line(
      { pms: [{ ...calm.pms[0]!, state: 'broken', since: '2026-11-23T10:42:00.000Z' as InstantText }] },
      'pms',
    );

    expect(broken?.word).toBe('Broken since 10:42');
    expect(broken?.tone).toBe('bad');
    expect(broken?.meaning).toContain('Existing keys keep working');
  });

  it('names each of several PMS connections by its property, and says how each is', () => {
    const annexe = { ...calm.pms[0]!, id: 'mews-2', name: 'The Annexe', state: 'degraded' as const };

    const lines = statusLines({ ...calm, pms: [calm.pms[0]!, annexe] }, now);

    expect(lines.map(({ name, connection, tone }) => [name, connection, tone]).slice(0, 2)).toEqual([
      ['Hotel Miramar', 'mews', 'ok'],
      ['The Annexe', 'mews-2', 'warn'],
    ]);
  });

  it('says that no PMS is connected', () => {
    expect(line({ pms: [] }, 'pms')).toMatchObject({ name: 'PMS', word: 'Not connected', tone: 'neutral' });
  });

  it('counts a lock that has not answered yet as not online', () => {
    const locks = line({ locks: { total: 48, online: 46, offline: 1 }, jobs: { waiting: 3, suspended: 1 } }, 'locks');

    expect(locks?.word).toBe('Degraded');
    expect(locks?.detail).toBe('2 of 48 not online');
    expect(locks?.meaning).toContain('Waiting to be written: 3. Stopped, because a lock refused: 1.');
  });

  it('is broken when no lock answers', () => {
    expect(line({ locks: { total: 48, online: 0, offline: 48 } }, 'locks')?.word).toBe('Broken');
  });

  it('does not speak of gateways where there are none', () => {
    expect(line({ gateways: { total: 0, online: 0 } }, 'gateways')).toBeUndefined();
  });

  it('says first that the PC and the PMS do not agree what time it is, and what to look at', () => {
    const clock = { connection: 'mews', aheadMs: -3 * 24 * 3_600_000, wrong: 'unknown' as const };

    expect(statusLines({ ...calm, clock }, now)[0]).toMatchObject({ name: 'Clock', word: '3 days apart from Mews' });
    expect(line({ clock }, 'clock')?.meaning).toContain('Check the date, the time and the time zone of this PC first.');
  });
});
