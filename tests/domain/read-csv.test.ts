import { readKeycardFile } from '#domain/cards/keycard-import';
import { readCsv } from '#domain/text/read-csv';
import { csvOf } from '#domain/text/write-csv';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a CSV file', () => {
  it('is read back as it was written, whatever stands in its cells', () => {
    // No blanks at the ends, nothing that the writer makes harmless for spreadsheets, and some text in every line.
    const cell = fc.stringMatching(/^[a-z0-9,;"\n äß]*$/).map((text) => text.trim());
    const row = fc.tuple(fc.constantFrom('a', 'b;c', 'd,"e"'), cell, cell);

    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), (rows) => {
        const heading = ['one', 'two', 'three'];
        const table = readCsv(csvOf([heading, ...rows]));
        expect(table.outcome === 'read' ? table.lines.map(({ cells }) => cells) : table).toEqual([heading, ...rows]);
      }),
    );
  });

  it('names lines as an editor counts them, also after a cell of two lines', () => {
    expect(readCsv('a,b\n"x\ny",1\n\nz,2')).toEqual({
      outcome: 'read',
      lines: [
        { line: 1, cells: ['a', 'b'] },
        { line: 2, cells: ['x\ny', '1'] },
        { line: 5, cells: ['z', '2'] },
      ],
    });
  });

  it('is separated by tabs where Excel saved it as Unicode text', () => {
    expect(readCsv('number\tname\n7\tPool; spare, old\n')).toEqual({
      outcome: 'read',
      lines: [
        { line: 1, cells: ['number', 'name'] },
        { line: 2, cells: ['7', 'Pool; spare, old'] },
      ],
    });
  });

  it.each([
    ['a,b\n1,x"y', 2],
    ['a,b\n"x"y,1', 2],
    ['a,b\n1,"never closed', 2],
  ])('with a quotation mark in the wrong place is not guessed at: %j', (text, line) => {
    expect(readCsv(text)).toMatchObject({ outcome: 'unreadable', line });
  });
});

describe('a file of cards', () => {
  it.each([
    ['', { what: 'empty-file' }],
    ['number\n', { what: 'no-card' }],
    ['name,uid\nx,04a1b2c3', { what: 'no-number-column' }],
    ['number,room\n1,204', { what: 'unknown-column', column: 'room' }],
    ['number,Number\n1,2', { what: 'column-twice' }],
    ['number\n1,2', { what: 'more-cells-than-columns' }],
    ['number\n123456789012345678901', { what: 'number-too-long', most: 20 }],
  ])('that is no such file says why: %j', (text, fault) => {
    expect(readKeycardFile(text)).toMatchObject({ outcome: 'refused', problems: [fault] });
  });

  it('never takes two cards of one number or one UID, whatever it says', () => {
    const line = fc.tuple(
      fc.constantFrom('1', '2', 'a', 'A'),
      fc.constantFrom('', '04A1B2C3', '04:a1:b2:c3', '04a1b2c4'),
    );

    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
        const file = readKeycardFile(['number,uid', ...lines.map((each) => each.join(','))].join('\n'));
        const cards = file.outcome === 'read' ? file.cards : [];
        const numbers = cards.map(({ number }) => number.toLowerCase());
        const uids = cards.flatMap(({ uid }) => uid ?? []);
        expect([new Set(numbers).size, new Set(uids).size]).toEqual([numbers.length, uids.length]);
      }),
    );
  });
});
