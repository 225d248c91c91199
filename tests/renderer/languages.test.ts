import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EncoderView } from '#api/encoder';
import type { AlertView, NeedView } from '#api/views';
import { alertKinds } from '#domain/alerts/alert';
import { personId } from '#domain/ids';
import { timelineKinds } from '#domain/key/timeline';
import { lockErrorKinds } from '#domain/locks/lock-entry';
import { auditKinds } from '#domain/staff/audit';
import { localDateTime } from '#domain/time/time';
import { harmOf } from '../../renderer/components/edit-door-form.ts';
import { encoderLines } from '../../renderer/frame/encoder-status.ts';
import { statusLines } from '../../renderer/frame/status-sentences.ts';
import { chooseLanguage, type Texts } from '../../renderer/languages.ts';
import { attentionItems } from '../../renderer/screens/key-details/attention.ts';
import { actWords } from '../../renderer/screens/key-details/key-act.ts';
import { stayConsequence } from '../../renderer/screens/key-details/consequences.ts';
import { bulkConsequence, previewWords, runWords } from '../../renderer/screens/keys/bulk-sentences.ts';
import { importWords, stateConsequence } from '../../renderer/screens/keycards/sentences.ts';
import { auditSentence } from '../../renderer/screens/settings/audit-sentences.ts';
import { signInText } from '../../renderer/screens/sign-in/sentences.ts';
import { alertWords } from '../../renderer/text/alerts.ts';
import { momentText } from '../../renderer/text/format.ts';
import { countText, inEnglish, joined, languageCode, plural, speak } from '../../renderer/text/language.ts';
import { stuckKeysText } from '../../renderer/text/stuck-keys.ts';
import { timelineSentence } from '../../renderer/text/timeline.ts';
import { pseudoLanguage, splicedIn } from '../support/pseudo-language.ts';
import { amara, amarasKey, card12, door204, noon, writeFailed } from './key-fixtures.ts';

afterEach(() => speak(inEnglish));

describe('a second language', () => {
  /** Two parts of it are enough here: a screen, and sentences with numbers. */
  const inPolish = {
    'sign-in': {
      title: 'Zaloguj się do Portalu',
      name: 'Imię',
      password: 'Hasło',
      act: 'Zaloguj',
      demo: ({ name, password }) => `To jest hotel pokazowy. Zaloguj się jako ${name}, hasło: ${password}.`,
    },
    'stuck-keys': {
      count: (count) =>
        plural(count, {
          one: '1 bieżący klucz nie ma pozwolenia na zapis.',
          few: `${countText(count)} bieżące klucze nie mają pozwolenia na zapis.`,
          other: `${countText(count)} bieżących kluczy nie ma pozwolenia na zapis.`,
        }),
      why: { 'not-allowed': 'PMS nie odpowiada.', late: 'Portal dowiedział się o nich za późno.' },
      show: 'Pokaż te klucze',
    },
  } satisfies Pick<Texts, 'sign-in' | 'stuck-keys'>;
  const known = { pl: () => Promise.resolve(inPolish as unknown as Texts) };

  test('is loaded when it is chosen, and every sentence of a screen speaks it from then on', async () => {
    await chooseLanguage(['pl-PL', 'en'], known);

    expect(signInText.title).toBe('Zaloguj się do Portalu');
    expect(signInText.demo({ name: 'Ana', password: 'sol' })).toBe(
      'To jest hotel pokazowy. Zaloguj się jako Ana, hasło: sol.',
    );
  });

  test('has as many plurals as it needs', async () => {
    await chooseLanguage(['pl'], known);

    expect([1, 3, 5, 12_345].map((count) => stuckKeysText.count(count))).toEqual([
      '1 bieżący klucz nie ma pozwolenia na zapis.',
      '3 bieżące klucze nie mają pozwolenia na zapis.',
      '5 bieżących kluczy nie ma pozwolenia na zapis.',
      '12\u00A0345 bieżących kluczy nie ma pozwolenia na zapis.',
    ]);
  });

  test('writes lists and the names of days and months as it is used to', async () => {
    await chooseLanguage(['pl'], known);

    expect(joined(['204', 'Basen', 'Wejście'])).toBe('204, Basen i Wejście');
    expect(momentText(noon, 'Europe/Lisbon' as Parameters<typeof momentText>[1])).toBe('pon. 23 lis 16:40');
  });

  test('is not chosen over English where English is wanted first, nor when nobody knows it', async () => {
    await chooseLanguage(['en-US', 'pl'], known);
    expect(languageCode()).toBe(inEnglish.code);

    await chooseLanguage(['xx', 'pl'], known);
    expect(languageCode()).toBe('pl');

    await chooseLanguage(['xx'], known);
    expect(signInText.title).toBe('Sign in to Portal');
  });
});

