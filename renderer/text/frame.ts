/** The frame around every screen. */
export const frameText = {
  product: 'Portal',
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
  needAttention: (count: number) => (count === 1 ? '1 needs attention' : `${count} need attention`),
  skip: 'Skip to the page',
  notFound: {
    title: 'There is no such page',
    words: 'The address leads nowhere: it may be from an older version.',
    act: 'Open Keys',
  },
  failed: {
    missing: 'This part of Portal could not be loaded',
    missingWords: 'Portal was probably updated while this page was open. Reload the page to go on.',
    broken: 'This part of Portal could not be shown',
    brokenWords: 'Something went wrong. Reload the page and try again.',
    act: 'Reload',
  },
  account: {
    label: (name: string) => `Signed in as ${name}`,
    role: {
      owner: 'Owner',
      'general-manager': 'General Manager',
      team: 'Team',
      installer: 'Installer',
      housekeeping: 'Housekeeping',
    },
    appearance: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    auto: 'As this PC',
    shortcuts: 'Keyboard shortcuts',
    signOut: 'Sign out',
  },
} as const;
