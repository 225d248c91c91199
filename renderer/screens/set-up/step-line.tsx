import { IconCheck } from '@tabler/icons-react';
import { setUpText } from '../../text/set-up.ts';
import styles from './step-line.module.css';

const steps = ['owner', 'property', 'pms', 'locks', 'done'] as const;

/** How far the set-up is. */
export function StepLine({ at }: { readonly at: (typeof steps)[number] }) {
  const here = steps.indexOf(at);
  return (
    <ol className={styles['line']} aria-label={setUpText.progress}>
      {steps.map((step, index) => (
        <li
          key={step}
          className={styles['step']}
          data-state={stateOf(index, here)}
          aria-current={index === here ? 'step' : undefined}
        >
          <span className={styles['mark']} aria-hidden>
            {index < here ? <IconCheck size={14} /> : index + 1}
          </span>
          {setUpText.steps[step]}
        </li>
      ))}
    </ol>
  );
}

function stateOf(index: number, here: number): 'passed' | 'here' | 'to-come' {
  if (index === here) return 'here';
  return index < here ? 'passed' : 'to-come';
}
