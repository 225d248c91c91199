import { expect, type Page } from '@playwright/test';

/** Once more where the first only closed the list of a field. */
export async function escape(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog').or(page.getByRole('menu'))).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}
