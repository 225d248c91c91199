import { Outlet } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { SessionView } from '#api/staff-views';
import { mayDo } from '#domain/staff/permission';
import { useChanges } from './use-changes.ts';
import { closeEncoderQuestion, useEncoderQuestion } from '../channel/encoder-asking.ts';
import { useEncoder } from '../channel/use-encoder.ts';
import { useStrip } from '../channel/use-strip.ts';
import { LazyDialog } from '../components/lazy-dialog.tsx';
import { screens } from '../screens.ts';
import { frameText } from '../text/frame.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { Navigation } from './navigation.tsx';
import { ShortcutList } from './shortcut-list.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useAutoLock } from './use-auto-lock.ts';
import { useShortcuts } from './use-shortcuts.ts';
import styles from './frame.module.css';

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
