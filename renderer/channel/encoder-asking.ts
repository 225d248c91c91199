import type { CredentialId, KeyId, PersonId } from '#domain/ids';
import { shared, useShared } from './shared.ts';

/** A dialog about the encoder. It may be opened from any screen, and lies over whichever is shown. */
export type EncoderQuestion =
  | {
      readonly ask: 'encode';
      readonly keyId: KeyId;
      /** null: the first person on the key. */
      readonly personId: PersonId | null;
      /** These cards and no others; empty: what is due. */
      readonly credentialIds: readonly CredentialId[];
    }
  | { readonly ask: 'enrol' }
  /** A job that runs already: begun here without a form, or found running. */
  | { readonly ask: 'job'; readonly jobId: string }
  | { readonly ask: 'set-up' };

const asked = shared<EncoderQuestion | null>(null);
/** Where the keyboard was, to go back there; a menu's item counts as the menu's button. */
let opener: HTMLElement | null = null;

export function askEncoder(question: EncoderQuestion): void {
  if (asked.get() === null) opener = buttonWithFocus();
  asked.set(question);
}

/** Encodes what is due for a person of the key. */
export function askToEncode(keyId: KeyId, personId: PersonId | null = null): void {
  askEncoder({ ask: 'encode', keyId, personId, credentialIds: [] });
}

export function closeEncoderQuestion(): void {
  asked.set(null);
  // After the dialog has let go of the focus.
  setTimeout(() => opener?.focus({ preventScroll: true }), 0);
}

export function useEncoderQuestion(): EncoderQuestion | null {
  return useShared(asked);
}

function buttonWithFocus(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest('[role="menu"]') ?? null;
  const button = menu === null ? active : document.getElementById(menu.getAttribute('aria-labelledby') ?? '');
  return button instanceof HTMLElement ? button : null;
}
