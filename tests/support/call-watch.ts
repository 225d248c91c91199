/** What was asked of the locks of a building, and how much of it at the same time. */
export class CallWatch {
  readonly #calls: string[] = [];
  readonly #open: string[] = [];
  #mostAtOneLock = 0;
  #mostPuts = 0;

  /** @returns what tells that the call has ended. */
  began(what: string, address: string): () => void {
    const call = `${what} ${address}`;
    this.#calls.push(call);
    this.#open.push(call);
    const atLock = this.#open.filter((each) => each.endsWith(` ${address}`)).length;
    const puts = this.#open.filter((each) => each.startsWith('put ')).length;
    this.#mostAtOneLock = Math.max(this.#mostAtOneLock, atLock);
    this.#mostPuts = Math.max(this.#mostPuts, puts);
    return () => {
      this.#open.splice(this.#open.indexOf(call), 1);
    };
  }

  all(): readonly string[] {
    return this.#calls;
  }

  /** Only what was written. */
  changes(): readonly string[] {
    return this.#calls.filter((call) => call.startsWith('put ') || call.startsWith('remove '));
  }

  /** What attempts asked; the monitor asks for signs of life and lists. */
  ofAttempts(): readonly string[] {
    return this.#calls.filter((call) => /^(read|put|remove) /.test(call));
  }

  mostAtOneLock(): number {
    return this.#mostAtOneLock;
  }

  mostPutsAtOnce(): number {
    return this.#mostPuts;
  }
}
