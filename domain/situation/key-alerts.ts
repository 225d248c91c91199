import { isInOrder } from './doorcode-state.ts';
import { heldKeycards, isToBeEncodedAgain, type CardSituation } from './held-keycards.ts';
import type { AlertKind } from '#domain/alerts/alert';
import { isStayOver } from './stay-over.ts';
import { isLive } from '#domain/key/key-status';
import { periodOf } from '#domain/key/period';

/** An alert that follows from a key's own situation, by kind: one of each at the most. */
export interface KeyAlert {
  readonly kind: (typeof keyAlertKinds)[number];
  readonly facts: Readonly<Record<string, string>>;
}

/** The kinds that `keyAlerts` decides: of these, what it does not name is cleared. */
export const keyAlertKinds = [
  'stay-over',
  'no-room-assigned',
  'no-doorcode',
  'no-keycard',
  'encode-again',
] as const satisfies readonly AlertKind[];

/**
 * A live key whose guest arrives without a room needs a person; so does one whose doorcode could not be assigned, but not one
 * that is not due yet; and a key whose person should hold a card and holds none, and a card that must be encoded again.
 */
export function keyAlerts(situation: CardSituation): readonly KeyAlert[] {
  if (isStayOver(situation)) return [{ kind: 'stay-over', facts: { since: periodOf(situation.key).departure ?? '' } }];
  if (!isLive(situation.key)) return [];
  return [...noRoom(situation), ...noDoorcode(situation), ...ofCards(situation)];
}

/** From the arrival on, checked in or not: the guest may stand at the desk, and the PMS has no room for them. */
function noRoom({ key, reservation }: CardSituation): readonly KeyAlert[] {
  if (reservation === null || reservation.spaceId !== null || key.status !== 'current') return [];
  const { number, state } = reservation;
  return [{ kind: 'no-room-assigned', facts: { number, state } }];
}

function noDoorcode({ key }: CardSituation): readonly KeyAlert[] {
  const lacking = key.people.find(
    // One that nobody has looked for yet lacks all the same.
    ({ doorcode }) => doorcode?.code === null && (doorcode.unassigned === null || !isInOrder(doorcode.unassigned)),
  );
  if (lacking === undefined) return [];
  return [{ kind: 'no-doorcode', facts: { reason: lacking.doorcode?.unassigned ?? 'no-code-left' } }];
}

function ofCards(situation: CardSituation): readonly KeyAlert[] {
  const held = [...heldKeycards(situation).values()];
  const lacking = held.find(({ credential }) => credential.keycardId === null)?.credential;
  const again = held.find(isToBeEncodedAgain);
  const why = again?.writing?.state === 'void' ? again.writing.why : null;
  return [
    ...(lacking === undefined
      ? []
      : [{ kind: 'no-keycard' as const, facts: { reason: lacking.unassigned ?? 'no-card-left' } }]),
    ...(again === undefined
      ? []
      : [
          {
            kind: 'encode-again' as const,
            facts: { number: again.card?.number ?? '', state: again.encoding, ...(why === null ? {} : { why }) },
          },
        ]),
  ];
}
