import { expect, it } from 'vitest';
import { sheetCsv } from '#domain/text/sheet';

it('a table leaves with the words of its reader; what is no code stays as it is', () => {
  const sheet = {
    columns: ['owner', 'outcome'],
    rows: [
      ['Roth, Emma', 'not-reached'],
      ['not-reached', 'done'],
    ],
  } as const;
  const german = { heads: { owner: 'Gast', outcome: 'Ergebnis' }, cells: { outcome: { 'not-reached': 'offen' } } };

  expect(sheetCsv(sheet, german)).toBe('\uFEFF"Gast","Ergebnis"\r\n"Roth, Emma","offen"\r\n"not-reached","done"\r\n');
});
