import { useCallback, useRef } from 'react';

/** Where the keyboard was before a dialog opened, and the way back to it; a menu's item counts as the menu's button. */
export function useFocusBack() {
  const opener = useRef<HTMLElement | null>(null);
  const remember = useCallback(() => {
    const active = document.activeElement;
    const menu = active?.closest('[role="menu"]');
    const button =
      menu === null || menu === undefined
        ? active
        : document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
    opener.current = button instanceof HTMLElement ? button : null;
  }, []);
  const goBack = useCallback(() => {
    // After the dialog has let go of the focus.
    setTimeout(() => opener.current?.focus({ preventScroll: true }), 0);
  }, []);
  return { remember, goBack };
}
