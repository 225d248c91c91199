/**
 * Plain Chromium knows no `portal:` scheme, and only a program that embeds it can teach it one. So the page lives at an
 * https address that no network has, and this is where the two are turned into each other.
 */
const INSIDE = 'https://app.portal.invalid/';
const PORTAL = 'portal://app/';

export function toChromium(address: string): string {
  return address.startsWith(PORTAL) ? INSIDE + address.slice(PORTAL.length) : address;
}

export function toElectron(address: string): string {
  return address.startsWith(INSIDE) ? PORTAL + address.slice(INSIDE.length) : address;
}

export function isInside(address: string): boolean {
  return address.startsWith(INSIDE);
}
