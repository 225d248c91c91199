/**
 * `npm run screenshots`: starts the demo hotel, plays a believable day, and writes every screen and every dialog at two
 * sizes, light and dark, into `screenshots/` (not committed). Prints the list, and at its end what axe finds. With words
 * (`npm run screenshots -- encode keycards`) only the pictures whose names contain one of them, beside those that are
 * there. Needs a build (`npm run build`) and Chromium.
 */
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardHand, type CardHand } from '#tests/support/e2e-cards';
import { deskOn, type Desk } from '#tests/support/e2e-desk';
import { demoHotel } from '#tests/support/e2e-hotel';
import { startDemo, startOffice } from '#tests/support/e2e-office';
import { enter, signIn } from '#tests/support/e2e-session';
import { camera, looks } from './screenshot-support/camera.ts';
import { cardDialogs } from './screenshot-support/card-dialogs.ts';
import { demoDialogs } from './screenshot-support/demo-dialogs.ts';
import { keyDialogs, listDialogs, manualKeyDialogs, staffDialogs } from './screenshot-support/dialogs.ts';
import { emptyLists } from './screenshot-support/empty-lists.ts';
import { encodeDialogs } from './screenshot-support/encode-dialogs.ts';
import { encoderTroubles } from './screenshot-support/encoder-troubles.ts';
import { firstRun } from './screenshot-support/first-run.ts';
import { playDay } from './screenshot-support/play-day.ts';
import { screens, type Screen } from './screenshot-support/screens.ts';
import { settingsDialogs } from './screenshot-support/settings-dialogs.ts';
import { stockDialogs } from './screenshot-support/stock-dialogs.ts';

/** Each in a session of its own: some ask for the password again five minutes after the sign-in. */
const parts: readonly ((desk: Desk, hand: CardHand) => readonly Screen[])[] = [
  screens,
  staffDialogs,
  keyDialogs,
  manualKeyDialogs,
  listDialogs,
  demoDialogs,
  emptyLists,
  stockDialogs,
  encodeDialogs,
  cardDialogs,
  encoderTroubles,
  settingsDialogs,
  (desk) => [{ name: 'screen-locked', open: () => desk.page.keyboard.press('F9') }],
];
/** Shown in the README. */
const shownInReadme = { 'key-details': 'key-details.png', 'keys-current': 'keys.png' } as const;

/** A machine that does other things as well is slow. */
const patienceMs = 15_000;

const root = join(import.meta.dirname, '..');
const folder = join(root, 'screenshots');
const words = process.argv.slice(2);
const { wants, take, complaints } = camera(folder, words);
/** What could not be opened. */
const missing: string[] = [];

if (words.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const data = await mkdtemp(join(tmpdir(), 'portal-screenshots-'));
const browser = await chromium.launch({ executablePath: process.env['PORTAL_CHROMIUM'] ?? '/usr/bin/chromium' });
const demo = await startDemo(data);
try {
  await takeFirstRun();
  const token = await signIn(demo);
  const hand = cardHand({ address: demo.address, token });
  await signedIn((page) => playDay(deskOn(page), demoHotel(demo.endpoints)));
  for (const part of parts) await signedIn((page) => takeAll(page, part(deskOn(page), hand)));
  if (words.length === 0) await copyForReadme();
} finally {
  await browser.close();
  await demo.stop();
  await rm(data, { recursive: true, force: true });
}
for (const line of [...complaints, ...missing]) console.error(line);
if (missing.length > 0) process.exitCode = 1;

async function signedIn(act: (page: Page) => Promise<void>): Promise<void> {
  const context = await freshContext();
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  await enter(page, { address: demo.address, token: await signIn(demo) });
  await act(page);
  await context.close();
}

function freshContext(): Promise<BrowserContext> {
  const { size, colorScheme } = looks[0];
  return browser.newContext({ viewport: size, colorScheme, locale: 'en-GB' });
}

/** One that cannot be opened is told at the end; those that open from it are missing too. */
async function takeAll(page: Page, all: readonly Screen[]): Promise<void> {
  if (!all.some(({ name }) => wants(name))) return;
  for (const { name, open, close } of all) {
    try {
      await open();
      await take(page, name);
      await close?.();
    } catch (error) {
      missing.push(`${name} is missing: ${String(error)}`);
      await page.screenshot({ path: join(folder, `missing-${name}.png`) });
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
    }
  }
}

/** What is seen before anybody is signed in, and in a hotel that has nothing yet. */
async function takeFirstRun(): Promise<void> {
  const fresh = await mkdtemp(join(tmpdir(), 'portal-screenshots-'));
  const office = await startOffice(fresh);
  const context = await freshContext();
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  await takeAll(page, firstRun(page, office.address));
  await takeAll(page, [
    {
      name: 'sign-in',
      open: async () => {
        await page.goto(demo.address);
        await page.getByText('Sign in to Portal').waitFor();
      },
    },
    {
      name: 'sign-in-refused',
      open: async () => {
        await page.getByLabel('Name').fill('Inês Rocha');
        await page.getByLabel('Password').fill('guessed wrong');
        await page.getByRole('button', { name: 'Sign in' }).click();
        await page.getByRole('alert').waitFor();
      },
    },
  ]);
  await context.close();
  await office.stop();
  await rm(fresh, { recursive: true, force: true });
}

async function copyForReadme(): Promise<void> {
  const images = join(root, 'docs/images');
  await mkdir(images, { recursive: true });
  for (const [name, file] of Object.entries(shownInReadme)) {
    await copyFile(join(folder, `${name}-${looks[0].name}.png`), join(images, file));
  }
}
