import { test as base } from '@playwright/test';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cardHand, type CardHand } from './e2e-cards.ts';
import { deskOn, type Desk } from './e2e-desk.ts';
import { demoHotel, type Booking, type DemoHotel } from './e2e-hotel.ts';
import { startDemo, type RunningDemo } from './e2e-office.ts';
import { endOwnKeys, letGuestsLeave } from './e2e-own-keys.ts';
import { enter, signIn } from './e2e-session.ts';
import { quickFolder } from './quick-folder.ts';
import { removeFolder } from './remove-folder.ts';

/** The demo hotel of a worker, and the session of its Owner. */
export interface PortalOfWorker extends RunningDemo {
  readonly token: string;
}

export interface ClerksDay {
  /** A folder of the test's own; it goes afterwards. */
  readonly folder: string;
  /** A page that is signed in, on Keys. The keys that were made there end with the test. */
  readonly desk: Desk;
  /** The world outside. What a test books ends with the test, and every lock behaves again. */
  readonly hotel: DemoHotel;
  /** At the encoder. It is empty and in order before the test and after it. */
  readonly hand: CardHand;
  /** Opens another browser, signed in as well. */
  readonly secondDesk: () => Promise<Desk>;
}

/** One demo hotel for all tests of a worker; each test uses guests and rooms of its own. */
export const test = base.extend<ClerksDay, { portal: PortalOfWorker }>({
  portal: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const folder = await quickFolder('portal-e2e-');
      const demo = await startDemo(folder);
      await use({ ...demo, token: await signIn(demo) });
      await demo.stop();
      await removeFolder(folder);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'portal-e2e-'));
    await use(folder);
    await removeFolder(folder);
  },
  desk: async ({ page, portal }, use) => {
    await enter(page, portal);
    await use(deskOn(page));
    await endOwnKeys(portal);
  },
  secondDesk: async ({ browser, portal }, use) => {
    const contexts = new Set<{ close(): Promise<void> }>();
    await use(async () => {
      const context = await browser.newContext();
      contexts.add(context);
      const page = await context.newPage();
      await enter(page, portal);
      return deskOn(page);
    });
    for (const context of contexts) await context.close();
  },
  hand: async ({ portal }, use) => {
    const hand = cardHand(portal);
    await hand.takeOff();
    await use(hand);
    await hand.fault('none');
    await hand.takeOff();
  },
  hotel: async ({ portal }, use) => {
    const hotel = demoHotel(portal.endpoints);
    const booked: string[] = [];
    let hadOutage = false;
    await use({
      ...hotel,
      async outage(kind) {
        hadOutage = kind !== 'over';
        await hotel.outage(kind);
      },
      async book(booking: Booking) {
        const id = await hotel.book(booking);
        booked.push(id);
        return id;
      },
    });
    if (hadOutage) await hotel.outage('over');
    await Promise.all(booked.map((id) => leave(hotel, id)));
    if (booked.length > 3) await letGuestsLeave(portal);
    await Promise.all((await hotel.locks()).map(({ name }) => hotel.lock(name, 'normal')));
  },
});

export { expect } from '@playwright/test';

/** Whichever of the two is possible. */
async function leave(hotel: DemoHotel, id: string): Promise<void> {
  await hotel.stay(id, 'check-out').catch(() => hotel.stay(id, 'cancel').catch(() => undefined));
}
