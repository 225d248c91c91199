export const settingsTabs = [
  'property',
  'customization',
  'integrations',
  'locks',
  'encoder',
  'staff',
  'audit',
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** Reads the address; an unknown tab is left out. */
export function settingsSearchFrom(search: Record<string, unknown>): { readonly tab?: SettingsTab } {
  const tab = settingsTabs.find((known) => known === search['tab']);
  return tab === undefined ? {} : { tab };
}
