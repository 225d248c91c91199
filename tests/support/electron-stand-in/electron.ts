import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { answerQuestions } from './control.ts';
import { ipcMain } from './ipc-main.ts';
import { seen } from './seen.ts';
import { session } from './session.ts';

const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) => {
    if (app.isReady) throw new Error('schemes can only be registered before app is ready');
    seen.schemes.push(...schemes);
  },
};

/** Stands for the platform's keyring: one key, the same after a restart. */
const key = createHash('sha256').update('the keyring of this stand-in').digest();
const iv = Buffer.alloc(16);
const safeStorage = {
  isEncryptionAvailable: () => app.isReady,
  getSelectedStorageBackend: () => 'gnome_libsecret' as const,
  encryptString: (plain: string) => {
    const cipher = createCipheriv('aes-256-cbc', key, iv);
    return Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  },
  decryptString: (wrapped: Buffer) => {
    const decipher = createDecipheriv('aes-256-cbc', key, iv);
    return Buffer.concat([decipher.update(wrapped), decipher.final()]).toString('utf8');
  },
};

const dialog = { showErrorBox: (_title: string, text: string) => void seen.errorBoxes.push(text) };
const Menu = { setApplicationMenu: (menu: unknown) => void seen.menus.push(menu) };
const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] };
const shell = {};

answerQuestions();

const electron: Readonly<Record<string, unknown>> = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};
export { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, screen, session, shell };
// oxlint-disable-next-line import/no-default-export -- electron-store imports it so.
export default electron;
