import { z } from 'zod';
import { refuse } from '#domain/refusal';

/** What a name that somebody gives may be. */

export const longestName = 80;
/** Of what stands in a narrow place: a saved filter, an encoder. */
export const longestShortName = 40;

/** May be empty. */
export const optionalName = z.string().trim().max(longestName);
export const fullName = optionalName.min(1, refuse('name-missing'));
export const shortName = z.string().trim().min(1, refuse('name-missing')).max(longestShortName);

/** As somebody is spoken of: "Amara Okafor". Either name may be missing. */
export function nameOf({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string {
  return `${firstName} ${lastName}`.trim();
}
