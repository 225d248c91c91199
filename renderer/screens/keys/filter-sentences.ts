export const savedFiltersText = {
  menu: 'Saved',
  save: 'Save this list…',
  manage: 'Rename or delete…',
  saveTitle: 'Save this list',
  manageTitle: 'Saved lists',
  name: 'Name',
  nameOf: (name: string) => `Name of ${name}`,
  forEverybody: 'The tab, what narrows it and its order, for everybody at the desk.',
  replaces: 'There is one of this name already; it is replaced.',
  taken: 'Another list has this name.',
  rename: 'Rename',
  remove: (name: string) => `Delete ${name}`,
} as const;
