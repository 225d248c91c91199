import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { standsStill } from './e2e-screens.ts';

const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colours = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds against WCAG 2.2 AA on the page as it is now, each with the screen's name. By night only what the colours
 * decide: all else is the same page as by day, where it is judged.
 */
export async function violationsOn(page: Page, screen: string): Promise<string[]> {
  await standsStill(page);
  const isNight = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  // In the page itself: Portal has no frames, and a second page for the results takes half as long again.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (isNight ? axe.withRules(colours) : axe.withTags(everything)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${screen}: ${id}, ${help}: ${target.join(' ')} ${failureSummary ?? ''}`),
  );
}

/** While it fades in, a dialog has the contrast of a ghost. */
export async function settled(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await expect(dialog).toHaveCSS('opacity', '1');
  await expect(dialog).toHaveCSS('transform', /^(none|matrix\(1, 0, 0, 1, 0, 0\))$/);
}
