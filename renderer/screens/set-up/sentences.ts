import { sentences } from '../../text/language.ts';

export const setUpText = sentences('set-up', {
  steps: { owner: 'Owner', property: 'Property', pms: 'PMS', locks: 'Locks', done: 'Ready' },
  progress: 'Set-up',
  skipped: 'skipped',
  skip: 'Skip for now',
  next: 'Continue',
  owner: {
    title: 'Welcome to Portal',
    words: 'You become the Owner: you can do everything, and give others access.',
    name: 'Name',
    password: 'Password',
    passwordMeaning: 'At least 8 characters.',
    again: 'Repeat password',
    pin: 'PIN (optional)',
    pinMeaning: '4 to 8 digits. It unlocks your own screen, and nothing else.',
    nameMissing: 'Enter a name.',
  },
  property: { title: 'The property', nameMissing: 'Enter the name of the property.' },
  pms: {
    title: (systems: readonly { readonly title: string }[]) => {
      const [only, ...more] = systems;
      return only === undefined || more.length > 0 ? 'Connect a PMS' : `Connect ${only.title}`;
    },
    words: 'Reservations, check-ins and room moves then arrive by themselves. You can also do this later in Settings.',
  },
  locks: {
    title: 'Add locks',
    words: 'Portal makes a door for every lock it finds, and maps rooms with the same name to it.',
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
    title: 'Just looking?',
    meaning:
      'The demo hotel has a simulated PMS, a card encoder and a building of virtual locks. It keeps its own data; nothing here is touched.',
    act: 'Look at the demo hotel',
    orStart: 'Stop Portal and start it like this:',
    command: 'npm start -- --demo',
  },
});
