import { cardsEncodeAgain, cardsOpenAsBefore, keptText } from '../../text/card-changes.ts';
import { cardsAtClosedDoors, type HeldCredentials } from '../../text/card-ends.ts';

/** Said before a key as a whole gets another time or other doors: what opens from then on, and what must be done. */

export interface ChangedStay {
  readonly owners: string;
  readonly doors: string;
  readonly held: HeldCredentials;
  readonly change: 'none' | 'longer' | 'shorter';
}

export function stayConsequence({ owners, doors, held, change }: ChangedStay): string {
  if (change === 'shorter') {
    const shorter = `${owners} can open ${doors} for a shorter time than now, and nothing after the new departure.`;
    return [shorter, ...cardsOpenAsBefore(held.cards)].join(' ');
  }
  const opens = `${owners} can open ${doors} in this period${keptText(held)}.`;
  return [opens, ...(change === 'none' ? [] : cardsEncodeAgain(held.cards))].join(' ');
}

export function addDoorsConsequence(owners: string, doors: string, held: HeldCredentials): string {
  return [`${owners} can open ${doors} as well${keptText(held)}.`, ...cardsEncodeAgain(held.cards)].join(' ');
}

export interface MovedRoom {
  readonly owners: string;
  readonly from: string;
  readonly to: string;
  readonly held: HeldCredentials;
}

export function moveConsequence({ owners, from, to, held }: MovedRoom): string {
  return [
    `${owners} can open ${to} as soon as its lock has been told, and no longer ${from}.`,
    ...(held.hasCode ? [`The doorcode stays the same where ${to} accepts it.`] : []),
    ...cardsAtClosedDoors(held.cards, [from], false),
  ].join(' ');
}
