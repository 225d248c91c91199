import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { Entrance } from './frame/entrance.tsx';
import { NotFound } from './frame/not-found.tsx';
import { ActivityScreen } from './screens/activity/activity-screen.tsx';
import { AddKeyScreen } from './screens/add-key/add-key-screen.tsx';
import { DemoScreen } from './screens/demo/demo-screen.tsx';
import { DoorDetailsScreen } from './screens/doors/door-details-screen.tsx';
import { DoorsScreen } from './screens/doors/doors-screen.tsx';
import { KeycardsScreen } from './screens/keycards/keycards-screen.tsx';
import { keycardSearchFrom } from './screens/keycards/keycard-question.ts';
import { KeyDetailsScreen } from './screens/key-details/key-details-screen.tsx';
import { keySearchFrom } from './screens/keys/key-question.ts';
import { KeysScreen } from './screens/keys/keys-screen.tsx';
import { SetUpScreen } from './screens/set-up/set-up-screen.tsx';
import { settingsSearchFrom } from './screens/settings/settings-tabs.ts';
import { SettingsScreen } from './screens/settings/settings-screen.tsx';

const root = createRootRoute({ component: Entrance, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/keys' });
  },
});
const keys = createRoute({
  getParentRoute: () => root,
  path: '/keys',
  validateSearch: keySearchFrom,
  component: KeysScreen,
});
const addKey = createRoute({ getParentRoute: () => root, path: '/keys/new', component: AddKeyScreen });
const keyDetails = createRoute({ getParentRoute: () => root, path: '/keys/$keyId', component: KeyDetailsScreen });
const doors = createRoute({ getParentRoute: () => root, path: '/doors', component: DoorsScreen });
const doorDetails = createRoute({ getParentRoute: () => root, path: '/doors/$doorId', component: DoorDetailsScreen });
const keycards = createRoute({
  getParentRoute: () => root,
  path: '/keycards',
  validateSearch: keycardSearchFrom,
  component: KeycardsScreen,
});
const demo = createRoute({ getParentRoute: () => root, path: '/demo', component: DemoScreen });
const activity = createRoute({ getParentRoute: () => root, path: '/activity', component: ActivityScreen });
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: settingsSearchFrom,
  component: SettingsScreen,
});
const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: SetUpScreen });

/** Hash history: the same addresses work in the office's browser and in the desk's own window. */
export const router = createRouter({
  routeTree: root.addChildren([
    home,
    keys,
    addKey,
    keyDetails,
    doors,
    doorDetails,
    keycards,
    demo,
    activity,
    settings,
    setUp,
  ]),
  history: createHashHistory(),
  defaultPreload: false,
  // The page scrolls inside the frame: a new one begins at its top, going back finds the row again.
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
