import { fromHex, toHex } from '#hardware/bytes';
import { aesCmac, diversifyKey } from '#hardware/card/aes-cmac';
import { cmac } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const bytes = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
const rfcKey = bytes('2B7E151628AED2A6ABF7158809CF4F3C');

describe('AES-CMAC', () => {
  it.each([
    ['example 1, no bytes', '', 'BB1D6929E95937287FA37D129B756746'],
    ['example 2, 16 bytes', '6BC1BEE22E409F96E93D7E117393172A', '070A16B46B4D4144F79BDD9DD04A287C'],
    [
      'example 3, 40 bytes',
      '6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411',
      'DFA66747DE9AE63030CA32611497C827',
    ],
    [
      'example 4, 64 bytes',
      '6BC1BEE22E409F96E93D7E117393172AAE2D8A571E03AC9C9EB76FAC45AF8E5130C81C46A35CE411E5FBC1191A0A52EFF69F2445DF4F9B17AD2B417BE66C3710',
      '51F0BEBF7E3B9D92FC49741779363CFE',
    ],
  ])('agrees with RFC 4493, %s', (_name, message, mac) => {
    expect(toHex(aesCmac(rfcKey, bytes(message)))).toBe(mac);
  });

  it('agrees with @noble/ciphers for every key and message', () => {
    const key = fc.uint8Array({ minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(key, fc.uint8Array({ maxLength: 100 }), (key, message) => {
        expect(toHex(aesCmac(key, message))).toBe(toHex(cmac(message, key)));
      }),
    );
  });
});

describe('the key of one card', () => {
  it('agrees with the example of NXP AN10922', () => {
    const uidAndApplicationAndSystem = bytes('04782E21801D80 3042F5 4E585020416275');

    expect(toHex(diversifyKey(bytes('00112233445566778899AABBCCDDEEFF'), uidAndApplicationAndSystem))).toBe(
      'A8DD63A3B89D54B37CA802473FDA9175',
    );
  });

  it('agrees with the short example of NXP AN10957, which is padded to 32 bytes and not to 16', () => {
    expect(toHex(diversifyKey(bytes('F3F9377698707B688EAF84ABE39E3791'), bytes('04DEADBEEFFEED')))).toBe(
      '0BB408BAFF98B6EE9F2E1585777F6A51',
    );
  });

  it('is the CMAC of 01 and the input where that is longer than a block', () => {
    const input = fc.uint8Array({ minLength: 16, maxLength: 31 });
    fc.assert(
      fc.property(input, (input) => {
        expect(toHex(diversifyKey(rfcKey, input))).toBe(toHex(cmac(Uint8Array.of(1, ...input), rfcKey)));
      }),
    );
  });

  it('takes no more than 31 bytes', () => {
    expect(() => diversifyKey(rfcKey, new Uint8Array(32))).toThrow('31 bytes, not 32');
  });
});
