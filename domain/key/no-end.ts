import { localDateTime, type LocalDateTime } from '#domain/time/time';

/**
 * The departure of a door that has no end: a member of staff's key. A real date, so that windows, claims, locks and the
 * order of lists need no case of their own; the last year that every lock's clock can tell (Matter counts to 2136).
 */
export const noEnd: LocalDateTime = localDateTime.parse('2099-12-31T23:59');

export function hasNoEnd(departure: LocalDateTime): boolean {
  return departure >= noEnd;
}
