import type { Language } from '../../renderer/text/language.ts';

/** A language that no hotel speaks: every sentence that a part has to say stands in brackets of its own. A time is a fact. */
export const pseudoLanguage: Language = {
  code: 'en-XA',
  sentencesOf: (part, inEnglish) => (part === 'times' ? inEnglish : (bracketed(inEnglish) as object)),
};

function bracketed(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`;
  if (typeof value === 'function')
    return (...facts: unknown[]) => bracketed((value as (...facts: unknown[]) => unknown)(...facts));
  if (Array.isArray(value)) return value.map((one) => bracketed(one));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bracketed(one)]));
  return value;
}

/**
 * What stands in the text beside whole sentences and labels: words that no language could have changed, a part of a sentence
 * put after another, or one inside another. Whole sentences may follow each other; labels and facts stand apart by a dot;
 * and what something is called on the screen (`Card 12`, `Current`) is a fact where a sentence speaks of it.
 */
export function splicedIn(said: string): readonly string[] {
  const text = said.replaceAll(
    /(?<=⟦[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*)⟦(\p{Lu}\p{L}+(?: \d+)?)⟧(?=[^⟦⟧]*(?:⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧)/gu,
    '$1',
  );
  const inside = text.replaceAll(/⟦[^⟦⟧]*⟧/g, '').match(/[⟦⟧]/) === null ? [] : [`inside another: ${text}`];
  const sentences = Array.from(text.matchAll(/⟦([^⟦⟧]*)⟧/g), ([, sentence = '']) => sentence);
  const outside = text.split(/⟦[^⟦⟧]*⟧/);
  const foreign = outside.filter((words) => /\p{L}/u.test(words)).map((words) => `of no language: ${words}`);
  const broken = outside
    .slice(1, -1)
    .flatMap((words, index) =>
      words.trim() === '' && !/[.?!…]$/.test(sentences[index] ?? '') ? [`broken: ${text}`] : [],
    );
  return [...inside, ...foreign, ...broken];
}
