import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { SetupState } from '#api/settings-views';
import { useSetup } from '../../channel/use-setup.ts';
import { DoneStep } from './done-step.tsx';
import { LocksStep } from './locks-step.tsx';
import { OwnerStep } from './owner-step.tsx';
import { PmsStep } from './pms-step.tsx';
import { PropertyStep } from './property-step.tsx';

export type Step = 'owner' | 'property' | 'pms' | 'locks' | 'done';

/** The first run: what is missing is asked for, one thing at a time; the PMS and the locks may wait. */
export function SetUpScreen() {
  const { data: state } = useSetup();
  const [passed, setPassed] = useState<readonly Step[]>([]);
  const navigate = useNavigate();
  const { pathname } = useLocation();

  // The address keeps the set-up open when the property is there and the rest is still to be asked.
  const begun = state !== undefined && (state.owner === 'missing' || state.property === 'missing');
  useEffect(() => {
    if (begun && pathname !== '/set-up') void navigate({ to: '/set-up', replace: true });
  }, [begun, pathname, navigate]);

  if (state === undefined) return null;
  const pass = (step: Step) => () => setPassed((before) => [...before, step]);
  switch (stepOf(state, passed)) {
    case 'owner':
      return <OwnerStep />;
    case 'property':
      return <PropertyStep />;
    case 'pms':
      return <PmsStep onSkip={pass('pms')} />;
    case 'locks':
      return <LocksStep state={state} onDone={pass('locks')} />;
    case 'done':
      return <DoneStep state={state} onDone={() => void navigate({ to: '/keys' })} />;
  }
}

function stepOf(state: SetupState, passed: readonly Step[]): Step {
  if (state.owner === 'missing') return 'owner';
  if (state.property === 'missing') return 'property';
  if (state.pms === 'missing' && !passed.includes('pms')) return 'pms';
  if (!passed.includes('locks') && !state.demo) return 'locks';
  return 'done';
}
