import { expect, it } from 'vitest';
import { foldedWords, namedWords } from '#domain/text/folded-words';

/** Whether a name is found by what a clerk types: every word begins one of its words. */
const finds = (typed: string, name: string): boolean =>
  foldedWords(typed).every((word) => namedWords(name).some((each) => each.startsWith(word)));

it.each([
  ['K: an apostrophe, however it is typed', "o'brien", 'Sean O’Brien'],
  ['no apostrophe at all', 'obrien', 'Sean O’Brien'],
  ['what comes after it', 'brien', "Sean O'Brien"],
  ['the okina of Hawaii', 'kahanu', 'Kaʻahanu Kahanu'],
  ['the name with the okina left out', 'kaahanu', 'Kaʻahanu'],
  ['a hyphen as a blank', 'anne marie', 'Anne-Marie Dupont'],
  ['a hyphen left out', 'annemarie', 'Anne-Marie Dupont'],
  ['the second half', 'marie', 'Anne‑Marie Dupont'],
  ['an initial with a full stop', 'j.r. smith', 'J. R. Smith'],
  ['initials without', 'jr', 'J.R. Smith'],
  ['full-width letters of a Japanese keyboard', 'tanaka', 'ＴＡＮＡＫＡ Yuki'],
  ['a ligature from a scanned passport', 'fiona', 'ﬁona Byrne'],
  ['marks left out', 'nguyen', 'Nguyễn Văn An'],
  ['a slashed letter', 'sorensen', 'Sørensen'],
])('a name is found by %s', (_how, typed, name) => {
  expect(finds(typed, name)).toBe(true);
});

it('nothing is found by the middle of a word', () => {
  expect(finds('rien', 'Sean O’Brien')).toBe(false);
});
