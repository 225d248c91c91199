import { describe, expect, it } from 'vitest';
import type { CardOnEncoder } from '#api/encoder';
import { keycardId, keyId } from '#domain/ids';
import { localDateTime } from '#domain/time/time';
import { keycardActTexts, undoRefused } from '../../renderer/screens/key-details/act-sentences.ts';
import { unfinishedText } from '../../renderer/screens/keycards/encoder-sentences.ts';
import { keycardSearchFrom } from '../../renderer/screens/keycards/keycard-question.ts';
import { ofOurs } from '../../renderer/screens/keycards/on-encoder.ts';
import { importWords, stateConsequence, writingWords } from '../../renderer/screens/keycards/sentences.ts';
import { standingOf } from '../../renderer/text/keycards.ts';

const key = keyId.parse('key-1');
const says: NonNullable<CardOnEncoder['says']> = {
  keyId: key,
  owner: 'Amara Okafor',
  doors: ['204', 'Pool'],
  from: localDateTime.parse('2026-11-23T15:00'),
  until: localDateTime.parse('2026-11-25T11:00'),
  isRunning: true,
  opensOnce: false,
};

describe('a card that lies on the encoder', () => {
  it('can be wiped or encoded again when it is as it should be', () => {
    expect(ofOurs({ content: 'ours', matches: 'yes', says })).toEqual({
      canWipe: true,
      canFinish: false,
      encodeFor: key,
    });
  });

  it('of another system is left alone', () => {
    const nothing = { canWipe: false, canFinish: false, encodeFor: null };

    expect(ofOurs({ content: 'foreign', matches: 'nothing-to-compare', says: null })).toEqual(nothing);
    expect(ofOurs({ content: 'locked', matches: 'nothing-to-compare', says: null })).toEqual(nothing);
    expect(ofOurs({ content: 'blank', matches: 'nothing-to-compare', says: null })).toEqual(nothing);
  });

  it('whose key is over is wiped, and not encoded for it again', () => {
    expect(ofOurs({ content: 'ours', matches: 'key-ended', says })).toMatchObject({ canWipe: true, encodeFor: null });
  });

  it('that was not finished can be finished', () => {
    expect(ofOurs({ content: 'torn', matches: 'not-finished', says: null })).toMatchObject({
      canFinish: true,
      encodeFor: null,
    });
  });
});

describe('the words of a keycard', () => {
  it('a lost card is lost, whatever is written on it', () => {
    const card = { keycardId: keycardId.parse('card-1'), encoding: 'encoded' } as const;

    expect(standingOf({ ...card, state: 'assigned' })).toBe('encoded');
    expect(standingOf({ ...card, state: 'lost' })).toBe('lost');
    expect(standingOf({ ...card, keycardId: null, state: null })).toBe('none');
  });

  it('before a card is reported lost, it says what ends and what stays', () => {
    expect(keycardActTexts.lostConsequence('Card 007')).toContain(
      'Card 007 is removed from every lock that knows it, starting now.',
    );
    expect(keycardActTexts.keepsDoorcodeAndCards('Amara Okafor', ['Card 008'])).toBe(
      'Amara Okafor keeps the doorcode and Card 008.',
    );
    expect(keycardActTexts.nothingElse('Amara Okafor')).toContain('Amara Okafor has no other credential');
  });

  it('blocking a card of the stock names its holder and the doors', () => {
    expect(stateConsequence('blocked', 'Card 007', { owner: 'Amara Okafor', doors: ['204'] })).toContain(
      'It is held by Amara Okafor for 204',
    );
    expect(stateConsequence('worn-out', 'Card 007', null)).toContain('Nobody holds it now.');
  });

  it('before a list is imported, it says how many cards are new, get their UID, or are there already', () => {
    expect(importWords({ outcome: 'ready', added: 2, completed: 1, known: 3 })).toBe(
      '2 cards are new. 1 card in stock gets its UID. 3 cards are already in stock.',
    );
    expect(importWords({ outcome: 'ready', added: 0, completed: 2, known: 0 })).toBe(
      'No card is new. 2 cards in stock get their UIDs.',
    );
    expect(importWords({ outcome: 'imported', added: 1, completed: 2 })).toBe(
      '1 card is now in stock. 2 cards got their UIDs.',
    );
  });

  it('an unfinished key is said as the fault table says it', () => {
    expect(unfinishedText.one('412', '580')).toBe('1 key not finished (room 412, card …580): put it on the encoder');
  });

  it('an Undo that came too late for the card says who has it, and asks nobody to choose', () => {
    expect(undoRefused({ code: 'keycard-not-available' })).toBe(
      'Not undone. The keycard is no longer free: another key has it, or it is out of use.',
    );
    expect(undoRefused({ code: 'code-not-available' })).toBe('Not undone. The doorcode is no longer free.');
  });

  it('why a writing ended is said only where there is a sentence for it', () => {
    expect(writingWords({ state: 'void', why: 'replaced' })).toBe('Ended: replaced by a newer key');
    expect(writingWords({ state: 'void', why: 'set-ended' })).toBe('Ended: its card key set was ended');
    expect(writingWords({ state: 'void', why: 'no-such-reason' })).toBe('Ended');
    expect(writingWords({ state: 'issued', why: null })).toBe('Encoded');
  });
});

it('the address of Keycards leaves out what it does not understand', () => {
  expect(keycardSearchFrom({ state: 'lost', text: 'pool', other: 1 })).toEqual({ state: 'lost', text: 'pool' });
  expect(keycardSearchFrom({ state: 'stolen', text: '' })).toEqual({});
});
