import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { EncoderProblem } from '#api/encoder';
import { EncoderError, type EncoderErrorCode, recordAfter } from '#hardware/encoder-error';
import { unfinishedText } from '../../renderer/screens/keycards/encoder-sentences.ts';
import { seriesGoesOn } from '../../renderer/text/encoder-job.ts';
import { encoderProblems } from '../../renderer/text/encoder-problems.ts';

/** The table in docs/encoders.md, "What happens if": the sentences are the screen's, and the records as they are kept. */
const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/encoders.md'), 'utf8');
const [, table = ''] = page.split('## What happens if');
const rows =
  table
    .split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| ')) ?? [];
const cells = rows.slice(1).map((row) =>
  row
    .slice(2, -2)
    .split(' | ')
    .map((cell) => cell.trim()),
);

const isProblem = (code: string): code is EncoderProblem => code in encoderProblems;
/** Asked as a question: tests/renderer/encode.test.ts. */
const saidOtherwise: readonly EncoderProblem[] = ['still-valid'];
const named: Partial<Record<EncoderProblem, string>> = {
  'not-an-encoder': 'COM4',
  'wrong-type': '…',
  'room-not-assigned': '412',
  'room-held': '412',
  'keycard-lost': '007',
  'keycard-blocked': '007',
  'keycard-worn-out': '007',
  'keycard-other-chosen': '007',
  'keycard-reserved': '007',
  'keycard-of-this-key': '007',
  'keycard-stays': '007',
};

const told = cells.flatMap(([, codes = '', record = '', sentence = '']) =>
  Array.from(codes.matchAll(/`([a-z-]+)`/g), ([, code = '']) => ({ code, record, sentence })),
);

it.each(told.filter(({ code }) => isProblem(code) && !saidOtherwise.includes(code)))(
  '$code: $sentence',
  ({ code, sentence }) => {
    const problem = code as EncoderProblem;

    expect(encoderProblems[problem].says(named[problem] ?? null)).toBe(sentence);
  },
);

it.each([
  ['not-found', 'requested'],
  ['in-use', 'requested'],
  ['not-an-encoder', 'requested'],
  ['lost', 'unknown'],
  ['no-card', 'failed'],
  ['two-cards', 'waiting'],
  ['wrong-type', 'waiting'],
  ['foreign', 'waiting'],
  ['still-valid', 'waiting'],
  ['locked', 'waiting'],
  ['card-removed', 'unknown'],
  ['verify-mismatch', 'failed'],
  ['verify-unreadable', 'unknown'],
] as const)('after %s the record is %s', (code, state) => {
  const begun = ['lost', 'card-removed', 'verify-unreadable'].includes(code) ? 'unknown' : 'nothing-written';

  expect(told.find((row) => row.code === code)?.record).toMatch(new RegExp(`^${state}`));
  expect(recordAfter(new EncoderError(code satisfies EncoderErrorCode, '').withOutcome(begun))).toBe(state);
});

it('every problem that the encoder can have is in the table', () => {
  const inTable = new Set(told.map(({ code }) => code));
  const known = Object.keys(encoderProblems).filter((code) => !inTable.has(code));

  expect(known).toEqual([]);
});

it('that one card of several failed is said as the table has it', () => {
  const card = { number: null, uidEnd: '580' };
  const made = [
    { ...card, outcome: 'issued' },
    { ...card, outcome: 'failed' },
  ] as const;

  expect(table).toContain(seriesGoesOn({ kind: 'encode', step: 'waiting-for-other-card', of: 3, made }));
});

it('what was not finished is said as the table has it', () => {
  expect(table).toContain(unfinishedText.one('412', '580'));
});
