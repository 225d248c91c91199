import { notifications } from '@mantine/notifications';
import { Navigate, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { SetupState } from '#api/settings-views';
import type { SessionView } from '#api/staff-views';
import { mayDo } from '#domain/staff/permission';
import { useMe, useSetup } from '../channel/use-desk.ts';
import { screens } from '../screens.ts';
import { Frame } from './frame.tsx';
import { PasswordDialog } from './password-dialog.tsx';

/** The set-up while there is no Owner; the desk for whoever is signed in, at a screen that is not locked. */
export function Inside() {
  const setup = useSetup().data;
  const me = useMe().data;
  // What was said to one person is not there for the next.
  useEffect(() => () => notifications.clean(), []);

  if (setup === undefined) return null;
  if (setup.owner === 'missing') return <screens.setUp />;
  if (me === undefined || me === null) return null;
  return (
    <>
      <Place me={me} setup={setup} />
      <PasswordDialog />
    </>
  );
}

function Place({ me, setup }: { readonly me: SessionView; readonly setup: SetupState }) {
  const { pathname } = useLocation();
  const askedFor = pathname === '/set-up' && mayDo(me.role, 'edit-settings');
  if (setup.property === 'missing' || askedFor) return <screens.setUp />;
  if (pathname.startsWith('/keys') && !mayDo(me.role, 'see-keys')) return <Navigate to="/doors" replace />;
  return <Frame me={me} demo={setup.demo} />;
}
