/**
 * The language that the screens speak. The sentences of one part (a screen, or what screens share) are one typed object,
 * written in English beside what says them. Another language is one module with every part, which is loaded when it is
 * chosen, before anything is drawn: `renderer/languages.ts` and docs/decisions/0028-languages.md.
 */

import { english } from '#domain/text/english';

export interface Language {
  /** As `Intl` names it: numbers, plurals, lists, dates and the order of names follow it. */
  readonly code: string;
  /** The sentences of one part, given those in English. */
  readonly sentencesOf: (part: string, inEnglish: object) => object;
}

export const inEnglish: Language = { code: english, sentencesOf: (_, sentences) => sentences };

let spoken: Language = inEnglish;
const parts = new Map<string, { readonly english: Texts; readonly spoken: Texts }>();

/** The sentences of a part in the language that is spoken. The object, and each in it, stays the same when another one is. */
export function sentences<Sentences extends object>(part: string, inEnglish: Sentences): Sentences {
  const known = { english: inEnglish as Texts, spoken: {} };
  adopt(known.spoken, known.english);
  adopt(known.spoken, spoken.sentencesOf(part, inEnglish) as Texts);
  parts.set(part, known);
  return known.spoken as Sentences;
}

/** From now on every part speaks it, also one whose screen is loaded later. What is drawn already is to be drawn again. */
export function speak(language: Language): void {
  spoken = language;
  for (const [part, known] of parts) adopt(known.spoken, language.sentencesOf(part, known.english) as Texts);
}

interface Texts {
  [name: string]: unknown;
}

function adopt(into: Texts, from: Texts): void {
  for (const [name, value] of Object.entries(from)) {
    if (isTexts(value)) adopt((into[name] ??= {}) as Texts, value);
    else into[name] = value;
  }
}

function isTexts(value: unknown): value is Texts {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function languageCode(): string {
  return spoken.code;
}

/** The form that the language has for a count; `few` and the others where it tells more than one and other apart. */
export function plural(
  count: number,
  forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string },
): string {
  return forms[new Intl.PluralRules(spoken.code).select(count)] ?? forms.other;
}

/** `8,904` */
export function countText(count: number): string {
  return count.toLocaleString(spoken.code);
}

/** `204, Main entrance and Pool` */
export function joined(names: readonly string[]): string {
  return new Intl.ListFormat(spoken.code, { type: 'conjunction' }).format(names);
}

/** How names are put in order: 9 before 10, whatever the capitals. */
export function byName(): (one: string, other: string) => number {
  return new Intl.Collator(spoken.code, { numeric: true, sensitivity: 'base' }).compare;
}
