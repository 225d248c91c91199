/**
 * `npm run screenshots`: starts the demo hotel, plays a believable day, and writes every screen and every dialog at two
 * sizes, light and dark, into `screenshots/` (not committed). Prints the list, and at its end what axe finds. Needs a
 * build (`npm run build`) and Chromium.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deskOn } from '#tests/support/e2e-desk';
import { demoHotel } from '#tests/support/e2e-hotel';
import { startDemo, startOffice } from '#tests/support/e2e-office';
import { standsStill } from '#tests/support/e2e-screens';
import { enter, signIn } from '#tests/support/e2e-session';
import { dialogs } from './screenshot-support/dialogs.ts';
import { playDay } from './screenshot-support/play-day.ts';
import { screens } from './screenshot-support/screens.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'screenshots');
const looks = [
  { size: '1366x768', width: 1366, height: 768, colorScheme: 'light' },
  { size: '1366x768', width: 1366, height: 768, colorScheme: 'dark' },
  { size: '1920x1080', width: 1920, height: 1080, colorScheme: 'light' },
  { size: '1920x1080', width: 1920, height: 1080, colorScheme: 'dark' },
] as const;
type Look = (typeof looks)[number];
/** Shown in the README. */
const shownInReadme = { 'key-details': 'key-details.png', 'keys-current': 'keys.png' } as const;

/** What axe finds wrong on the pictures. */
const complaints: string[] = [];

const data = await mkdtemp(join(tmpdir(), 'portal-screenshots-'));
const browser = await chromium.launch({ executablePath: process.env['PORTAL_CHROMIUM'] ?? '/usr/bin/chromium' });
const demo = await startDemo(data);
try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await mkdir(join(root, 'docs/images'), { recursive: true });
  await takeFirstRun();
  await signedIn(looks[0], (page) => playDay(deskOn(page), demoHotel(demo.endpoints)));
  for (const look of looks) await signedIn(look, (page) => takeAll(look, page));
  for (const [name, file] of Object.entries(shownInReadme)) {
    await copyFile(join(folder, `${name}-1366x768-light.png`), join(root, 'docs/images', file));
  }
} finally {
  await browser.close();
  await demo.stop();
  await rm(data, { recursive: true, force: true });
}

for (const complaint of complaints) console.error(complaint);

async function signedIn(look: Look, act: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: look, colorScheme: look.colorScheme, locale: 'en-GB' });
  const page = await context.newPage();
  await enter(page, { address: demo.address, token: await signIn(demo) });
  await act(page);
  await context.close();
}

async function takeAll(look: Look, page: Page): Promise<void> {
  const desk = deskOn(page);
  for (const { name, open, close } of [...screens(desk), ...dialogs(desk, `${look.size} ${look.colorScheme}`)]) {
    await open();
    await take(page, `${name}-${look.size}-${look.colorScheme}`);
    await close?.();
  }
}

/** What is seen before anybody is signed in. */
async function takeFirstRun(): Promise<void> {
  const fresh = await mkdtemp(join(tmpdir(), 'portal-screenshots-'));
  const office = await startOffice(fresh);
  for (const look of looks) {
    const context = await browser.newContext({ viewport: look, colorScheme: look.colorScheme });
    const page = await context.newPage();
    await page.goto(office.address);
    await page.getByText('Welcome to Portal').waitFor();
    await take(page, `set-up-${look.size}-${look.colorScheme}`);
    await page.goto(demo.address);
    await page.getByText('Sign in to Portal').waitFor();
    await take(page, `sign-in-${look.size}-${look.colorScheme}`);
    await context.close();
  }
  await office.stop();
  await rm(fresh, { recursive: true, force: true });
}

async function take(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await standsStill(page);
  await page.screenshot({ path, animations: 'disabled' });
  console.log(path);
  // The large pictures show the same parts.
  if (!name.includes('1366x768')) return;
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  for (const { id, nodes } of violations) {
    complaints.push(...nodes.map(({ html, failureSummary }) => `${name}: ${id}: ${html} ${failureSummary ?? ''}`));
  }
}
