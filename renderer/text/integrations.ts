import type { PmsFieldLabel } from '#domain/pms/pms-field';
import { plural, sentences } from './language.ts';

interface PmsFieldText {
  readonly label: string;
  readonly meaning?: string;
}

const fields: Readonly<Record<PmsFieldLabel, PmsFieldText>> = {
  'platform-address': {
    label: 'Platform address',
    meaning: 'The address of your Mews platform, as shown on the integration page in Mews.',
  },
  'client-token': { label: 'Client token' },
  'access-token': {
    label: 'Access token',
    meaning: 'In Mews: Settings, Integrations, Portal. Each property has its own.',
  },
};

/** Connecting a PMS, in the set-up and in Settings. */
export const pmsFormText = sentences('pms-form', {
  system: 'System',
  connect: (title: string) => `Connect ${title}`,
  fields,
});

/** Adding locks, in both places. */
export const addLocksText = sentences('add-locks', {
  system: 'Lock system',
  name: 'Name',
  nameExample: 'For example Building A',
  setupCode: 'Setup code',
  setupCodeMeaning: 'On the lock or bridge, or in its box: 11 or 21 digits, or the text of the QR code (MT:…).',
  fixedAddress: 'It has a fixed address',
  address: 'Address',
  addressExample: 'For example [fd00::12]:5540',
  addressMeaning: 'Only needed if Portal cannot find it on the network by itself.',
  add: 'Add locks',
  adding: 'Looking for the lock. This takes up to a minute; keep it powered.',
  added: (name: string, locks: number) =>
    plural(locks, { one: `${name} added with 1 lock.`, other: `${name} added with ${locks} locks.` }),
});

/** What lock systems call themselves: the same in every language. */
const lockSystems: Readonly<Record<string, string>> = { matter: 'Matter' };

/** A lock system by the name that staff know: `matter` is Matter. */
export function lockSystemName(system: string): string {
  return lockSystems[system] ?? system.charAt(0).toUpperCase() + system.slice(1);
}
