import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { Waiting } from './components/notices.tsx';
import { ScreenFailed } from './components/screen-failed.tsx';
import { Inside } from './frame/inside.tsx';
import { NotFound } from './frame/not-found.tsx';
import { screens } from './screens.ts';
import { keycardSearchFrom } from './screens/keycards/keycard-question.ts';
import { keySearchFrom } from './screens/keys/key-question.ts';
import { settingsSearchFrom } from './screens/settings/settings-tabs.ts';
import { words } from './text/words.ts';

const root = createRootRoute({ component: Inside, notFoundComponent: NotFound });

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
  component: screens.keys,
});
const addKey = createRoute({ getParentRoute: () => root, path: '/keys/new', component: screens.addKey });
const keyDetails = createRoute({ getParentRoute: () => root, path: '/keys/$keyId', component: screens.keyDetails });
const doors = createRoute({ getParentRoute: () => root, path: '/doors', component: screens.doors });
const doorDetails = createRoute({ getParentRoute: () => root, path: '/doors/$doorId', component: screens.doorDetails });
const keycards = createRoute({
  getParentRoute: () => root,
  path: '/keycards',
  validateSearch: keycardSearchFrom,
  component: screens.keycards,
});
const demo = createRoute({ getParentRoute: () => root, path: '/demo', component: screens.demo });
const activity = createRoute({ getParentRoute: () => root, path: '/activity', component: screens.activity });
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: settingsSearchFrom,
  component: screens.settings,
});
const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: screens.setUp });

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
  // Before it is clicked, so that a screen is there at once.
  defaultPreload: 'intent',
  defaultErrorComponent: ScreenFailed,
  // Until then the screen before stays: a moment's word would only be a flash.
  defaultPendingMs: 500,
  defaultPendingComponent: () => <Waiting>{words.loading}</Waiting>,
  // The page scrolls inside the frame: a new one begins at its top, going back finds the row again.
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
