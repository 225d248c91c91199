import { type BridgeFrame, connectionName, frameFrom, frameText, type PortalBridge } from '#api/portal-bridge';

const CONNECTING = 0;
const OPEN = 1;
const CLOSED = 3;

/**
 * A class that tRPC's `createWSClient({ WebSocket })` takes for a WebSocket, and that talks over the desk's bridge.
 * It has the part of the interface that tRPC uses: open, message and close events, send, close, readyState.
 */
export function bridgeSocket(bridge: PortalBridge): typeof WebSocket {
  // When this page was opened tells its connections from those of the page before a reload.
  const page = Math.floor(performance.timeOrigin * 1000).toString(36);
  let opened = 0;

  class BridgeSocket extends EventTarget {
    static readonly CONNECTING = CONNECTING;
    static readonly OPEN = OPEN;
    static readonly CLOSING = 2;
    static readonly CLOSED = CLOSED;

    readonly url: string;
    /** tRPC sets it; there is only text here. */
    binaryType = 'arraybuffer';
    #state: typeof CONNECTING | typeof OPEN | typeof CLOSED = CONNECTING;
    readonly #connection: string;
    readonly #stopListening: () => void;

    constructor(url: string | URL) {
      super();
      this.url = String(url);
      opened += 1;
      this.#connection = connectionName(page, opened);
      this.#stopListening = bridge.onMessage((line) => {
        const frame = frameFrom(line);
        if (frame?.connection === this.#connection) this.#receive(frame);
      });
      bridge.send(frameText({ kind: 'open', connection: this.#connection, url: this.url }));
    }

    get readyState(): number {
      return this.#state;
    }

    send(text: string): void {
      if (this.#state === OPEN) bridge.send(frameText({ kind: 'text', connection: this.#connection, text }));
    }

    close(): void {
      if (this.#state === CLOSED) return;
      bridge.send(frameText({ kind: 'close', connection: this.#connection }));
      this.#end();
    }

    #receive(frame: BridgeFrame): void {
      if (frame.kind === 'text') this.dispatchEvent(new MessageEvent('message', { data: frame.text }));
      if (frame.kind === 'close') this.#end();
      if (frame.kind !== 'opened') return;
      this.#state = OPEN;
      this.dispatchEvent(new Event('open'));
    }

    #end(): void {
      this.#state = CLOSED;
      this.#stopListening();
      // A browser's socket tells its listeners later, never inside close(); tRPC counts on that.
      queueMicrotask(() => this.dispatchEvent(new CloseEvent('close', { code: 1000, wasClean: true })));
    }
  }

  // The rest of the interface (protocol, extensions, bufferedAmount, on…) is never touched by tRPC.
  return BridgeSocket as unknown as typeof WebSocket;
}
