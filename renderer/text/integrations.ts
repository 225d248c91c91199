/** Connecting the PMS and adding locks, in the set-up and in Settings. */
export const mewsText = {
  address: 'Platform address',
  addressMeaning: 'The address of your Mews platform, as the integration page of Mews shows it.',
  clientToken: 'Client token',
  accessToken: 'Access token',
  accessMeaning: 'In Mews: Settings, Integrations, Portal. Each property has its own.',
  connect: 'Connect Mews',
  reconnect: 'Reconnect',
} as const;

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
