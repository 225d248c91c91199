export const setUpText = {
  steps: { owner: 'Owner', property: 'Property', pms: 'PMS', locks: 'Locks', done: 'Ready' },
  progress: 'Set-up',
  skipped: 'skipped',
  skip: 'Skip for now',
  next: 'Continue',
  owner: {
    title: 'Welcome to Portal',
    words: 'You become the Owner: you may do everything, and give the others access.',
    name: 'Name',
    password: 'Password',
    passwordMeaning: 'At least 8 characters.',
    again: 'Password again',
    pin: 'PIN (optional)',
    pinMeaning: '4 to 8 digits. It re-opens your own locked screen, and does nothing else.',
    nameMissing: 'Enter a name.',
  },
  property: { title: 'The property', nameMissing: 'Enter the name of the property.' },
  pms: {
    title: (systems: readonly { readonly title: string }[]) => {
      const [only, ...more] = systems;
      return only === undefined || more.length > 0 ? 'Connect a PMS' : `Connect ${only.title}`;
    },
    words: 'Reservations, check-ins and room moves then arrive by themselves. You can do this later in Settings.',
  },
  locks: {
    title: 'Add locks',
    words: 'Portal makes a door for every lock that it finds, and maps rooms of the same name to it.',
  },
  done: {
    title: 'Portal is ready',
    withPms: 'The PMS is connected: reservations appear under Keys within seconds.',
    withoutPms: 'No PMS is connected yet: connect it in Settings, Integrations.',
    withLocks: 'The locks are added: see them under Doors.',
    withoutLocks: 'No locks are added yet: add them in Settings, Locks & gateways.',
    act: 'Open Portal',
  },
  demo: {
    title: 'Only looking?',
    meaning:
      'The demo hotel has a simulated PMS, a card encoder and a building of virtual locks. It keeps its own data; nothing here is touched.',
    act: 'Look at the demo hotel',
    orStart: 'Stop Portal and start it so:',
    command: 'npm start -- --demo',
  },
} as const;
