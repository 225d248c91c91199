type Handler = (request: { url: string; method: string }) => Promise<Response>;
type RequestHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;

/** Electron's default session: who serves which scheme, and who decides on permissions. Electron's default is yes. */
class StandInSession {
  readonly #handlers = new Map<string, Handler>();
  permissionRequest: RequestHandler = (_contents, _permission, answer) => answer(true);
  permissionCheck: (contents: unknown, permission: string) => boolean = () => true;
  devicePermission: (details: unknown) => boolean = () => true;

  readonly protocol = {
    handle: (scheme: string, handler: Handler) => void this.#handlers.set(`${scheme}:`, handler),
    handlerFor: (address: string) => this.#handlers.get(new URL(address).protocol),
  };

  /** Chromium writes it when it is closed. */
  flushStorageData(): void {}

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.permissionRequest = handler;
  }

  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void {
    this.permissionCheck = handler;
  }

  setDevicePermissionHandler(handler: (details: unknown) => boolean): void {
    this.devicePermission = handler;
  }
}

export const session = { defaultSession: new StandInSession() };
