import { sentences } from './language.ts';

export const pmsTexts = sentences('pms', {
  /** A PMS whose name nobody knows. */
  any: 'PMS',
  ofProperty: (pms: string, property: string) => `${pms} (${property})`,
});

/** What a PMS calls itself: the same in every language. */
const names: Readonly<Record<string, string>> = { mews: 'Mews', cloudbeds: 'Cloudbeds' };

/** A PMS by the name that staff know: `mews` is Mews. null: there is none, or none is known. */
export function pmsName(system: string | null): string {
  if (system === null) return pmsTexts.any;
  return names[system] ?? system.charAt(0).toUpperCase() + system.slice(1);
}

/** A connection of which an alert or an entry tells: `Mews (Hotel Serra)`. null: nobody wrote down which. */
export function connectionName({ system, property = '' }: Readonly<Record<string, string>>): string | null {
  if (system === undefined) return null;
  return property === '' ? pmsName(system) : pmsTexts.ofProperty(pmsName(system), property);
}