describe('no sentence is put together from pieces', () => {
  beforeEach(() => speak(pseudoLanguage));

  const alert: AlertView = {
    id: 'alert-1',
    kind: 'write-waiting',
    raisedAt: noon,
    keyId: amarasKey.id,
    doorId: door204.doorId,
    doorName: '204',
    lockId: door204.lockId,
    owner: 'Amara Okafor',
    facts: { room: '118B', reason: 'too-weak', number: '12', keys: '3' },
  };

  test('of an alert, with whatever a lock answered', () => {
    const said = alertKinds.flatMap((kind) =>
      [...lockErrorKinds, ''].flatMap((error) =>
        ['card', 'pin'].flatMap((credential) => {
          const { title, detail } = alertWords({ ...alert, kind, facts: { ...alert.facts, error, credential } });
          return [title, detail];
        }),
      ),
    );

    expect(said.flatMap((text) => splicedIn(text))).toEqual([]);
  });

  test('of the timeline and of the audit', () => {
    const facts = { number: '12', attempt: '9', from: '204', to: 'current', room: '305', added: '2', completed: '1' };
    const timeline = timelineKinds.flatMap((kind) => [
      timelineSentence({ ...writeFailed, kind, facts }),
      timelineSentence({ ...writeFailed, kind, facts: {}, doorName: null }),
    ]);
    const audit = auditKinds.map((what) =>
      auditSentence({ ...writeFailed, what, facts, from: 'desk-1', staffName: 'Ana Sousa', before: {}, after: {} }),
    );

    expect([...timeline, ...audit].flatMap((text) => splicedIn(text))).toEqual([]);
  });

  test('of what is said before an act, and after it', () => {
    const ben = { ...amara, personId: personId.parse('ben'), firstName: 'Ben', lastName: 'Adler', keycards: [card12] };
    const keys = [amarasKey, { ...amarasKey, people: [amara, ben] }];
    const { doorId } = door204;
    const said = keys.flatMap((key) =>
      [
        actWords({ act: 'revoke', doorId: null }, key),
        actWords({ act: 'restore', doorId: null }, key),
        actWords({ act: 'reprovision', doorId: null }, key),
        actWords({ act: 'revoke', doorId }, key),
        actWords({ act: 'restore', doorId }, key),
        actWords({ act: 'remove-door', doorId }, key),
        actWords({ act: 'give-up', doorId }, key),
        actWords({ act: 'regenerate', personId: amara.personId }, key),
        actWords({ act: 'remove-doorcode', personId: amara.personId }, key),
        actWords({ act: 'remove-person', personId: ben.personId }, key),
      ].flatMap(({ title, consequence, confirm, done }) => [title, consequence, confirm, done]),
    );
    const held = { hasCode: true, cards: [{ name: 'Card 12', kind: 'usual', writtenFor: ['204'] }] } as const;
    const stay = stayConsequence({ owners: 'Amara Okafor', doors: ['204', 'Pool'], held, change: 'shorter' });
    const { arrival, departure } = door204;
    const harm = harmOf(
      door204,
      { arrival, departure, weekdays: [1], hours: null, allowProvisioning: true, allowLinkedDoors: false },
      {
        owner: 'Amara Okafor',
        closing: { lost: ['204'], maybe: ['Pool'] },
        held,
        now: localDateTime.parse('2026-11-23T16:42'),
      },
    );

    expect([...said, stay, ...harm].flatMap((text) => splicedIn(text))).toEqual([]);
  });

  test('of what needs attention on a key', () => {
    const error = { kind: 'no-space', native: '0x89' } as const;
    const doorId = door204.doorId;
    const needs: readonly NeedView[] = [
      { id: '1', tone: 'bad', need: 'no-doorcode', personId: amara.personId, reason: 'too-weak' },
      { id: '2', tone: 'bad', need: 'doorcode-stopped', doorId, why: 'suspended', error },
      { id: '3', tone: 'warn', need: 'doorcode-waits', doorId, offlineSince: null, error, elsewhere: 2 },
      { id: '4', tone: 'warn', need: 'doorcode-waits', doorId, offlineSince: noon, error: null, elsewhere: 0 },
      { id: '5', tone: 'warn', need: 'removal-pending', pending: 1, of: 2, credentials: 'both', doorIds: [doorId] },
      { id: '6', tone: 'warn', need: 'not-allowed', doorId },
      { id: '7', tone: 'warn', need: 'withheld', doorId, wish: 'cancel' },
      { id: '8', tone: 'warn', need: 'no-doors' },
      { id: '9', tone: 'bad', need: 'alert', alert, personId: null },
    ];
    const key = { ...amarasKey, needs };

    const said = attentionItems(key, () => '15:58').flatMap(({ title, detail }) => [title, detail]);

    expect(said).toHaveLength(18);
    expect(said.flatMap((text) => splicedIn(text))).toEqual([]);
  });

  test('of acts on many keys, of the stock, and of the strip at the bottom', () => {
    const action = { act: 'revoke' } as const;
    const unchanged = [
      { because: 'already-allowed', count: 12 },
      { because: 'revoked', count: 1 },
    ] as const;
    const run = { ...runOf(), action, state: 'stopped' } as const;
    const encoder: EncoderView = { encoders: [], ports: [], job: null, card: null, unfinished: [] };
    const strip = statusLines(stripOf(), noon).flatMap(({ word, meaning, detail }) => [word, meaning, detail ?? '']);
    const said = [
      previewWords({ action, change: 182, unchanged }),
      bulkConsequence({ action, keycards: 3 }),
      runWords(run),
      importWords({ outcome: 'ready', added: 2, completed: 1, known: 3 }),
      stateConsequence('blocked', 'Card 007', { owner: 'Amara Okafor', doors: ['204'] }),
      ...encoderLines(encoder).map(({ meaning }) => meaning),
      ...strip,
    ];

    expect(said.flatMap((text) => splicedIn(text))).toEqual([]);
  });
});

function runOf() {
  return {
    id: 'run-1',
    by: 'Inês Rocha',
    startedAt: noon,
    endedAt: noon,
    total: 200,
    reached: 81,
    done: 80,
    refused: 1,
    unchanged: 0,
    newDoorcodes: 2,
  };
}

function stripOf(): Parameters<typeof statusLines>[0] {
  return {
    now: noon,
    property: null,
    pms: [
      { id: 'mews', name: '', system: 'mews', state: 'broken', since: noon, syncedAt: noon, problem: null, held: 0 },
    ],
    locks: { total: 12, online: 7, offline: 5 },
    clock: null,
    gateways: { total: 2, online: 1 },
    jobs: { waiting: 4, suspended: 1 },
    attention: { keys: 0, doors: 0, settings: 0 },
  };
}
