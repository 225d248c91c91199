import type { ChangeNotice } from '#api/change-notice';
import type { Area } from '../channel/use-portal.ts';

/** Which areas of the screen show something of these collections. */
export function changedAreas(notices: readonly ChangeNotice[]): readonly Area[] {
  const areas = new Set<Area>();
  for (const { collection } of notices) {
    // The encoder tells of every step while it works; nothing else is asked for that.
    if (encoderCollections.has(collection)) areas.add('encoder');
    if (!unseen.has(collection)) areas.add('desk').add('settings');
    if (keycardCollections.has(collection)) areas.add('keycards');
    if (keyCollections.has(collection)) areas.add('keys');
    if (doorCollections.has(collection)) areas.add('doors');
    if (demoCollections.has(collection)) areas.add('demo');
    if (sessionCollections.has(collection)) areas.add('setup');
  }
  return [...areas];
}

/** Nothing of them is on the strip or in the settings. */
const unseen = new Set(['encoder', 'sessions']);
const encoderCollections = new Set(['encoder', 'encoders', 'keycards', 'cardWritings']);
const keycardCollections = new Set(['keycards', 'cardWritings', 'keys']);
const keyCollections = new Set([
  'entries',
  'keys',
  'keycards',
  'cardWritings',
  'people',
  'reservations',
  'timeline',
  'alerts',
]);
const doorCollections = new Set(['doors', 'locks', 'gateways', 'entries', 'spaces', 'alerts', 'timeline']);
/** Who is signed in, with which role, and when the screen locks. */
const sessionCollections = new Set(['staff', 'settings']);
const demoCollections = new Set(['reservations', 'locks', 'entries']);
