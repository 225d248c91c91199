/**
 * The session of this tab: two members of staff may be signed in in two tabs. In a browser it ends with the tab. The desk
 * has one window and is started again in the middle of a shift: there it is also kept for the window that opens next.
 */
const slot = 'portal.session';

export function sessionToken(): string | null {
  return sessionStorage.getItem(slot);
}

/** null signs this tab out. Takes effect with the next connection: call `reconnect()` after it. */
export function keepSessionToken(token: string | null): void {
  for (const storage of keptIn()) {
    if (token === null) storage.removeItem(slot);
    else storage.setItem(slot, token);
  }
}

/** In a new window of the desk: takes up the session of the one before. @returns whether there was one. */
export function takeUpSession(): boolean {
  if (sessionStorage.getItem(slot) !== null) return false;
  const left = isDesk() ? localStorage.getItem(slot) : null;
  if (left === null) return false;
  sessionStorage.setItem(slot, left);
  return true;
}

function keptIn(): readonly Storage[] {
  return isDesk() ? [sessionStorage, localStorage] : [sessionStorage];
}

function isDesk(): boolean {
  return window.portalBridge !== undefined;
}
