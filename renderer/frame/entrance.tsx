import { Navigate, useLocation } from '@tanstack/react-router';
import { mayDo } from '#domain/permission';
import { useConnection } from '../channel/connection.ts';
import { useMe } from '../channel/use-me.ts';
import { useSetup } from '../channel/use-setup.ts';
import { Doorstep } from '../components/doorstep.tsx';
import { FailureNotice } from '../components/failure-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { SetUpScreen } from '../screens/set-up/set-up-screen.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import { frameText } from '../text/frame.ts';
import { words } from '../text/words.ts';
import { Frame } from './frame.tsx';

/** Who sees what first: the set-up while there is no Owner, then the sign-in, then the desk. */
export function Entrance() {
  const lost = useConnection() === 'lost';
  const setup = useSetup();
  const me = useMe();
  const { pathname } = useLocation();

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
  if (me.data === null) return <SignInScreen demo={setup.data.demo} />;
  const askedFor = pathname === '/set-up' && mayDo(me.data.role, 'edit-settings');
  if (setup.data.property === 'missing' || askedFor) return <SetUpScreen />;
  if (pathname.startsWith('/keys') && !mayDo(me.data.role, 'see-keys')) return <Navigate to="/doors" replace />;
  return <Frame me={me.data} demo={setup.data.demo} />;
}
