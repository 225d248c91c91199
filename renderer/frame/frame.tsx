import { IconPlugConnectedX } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import type { SessionView } from '#api/staff-views';
import { mayDo } from '#domain/staff/permission';
import { useConnection } from '../channel/connection.ts';
import { lockScreen } from '../channel/session.ts';
import { useEncoder, useStrip } from '../channel/use-desk.ts';
import { closeEncoderQuestion, useEncoderQuestion } from '../channel/encoder-asking.ts';
import { LazyDialog } from '../components/lazy-dialog.tsx';
import { screens } from '../screens.ts';
import { frameText } from '../text/frame.ts';
import { words } from '../text/words.ts';
import styles from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { ShortcutList, useShortcuts } from './shortcuts.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useChanges } from './use-changes.ts';

/** The desk: navigation, search, the page, and what is connected. */
export function Frame({ me, demo }: { readonly me: SessionView; readonly demo: boolean }) {
  useChanges();
  const strip = useStrip();
  const encoder = useEncoder(mayDo(me.role, 'see-keycards')).data;
  const [listed, setListed] = useState(false);
  const showShortcuts = useCallback(() => setListed(true), []);
  useShortcuts(showShortcuts);
  useAutoLock(me.lockAfterSeconds);
  return (
    <div className={styles['frame']}>
      <a className={styles['skip']} href="#main" onClick={toPage}>
        {frameText.skip}
      </a>
      <Navigation
        attention={strip?.attention}
        role={me.role}
        unfinished={encoder?.unfinished.length ?? 0}
        demo={demo}
      />
      <TopBar me={me} strip={strip} onShortcuts={showShortcuts} />
      <main id="main" className={styles['main']} tabIndex={-1} data-scroll-restoration-id="main">
        <Outlet />
      </main>
      <ConnectionBanner />
      <StatusBar strip={strip} encoder={encoder} role={me.role} />
      <EncoderQuestions />
      <ShortcutList opened={listed} onClose={() => setListed(false)} />
    </div>
  );
}

/** Whatever was asked of the encoder, over the screen that it was asked from. */
function EncoderQuestions() {
  if (useEncoderQuestion() === null) return null;
  return (
    <LazyDialog onClose={closeEncoderQuestion}>
      <screens.encoderDialogs />
    </LazyDialog>
  );
}

/** A plain link to #main would be taken for a page by the hash history. */
function toPage(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

/** Quiet, and over the page so that nothing below it moves. It goes by itself when Portal answers again. */
function ConnectionBanner() {
  if (useConnection() !== 'lost') return null;
  return (
    <div className={styles['banner']} role="status">
      <IconPlugConnectedX size={16} aria-hidden />
      {words.notAnswering}
    </div>
  );
}

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
/** How often it is looked whether the time is over. */
const strideMs = 1_000;

/**
 * Locks the screen after so long without a key, a click or a touch. By the clock and not by a timer: a PC that slept is
 * locked before the first touch after it counts.
 */
function useAutoLock(afterSeconds: number): void {
  useEffect(() => {
    let lastAt = Date.now();

    const lockIfDue = (): boolean => {
      const isDue = Date.now() - lastAt >= afterSeconds * 1_000;
      if (isDue) lockScreen();
      return isDue;
    };
    const live = (): void => {
      if (!lockIfDue()) lastAt = Date.now();
    };

    const timer = setInterval(lockIfDue, strideMs);
    for (const sign of signsOfLife) document.addEventListener(sign, live, { capture: true, passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signsOfLife) document.removeEventListener(sign, live, { capture: true });
    };
  }, [afterSeconds]);
}
