import { describe, expect, it } from 'vitest';
import { isNarrowed, keyQuestion, keySearchFrom } from '../../renderer/screens/keys/key-question.ts';
import { doorsText, doorsTitle, keysText, sourceName, summaryWords } from '../../renderer/screens/keys/sentences.ts';

describe('the list of keys', () => {
  it('opens on the guests in house, by name', () => {
    expect(keyQuestion({})).toEqual({
      status: 'current',
      filter: '',
      source: 'all',
      attention: false,
      access: 'all',
      sort: 'owner',
      descending: false,
    });
  });

  it('shows the next arrival first, and the last departure first', () => {
    expect(keyQuestion({ tab: 'upcoming' })).toMatchObject({ sort: 'arrival', descending: false });
    expect(keyQuestion({ tab: 'past' })).toMatchObject({ sort: 'departure', descending: true });
  });

  it('a column that was clicked sorts upwards, whatever the usual order', () => {
    expect(keyQuestion({ tab: 'past', sort: 'owner' })).toMatchObject({ sort: 'owner', descending: false });
  });

  it('leaves out of an address what it does not understand', () => {
    const search = keySearchFrom({
      tab: 'lost',
      source: 'fax',
      sort: 'room',
      attention: 'yes',
      descending: 1,
      other: 2,
    });

    expect(search).toEqual({});
  });

  it('reads back the address of a narrowed list', () => {
    const search = keySearchFrom({ tab: 'revoked', filter: 204, source: 'manual', attention: true });

    expect(search).toEqual({ tab: 'revoked', filter: '204', source: 'manual', attention: true });
    expect(isNarrowed(keyQuestion(search))).toBe(true);
    expect(isNarrowed(keyQuestion({ tab: 'revoked' }))).toBe(false);
  });
});

describe('a row of the list', () => {
  it.each([
    [[], 0, 'no door'],
    [['204'], 0, '204'],
    [['204'], 2, '204 + 2'],
    [['402', '403'], 0, '402 · 403'],
    [['201', '202', '203', '204'], 3, '201 · 202 + 5'],
  ])('doors %j with %i linked are written %s', (doors, linked, written) => {
    expect(doorsText(doors, linked)).toBe(written);
  });

  it('names all doors to whoever points at them', () => {
    expect(doorsTitle(['204', '205'], 1)).toBe('204, 205 and 1 linked door');
  });

  it('says how many doors hold the code', () => {
    expect(summaryWords({ worst: 'provisioned', provisioned: 2, doors: 2, unassigned: null })).toBe('Doorcode 2/2');
    expect(summaryWords({ worst: 'waiting-for-lock', provisioned: 2, doors: 3, unassigned: null })).toBe(
      'Waiting for lock 2/3',
    );
    expect(summaryWords({ worst: 'failed', provisioned: 0, doors: 1, unassigned: null })).toBe('Failed');
  });

  it('uses the reference’s own words', () => {
    expect(summaryWords({ worst: 'pending-provisioning', provisioned: 0, doors: 3, unassigned: null })).toBe(
      'Pending Provisioning',
    );
    expect(summaryWords({ worst: 'no-doorcode-assigned', provisioned: 0, doors: 0, unassigned: null })).toBe(
      'No Doorcode Assigned',
    );
  });

  it('says where the key came from', () => {
    expect(sourceName({ source: 'pms', connector: 'mews' })).toBe('Mews');
    expect(sourceName({ source: 'manual', connector: null })).toBe('Manual');
  });

  it('counts in words', () => {
    expect(keysText.count(1)).toBe('1 key');
    expect(keysText.matching(8904)).toBe('8,904 keys match the filter');
    expect(keysText.matching(1)).toBe('1 key matches the filter');
  });
});
