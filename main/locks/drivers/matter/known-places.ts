/**
 * Where the users of one lock were when all of them were last read, and what Portal has changed since. Only ever a guess
 * of where to look first, which saves asking for two hundred users one by one: the place itself is always read before it
 * is written.
 */
export class KnownPlaces {
  #tags: Map<number, string | null> | null = null;

  /** Every user of the lock was read. @param tags By place; null: not one of Portal's. */
  learn(tags: ReadonlyMap<number, string | null>): void {
    this.#tags = new Map(tags);
  }

  /** Somebody else changed the lock, or nobody knows what became of a write. */
  forget(): void {
    this.#tags = null;
  }

  put(place: number, tag: string): void {
    this.#tags?.set(place, tag);
  }

  remove(place: number): void {
    this.#tags?.delete(place);
  }

  /** Where the tag should be; null: nowhere, or not known. */
  placeOf(tag: string): number | null {
    return this.placesOf(tag)?.[0] ?? null;
  }

  /** Everywhere the tag should be; null: not known. */
  placesOf(tag: string): readonly number[] | null {
    if (this.#tags === null) return null;
    return [...this.#tags].flatMap(([place, known]) => (known === tag ? [place] : []));
  }

  /** A place that should be free on a lock of so many; null: none, or not known. */
  freePlace(slots: number): number | null {
    if (this.#tags === null) return null;
    for (let place = 1; place <= slots; place += 1) if (!this.#tags.has(place)) return place;
    return null;
  }
}
