/** The session of this tab: two members of staff may be signed in in two tabs. It ends with the tab. */
const slot = 'portal.session';

export function sessionToken(): string | null {
  return sessionStorage.getItem(slot);
}

/** null signs this tab out. Takes effect with the next connection: call `reconnect()` after it. */
export function keepSessionToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(slot);
  else sessionStorage.setItem(slot, token);
}
