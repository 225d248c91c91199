import type { PortalBridge } from '#api/portal-bridge';
import { contextBridge, ipcRenderer } from 'electron';

/** The only channel between the page and the desk; main/electron/bridge.ts has the other end. */
const CHANNEL = 'portal';

const portalBridge = {
  send: (text) => ipcRenderer.send(CHANNEL, text),
  onMessage: (listener) => {
    const hear = (_event: unknown, text: string) => listener(text);
    ipcRenderer.on(CHANNEL, hear);
    return () => {
      // In braces: what a function returns crosses into the page, and ipcRenderer must not.
      ipcRenderer.removeListener(CHANNEL, hear);
    };
  },
} satisfies PortalBridge;

contextBridge.exposeInMainWorld('portalBridge', portalBridge);
