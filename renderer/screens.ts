import { lazyPart } from './lazy-part.tsx';

/** The screens, each with its code in a file of its own that is fetched with the first look at it, or when there is time. */
export const screens = {
  keys: lazyPart(async () => (await import('./screens/keys/keys-screen.tsx')).KeysScreen),
  addKey: lazyPart(async () => (await import('./screens/add-key/add-key-screen.tsx')).AddKeyScreen),
  keyDetails: lazyPart(async () => (await import('./screens/key-details/key-details-screen.tsx')).KeyDetailsScreen),
  doors: lazyPart(async () => (await import('./screens/doors/doors-screen.tsx')).DoorsScreen),
  doorDetails: lazyPart(async () => (await import('./screens/doors/door-details-screen.tsx')).DoorDetailsScreen),
  keycards: lazyPart(async () => (await import('./screens/keycards/keycards-screen.tsx')).KeycardsScreen),
  activity: lazyPart(async () => (await import('./screens/activity/activity-screen.tsx')).ActivityScreen),
  settings: lazyPart(async () => (await import('./screens/settings/settings-screen.tsx')).SettingsScreen),
  demo: lazyPart(async () => (await import('./screens/demo/demo-screen.tsx')).DemoScreen),
  setUp: lazyPart(async () => (await import('./screens/set-up/set-up-screen.tsx')).SetUpScreen),
  encoderDialogs: lazyPart(async () => (await import('./screens/encode/encoder-dialogs.tsx')).EncoderDialogs),
} as const;
