/**
 * Codes that a stranger tries first, or reads off the registration form: constant steps (1111, 1234, 4321, 2468),
 * repeated blocks (1212, 123123), pairs (1122), mirrors (1221), the middle column of a keypad, dates of the stay.
 *
 * @param avoid Dates of the stay, as `2026-11-23` or as local date-times.
 */
export function isWeak(code: string, avoid: readonly string[]): boolean {
  return isPattern(code) || avoid.some((date) => writingsOf(date).includes(code));
}

const keypadLines = ['2580', '0852', '1470', '0741', '3690', '0963', '147258369', '159753', '753159', '2580852'];

function isPattern(code: string): boolean {
  return (
    hasConstantStep(code) || isRepeatedBlock(code) || isPairs(code) || isMirror(code) || keypadLines.includes(code)
  );
}

/** 1111, 1234, 7890, 4321, 1357: the same step from each digit to the next, 9 being followed by 0. */
function hasConstantStep(code: string): boolean {
  const digits = Array.from(code, Number);
  const steps = digits.slice(1).map((digit, index) => (digit - (digits[index] ?? 0) + 10) % 10);
  return new Set(steps).size <= 1;
}

function isRepeatedBlock(code: string): boolean {
  return [1, 2, 3, 4, 5].some(
    (size) => code.length > size && code.length % size === 0 && code.slice(0, size).repeat(code.length / size) === code,
  );
}

/** 1122, 554433. */
function isPairs(code: string): boolean {
  return /^(?:(\d)\1)+$/.test(code);
}

/** 1221, 123321, 12321. */
function isMirror(code: string): boolean {
  return Array.from(code).toReversed().join('') === code;
}

/** A date in the forms in which people type it. */
function writingsOf(date: string): readonly string[] {
  const year = date.slice(0, 4);
  const short = date.slice(2, 4);
  const month = date.slice(5, 7);
  const day = date.slice(8, 10);
  return [
    `${day}${month}`,
    `${month}${day}`,
    `${day}${month}${short}`,
    `${month}${day}${short}`,
    `${short}${month}${day}`,
    `${day}${month}${year}`,
    `${month}${day}${year}`,
    `${year}${month}${day}`,
    `${month}${year}`,
    `${year}${month}`,
    year,
  ];
}
