import { isWeak } from '#domain/credentials/weak-code';
import { describe, expect, test } from 'vitest';

const dates = ['2026-11-23T15:00', '2026-12-04'];

describe('a stranger tries first', () => {
  test.each([
    '0000',
    '1111',
    '1234',
    '4321',
    '0123',
    '7890',
    '9876',
    '2468',
    '1357',
    '1212',
    '1221',
    '1122',
    '2580',
    '11111',
    '12345',
    '12321',
    '123456',
    '654321',
    '111111',
    '121212',
    '123123',
    '112233',
    '123321',
    '890123',
    '12341234',
    '1234512345',
  ])('%s is weak', (code) => {
    expect(isWeak(code, [])).toBe(true);
  });
});

describe('whoever knows the stay tries its dates', () => {
  test.each([
    ['DDMM', '2311'],
    ['MMDD', '1123'],
    ['DDMMYY', '231126'],
    ['MMDDYY', '112326'],
    ['YYMMDD', '261123'],
    ['DDMMYYYY', '23112026'],
    ['MMDDYYYY', '11232026'],
    ['YYYYMMDD', '20261123'],
    ['YYYY', '2026'],
    ['MMYYYY', '112026'],
    ['DDMM of the departure', '0412'],
  ])('%s: %s is weak', (_, code) => {
    expect(isWeak(code, dates)).toBe(true);
  });

  test('the dates of another stay are as good as any code', () => {
    expect(isWeak('2311', ['2026-05-09'])).toBe(false);
  });
});

test.each(['4829', '7306', '482913', '907351', '0417', '31415926'])('%s is a good code', (code) => {
  expect(isWeak(code, dates)).toBe(false);
});
