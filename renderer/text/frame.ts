import type { Role } from '#domain/staff/staff';
import { plural, sentences } from './language.ts';

/** The frame around every screen. */
export const frameText = sentences('frame', {
  product: 'Portal',
  titleOf: (page: string) => `${page} · Portal`,
  starting: 'Connecting to Portal…',
  nav: {
    label: 'Main',
    keys: 'Keys',
    doors: 'Doors',
    keycards: 'Keycards',
    activity: 'Activity',
    settings: 'Settings',
    demo: 'Demo hotel',
  },
  needAttention: (count: number) => plural(count, { one: '1 needs attention', other: `${count} need attention` }),
  skip: 'Skip to the page',
  notFound: {
    title: 'Page not found',
    words: 'This address leads nowhere. It may come from an older version.',
    act: 'Open Keys',
  },
  failed: {
    missing: 'This part of Portal could not be loaded',
    missingWords: 'Portal was probably updated while this page was open. Reload the page to continue.',
    broken: 'This part of Portal could not be shown',
    brokenWords: 'Something went wrong. Reload the page and try again.',
    act: 'Reload',
  },
  account: {
    label: (name: string) => `Signed in as ${name}`,
    appearance: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    auto: 'Same as this PC',
    shortcuts: 'Keyboard shortcuts',
    signOut: 'Sign out',
  },
  roles: {
    owner: 'Owner',
    'general-manager': 'General Manager',
    team: 'Team',
    installer: 'Installer',
    housekeeping: 'Housekeeping',
  } satisfies Record<Role, string>,
});

export const roleNames: Readonly<Record<Role, string>> = frameText.roles;
