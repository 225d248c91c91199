import { Button } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { connection, onConnection } from '../../channel/connection.ts';
import { portal } from '../../channel/portal-client.ts';
import { useSetup } from '../../channel/use-desk.ts';
import { useAct } from '../../channel/use-portal.ts';
import { FailureNotice } from '../../components/notices.tsx';
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

const betweenLooks = 500;
/** A minute and a half: locks of a building that was never started are made first. */
const mostLooks = 180;

const present = z.enum(['present', 'missing']);
const answer = z.object({ result: z.object({ data: z.object({ demo: z.boolean(), pms: present, locks: present }) }) });

/**
 * The demo hotel begins at this very address, and everything that this page is connected to ends: waits until the other
 * one has set itself up, or this hotel is back because the other one did not start, and opens what is there. In a window of
 * the desk nothing is to be done: Portal closes it and opens another.
 */
async function openDemoOnceThere(): Promise<void> {
  if (window.portalBridge !== undefined) return;
  let wasLost = false;
  const stop = onConnection(() => {
    wasLost ||= connection() === 'lost';
  });
  for (let looks = 0; looks < mostLooks; looks += 1) {
    const who = await whoIsThere();
    if (who === 'demo' || (who === 'hotel' && wasLost)) break;
    await new Promise((resolve) => setTimeout(resolve, betweenLooks));
  }
  stop();
  // Not where this page is: the set-up.
  history.replaceState(null, '', '/');
  location.reload();
}

async function whoIsThere(): Promise<'hotel' | 'demo' | 'demo-begins' | 'nobody'> {
  try {
    const response = await fetch('/trpc/setup.state', { cache: 'no-store' });
    const { demo, pms, locks } = answer.parse(await response.json()).result.data;
    if (!demo) return 'hotel';
    return pms === 'present' && locks === 'present' ? 'demo' : 'demo-begins';
  } catch {
    return 'nobody';
  }
}
