import { z } from 'zod';
import type { KeyHolderInput, PreviewDoorcodeInput } from '#api/key-inputs';
import type { PersonHit } from '#api/key-making';
import { isWeak } from '#domain/credentials/weak-code';
import { isDoorcode } from '#domain/house/doorcode-digits';
import type { KeycardId, PersonId } from '#domain/ids';
import type { AllocationPolicy } from '#domain/key/key';
import { isPhoneNumber } from '#domain/stay/person';
import type { LocalDateTime } from '#domain/time/time';
import { doorcodeTexts, unassignedTexts } from '../text/doorcode.ts';
import { keycardTexts } from '../text/keycards.ts';
import { peopleTexts } from '../text/people.ts';

/** Somebody who is to hold a key, as typed so far. */
export interface PersonForm {
  readonly uid: string;
  /** null: somebody new. */
  readonly personId: PersonId | null;
  readonly kind: 'guest' | 'staff';
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  /** null: the Doorcode switch is off. */
  readonly doorcode: { readonly policy: AllocationPolicy; readonly code: string } | null;
  /** null: the Keycard switch is off. */
  readonly keycard: { readonly policy: AllocationPolicy; readonly keycardId: KeycardId | null } | null;
}

export type PersonErrors = Partial<Record<'firstName' | 'email' | 'phone' | 'code' | 'keycard', string>>;

/** The reference's defaults, of those that can be switched: Doorcode and Keycard are off. */
const noCredentials = { doorcode: null, keycard: null } as const;

/** The last word of what was typed is the family name. */
export function newPersonNamed(uid: string, typed: string): PersonForm {
  const words = typed.trim().split(/\s+/);
  const lastName = words.length > 1 ? (words.at(-1) ?? '') : '';
  const firstName = words.length > 1 ? words.slice(0, -1).join(' ') : words.join(' ');
  return { uid, personId: null, kind: 'guest', firstName, lastName, email: '', phone: '', ...noCredentials };
}

export function knownPerson(uid: string, hit: PersonHit): PersonForm {
  const { id: personId, kind, firstName, lastName } = hit;
  const contact = { email: hit.email ?? '', phone: hit.phone ?? '' };
  return { uid, personId, kind, firstName, lastName, ...contact, ...noCredentials };
}

export function personName(person: Pick<PersonForm, 'firstName' | 'lastName'>): string {
  return `${person.firstName.trim()} ${person.lastName.trim()}`.trim() || peopleTexts.unnamed;
}

/** What is missing or does not read, said beside its field; empty: all is well. */
export function personErrors(person: PersonForm, stay: readonly LocalDateTime[]): PersonErrors {
  const isNew = person.personId === null;
  const email = person.email.trim();
  const phone = person.phone.trim();
  const code = codeProblem(person, stay);
  return {
    ...(isNew && `${person.firstName}${person.lastName}`.trim() === '' ? { firstName: peopleTexts.noName } : {}),
    ...(isNew && email !== '' && !z.email().safeParse(email).success ? { email: peopleTexts.badEmail } : {}),
    ...(isNew && phone !== '' && !isPhoneNumber(phone) ? { phone: peopleTexts.badPhone } : {}),
    ...(code === null ? {} : { code }),
    ...(lacksCard(person) ? { keycard: keycardTexts.chooseMissing } : {}),
  };
}

export function holderInput(person: PersonForm): KeyHolderInput {
  const { personId, kind, firstName, lastName, doorcode, keycard } = person;
  const credentials = {
    doorcode: doorcode === null ? null : { policy: doorcode.policy, code: askedCode(person) },
    keycard: keycard?.policy === 'random' ? { policy: keycard.policy, keycardId: null } : keycard,
  };
  if (personId !== null) return { person: { personId }, ...credentials };
  const contact = { email: person.email.trim() || null, phone: person.phone.trim() || null };
  return { person: { kind, firstName: firstName.trim(), lastName: lastName.trim(), ...contact }, ...credentials };
}

/** What to ask the desk about the typed code; null while it is none that could be asked. */
export function previewQuestion(
  person: PersonForm,
  key: Pick<PreviewDoorcodeInput, 'keyId' | 'doors'>,
): PreviewDoorcodeInput | null {
  const code = askedCode(person);
  const policy = person.doorcode?.policy ?? 'random';
  if (policy === 'random' || code === null || !isDoorcode(code)) return null;
  if (key.keyId === null && key.doors.length === 0) return null;
  return { ...key, personId: null, policy, code };
}

function lacksCard({ keycard }: PersonForm): boolean {
  return keycard !== null && keycard.policy !== 'random' && keycard.keycardId === null;
}

function askedCode({ doorcode }: PersonForm): string | null {
  return doorcode === null || doorcode.policy === 'random' ? null : doorcode.code.replaceAll(' ', '');
}

function codeProblem(person: PersonForm, stay: readonly LocalDateTime[]): string | null {
  const code = askedCode(person);
  if (code === null) return null;
  if (code === '') return doorcodeTexts.codeMissing;
  if (!isDoorcode(code)) return doorcodeTexts.codeShape;
  return isWeak(code, stay) ? unassignedTexts['too-weak'].why : null;
}
