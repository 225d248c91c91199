import { expect, test } from 'vitest';
import {
  addDoorsConsequence,
  moveConsequence,
  reprovisionConsequence,
  restoreDoorConsequence,
  restoreKeyConsequence,
  stayConsequence,
} from '../../renderer/screens/key-details/consequences.ts';

const codeOnly = { hasCode: true, cards: [] };
const written = { name: 'Card 12', kind: 'usual', writtenFor: ['204', 'Pool'] } as const;
const both = { hasCode: true, cards: [written] };
const cardOnly = { hasCode: false, cards: [written] };
const unwritten = { hasCode: false, cards: [{ name: 'Card 12', kind: 'usual', writtenFor: [] }] } as const;

test('a stay that is extended keeps the doorcode, and a card that is written must be encoded again', () => {
  const stay = { owners: 'Amara Okafor', doors: ['204', 'Pool'], change: 'longer' } as const;

  expect(stayConsequence({ ...stay, held: codeOnly })).toBe(
    'Amara Okafor can open 204 and Pool in this period, with the same doorcode.',
  );
  expect(stayConsequence({ ...stay, held: both })).toBe(
    'Amara Okafor can open 204 and Pool in this period, with the same doorcode and card. Card 12 must be encoded again.',
  );
  expect(stayConsequence({ ...stay, held: unwritten })).toBe(
    'Amara Okafor can open 204 and Pool in this period, with the same card.',
  );
});

test('a stay that is looked at and not changed asks nothing of the card', () => {
  expect(stayConsequence({ owners: 'Amara Okafor', doors: ['204'], held: cardOnly, change: 'none' })).toBe(
    'Amara Okafor can open 204 in this period, with the same card.',
  );
});

test('a stay that is shortened says how long the card still opens', () => {
  expect(stayConsequence({ owners: 'Amara Okafor', doors: ['204'], held: cardOnly, change: 'shorter' })).toBe(
    'Amara Okafor can open 204 for a shorter time than now, and nothing after the new departure. Card 12 must be encoded again. Until then, doors that only read cards open as before.',
  );
});

test('another door on the key must be written on the card', () => {
  expect(addDoorsConsequence('Amara Okafor', ['305'], both)).toBe(
    'Amara Okafor can also open 305, with the same doorcode and card. Card 12 must be encoded again.',
  );
});

test('a room move says what becomes of the code and of the card', () => {
  const move = { owners: 'Amara Okafor', from: '204', to: '305' };

  expect(moveConsequence({ ...move, held: codeOnly })).toBe(
    'Amara Okafor can open 305 as soon as its lock has been updated, and can no longer open 204. The doorcode stays the same if 305 accepts it.',
  );
  expect(moveConsequence({ ...move, held: cardOnly })).toBe(
    'Amara Okafor can open 305 as soon as its lock has been updated, and can no longer open 204. Card 12 is removed from the locks there that know it. What is written on Card 12 still opens 204 if that door only reads cards, until its time is over; a room forgets it when a newer key is first used there. Encode the card again.',
  );
});

test('to provision again tells the locks, and leaves what is on the card', () => {
  expect(reprovisionConsequence('Amara Okafor', ['204'], codeOnly)).toBe(
    'Portal writes Amara Okafor’s doorcode to 204 again and reads it back. The code stays the same.',
  );
  expect(reprovisionConsequence('Amara Okafor', ['204'], cardOnly)).toBe(
    'Card 12 is sent again to the locks that know it; what is written on the card stays as it is.',
  );
});

test('a restored key takes its card back where it is free, to be encoded again', () => {
  expect(restoreKeyConsequence('Amara Okafor', ['204'], { hasCode: true, back: [] })).toBe(
    'Amara Okafor can open 204 again as soon as the locks have the code.',
  );
  expect(restoreKeyConsequence('Amara Okafor', ['204'], { hasCode: true, back: [written] })).toBe(
    'Amara Okafor can open 204 again as soon as the locks have the code. Card 12 comes back to the key if it is still free. Card 12 must be encoded again.',
  );
});

test('a restored door must be written on a card that was encoded without it', () => {
  expect(restoreDoorConsequence('Amara Okafor', '204', both)).toBe(
    'Amara Okafor can open 204 again as soon as the lock has the code and the card.',
  );
  expect(restoreDoorConsequence('Amara Okafor', '305', both)).toBe(
    'Amara Okafor can open 305 again as soon as the lock has the code and the card. Card 12 must be encoded again.',
  );
});
