/**
 * The words of a text as they are looked up: in lower case and without diacritics, so that `ines` finds Inês. Letters that
 * are no letter with a mark are written as they are spoken of: `soren` finds Søren.
 */
export function foldedWords(text: string): readonly string[] {
  return folded(text)
    .split(/[\s,]+/)
    .filter((word) => word !== '');
}

export function folded(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
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
