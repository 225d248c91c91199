import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { join } from 'node:path';
import { standsStill } from '#tests/support/e2e-screens';

export const looks = [
  { name: '1366x768-light', size: { width: 1366, height: 768 }, colorScheme: 'light' },
  { name: '1366x768-dark', size: { width: 1366, height: 768 }, colorScheme: 'dark' },
  { name: '1920x1080-dark', size: { width: 1920, height: 1080 }, colorScheme: 'dark' },
  { name: '1920x1080-light', size: { width: 1920, height: 1080 }, colorScheme: 'light' },
] as const;
type Look = (typeof looks)[number];

export interface Camera {
  /** Whether the picture is asked for. */
  readonly wants: (name: string) => boolean;
  /** The page as it stands, in every look; then it has the first look again. */
  readonly take: (page: Page, name: string) => Promise<void>;
  /** What axe found on the pictures. */
  readonly complaints: readonly string[];
}

/** @param words Of what is asked for; none: everything. */
export function camera(folder: string, words: readonly string[]): Camera {
  const complaints: string[] = [];
  const wants = (name: string) => words.length === 0 || words.some((word) => name.includes(word));
  return {
    complaints,
    wants,
    async take(page, name) {
      if (!wants(name)) return;
      // No tooltip of what the mouse happens to rest on.
      await page.mouse.move(0, 0);
      for (const look of looks) {
        await putOn(page, look);
        await page.screenshot({ path: join(folder, `${name}-${look.name}.png`), animations: 'disabled' });
        // The large pictures show the same parts.
        if (look.size.width === 1366) complaints.push(...(await complaintsOn(page, `${name}-${look.name}`)));
      }
      await putOn(page, looks[0]);
      console.log(name);
    },
  };
}

async function putOn(page: Page, { size, colorScheme }: Look): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme });
  await standsStill(page);
}

async function complaintsOn(page: Page, picture: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${picture}: ${id}: ${html} ${failureSummary ?? ''}`),
  );
}
