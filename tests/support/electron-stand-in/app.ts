import { EventEmitter } from 'node:events';
import { closeChromium } from './chromium.ts';
import { seen } from './seen.ts';

/** An event that its listener may refuse, as Electron's are. */
export class RefusableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

/** Electron's `app`, as far as Portal uses it. */
class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  readonly #paths = new Map<string, string>();
  isReady = false;

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`the stand-in has no path for ${name}`);
    return path;
  }

  getVersion(): string {
    return '0.1.0';
  }

  enableSandbox(): void {
    if (this.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    seen.sandboxed = true;
  }

  requestSingleInstanceLock(): boolean {
    return process.env['STAND_IN_SECOND_INSTANCE'] === undefined;
  }

  whenReady(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(() => {
        this.isReady = true;
        resolve();
      });
    });
  }

  quit(): void {
    const event = new RefusableEvent();
    this.emit('before-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }

  exit(code: number): void {
    void closeChromium().finally(() => process.exit(code));
  }
}

export const app = new StandInApp();
