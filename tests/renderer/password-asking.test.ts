import { TRPCClientError } from '@trpc/client';
import { describe, expect, it } from 'vitest';
import { answerPasswordQuestion, withPassword } from '../../renderer/channel/failure.ts';

/** As the desk refuses it. */
function refused(failure: string): Error {
  return TRPCClientError.from({ error: { message: failure, code: -32_003, data: { failure, fields: {} } } } as never);
}

/** A call that the desk refuses so many times before it does it. */
function callRefused(times: number, failure = 'confirm-password') {
  let made = 0;
  return {
    made: () => made,
    call: async () => {
      made += 1;
      if (made <= times) throw refused(failure);
      return 'done';
    },
  };
}

describe('a call that wants the password', () => {
  it('is made again by itself when the password was entered', async () => {
    const { call, made } = callRefused(1);
    const answer = withPassword(call);
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));

    answerPasswordQuestion(true);

    expect([await answer, made()]).toEqual(['done', 2]);
  });

  it('is not made again when the dialog is closed, and says why', async () => {
    const { call, made } = callRefused(1);
    const answer = withPassword(call);
    await new Promise((resolve) => setImmediate(resolve));

    answerPasswordQuestion(false);

    await expect(answer).rejects.toThrow('confirm-password');
    expect(made()).toBe(1);
  });

  it('asks once for two calls at the same time', async () => {
    const [one, other] = [callRefused(1), callRefused(1)];
    const answers = Promise.all([withPassword(one.call), withPassword(other.call)]);
    await new Promise((resolve) => setImmediate(resolve));

    answerPasswordQuestion(true);

    expect(await answers).toEqual(['done', 'done']);
  });

  it('leaves every other refusal alone', async () => {
    const { call } = callRefused(1, 'not-allowed');

    await expect(withPassword(call)).rejects.toThrow('not-allowed');
  });
});
