/** 2020-01-01T00:00Z, from which cards count their minutes. */
const CARD_EPOCH = Date.UTC(2020, 0, 1);

/** @param at Milliseconds since 1970. */
export function minuteOf(at: number): number {
  return Math.floor((at - CARD_EPOCH) / 60_000);
}
