import { type Action, mayDo } from '#domain/staff/permission';
import type { Role } from '#domain/staff/staff';

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

/** What a section is for: whoever may do that sees it. */
const asksFor: Readonly<Record<SettingsTab, Action>> = {
  property: 'see-settings',
  customization: 'see-settings',
  integrations: 'edit-integrations',
  locks: 'edit-locks',
  encoder: 'edit-encoders',
  staff: 'edit-staff',
  audit: 'see-audit',
};

/** The sections that a role may use; none: it has no Settings. */
export function settingsTabsFor(role: Role): readonly SettingsTab[] {
  return settingsTabs.filter((tab) => mayDo(role, asksFor[tab]));
}

/** Reads the address; an unknown tab is left out. */
export function settingsSearchFrom(search: Record<string, unknown>): { readonly tab?: SettingsTab } {
  const tab = settingsTabs.find((known) => known === search['tab']);
  return tab === undefined ? {} : { tab };
}
