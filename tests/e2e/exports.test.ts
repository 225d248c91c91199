import type { Download, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expect, test } from '#tests/support/e2e-portal';

/** What leaves Portal as a file for a spreadsheet. */

test('the chosen keys of a list are a file with one line each, and never a code', async ({ desk, hotel }) => {
  const { page } = desk;
  for (const [room, guest] of [
    ['201', 'Ada Spreadsheet'],
    ['202', 'Bea Spreadsheet'],
    ['203', 'Cleo Spreadsheet'],
  ] as const) {
    await hotel.book({ room, guest });
  }
  await page.getByRole('tab', { name: 'Upcoming' }).click();
  await page.getByRole('textbox', { name: 'Filter by guest, room or number' }).fill('spreadsheet');
  await expect(page.getByText('3 keys match the filter')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Choose Spreadsheet, Ada' }).click();
  await page.getByRole('checkbox', { name: 'Choose Spreadsheet, Cleo' }).click();
  const acts = page.getByRole('group', { name: 'Acts on the chosen keys' });
  const file = await saved(page, () => acts.getByRole('button', { name: 'Export CSV' }).click());
  const text = await textOf(file);

  expect(file.suggestedFilename()).toBe('keys.csv');
  expect(text).toContain('"Status","Last name","First name"');
  expect(text).toContain('"upcoming","Spreadsheet","Ada","","201"');
  expect(text).toContain('"upcoming","Spreadsheet","Cleo","","203"');
  expect(text).not.toContain('"Bea"');
});

test('the timeline of a key is a file with what is shown, and the audit says that it was made', async ({
  desk,
  hotel,
}) => {
  const { page } = desk;
  await hotel.stay(await hotel.book({ room: '204', guest: 'Timo Line' }), 'check-in');
  await desk.openKey('Timo Line');
  await desk.provisionedAt(['204', 'Main entrance', 'Pool']);
  const code = await desk.readCode();
  await expect(desk.timeline).toContainText('Doorcode shown on the screen');
  const file = await saved(page, () => desk.timeline.getByRole('button', { name: 'Export' }).click());
  const text = await textOf(file);

  expect(file.suggestedFilename()).toBe('Timeline of Timo Line.csv');
  expect(text).toContain('"Time","What happened","Door","By","Cause"');
  expect(text).toMatch(/"Doorcode shown on the screen","","[^"]+"/);
  expect(text).toContain('"204"');
  expect(text).not.toContain(code);

  await page.goto(page.url().replace(/#.*/, '#/settings?tab=audit'));
  await expect(page.getByRole('table').getByText('Timeline of a key exported').first()).toBeVisible();
});

async function saved(page: Page, act: () => Promise<void>): Promise<Download> {
  const coming = page.waitForEvent('download');
  await act();
  return coming;
}

async function textOf(file: Download): Promise<string> {
  return readFile(await file.path(), 'utf8');
}
