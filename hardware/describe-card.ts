import type { CardState } from './encoder.ts';
import type { KeyRecord } from '#hardware/card/key-record';

/**
 * What a card says, for people: for whom, which doors, until when, and whether that counts. One fact a line, the verdict
 * last.
 */
export function describeCard(state: CardState, { now, hasKeys }: { now: Date; hasKeys: boolean }): readonly string[] {
  if (state.is === 'unsupported') return [`not valid: this card type cannot be used (${state.why})`];
  if (state.is === 'ours') {
    const { type, slot, record } = state;
    return [`card: ${type}, slot ${slot + 1}`, ...describeRecord(record), verdict(record, now)];
  }
  const says = 'says' in state && state.says !== null ? describeRecord(state.says) : [];
  const isUnchecked = !hasKeys && says.length > 0;
  return [`card: ${state.type}`, ...says, isUnchecked ? unchecked : notValid(state)];
}

const unchecked = 'not checked: the seal can be checked only with the keys (--keys FILE)';

function notValid(state: Exclude<CardState, { is: 'unsupported' | 'ours' }>): string {
  switch (state.is) {
    case 'blank':
      return 'not valid: the card is blank';
    case 'foreign':
      return `not valid: the card belongs to another ${state.says === null ? 'system' : 'property'}`;
    case 'locked':
      return 'not valid: the card is locked by another system';
    case 'torn':
      return state.why === 'unfinished'
        ? 'not valid: no record with a right seal (not finished, altered, copied, or sealed with another master)'
        : 'not valid: sealed with a key set that is not in use any more';
  }
}

function describeRecord(record: KeyRecord): readonly string[] {
  const doors = record.doors.map(({ number, isCommon }) => (isCommon ? `${number} (common)` : `${number}`));
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].filter((_, day) => (record.weekdays >> day) & 1);
  return [
    `for: credential ${record.credential}, ${record.role}, copy ${record.copy}, sequence ${record.sequence}`,
    `property: ${record.property}, key set ${record.keySet}`,
    `doors: ${doors.join(', ')}`,
    `from: ${instant(record.from).toISOString()}`,
    `until: ${instant(record.to).toISOString()}`,
    `hours: ${days.join(' ')}, ${quarter(record.dayStart)} to ${quarter(record.dayEnd)} at the door`,
  ];
}

function verdict({ from, to }: KeyRecord, now: Date): string {
  if (now < instant(from)) return 'not valid: it is not time yet';
  return now < instant(to) ? 'valid: the seal is right and its time has come' : 'not valid: its time is over';
}

function instant(minutes: number): Date {
  return new Date(Date.UTC(2020, 0, 1) + minutes * 60_000);
}

function quarter(quarters: number): string {
  return `${String(Math.floor(quarters / 4)).padStart(2, '0')}:${String((quarters % 4) * 15).padStart(2, '0')}`;
}
