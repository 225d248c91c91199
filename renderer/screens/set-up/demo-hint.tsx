import { Button } from '@mantine/core';
import { useState } from 'react';
import { openDemoOnceThere } from './open-demo.ts';
import { portal } from '../../channel/portal-client.ts';
import { useAct } from '../../channel/use-portal.ts';
import { useSetup } from '../../channel/use-setup.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { setUpText } from './sentences.ts';
import styles from './step-line.module.css';

/** A hotel to look at, in the place of this one; where this Portal cannot begin it, how it is started. */
export function DemoHint() {
  const { data: setup } = useSetup();
  const begin = useAct(() => portal.setup.showDemo.mutate(), { done: () => void openDemoOnceThere() });
  const [asked, setAsked] = useState(false);
  const demo = setUpText.demo;
  return (
    <div className={styles['demo']}>
      <p>
        <strong>{demo.title}</strong> {demo.meaning}
      </p>
      {setup?.mayShowDemo === true ? (
        <Button
          loading={asked && begin.failure === null}
          onClick={() => {
            setAsked(true);
            void begin.run(undefined);
          }}
        >
          {demo.act}
        </Button>
      ) : (
        <p>
          {demo.orStart} <code className={styles['command']}>{demo.command}</code>
        </p>
      )}
      <FailureNotice failure={begin.failure} />
    </div>
  );
}
