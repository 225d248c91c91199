import { fromHex, joinBytes, toHex } from '#hardware/bytes';
import { encodePn532Frame, FROM_CHIP, FROM_HOST, Pn532Decoder } from '#hardware/pn532/pn532-frame';
import type { Pn532Piece } from '#hardware/pn532/pn532-frame';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const bytes = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
const decode = (...chunks: readonly Uint8Array[]): readonly Pn532Piece[] => {
  const decoder = new Pn532Decoder();
  return chunks.flatMap((chunk) => decoder.feed(chunk));
};
const shown = (pieces: readonly Pn532Piece[]): readonly string[] =>
  pieces.map((piece) => (piece.is === 'frame' ? `${piece.tfi.toString(16)} ${toHex(piece.body)}` : piece.is));
const frames = (pieces: readonly Pn532Piece[]) => shown(pieces.filter(({ is }) => is !== 'damaged'));

const body = fc.uint8Array({ minLength: 1, maxLength: 264 });
/** Without the pair 00 FF inside: a frame within a frame is what no receiver could tell apart once its start is damaged. */
const plainBody = body.filter((bytes) => !toHex(bytes).match(/^(?:..)*00FF/) && !toHex(bytes).match(/^(?:..)*00$/));

describe('a frame to or from a PN532', () => {
  it.each([
    ['wake-up and SAMConfiguration (pn532.js)', '55550000000000000000000000000000FF05FBD4140114010200', 'd4 14011401'],
    ['the answer to it (pn532.js)', '0000FF02FED5151600', 'd5 15'],
    ['GetFirmwareVersion (UM0701-02, figure 13)', '0000FF02FED4022A00', 'd4 02'],
    ['PN532 firmware 1.6 (nfcpy)', '0000FF06FAD50332010607E800', 'd5 0332010607'],
    ['Diagnose (libnfc)', '0000FF09F7D400006C69626E6663BE00', 'd4 00006C69626E6663'],
    ['InListPassiveTarget (libnfc)', '0000FF04FCD44A0100E100', 'd4 4A0100'],
    ['a real Classic 1K (pn532.js)', '0000FF0CF4D54B0101000408049D44A3460400', 'd5 4B0101000408049D44A346'],
    ['another (jinmi8.com)', '0000FF0CF4D54B010100040804FB0EE20BD800', 'd5 4B010100040804FB0EE20B'],
    [
      'authentication, key then UID (jinmi8.com)',
      '0000FF0FF1D440016007FFFFFFFFFFFFFB0EE20B9400',
      'd4 40016007FFFFFFFFFFFFFB0EE20B',
    ],
    [
      'what was read (jinmi8.com)',
      '0000FF13EDD54100FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFA00',
      'd5 4100FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF',
    ],
    ['a Type 2 card (nfcpy)', '0000FF0FF1D54B0101004400070416C6C2D738816100', 'd5 4B0101004400070416C6C2D73881'],
    ['GET_VERSION (libnfc)', '0000FF05FBD44260F8326000', 'd4 4260F832'],
    ['authentication refused', '0000FF03FDD54114D600', 'd5 4114'],
    ['the card is gone', '0000FF03FDD54101E900', 'd5 4101'],
    ['ACK', '0000FF00FF00', 'ack'],
    ['NACK', '0000FFFF0000', 'nack'],
    ['syntax error', '0000FF01FF7F8100', 'error'],
  ])('is read: %s', (_name, frame, meaning) => {
    expect(shown(decode(bytes(frame)))).toEqual([meaning]);
  });

  it.each([
    ['length and its sum disagree', '0000FF01FED54300'],
    ['length and its sum disagree, no content', '0000FF0200D4022A00'],
    ['the sum is wrong', '0000FF02FED4020000'],
  ])('is refused where %s (pn532.js, go-pn532)', (_name, frame) => {
    expect(frames(decode(bytes(frame)))).toEqual([]);
  });

  it('is written as libnfc writes it', () => {
    expect(toHex(encodePn532Frame(FROM_HOST, bytes('00006C69626E6663')))).toBe('0000FF09F7D400006C69626E6663BE00');
  });

  it('is extended above 255 bytes', () => {
    expect(toHex(encodePn532Frame(FROM_CHIP, new Uint8Array(255)).subarray(0, 9))).toBe('0000FFFFFF0100FFD5');
  });

  it('reads back as it was written, at every length', () => {
    fc.assert(
      fc.property(body, (body) => {
        expect(shown(decode(encodePn532Frame(FROM_CHIP, body)))).toEqual([`d5 ${toHex(body)}`]);
      }),
    );
  });

  it('decodes the same however the bytes are cut', () => {
    const stream = fc.array(
      fc.oneof(
        body.map((body) => encodePn532Frame(FROM_CHIP, body)),
        fc.uint8Array({ maxLength: 9 }),
      ),
    );
    fc.assert(
      fc.property(stream, fc.array(fc.integer({ min: 1, max: 9 })), (parts, cuts) => {
        const whole = joinBytes(...parts);
        const chunks: Uint8Array[] = [];
        let place = 0;
        for (const cut of cuts) chunks.push(whole.subarray(place, (place += cut)));
        expect(shown(decode(...chunks, whole.subarray(place)))).toEqual(shown(decode(whole)));
      }),
    );
  });

  it('never reads as another one after any single byte was damaged', () => {
    fc.assert(
      fc.property(plainBody, fc.nat(), fc.integer({ min: 1, max: 255 }), (body, where, change) => {
        const frame = encodePn532Frame(FROM_CHIP, body);
        const place = where % frame.length;
        const damaged = frame.map((byte, index) => (index === place ? byte ^ change : byte));
        // Only what lies before and after the frame may be anything.
        const isOutside = place === 0 || place === frame.length - 1;
        expect(frames(decode(damaged))).toEqual(isOutside ? [`d5 ${toHex(body)}`] : []);
      }),
    );
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7])('of an error never reads as an ACK, damaged at byte %i', (place) => {
    const error = bytes('0000FF01FF7F8100');
    const pieces = Array.from({ length: 255 }, (_, change) =>
      decode(error.map((byte, index) => (index === place ? byte ^ (change + 1) : byte))),
    );

    expect(pieces.flat().filter(({ is }) => is === 'ack' || is === 'nack')).toEqual([]);
  });

  it('is found after noise, and after a start that promised more than it held', () => {
    const noise = bytes('00FF 05FB D400 1122 00FF');

    expect(frames(decode(noise, bytes('0000FF02FED5151600')))).toEqual(['d5 15']);
  });
});
