import type { PmsFieldLabel } from '#domain/pms/pms-field';

/** Connecting the PMS and adding locks, in the set-up and in Settings. */
export const pmsFormText = {
  system: 'System',
  connect: (title: string) => `Connect ${title}`,
} as const;

interface PmsFieldText {
  readonly label: string;
  readonly meaning?: string;
}

const pmsFields: Readonly<Record<PmsFieldLabel, PmsFieldText>> = {
  'platform-address': {
    label: 'Platform address',
    meaning: 'The address of your Mews platform, as the integration page of Mews shows it.',
  },
  'client-token': { label: 'Client token' },
  'access-token': {
    label: 'Access token',
    meaning: 'In Mews: Settings, Integrations, Portal. Each property has its own.',
  },
};

export function pmsFieldText(label: PmsFieldLabel): PmsFieldText {
  return pmsFields[label];
}

export const addLocksText = {
  name: 'Name',
  nameExample: 'For example Building A',
  setupCode: 'Setup code',
  setupCodeMeaning: 'On the lock or bridge, or in its box: 11 or 21 digits, or the text of the QR code (MT:…).',
  fixedAddress: 'It has a fixed address',
  address: 'Address',
  addressExample: 'For example [fd00::12]:5540',
  addressMeaning: 'Only where Portal cannot find it on the network by itself.',
  add: 'Add locks',
  adding: 'Looking for the lock. This takes up to a minute; keep it powered.',
  added: (name: string, locks: number) => `${name} added with ${locks} ${locks === 1 ? 'lock' : 'locks'}.`,
} as const;
