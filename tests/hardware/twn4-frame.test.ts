import { fromHex, joinBytes, toHex } from '#hardware/bytes';
import { encodeTwn4, Twn4Decoder } from '#hardware/twn4/twn4-frame';
import type { Twn4Format } from '#hardware/twn4/twn4-frame';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const plainText: Twn4Format = { mode: 'text', hasCrc: false };
const textWithCrc: Twn4Format = { mode: 'text', hasCrc: true };
const formats: readonly Twn4Format[] = [
  plainText,
  textWithCrc,
  { mode: 'binary', hasCrc: false },
  { mode: 'binary', hasCrc: true },
];
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
const decode = (format: Twn4Format, ...chunks: readonly Uint8Array[]): readonly string[] => {
  const decoder = new Twn4Decoder(format);
  return chunks
    .flatMap((chunk) => decoder.feed(chunk))
    .map((piece) => (piece.is === 'message' ? toHex(piece.body) : piece.is));
};
const body = fc.uint8Array({ minLength: 1, maxLength: 60 });

describe('Simple Protocol of a TWN4', () => {
  it.each([
    ['0005', plainText, '0005\r'],
    ['0005', textWithCrc, '000515A7\r'],
    ['0004FF', plainText, '0004FF\r'],
    ['050010', plainText, '050010\r'],
  ])('asks as the manual prints it: %s', (command, format, line) => {
    expect(new TextDecoder().decode(encodeTwn4(hex(command), format))).toBe(line);
  });

  it.each([
    ['0001\r', plainText, '0001'],
    ['000131E1\r', textWithCrc, '0001'],
    ['000180200466CF4DC2\r', plainText, '000180200466CF4DC2'],
    ['0000\r', plainText, '0000'],
  ])('reads the manual’s answer %j', (line, format, message) => {
    expect(decode(format, ascii(line))).toEqual([message]);
  });

  it.each(formats)('reads back as it was written, however it is cut ($mode, CRC $hasCrc)', (format) => {
    fc.assert(
      fc.property(fc.array(body, { maxLength: 4 }), fc.nat(), (bodies, where) => {
        const whole = joinBytes(...bodies.map((body) => encodeTwn4(body, format)));
        const cut = whole.length === 0 ? 0 : where % whole.length;
        const bytes = Array.from(whole.subarray(cut), (byte) => Uint8Array.of(byte));
        expect(decode(format, whole.subarray(0, cut), ...bytes)).toEqual(bodies.map(toHex));
      }),
    );
  });

  it('with CRC never reads as another message after any single byte was damaged', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 255 }), (body, where, change) => {
        const line = encodeTwn4(body, textWithCrc);
        const place = where % line.length;
        const damaged = line.map((byte, index) => (index === place ? byte ^ change : byte));
        // One CR too many splits it; the next line shows that something was lost.
        const messages = decode(textWithCrc, damaged, ascii('\r')).filter((message) => message !== 'damaged');
        expect([[], [toHex(body)]]).toContainEqual(messages);
        expect(messages.length === 0 || place === 0).toBe(true);
      }),
    );
  });
});
