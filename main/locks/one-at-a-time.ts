import { inTurn, type Turns } from '#main/ports/in-turn';
import type { LockDriver } from './lock-driver.ts';

/**
 * The same driver, with the calls to one lock in a row: the queue, the monitor and a curious member of staff may all want
 * it at once, and a lock does one thing at a time. A call's time-out runs from when its turn comes.
 */
export function oneAtATime(driver: LockDriver): LockDriver {
  const lanes = new Map<string, Turns>();
  const onLock = <Result>(address: string, call: () => Promise<Result>): Promise<Result> => {
    const lane = lanes.get(address) ?? inTurn();
    lanes.set(address, lane);
    return lane(call);
  };
  return {
    parallel: driver.parallel,
    connect: () => driver.connect(),
    answers: (options) => driver.answers(options),
    setClock: (options) => driver.setClock(options),
    close: () => driver.close(),
    locks: () => driver.locks(),
    put: (order, options) => onLock(order.address, () => driver.put(order, options)),
    remove: (order, options) => onLock(order.address, () => driver.remove(order, options)),
    read: (order, options) => onLock(order.address, () => driver.read(order, options)),
    list: (address, options) => onLock(address, () => driver.list(address, options)),
    probe: (address, options) => onLock(address, () => driver.probe(address, options)),
    on: (listener) => driver.on(listener),
  };
}
