import { expect, type Page } from '@playwright/test';

/** Every screen behind the sign-in that has an address, and the heading or text that tells that it is complete. */
export const addressedScreens = [
  { path: '/keys?tab=current', complete: 'Keys' },
  { path: '/keys?tab=upcoming', complete: 'Keys' },
  { path: '/keys?tab=past', complete: 'Keys' },
  { path: '/doors', complete: 'Doors' },
  { path: '/keycards', complete: 'Keycards' },
  { path: '/activity', complete: 'Activity' },
  { path: '/demo', complete: 'Demo hotel' },
  { path: '/settings?tab=property', complete: 'Settings' },
  { path: '/settings?tab=customization', complete: 'Settings' },
  { path: '/settings?tab=integrations', complete: 'Settings' },
  { path: '/settings?tab=locks', complete: 'Settings' },
  { path: '/settings?tab=encoder', complete: 'Settings' },
  { path: '/settings?tab=staff', complete: 'Settings' },
  { path: '/settings?tab=audit', complete: 'Settings' },
] as const;

/** Goes there inside the running page, and waits until nothing is loading any more. */
export async function goTo(
  page: Page,
  { path, complete }: { readonly path: string; readonly complete: string },
): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, path);
  await expect(page.getByRole('heading', { level: 1, name: complete })).toBeVisible();
  await expect(page.getByText(/^Loading/)).toHaveCount(0);
}

/** Waits until nothing fades or moves: a dialog that is not there yet has the contrast of a ghost. */
export async function standsStill(page: Page): Promise<void> {
  await expect(page.getByText(/^(Loading|Looking for)/)).toHaveCount(0);
  await expect.poll(() => page.evaluate(movingParts)).toBe(0);
}

/** Runs in the page. What turns without end, beside a word that says why, counts as standing still. */
function movingParts(): number {
  const moving = document.getAnimations().filter(({ effect, playState }) => {
    return playState === 'running' && effect?.getComputedTiming().iterations !== Infinity;
  });
  const over = [...document.querySelectorAll('[role="dialog"], [role="menu"]')];
  return moving.length + over.filter((element) => getComputedStyle(element).opacity !== '1').length;
}
