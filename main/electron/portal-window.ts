import { BrowserWindow, screen } from 'electron';
import ElectronStore from 'electron-store';
import { PORTAL_PAGE } from './portal-address.ts';
import { visibleBounds } from './window-bounds.ts';

/** What the frame and the key list need side by side (1366 × 768 is the smallest desk PC). */
const SMALLEST = { minWidth: 960, minHeight: 600 };
const USUAL = { width: 1366, height: 768 };

export interface WindowPlace {
  /** Absolute path of the built preload script. */
  readonly preload: string;
  /** Where this PC keeps what concerns its own window. */
  readonly settingsFolder: string;
}

/** The one window. It is where it was when it was last closed. */
export function createPortalWindow({ preload, settingsFolder }: WindowPlace): BrowserWindow {
  // Where the window was is made anew: a file of zeros must not keep the desk from starting.
  const settings = new ElectronStore({ name: 'window', cwd: settingsFolder, clearInvalidConfig: true });
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...USUAL,
    ...visibleBounds(settings.get('bounds'), areas),
    ...SMALLEST,
    title: 'Portal',
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('close', () => settings.set('bounds', window.getNormalBounds()));
  return window;
}

export function showPortal(window: BrowserWindow): Promise<void> {
  return window.loadURL(PORTAL_PAGE);
}
