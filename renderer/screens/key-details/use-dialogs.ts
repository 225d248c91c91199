import { useCallback, useRef, useState } from 'react';
import type { KeyAct } from './key-act.ts';
import type { KeyForm } from './key-dialogs.tsx';

/** The one dialog that lies over the key: a confirmation or a form. Closing it gives the focus back to what opened it. */
export function useDialogs() {
  const [asked, setAsked] = useState<KeyAct | null>(null);
  const [form, setForm] = useState<KeyForm | null>(null);
  const { remember, goBack } = useFocusBack();
  return {
    asked,
    form,
    ask: (act: KeyAct) => {
      remember();
      setAsked(act);
    },
    open: (opened: KeyForm) => {
      remember();
      setForm(opened);
    },
    close: () => {
      setAsked(null);
      setForm(null);
      goBack();
    },
  };
}

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
