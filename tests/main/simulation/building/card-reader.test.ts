import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { fromHex } from '#hardware/bytes';
import type { KeyRecord } from '#hardware/card/key-record';
import { sealRecord } from '#hardware/card/keyring';
import { judgeCard, newMemory } from '#main/simulation/building/card-reader';
import type { ReaderMemory, ReaderSetup, ShownCard } from '#main/simulation/building/card-reader';
import { room412, testKeyring } from '#tests/support/encoder-records';

const uid = Uint8Array.of(0x04, 0x78, 0x2e, 0x21, 0x80, 0x1d, 0x80);
const otherUid = Uint8Array.of(0x04, 0x78, 0x2e, 0x21, 0x80, 0x1d, 0x81);

const door412: ReaderSetup = {
  door: 412,
  propertyId: 'hotel-seeblick',
  property: 4711,
  masters: testKeyring.masters,
  blocked: new Set(),
};
const thisGuest = room412;
const previousGuest: KeyRecord = { ...room412, credential: 579, sequence: 1000 };

/** An NTAG213 with these 48 bytes in slot A, and in slot B. */
function ntag(slotA: Uint8Array, slotB: Uint8Array = new Uint8Array(48)): ShownCard {
  const memory = new Uint8Array(180);
  memory.set(slotA, 16);
  memory.set(slotB, 64);
  return { uid, type: 'ntag213', memory };
}

const cardOf = (record: KeyRecord): ShownCard => ntag(sealRecord(record, uid, testKeyring));

function show(card: ShownCard, { setup = door412, memory = newMemory, at = '2026-11-23T15:00Z' } = {}) {
  return judgeCard(card, { setup, memory, now: Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Lisbon') });
}

function refusal(card: ShownCard, order: { setup?: ReaderSetup; memory?: ReaderMemory; at?: string } = {}) {
  const verdict = show(card, order);
  return verdict.opens ? 'it opened' : verdict.why;
}

describe('a card reader at a door', () => {
  it('opens for its guest, and from then on not for the previous one', () => {
    const before = show(cardOf(previousGuest));
    const used = show(cardOf(thisGuest));

    expect(before).toEqual({ opens: true, memory: { sequence: 1000, spent: [] } });
    expect(used).toEqual({ opens: true, memory: { sequence: 1001, spent: [] } });
    expect(refusal(cardOf(previousGuest), { memory: { sequence: 1001, spent: [] } })).toBe('replaced');
  });

  it('opens for the second card of the same key', () => {
    const second = cardOf({ ...thisGuest, copy: 1, credential: 581 });

    expect(show(second, { memory: { sequence: 1001, spent: [] } }).opens).toBe(true);
  });

  it('does not open for a blocked card', () => {
    expect(refusal(cardOf(thisGuest), { setup: { ...door412, blocked: new Set([580]) } })).toBe('blocked');
  });

  it('opens from the first minute and not from the minute of departure on', () => {
    const card = cardOf(thisGuest);

    expect(refusal(card, { at: '2026-11-23T13:59:59Z' })).toBe('too-early');
    expect(refusal(card, { at: '2026-11-23T14:00:00Z' })).toBe('it opened');
    expect(refusal(card, { at: '2026-11-25T14:59:59Z' })).toBe('it opened');
    expect(refusal(card, { at: '2026-11-25T15:00:00Z' })).toBe('expired');
  });

  it('keeps the hours by the clock at the door', () => {
    const summerEvenings: KeyRecord = { ...thisGuest, from: 0, to: 16_777_215, dayStart: 72, dayEnd: 88 };
    const card = cardOf(summerEvenings);

    // In Lisbon an hour later than UTC, from 18:00 to 22:00.
    expect(refusal(card, { at: '2026-07-06T16:59:59Z' })).toBe('not-at-this-hour');
    expect(refusal(card, { at: '2026-07-06T17:00:00Z' })).toBe('it opened');
    expect(refusal(card, { at: '2026-07-06T21:00:00Z' })).toBe('not-at-this-hour');
  });

  it('does not open for a record that was copied to another card', () => {
    expect(refusal({ ...cardOf(thisGuest), uid: otherUid })).toBe('no-record');
  });

  it('does not open for a card that was not finished', () => {
    const record = sealRecord(thisGuest, uid, testKeyring);
    const halfWritten = Uint8Array.from(record, (byte, place) => (place < 28 ? byte : 0));

    expect(refusal(ntag(halfWritten))).toBe('no-record');
  });

  it('opens by the old record while the new one is not finished, and by the new one when it is', () => {
    const old = sealRecord(thisGuest, uid, testKeyring);
    const moved = sealRecord({ ...thisGuest, credential: 590, sequence: 1002 }, uid, testKeyring);

    expect(show(ntag(old, moved.fill(0, 40)))).toEqual({ opens: true, memory: { sequence: 1001, spent: [] } });
    const finished = sealRecord({ ...thisGuest, credential: 590, sequence: 1002 }, uid, testKeyring);
    expect(show(ntag(old, finished))).toEqual({ opens: true, memory: { sequence: 1002, spent: [] } });
  });

  it('opens once for a one-shot card, and forgets it when its time is over', () => {
    const card = cardOf({ ...thisGuest, role: 'one-shot' });

    const first = show(card);
    const memory = first.opens ? first.memory : newMemory;
    const later = show(cardOf({ ...thisGuest, from: 0, to: 16_777_215 }), { memory, at: '2026-11-26T15:00Z' });

    expect(memory.spent).toEqual([{ credential: 580, to: thisGuest.to }]);
    expect(refusal(card, { memory })).toBe('spent');
    expect(later).toEqual({ opens: true, memory: { sequence: 1001, spent: [] } });
  });

  it('compares no sequence at a common door', () => {
    const pool = { ...door412, door: 900 };

    expect(show(cardOf(thisGuest), { setup: pool, memory: { sequence: 5000, spent: [] } })).toEqual({
      opens: true,
      memory: { sequence: 5000, spent: [] },
    });
  });

  it('does not open another door, for another property, or for a master that it was not told', () => {
    const card = cardOf(thisGuest);

    expect(refusal(card, { setup: { ...door412, door: 413 } })).toBe('other-door');
    expect(refusal(card, { setup: { ...door412, propertyId: 'hotel-bergblick' } })).toBe('no-record');
    expect(refusal(card, { setup: { ...door412, property: 4712 } })).toBe('no-record');
    expect(refusal(card, { setup: { ...door412, masters: new Map([[2, new Uint8Array(16)]]) } })).toBe('no-record');
  });

  it('does not open for a blank card, for a type without a record, or before it was set up', () => {
    const other: ShownCard = { uid, type: null, memory: new Uint8Array() };

    expect(refusal(ntag(new Uint8Array(48)))).toBe('no-record');
    expect(refusal(other)).toBe('no-record');
    expect(judgeCard(other, { setup: null, memory: newMemory, now: Temporal.Now.zonedDateTimeISO() })).toEqual({
      opens: false,
      why: 'not-set-up',
    });
  });

  it('reads the first test vector of the published format', () => {
    const record = '500101101267006000000244000003E93757083762847F00019C8384000000000000000000000000CF8667DB37EBE5B9';
    const master = Uint8Array.from({ length: 16 }, (_, place) => place);
    const setup = { ...door412, masters: new Map([[1, master]]) };

    expect(show(ntag(fromHex(record) ?? new Uint8Array()), { setup }).opens).toBe(true);
  });
});
