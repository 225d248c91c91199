/** The desk's pages are at `portal://app/…`: an origin of their own, unlike file://, where every file is at home. */
export const PORTAL_SCHEME = 'portal';
const PORTAL_HOST = 'app';
export const PORTAL_PAGE = `${PORTAL_SCHEME}://${PORTAL_HOST}/index.html`;

/** Is this one of our own pages? */
export function isPortalAddress(address: string | undefined): boolean {
  const url = URL.parse(address ?? '');
  return url?.protocol === `${PORTAL_SCHEME}:` && url.host === PORTAL_HOST;
}
