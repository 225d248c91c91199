import type { HeldKind } from '../../text/held-cards.ts';
import { joined, plural, sentences } from '../../text/language.ts';

/** What is said before something is done to a key: who loses what, when, and what goes on opening. */
export const consequenceTexts = sentences('key-consequences', {
  endsWithDoorcode: (owner: string, doors: readonly string[]) =>
    doors.length === 0
      ? `${owner} can no longer open any door with this doorcode.`
      : `${owner} can no longer open ${joined(doors)} with this doorcode.`,
  ends: (owner: string, doors: readonly string[]) =>
    doors.length === 0 ? `${owner}’s access ends.` : `${owner}’s access to ${joined(doors)} ends.`,
  locksUpdatedNow: {
    doorcode:
      'The locks are updated now; a lock that is offline keeps the code until it answers, and is shown as “Removal pending”.',
    keycard:
      'The locks are updated now; a lock that is offline keeps the card until it answers, and is shown as “Removal pending”.',
    keycards:
      'The locks are updated now; a lock that is offline keeps the cards until it answers, and is shown as “Removal pending”.',
    'doorcode-and-keycard':
      'The locks are updated now; a lock that is offline keeps the code and the card until it answers, and is shown as “Removal pending”.',
    'doorcode-and-keycards':
      'The locks are updated now; a lock that is offline keeps the code and the cards until it answers, and is shown as “Removal pending”.',
  } satisfies Record<HeldKind, string>,
  offlineKeeps: {
    doorcode: 'A lock that is offline keeps the code until it answers.',
    keycard: 'A lock that is offline keeps the card until it answers.',
    keycards: 'A lock that is offline keeps the cards until it answers.',
    'doorcode-and-keycard': 'A lock that is offline keeps the code and the card until it answers.',
    'doorcode-and-keycards': 'A lock that is offline keeps the code and the cards until it answers.',
  } satisfies Record<HeldKind, string>,
  mayBeRestored: 'The key can be restored while the stay lasts.',
  mayBeRestoredWithCards: (cards: number) =>
    plural(cards, {
      one: 'The key can be restored while the stay lasts, with the same card if it is free.',
      other: 'The key can be restored while the stay lasts, with the same cards if they are free.',
    }),
  doorMayBeRestored: 'Access can be restored here while the stay lasts.',
  doorMayBeAdded: 'Add Door gives it back.',
  noOtherDoor: 'No other door is left on this key.',
  othersOpen: (doors: readonly string[]) =>
    plural(doors.length, { one: `${joined(doors)} still opens.`, other: `${joined(doors)} still open.` }),
  doorcodeEnds: (owner: string, doors: readonly string[]) =>
    plural(doors.length, {
      one: `${owner}’s doorcode ends at 1 door: ${joined(doors)}.`,
      other: `${owner}’s doorcode ends at ${doors.length} doors: ${joined(doors)}.`,
    }),
  noDoorcode: (owner: string) => `${owner} has no doorcode on this key.`,
  othersStay: (people: readonly string[]) =>
    plural(people.length, { one: `${joined(people)} stays on the key.`, other: `${joined(people)} stay on the key.` }),
  notBroughtBack: 'A later change by the PMS does not bring them back.',
  giveUp: (owner: string, door: string) =>
    `Portal stops trying to reach the lock of ${door}. What is on the lock now stays there, and ${owner} may not be able to get in. “Try now” starts again.`,
  regenerate: (owner: string, doors: readonly string[]) =>
    doors.length === 0
      ? `${owner} can no longer open their doors with the present doorcode as soon as the new one is written, which starts now. Tell the guest the new code. This cannot be undone.`
      : `${owner} can no longer open ${joined(doors)} with the present doorcode as soon as the new one is written, which starts now. Tell the guest the new code. This cannot be undone.`,
  noOtherDoorcode: 'No other doorcode is left on this key.',
  otherDoorcodesOpen: (owners: readonly string[]) =>
    plural(owners.length, {
      one: `The doorcode of ${joined(owners)} still opens.`,
      other: `The doorcodes of ${joined(owners)} still open.`,
    }),
  doorcodeMayBeAdded: 'A doorcode can be added again here; it will be a new one.',
  writtenAgain: (owner: string, doors: readonly string[]) =>
    `Portal writes ${owner}’s doorcode to ${joined(doors)} again and reads it back. The code stays the same.`,
  cardsSentAgain: (cards: readonly string[]) =>
    plural(cards.length, {
      one: `${joined(cards)} is sent again to the locks that know it; what is written on the card stays as it is.`,
      other: `${joined(cards)} are sent again to the locks that know them; what is written on the cards stays as it is.`,
    }),
  opensAgain: (owner: string, doors: readonly string[]) =>
    doors.length === 0 ? `${owner} can open the doors again.` : `${owner} can open ${joined(doors)} again.`,
  opensAgainOnceWritten: (owner: string, doors: readonly string[]) =>
    doors.length === 0
      ? `${owner} can open the doors again as soon as the locks have the code.`
      : `${owner} can open ${joined(doors)} again as soon as the locks have the code.`,
  cardsComeBack: (cards: readonly string[]) =>
    plural(cards.length, {
      one: `${joined(cards)} comes back to the key if it is still free.`,
      other: `${joined(cards)} come back to the key if they are still free.`,
    }),
  doorOpensAgain: {
    doorcode: (owner: string, door: string) => `${owner} can open ${door} again as soon as the lock has the code.`,
    keycard: (owner: string, door: string) => `${owner} can open ${door} again as soon as the lock has the card.`,
    keycards: (owner: string, door: string) => `${owner} can open ${door} again as soon as the lock has the cards.`,
    'doorcode-and-keycard': (owner: string, door: string) =>
      `${owner} can open ${door} again as soon as the lock has the code and the card.`,
    'doorcode-and-keycards': (owner: string, door: string) =>
      `${owner} can open ${door} again as soon as the lock has the code and the cards.`,
  },
  shorterStay: (owners: string, doors: readonly string[]) =>
    `${owners} can open ${joined(doors)} for a shorter time than now, and nothing after the new departure.`,
  opensInPeriod: {
    nothing: (owners: string, doors: readonly string[]) => `${owners} can open ${joined(doors)} in this period.`,
    doorcode: (owners: string, doors: readonly string[]) =>
      `${owners} can open ${joined(doors)} in this period, with the same doorcode.`,
    keycard: (owners: string, doors: readonly string[]) =>
      `${owners} can open ${joined(doors)} in this period, with the same card.`,
    keycards: (owners: string, doors: readonly string[]) =>
      `${owners} can open ${joined(doors)} in this period, with the same cards.`,
    'doorcode-and-keycard': (owners: string, doors: readonly string[]) =>
      `${owners} can open ${joined(doors)} in this period, with the same doorcode and card.`,
    'doorcode-and-keycards': (owners: string, doors: readonly string[]) =>
      `${owners} can open ${joined(doors)} in this period, with the same doorcode and cards.`,
  },
  opensAsWell: {
    nothing: (owners: string, doors: readonly string[]) => `${owners} can also open ${joined(doors)}.`,
    doorcode: (owners: string, doors: readonly string[]) =>
      `${owners} can also open ${joined(doors)}, with the same doorcode.`,
    keycard: (owners: string, doors: readonly string[]) =>
      `${owners} can also open ${joined(doors)}, with the same card.`,
    keycards: (owners: string, doors: readonly string[]) =>
      `${owners} can also open ${joined(doors)}, with the same cards.`,
    'doorcode-and-keycard': (owners: string, doors: readonly string[]) =>
      `${owners} can also open ${joined(doors)}, with the same doorcode and card.`,
    'doorcode-and-keycards': (owners: string, doors: readonly string[]) =>
      `${owners} can also open ${joined(doors)}, with the same doorcode and cards.`,
  },
  moves: (owners: string, from: string, to: string) =>
    `${owners} can open ${to} as soon as its lock has been updated, and can no longer open ${from}.`,
  sameDoorcodeThere: (to: string) => `The doorcode stays the same if ${to} accepts it.`,
});
