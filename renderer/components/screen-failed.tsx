import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useConnection } from '../channel/connection.ts';
import { PartMissing } from '../lazy-part.tsx';
import { frameText } from '../text/frame.ts';
import { words } from '../text/words.ts';
import { EmptyState } from './notices.tsx';

export interface Failed {
  readonly error: unknown;
  /** Draws the part again. */
  readonly reset: () => void;
}

/** Never a white page: a screen of an older Portal is gone from the server after an update, and says so. */
export function ScreenFailed({ error, reset }: Failed) {
  const lost = useConnection() === 'lost';
  useTryWhenBack(error, reset, lost);
  const { missing, missingWords, broken, brokenWords, act } = frameText.failed;
  const isMissing = error instanceof PartMissing;
  if (isMissing && lost) return <EmptyState title={missing}>{words.notAnswering}</EmptyState>;
  return (
    <div role="alert">
      <EmptyState title={isMissing ? missing : broken} act={<Button onClick={reload}>{act}</Button>}>
        {isMissing ? missingWords : brokenWords}
      </EmptyState>
    </div>
  );
}

function reload(): void {
  location.reload();
}

/** What could only not be fetched because the line was down is fetched when it is up again. */
function useTryWhenBack(error: unknown, reset: () => void, lost: boolean): void {
  const wasLost = useRef(false);
  useEffect(() => {
    if (lost) {
      wasLost.current = true;
      return;
    }
    if (!wasLost.current || !(error instanceof PartMissing)) return;
    wasLost.current = false;
    void drawAgain(error, reset);
  }, [lost, error, reset]);
}

async function drawAgain(missing: PartMissing, reset: () => void): Promise<void> {
  await missing.again();
  reset();
}
