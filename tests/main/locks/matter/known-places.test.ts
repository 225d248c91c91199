import { expect, it } from 'vitest';
import { KnownPlaces } from '#main/locks/drivers/matter/known-places';

it('nothing is guessed of a lock that was never read', () => {
  const places = new KnownPlaces();

  places.put(3, 'stay');

  expect(places.placeOf('stay')).toBeNull();
  expect(places.freePlace(50)).toBeNull();
});

it('after a lock was read, its people and the first free place are known', () => {
  const places = new KnownPlaces();
  places.learn(
    new Map([
      [1, 'first'],
      [2, null],
      [4, 'fourth'],
    ]),
  );

  expect(places.placeOf('fourth')).toBe(4);
  expect(places.freePlace(50)).toBe(3);
});

it('what Portal writes and removes itself is followed', () => {
  const places = new KnownPlaces();
  places.learn(new Map([[1, 'first']]));

  places.put(2, 'second');
  places.remove(1);

  expect(places.placeOf('second')).toBe(2);
  expect(places.placeOf('first')).toBeNull();
  expect(places.freePlace(50)).toBe(1);
});

it('a full lock has no free place', () => {
  const places = new KnownPlaces();

  places.learn(new Map([[1, 'first']]));

  expect(places.freePlace(1)).toBeNull();
});

it('when somebody else changed the lock, nothing is known any more', () => {
  const places = new KnownPlaces();
  places.learn(new Map([[1, 'first']]));

  places.forget();

  expect(places.placeOf('first')).toBeNull();
});
