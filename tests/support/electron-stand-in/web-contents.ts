import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Frame, Page, Request, Route } from 'playwright-core';
import { isInside, toChromium, toElectron } from './addresses.ts';
import { app, RefusableEvent } from './app.ts';
import { openChromium } from './chromium.ts';
import { ipcMain } from './ipc-main.ts';
import { preloadScript } from './preload-script.ts';
import { seen } from './seen.ts';
import { session } from './session.ts';

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

/** Electron's `webContents`, with a page of a real Chromium behind it. */
export class StandInContents extends EventEmitter {
  readonly #preload: string;
  #page: Page | null = null;
  #openHandler: OpenHandler = () => ({ action: 'allow' });
  /** Set while the application itself loads a page: Electron asks nobody's leave for that. */
  #isLoading = false;
  #lastSend: Promise<unknown> = Promise.resolve();
  #destroyed = false;

  constructor(preload: string) {
    super();
    this.#preload = preload;
  }

  get page(): Page {
    if (this.#page === null) throw new Error('nothing was loaded yet');
    return this.#page;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  async loadURL(address: string): Promise<void> {
    this.#page ??= await this.#openPage();
    await this.#whileLoading(() => this.page.goto(toChromium(address)));
  }

  reload(): void {
    void this.#whileLoading(() => this.page.reload());
  }

  /** In the order of the calls, as Electron does. */
  send(channel: string, ...args: unknown[]): void {
    const tell = () =>
      this.page.evaluate(
        ([name, values]) => {
          const { standIn } = globalThis as unknown as { standIn?: { receive(name: string, values: unknown[]): void } };
          standIn?.receive(name, values);
        },
        [channel, args] as const,
      );
    // A page that is just being replaced hears nothing; neither would it in Electron.
    this.#lastSend = this.#lastSend.then(tell).catch(() => undefined);
  }

  async destroy(): Promise<void> {
    this.#destroyed = true;
    this.emit('destroyed');
    await this.#page?.close();
  }

  async #openPage(): Promise<Page> {
    const context = await openChromium(app.getPath('userData'));
    await context.route('**/*', (route) => this.#serve(route));
    const page = context.pages()[0] ?? (await context.newPage());
    await page.exposeBinding('standInSend', (source, channel: string, args: unknown[]) => {
      const senderFrame = { url: toElectron(source.frame.url()), parent: source.frame.parentFrame() };
      ipcMain.emit(channel, { sender: this, senderFrame }, ...args);
    });
    await page.addInitScript({ content: preloadScript(await readFile(this.#preload, 'utf8')) });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.emit('did-navigate', {}, toElectron(frame.url()));
    });
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    return page;
  }

  /** Where a pop-up wants to go is all that is ever heard of one that is refused. */
  #refusesPopUp(url: string): boolean {
    const { action } = this.#openHandler({ url });
    seen.popUps.push({ url, action });
    return action === 'deny';
  }

  async #serve(route: Route): Promise<void> {
    const request = route.request();
    const address = toElectron(request.url());
    if (request.isNavigationRequest() && !this.#isLoading && this.#refuses(frameOf(request), address)) {
      return route.abort('aborted');
    }
    const handler = session.defaultSession.protocol.handlerFor(address);
    if (!isInside(request.url()) || handler === undefined) {
      seen.outside.push(address);
      return route.abort('blockedbyclient');
    }
    const answer = await handler({ url: address, method: request.method() });
    return route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    });
  }

  #refuses(frame: Frame | null, url: string): boolean {
    if (frame === null) return this.#refusesPopUp(url);
    const event = Object.assign(new RefusableEvent(), { url });
    this.emit('will-frame-navigate', event);
    if (frame.parentFrame() === null) this.emit('will-navigate', event);
    if (event.defaultPrevented) seen.refusedNavigations.push(url);
    return event.defaultPrevented;
  }

  async #whileLoading(load: () => Promise<unknown>): Promise<void> {
    this.#isLoading = true;
    try {
      await load();
    } finally {
      this.#isLoading = false;
    }
  }
}

/** null while the page that asks does not exist yet. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}
