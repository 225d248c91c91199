import { expect, it } from 'vitest';
import { largestList, largestMessage } from '#api/limits';
import { listFileFrom } from '../../renderer/screens/keycards/list-file.ts';

const list = 'Number;UID\n1001;04A1B2C3D4E5F6\n1002 José;04A1B2C3D4E5F7\n';

const utf16 = (text: string, isBigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
};

it.each([
  ['UTF-8', Buffer.from(list)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${list}`)],
  ['UTF-16 as Excel saves Unicode text', utf16(`\uFEFF${list}`, false)],
  ['UTF-16 the other way round', utf16(`\uFEFF${list}`, true)],
  ['UTF-16 without a mark', utf16(list, false)],
  ['UTF-16 the other way round, without a mark', utf16(list, true)],
])('reads a list in %s', (_name, bytes) => {
  expect(listFileFrom(bytes)).toEqual({ outcome: 'read', text: list });
});

it('refuses an old code page of Windows instead of guessing a name', () => {
  expect(listFileFrom(Buffer.from(list, 'latin1'))).toEqual({ outcome: 'other-encoding' });
});

it.each([
  ['zeros, as a power cut leaves them', Buffer.alloc(200)],
  ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x4e, 0, 0, 0, 0x75, 0, 0, 0])],
  ['UTF-16 without a mark that begins in Cyrillic', utf16('Номер;UID\n1001;04A1B2C3D4E5F6\n', false)],
  ['a workbook of Excel', Buffer.from('504b030414000600080000002100', 'hex')],
  ['Windows-1250', Buffer.from([0x4e, 0x6f, 0x76, 0xe1, 0x6b, 0x0a])],
])('refuses %s in words', (_name, bytes) => {
  expect(listFileFrom(bytes)).toEqual({ outcome: 'other-encoding' });
});

it('refuses a list that the desk would not take, before it is sent', () => {
  expect(listFileFrom(Buffer.from('1'.repeat(largestList + 1)))).toEqual({ outcome: 'too-long' });
});

it('the longest list fits into a message, whatever its letters', () => {
  const message = JSON.stringify({ id: 1, method: 'mutation', params: { csv: '\u{1F511}'.repeat(largestList / 2) } });

  expect(Buffer.byteLength(message)).toBeLessThan(largestMessage);
});
