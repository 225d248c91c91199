import { EventEmitter } from 'node:events';
import { app, RefusableEvent } from './app.ts';
import { seen } from './seen.ts';
import { StandInContents } from './web-contents.ts';

const windows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  readonly webContents: StandInContents;
  readonly #bounds: { x: number; y: number; width: number; height: number };
  #isShown = false;

  constructor(options: { x?: number; y?: number; width: number; height: number; webPreferences: { preload: string } }) {
    super();
    seen.windowOptions.push(options);
    this.#bounds = { x: options.x ?? 40, y: options.y ?? 40, width: options.width, height: options.height };
    this.webContents = new StandInContents(options.webPreferences.preload);
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): readonly BrowserWindow[] {
    return windows;
  }

  async loadURL(address: string): Promise<void> {
    await this.webContents.loadURL(address);
    this.emit('ready-to-show');
  }

  show(): void {
    this.#isShown = true;
  }

  isVisible(): boolean {
    return this.#isShown;
  }

  getNormalBounds() {
    return this.#bounds;
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed();
  }

  isMinimized(): boolean {
    return false;
  }

  focus(): void {
    this.emit('focus');
  }

  /** What a click on the cross does. */
  async close(): Promise<void> {
    const event = new RefusableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    windows.splice(windows.indexOf(this), 1);
    await this.webContents.destroy();
    app.emit('window-all-closed');
  }
}
