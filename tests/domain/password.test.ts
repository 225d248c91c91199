import { newPassword, newPin } from '#api/staff-inputs';
import { isCommonPassword } from '#domain/staff/password';
import { describe, expect, test } from 'vitest';

describe('a new password', () => {
  test.each([
    'password1',
    'PassWord1',
    '12345678',
    '87654321',
    'qwertyuiop',
    'aaaaaaaaaa',
    'iloveyou',
    'summer2026',
    'reception1',
    'abcdefgh',
  ])('is refused when guessers try it first: %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
    expect(newPassword.safeParse(password).success).toBe(false);
  });

  test.each(['sardines at noon', 'hallo welt', 'ßörkenhäuschen', 'nur kleine buchstaben'])(
    'needs no capitals, digits or signs: %s',
    (password) => {
      expect(newPassword.safeParse(password).success).toBe(true);
    },
  );

  test('has eight characters or more', () => {
    expect([newPassword.safeParse('kqzvwxp').success, newPassword.safeParse('kqzvwxpj').success]).toEqual([
      false,
      true,
    ]);
  });
});

test('a PIN has four to eight digits', () => {
  const ends = ['123', '1357', '13579246', '135792468', '13a7', ' 1357'].map((pin) => newPin.safeParse(pin).success);

  expect(ends).toEqual([false, true, true, false, false, false]);
});
