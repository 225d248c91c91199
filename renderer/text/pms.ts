import { sentences } from './language.ts';

export const pmsTexts = sentences('pms', {
  /** A PMS whose name nobody knows. */
  any: 'PMS',
});

/** What a PMS calls itself: the same in every language. */
const names: Readonly<Record<string, string>> = { mews: 'Mews', cloudbeds: 'Cloudbeds' };

/** A PMS by the name that staff know: `mews` is Mews. null: there is none, or none is known. */
export function pmsName(system: string | null): string {
  if (system === null) return pmsTexts.any;
  return names[system] ?? system.charAt(0).toUpperCase() + system.slice(1);
}
