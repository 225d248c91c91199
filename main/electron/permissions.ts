import type { Session } from 'electron';

/** Electron grants camera, location, USB and the rest unless told otherwise. Portal's page needs none of it. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
