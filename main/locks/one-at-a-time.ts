import type { LockDriver } from './lock-driver.ts';

/**
 * The same driver, with the calls to one lock in a row: the queue, the monitor and a curious member of staff may all want
 * it at once, and a lock does one thing at a time. A call's time-out runs from when its turn comes.
 */
export function oneAtATime(driver: LockDriver): LockDriver {
  const last = new Map<string, Promise<unknown>>();
  const inTurn = <Result>(address: string, call: () => Promise<Result>): Promise<Result> => {
    const before = last.get(address) ?? Promise.resolve();
    const turn = before.then(call, call);
    const settled = turn
      .catch(() => undefined)
      .finally(() => {
        if (last.get(address) === settled) last.delete(address);
      });
    last.set(address, settled);
    return turn;
  };
  return {
    parallel: driver.parallel,
    connect: () => driver.connect(),
    close: () => driver.close(),
    locks: () => driver.locks(),
    put: (order, options) => inTurn(order.address, () => driver.put(order, options)),
    setWindow: (order, options) => inTurn(order.address, () => driver.setWindow(order, options)),
    remove: (order, options) => inTurn(order.address, () => driver.remove(order, options)),
    read: (order, options) => inTurn(order.address, () => driver.read(order, options)),
    list: (address, options) => inTurn(address, () => driver.list(address, options)),
    probe: (address, options) => inTurn(address, () => driver.probe(address, options)),
    on: (listener) => driver.on(listener),
  };
}
