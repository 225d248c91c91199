import { inTurn } from '#main/ports/in-turn';
import { expect, it } from 'vitest';

it('one thing is done after another, in the order in which it was asked for', async () => {
  const turns = inTurn();
  const gate = Promise.withResolvers<void>();
  const done: string[] = [];

  const first = turns(async () => {
    await gate.promise;
    done.push('first');
    return 1;
  });
  const second = turns(async () => {
    done.push('second');
    return 2;
  });
  gate.resolve();

  expect(await Promise.all([second, first])).toEqual([2, 1]);
  expect(done).toEqual(['first', 'second']);
});

it('what fails is told to whoever asked for it, and holds nobody up', async () => {
  const turns = inTurn();

  const failed = turns(() => Promise.reject(new Error('disk full')));
  const next = turns(async () => 'done');

  await expect(failed).rejects.toThrow('disk full');
  expect(await next).toBe('done');
  await expect(turns.idle()).resolves.toBeUndefined();
});

it('idle waits for all that was asked for until then', async () => {
  const turns = inTurn();
  const gate = Promise.withResolvers<void>();
  const seen: string[] = [];

  void turns(async () => {
    await gate.promise;
    seen.push('written');
  });
  const idle = turns.idle().then(() => seen.push('idle'));
  gate.resolve();
  await idle;

  expect(seen).toEqual(['written', 'idle']);
});
