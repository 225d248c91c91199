import { protocol, type Session } from 'electron';
import { PORTAL_SCHEME } from './portal-address.ts';
import { portalPage } from './portal-pages.ts';

/** Before the application is ready: `portal:` gets an origin, secure-context features and fetch, like https. */
export function registerPortalScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PORTAL_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

export function enablePortalPages(session: Session, rendererFolder: string): void {
  session.protocol.handle(PORTAL_SCHEME, (request) => portalPage(rendererFolder, request));
}
