import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { lockScreen } from '../channel/session.ts';
import { shortcutTexts } from './sentences.ts';
import styles from './shortcuts.module.css';

/** How long after G the second letter counts. */
const chordMs = 1_500;

const places = { k: '/keys', d: '/doors', c: '/keycards', a: '/activity', s: '/settings' } as const;

/** The keys that work on every screen. */
export function useShortcuts(showList: () => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    let chordUntil = 0;

    function press(event: KeyboardEvent) {
      if (event.key === 'F9') {
        event.preventDefault();
        lockScreen();
        return;
      }
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        focusSearch();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target, event.key)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return;

      const place = placeFor(event.key);
      if (event.key === '/') {
        event.preventDefault();
        focusSearch();
      } else if (event.key === '?') {
        event.preventDefault();
        showList();
      } else if (event.key === 'g') {
        chordUntil = event.timeStamp + chordMs;
      } else if (place !== null && event.timeStamp < chordUntil) {
        chordUntil = 0;
        void navigate({ to: place });
      } else if (event.key === 'a' && /^#\/keys(\?|$)/.test(location.hash)) {
        event.preventDefault();
        void navigate({ to: '/keys/new' });
      }
    }

    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [navigate, showList]);
}

function focusSearch(): void {
  const search = document.querySelector<HTMLInputElement>('input[data-search]');
  search?.focus();
  search?.select();
}

function placeFor(letter: string) {
  return letter in places ? places[letter as keyof typeof places] : null;
}

/** The search has the focus at first: while it is empty, `?` there still asks for the list. */
function isTyping(target: EventTarget | null, pressed: string): boolean {
  if (target instanceof HTMLInputElement && target.matches('[data-search]') && target.value === '')
    return pressed !== '?';
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

export function ShortcutList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={shortcutTexts.title} size="sm">
      <dl className={styles['list']}>
        {shortcutTexts.all.map(({ keys, does }) => (
          <div key={does} className={styles['row']}>
            <dt className={styles['keys']}>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd className={styles['does']}>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
