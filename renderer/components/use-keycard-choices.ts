import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { KeycardChoice } from '#api/keycards';
import type { CredentialId, KeyId } from '#domain/ids';
import type { Failure } from '../channel/failure.ts';
import { portal } from '../channel/portal-client.ts';
import { useAnswer } from '../channel/use-portal.ts';

const restMs = 150;

export interface KeycardChoices {
  /** null: still being asked for. */
  readonly choices: readonly KeycardChoice[] | null;
  readonly failure: Failure | null;
  /** A large stock is searched at the desk: only the first cards of an answer are listed. */
  readonly onSearch: (text: string) => void;
}

/** The cards that could be assigned. @param forKey null: to a key that is being made. */
export function useKeycardChoices(
  forKey: { readonly keyId: KeyId; readonly credentialId: CredentialId | null } | null,
  enabled = true,
): KeycardChoices {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), restMs);
  const { keyId, credentialId } = forKey ?? { keyId: null, credentialId: null };
  const answer = useAnswer(
    ['keycards', 'choices', keyId, credentialId, text],
    () => portal.keycards.choices.query({ keyId, credentialId, text }),
    { enabled, keep: true },
  );
  return { choices: answer.data ?? null, failure: answer.failure, onSearch: setTyped };
}
