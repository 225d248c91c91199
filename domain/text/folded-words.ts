/**
 * The words of a text as they are looked up: in lower case and without diacritics, so that `ines` finds Inês. Letters that
 * are no letter with a mark are written as they are spoken of: `soren` finds Søren. A word begins after every sign: `brien` finds O’Brien.
 */
export function foldedWords(text: string): readonly string[] {
  return folded(text)
    .split(signs)
    .filter((word) => word !== '');
}

/** The words under which a name is found: as `foldedWords` writes them, and without the signs in it: `obrien` finds O’Brien. */
export function namedWords(text: string): readonly string[] {
  const words = foldedWords(text);
  // Most names have no sign in them, and a hundred thousand are looked at.
  if (!signInside.test(text)) return words;
  const whole = folded(text)
    .split(/[\s,]+/)
    .map((part) => part.split(signs).join(''))
    .filter((part) => part !== '');
  return [...new Set([...words, ...whole])];
}

/** Whatever is neither a letter nor a digit; and apostrophes that Unicode counts as letters, as in Hawaiʻi. */
const signs = /[^\p{L}\p{N}]+|[\u02b9-\u02bf\u02ca\u02cb\u055a\ua78c]+/u;
const signInside = /[^\p{L}\p{N}\s,\p{M}]|[\u02b9-\u02bf\u02ca\u02cb\u055a\ua78c]/u;

/** Also what only looks different: full-width letters, ligatures, the long s. */
export function folded(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[øłđðæœßþı]/g, (letter) => spoken[letter] ?? letter);
}

/** Most names need no more than lower case. */
// oxlint-disable-next-line no-control-regex -- ASCII as a range
const plain = /^[\x00-\x7f]*$/;

const spoken: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ı: 'i',
};
