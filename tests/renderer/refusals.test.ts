import { expect, it } from 'vitest';
import {
  fieldsSaid,
  lineFaultSaid,
  lineFaultSentences,
  refusalSaid,
  refusalSentences,
} from '../../renderer/text/refusals.ts';

it('every refusal has a sentence that ends in a full stop', () => {
  const facts = { least: 4, most: 10 };
  const said = Object.values(refusalSentences).map((sentence) => sentence(facts));

  expect(said.filter((sentence) => !/^[A-Z].+[.…]$/.test(sentence) || /undefined|#/.test(sentence))).toEqual([]);
});

it('a bound of one is said in the singular', () => {
  expect(refusalSaid({ code: 'too-few-nights', facts: { least: 1 } })).toBe('Enter at least 1 night.');
  expect(refusalSaid({ code: 'too-many-nights', facts: { most: 365 } })).toBe('Enter at most 365 nights.');
  expect(refusalSaid({ code: 'too-many-seconds', facts: { most: 3600 } })).toBe('Enter at most 3,600 seconds.');
});

it('a call that was refused says what is wrong beside each field', () => {
  const refused = {
    fields: {
      name: { code: 'name-missing', facts: {} },
      code: { code: 'not-a-doorcode', facts: { least: 4, most: 10 } },
    },
  } as const;

  expect(fieldsSaid(refused)).toEqual({ name: 'Enter a name.', code: 'Use 4 to 10 digits.' });
  expect(fieldsSaid(null)).toEqual({});
});

it('every fault in a file of keycards has a sentence that ends in a full stop', () => {
  const sentences: readonly ((fault: never) => string)[] = Object.values(lineFaultSentences);
  const facts = { most: 20, first: 2, column: 'colour', number: '7' };
  const said = sentences.map((sentence) => sentence(facts as never));

  expect(said.filter((sentence) => !/^[A-Z].+\.$/.test(sentence) || /undefined|#/.test(sentence))).toEqual([]);
  expect(lineFaultSaid({ what: 'uid-in-stock', number: '7' })).toBe(
    'The keycard with this UID is already in the stock as number 7.',
  );
  expect(lineFaultSaid({ what: 'number-twice', first: 2 })).toBe('This number is already in line 2.');
});
