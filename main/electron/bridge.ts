import { createBridgeChannel } from '#main/channel/bridge-channel';
import type { Channel } from '#main/channel/call-context';
import { ipcMain, type BrowserWindow } from 'electron';
import { isPortalAddress } from './portal-address.ts';

/** The only channel; preload/index.ts has the other end. */
const CHANNEL = 'portal';

/** Serves the API to the window's own page. A message from any other page or frame is dropped. */
export function enableBridge(window: BrowserWindow, channel: Channel): void {
  const { webContents } = window;
  const page = createBridgeChannel(channel)((line) => {
    if (!webContents.isDestroyed()) webContents.send(CHANNEL, line);
  });

  ipcMain.on(CHANNEL, ({ sender, senderFrame }, line: unknown) => {
    const isOurPage = sender === webContents && senderFrame?.parent === null && isPortalAddress(senderFrame.url);
    if (isOurPage && typeof line === 'string') page.hear(line);
    else channel.log.warn({}, 'a message that is not from the page was dropped');
  });
  webContents.on('render-process-gone', () => page.endAll());
  webContents.on('destroyed', () => page.endAll());
}
