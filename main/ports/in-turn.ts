export interface Turns {
  /** Does the work after everything that was asked for before it. What fails is told to its caller alone. */
  <Result>(work: () => Promise<Result>): Promise<Result>;
  /** When everything that was asked for until now is over, however it ended. */
  idle(): Promise<void>;
}

/** One thing after another, in the order in which it was asked for. */
export function inTurn(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  const take = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const idle = async (): Promise<void> => {
    await last;
  };
  return Object.assign(take, { idle });
}
