import { joined, plural, sentences } from '../../text/language.ts';

export const addKeyText = sentences('add-key', {
  title: 'Add Key',
  keys: 'Keys',
  loading: 'Loading doors…',
  people: 'People',
  noPerson: 'Add at least one person.',
  doors: 'Doors and access',
  anotherAccess: 'Add Door with other access',
  removeAccess: 'Remove these doors',
  accessOf: (number: number) => `Access ${number}`,
  summary: 'What this key does',
  nothingYet: 'Add a person and a door: what the key will do is described here.',
  create: 'Create Key',
  createAnyway: 'Create without that doorcode',
  notAvailable: (names: readonly string[]) =>
    `The doorcode for ${joined(names)} is not available. The key will be made with No Doorcode Assigned: no code opens its doors for ${joined(names)} until another is chosen.`,
  /** What the key will do at the doors of one access. @param when Days and hours; null: always. */
  effect: (owners: string, doors: string, when: string | null, from: string, until: string | null) => {
    const hours = when ?? 'every day, all day';
    return until === null
      ? `${owners} can open ${doors}, ${hours}, from ${from} with no end.`
      : `${owners} can open ${doors}, ${hours}, from ${from} until ${until}.`;
  },
  notWrittenYet: 'Nothing is written to the locks until provisioning is allowed.',
  countedDoors: (count: number) => plural(count, { one: '1 door', other: `${count} doors` }),
  linkedDoors: (count: number) => plural(count, { one: '1 linked door', other: `${count} linked doors` }),
});

export const templateTexts = sentences('templates', {
  template: 'Template',
  choose: 'Use a template',
  save: 'Save as template',
  name: 'Name of the template',
  hint: 'Keeps the doors and access rules of the first block, without people and dates.',
  remove: 'Remove a template',
  removeNamed: (name: string) => `Remove ${name}`,
  removeTitle: (name: string) => `Remove the template ${name}?`,
  removeConsequence:
    'It can no longer be used for new keys. Keys that were made with it stay as they are. This cannot be undone.',
  removeConfirm: 'Remove template',
});
