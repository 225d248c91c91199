import type { Log } from '#main/ports/log';
import type { App, Event } from 'electron';
import { isPortalAddress } from './portal-address.ts';

/** Holds for every page this application ever opens: it stays on Portal, opens no windows and embeds nothing. */
export function forbidNavigation(app: App, log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: Event, address: string) => {
      if (isPortalAddress(address)) return;
      event.preventDefault();
      log.warn({ scheme: URL.parse(address)?.protocol }, 'leaving Portal was refused');
    };
    contents.on('will-navigate', (event) => stay(event, event.url));
    contents.on('will-frame-navigate', (event) => stay(event, event.url));
    contents.on('will-redirect', (event) => stay(event, event.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Not even into the browser: nothing in Portal leads outside, so a link that does is not ours.
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
