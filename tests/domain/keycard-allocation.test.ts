import { keycardCredential, type AllocationPolicy } from '#domain/key/key';
import { keycard, keycardStates, type Keycard, type KeycardState } from '#domain/cards/keycard';
import { allocateKeycard, isDue, type KeycardRequest, type StockCard } from '#domain/cards/keycard-allocation';
import { inState } from '#domain/cards/keycard-changes';
import { newKeycard } from '#domain/cards/keycard-edits';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moment } from './hotel.ts';

const now = moment('2026-11-23T15:00');

function card(id: string, state: KeycardState = 'available', holder: string | null = null): Keycard {
  const held = holder === null ? null : { keyId: `key-of-${holder}`, credentialId: holder };
  const fixed = { version: 0, number: id, name: '', uid: null, type: null, updatedAt: now };
  return keycard.parse({ id, state, holder: held, ...fixed });
}

const free = (each: Keycard): StockCard => ({ card: each, reservedFor: null });

function asks(policy: AllocationPolicy, asked: string | null, stock: readonly StockCard[]): KeycardRequest {
  return { keyId: 'key-of-rita' as never, credentialId: 'rita' as never, policy, asked: asked as never, stock };
}

it('a card of a person that was recorded before there were one-shot cards is a usual one', () => {
  const { kind, ...recorded } = newKeycard('rita' as never, { policy: 'random', asked: null });

  expect(keycardCredential.parse(recorded).kind).toBe(kind);
  expect(kind).toBe('usual');
});

describe('which card a person gets', () => {
  it('Random: the first that is free', () => {
    const stock = [free(card('1', 'assigned', 'ana')), free(card('2', 'lost')), free(card('3')), free(card('4'))];

    expect(allocateKeycard(asks('random', null, stock))).toMatchObject({ outcome: 'assigned', card: { id: '3' } });
  });

  it.each([
    ['is assigned to another key', card('1', 'assigned', 'ana'), 'held-by-another-key'],
    ['is lost', card('1', 'lost'), 'not-in-use'],
    ['is blocked, although it is the person’s own', card('1', 'blocked', 'rita'), 'not-in-use'],
    ['is worn out', card('1', 'worn-out'), 'not-in-use'],
  ])('Preferred and Strict: none, with the reason, when the asked card %s', (_, present, reason) => {
    expect(allocateKeycard(asks('preferred', '1', [free(present)]))).toEqual({ outcome: 'unassigned', reason });
    expect(allocateKeycard(asks('strict', '1', [free(present)]))).toEqual({ outcome: 'unassigned', reason });
  });

  it('a card that is not in the stock any more is not in use', () => {
    expect(allocateKeycard(asks('preferred', '1', []))).toEqual({ outcome: 'unassigned', reason: 'not-in-use' });
  });

  it('nobody gets a card that another key has reserved with Strict', () => {
    const reserved: StockCard = { card: card('1'), reservedFor: 'ana' as never };

    expect(allocateKeycard(asks('random', null, [reserved]))).toEqual({
      outcome: 'unassigned',
      reason: 'no-card-left',
    });
    expect(allocateKeycard(asks('preferred', '1', [reserved]))).toMatchObject({ reason: 'held-by-another-key' });
  });
});

describe('whether a card is looked for', () => {
  const random = newKeycard('rita' as never, { policy: 'random', asked: null });
  const strict = newKeycard('rita' as never, { policy: 'strict', asked: '1' as never });

  it('at once for somebody new, and not again by the mere passing of time', () => {
    expect(isDue(random, false)).toBe(true);
    expect(isDue({ ...random, unassigned: 'no-card-left' }, false)).toBe(false);
    expect(isDue({ ...random, unassigned: 'no-card-left' }, true)).toBe(true);
  });

  it('with Strict as long as it takes', () => {
    expect(isDue({ ...strict, unassigned: 'held-by-another-key' }, false)).toBe(true);
  });

  it('not with Random for a guest whose own card went to somebody else: the desk chooses', () => {
    expect(isDue({ ...random, unassigned: 'held-by-another-key' }, true)).toBe(false);
  });
});

it('however people ask, and whatever is lost and returned, a card has one holder at most and nobody loses theirs', () => {
  const person = fc.constantFrom('ana', 'bruno', 'carla');
  const wish = fc.record({
    who: person,
    policy: fc.constantFrom<AllocationPolicy>('random', 'preferred', 'strict'),
    asked: fc.constantFrom('1', '2'),
    reservedFor: fc.option(person),
  });
  const said = fc.record({ number: fc.constantFrom('1', '2'), state: fc.constantFrom(...keycardStates) });

  fc.assert(
    fc.property(fc.array(fc.oneof(wish, said), { maxLength: 30 }), (acts) => {
      let stock: readonly Keycard[] = [card('1'), card('2')];
      for (const act of acts) {
        const before = stock;
        stock = 'who' in act ? asked(stock, act) : stock.map((each) => told(each, act));
        const kept = before.filter(({ state }) => state === 'assigned').map(({ holder }) => holder);
        expect(stock.flatMap(({ holder }) => holder ?? [])).toEqual(expect.arrayContaining('who' in act ? kept : []));
        expect(stock.every(({ state, holder }) => state !== 'assigned' || holder !== null)).toBe(true);
        expect(stock.every(({ state, holder }) => state !== 'available' || holder === null)).toBe(true);
      }
    }),
  );
});

interface Wish {
  readonly who: string;
  readonly policy: AllocationPolicy;
  readonly asked: string;
  readonly reservedFor: string | null;
}

function asked(stock: readonly Keycard[], { who, policy, asked: number, reservedFor }: Wish): readonly Keycard[] {
  const got = allocateKeycard({
    keyId: `key-of-${who}` as never,
    credentialId: who as never,
    policy,
    asked: (policy === 'random' ? null : number) as never,
    stock: stock.map((each) => ({ card: each, reservedFor: reservedFor as never })),
  });
  if (got.outcome === 'unassigned') return stock;
  return stock.map((each) => (each.id === got.card.id ? card(each.id, 'assigned', who) : each));
}

function told(present: Keycard, { number, state }: { readonly number: string; readonly state: KeycardState }): Keycard {
  if (present.id !== number || state === 'assigned') return present;
  return inState(present, state, { isTheirs: false, now }) ?? present;
}
