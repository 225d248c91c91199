import { VisuallyHidden } from '@mantine/core';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import type { SetupState } from '#api/settings-views';
import { setUpText } from './sentences.ts';
import styles from './step-line.module.css';

const steps = ['owner', 'property', 'pms', 'locks', 'done'] as const;
type Step = (typeof steps)[number];
type StepState = 'passed' | 'skipped' | 'here' | 'to-come';

export interface StepLineProps {
  readonly at: Step;
  /** What the steps that may wait have brought so far. */
  readonly setup?: SetupState;
}

/** How far the set-up is. What was skipped is not shown as done. */
export function StepLine({ at, setup }: StepLineProps) {
  return (
    <ol className={styles['line']} aria-label={setUpText.progress}>
      {steps.map((step, index) => {
        const state = stateOf(step, at, setup);
        return (
          <li
            key={step}
            className={styles['step']}
            data-state={state}
            aria-current={state === 'here' ? 'step' : undefined}
          >
            <span className={styles['mark']} aria-hidden>
              <Mark state={state} number={index + 1} />
            </span>
            {setUpText.steps[step]}
            {state === 'skipped' ? <VisuallyHidden>{setUpText.skipped}</VisuallyHidden> : null}
          </li>
        );
      })}
    </ol>
  );
}

function Mark({ state, number }: { readonly state: StepState; readonly number: number }) {
  if (state === 'passed') return <IconCheck size={14} />;
  return state === 'skipped' ? <IconMinus size={14} /> : number;
}

function stateOf(step: Step, at: Step, setup: SetupState | undefined): StepState {
  if (step === at) return 'here';
  if (steps.indexOf(step) > steps.indexOf(at)) return 'to-come';
  return (step === 'pms' || step === 'locks') && setup?.[step] === 'missing' ? 'skipped' : 'passed';
}
