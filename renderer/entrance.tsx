import { Suspense, useEffect } from 'react';
import { useConnection } from './channel/connection.ts';
import { useScreenLocked } from './channel/session.ts';
import { useMe, useSetup } from './channel/use-desk.ts';
import { Doorstep } from './components/doorstep.tsx';
import { FailureNotice, Waiting } from './components/notices.tsx';
import { PartBoundary } from './components/part-boundary.tsx';
import { lazyPart, whenIdle } from './lazy-part.tsx';
import { LockedScreen } from './screens/sign-in/locked-screen.tsx';
import { SignInScreen } from './screens/sign-in/sign-in-screen.tsx';
import { screens } from './screens.ts';
import { frameText } from './text/frame.ts';
import { words } from './text/words.ts';

const Desk = lazyPart(async () => (await import('./desk.tsx')).openDesk());
const ChoosePassword = lazyPart(
  async () => (await import('./screens/sign-in/choose-password-screen.tsx')).ChoosePasswordScreen,
);

/** Fetches what is seen after the sign-in. */
export function fetchDesk(): void {
  void Desk.preload();
  void screens.keys.preload();
}

/** Who sees what first: the set-up while there is no Owner, then the sign-in, then the desk, unless it is locked. */
export function Entrance() {
  return (
    <PartBoundary>
      <Suspense fallback={<Waiting>{frameText.starting}</Waiting>}>
        <Door />
      </Suspense>
    </PartBoundary>
  );
}

/** All that is fetched before the sign-in stands on this page: the desk is behind it. */
function Door() {
  const lost = useConnection() === 'lost';
  const setup = useSetup();
  const me = useMe();
  const locked = useScreenLocked();
  const nobody = me.data === null;
  useEffect(() => (nobody ? whenIdle(fetchDesk) : undefined), [nobody]);

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
  if (setup.data.owner === 'missing') return <Desk />;
  if (me.data === null) return <SignInScreen demoOwner={setup.data.demoOwner} />;
  if (locked || me.data.state === 'locked') return <LockedScreen me={me.data} />;
  if (me.data.state === 'choose-password') return <ChoosePassword name={me.data.name} />;
  return <Desk />;
}
