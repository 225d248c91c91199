import { EventEmitter } from 'node:events';

const OPEN = 1;
const CLOSED = 3;

/** The part of a `ws` WebSocket that tRPC's connection handler uses, over any line of text. */
export class BridgeConnection extends EventEmitter {
  readyState: typeof OPEN | typeof CLOSED = OPEN;
  readonly #sendText: (text: string) => void;
  readonly #tellClosed: () => void;

  constructor(line: { readonly sendText: (text: string) => void; readonly tellClosed: () => void }) {
    super();
    this.#sendText = line.sendText;
    this.#tellClosed = line.tellClosed;
  }

  send(text: string): void {
    if (this.readyState === OPEN) this.#sendText(text);
  }

  /** Called for every text that the page sends. */
  hear(text: string): void {
    // As `ws` hands it over: a buffer and "not binary".
    if (this.readyState === OPEN) this.emit('message', Buffer.from(text), false);
  }

  close(): void {
    if (this.readyState === CLOSED) return;
    this.#tellClosed();
    this.end();
  }

  terminate(): void {
    this.close();
  }

  /** The page is gone, or has closed: its subscriptions end, and nothing more is sent. */
  end(): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    this.emit('close');
  }
}
