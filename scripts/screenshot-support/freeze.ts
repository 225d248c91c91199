import type { Page } from '@playwright/test';

/**
 * What passes in a blink can be looked at: after the first answer that contains `moment` the page hears nothing more. Its
 * socket is opened anew for that.
 *
 * @returns lets it hear what it missed, and everything from then on.
 */
export async function freezeWhen(page: Page, moment: string): Promise<() => Promise<void>> {
  const held: (() => void)[] = [];
  let state: 'flowing' | 'frozen' | 'over' = 'flowing';
  await page.routeWebSocket(/\/trpc/, (route) => {
    const server = route.connectToServer();
    server.onMessage((message) => {
      const send = () => route.send(message);
      // The page takes a socket that answers no ping for a lost one.
      if (state === 'frozen' && message !== 'PONG') return held.push(send);
      send();
      if (state === 'flowing' && String(message).includes(moment)) state = 'frozen';
      return undefined;
    });
  });
  await page.reload();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  return () => {
    state = 'over';
    for (const send of held) send();
    return Promise.resolve();
  };
}
