import type { Desk } from '#tests/support/e2e-desk';
import { goTo } from '#tests/support/e2e-screens';
import { escape } from './escape.ts';
import type { Screen } from './screens.ts';

/** The demo hotel's own page: its menus and questions. */
export function demoDialogs({ page }: Desk): readonly Screen[] {
  const close = () => escape(page);
  const ofDagny = async (act: string) => {
    await page.getByRole('button', { name: 'More for Dagny Holm' }).click();
    await page.getByRole('menuitem', { name: act }).click();
  };
  return [
    {
      name: 'demo-keypad',
      open: async () => {
        await goTo(page, { path: '/demo', complete: 'Demo hotel' });
        for (const digit of '1234') await page.getByRole('button', { name: `Digit ${digit}` }).click();
        await page.getByRole('button', { name: 'Enter the code' }).click();
        await page.getByText('Stays closed').waitFor();
      },
    },
    { name: 'menu-demo-stay', open: () => page.getByRole('button', { name: 'More for Dagny Holm' }).click(), close },
    { name: 'dialog-demo-move', open: () => ofDagny('Move…'), close },
    { name: 'dialog-demo-dates', open: () => ofDagny('Dates…'), close },
    {
      name: 'dialog-demo-reservation',
      open: () => page.getByRole('button', { name: 'New reservation' }).click(),
      close,
    },
    { name: 'menu-demo-lock', open: () => page.getByRole('button', { name: 'More for 101' }).click(), close },
    {
      name: 'demo-outage',
      open: () => page.getByRole('heading', { name: 'PMS outage' }).scrollIntoViewIfNeeded(),
    },
    { name: 'menu-demo-card', open: () => page.getByRole('button', { name: 'New card' }).click(), close },
  ];
}
