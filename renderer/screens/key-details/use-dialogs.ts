import { useState } from 'react';
import type { KeyAct } from './key-act.ts';
import type { KeyForm } from './key-dialogs.tsx';
import { useFocusBack } from './use-focus-back.ts';

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
