import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconCircleDashed,
  IconCircleOff,
  IconClock,
  IconCreditCardOff,
  IconRefreshAlert,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KeycardStanding } from '#domain/situation/held-keycards';
import type { NoKeycardReason } from '#domain/key/key';
import { keycardTexts, standingTones, whyNoKeycard } from '../text/keycards.ts';
import { StateTag } from './state-tag.tsx';

export interface KeycardStandingTagProps {
  readonly standing: KeycardStanding;
  /** Why there is no card; null where there is one. */
  readonly unassigned: NoKeycardReason | null;
}

/** Where a person's keycard stands, in one word, with the sentence behind it. */
export function KeycardStandingTag({ standing, unassigned }: KeycardStandingTagProps) {
  const tooltip = meaningOf(standing, unassigned);
  return (
    <StateTag tone={standingTones[standing]} icon={icons[standing]} {...(tooltip === null ? {} : { tooltip })}>
      {keycardTexts.standings[standing]}
    </StateTag>
  );
}

/** The same in the list of keys, where the word has to say whose state it is. */
export function KeycardRowTag({ standing }: { readonly standing: KeycardStanding }) {
  return (
    <StateTag tone={standingTones[standing]} icon={icons[standing]}>
      {keycardTexts.inRow[standing]}
    </StateTag>
  );
}

function meaningOf(standing: KeycardStanding, unassigned: NoKeycardReason | null): string | null {
  if (standing !== 'none') return keycardTexts.meanings[standing];
  return unassigned === null ? null : whyNoKeycard(unassigned);
}

const icons: Record<KeycardStanding, ReactNode> = {
  none: <IconCircleOff aria-hidden />,
  'not-needed': <IconCheck aria-hidden />,
  'not-encoded': <IconCircleDashed aria-hidden />,
  encoded: <IconCheck aria-hidden />,
  'encode-again': <IconRefreshAlert aria-hidden />,
  'not-finished': <IconClock aria-hidden />,
  void: <IconCreditCardOff aria-hidden />,
  lost: <IconAlertTriangle aria-hidden />,
  blocked: <IconBan aria-hidden />,
  'worn-out': <IconCreditCardOff aria-hidden />,
};
