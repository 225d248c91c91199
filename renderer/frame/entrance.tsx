import { Navigate, useLocation } from '@tanstack/react-router';
import type { SetupState } from '#api/settings-views';
import type { SessionView } from '#api/staff-views';
import { mayDo } from '#domain/staff/permission';
import { useConnection } from '../channel/connection.ts';
import { useScreenLocked } from '../channel/screen-lock.ts';
import { useMe } from '../channel/use-me.ts';
import { useSetup } from '../channel/use-setup.ts';
import { Doorstep } from '../components/doorstep.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { SetUpScreen } from '../screens/set-up/set-up-screen.tsx';
import { ChoosePasswordScreen } from '../screens/sign-in/choose-password-screen.tsx';
import { LockedScreen } from '../screens/sign-in/locked-screen.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import { frameText } from '../text/frame.ts';
import { words } from '../text/words.ts';
import { Frame } from './frame.tsx';
import { PasswordDialog } from './password-dialog.tsx';

/** Who sees what first: the set-up while there is no Owner, then the sign-in, then the desk, unless it is locked. */
export function Entrance() {
  const lost = useConnection() === 'lost';
  const setup = useSetup();
  const me = useMe();
  const locked = useScreenLocked();

  const failure = setup.failure ?? me.failure;
  if (failure !== null) {
    return (
      <Doorstep title={frameText.product}>
        <FailureNotice failure={failure} />
      </Doorstep>
    );
  }
  if (setup.data === undefined || me.data === undefined) {
    return <Waiting>{lost ? words.notAnswering : frameText.starting}</Waiting>;
  }
  if (setup.data.owner === 'missing') return <SetUpScreen />;
  if (me.data === null) return <SignInScreen demoOwner={setup.data.demoOwner} />;
  if (locked || me.data.state === 'locked') return <LockedScreen me={me.data} />;
  if (me.data.state === 'choose-password') return <ChoosePasswordScreen name={me.data.name} />;
  return <Inside me={me.data} setup={setup.data} />;
}

/** Signed in, at a screen that is not locked. */
function Inside({ me, setup }: { readonly me: SessionView; readonly setup: SetupState }) {
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
  if (setup.property === 'missing' || askedFor) return <SetUpScreen />;
  if (pathname.startsWith('/keys') && !mayDo(me.role, 'see-keys')) return <Navigate to="/doors" replace />;
  return <Frame me={me} demo={setup.demo} />;
}
