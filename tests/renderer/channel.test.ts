import { createTRPCClient, TRPCClientError } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import { describe, expect, it } from 'vitest';
import { largestMessage } from '#api/limits';
import type { AppRouter } from '#api/router';
import { failureCodes } from '#domain/failure';
import { failureOf } from '../../renderer/channel/failure.ts';
import { refuseTooLong } from '../../renderer/channel/too-long.ts';
import { changedAreas } from '../../renderer/frame/changed-areas.ts';
import { failureSentence, failureSentences } from '../../renderer/text/failures.ts';

const changed = (...collections: string[]) => changedAreas(collections.map((collection) => ({ collection, ids: [] })));

describe('what is asked again after a change', () => {
  it('a doorcode on a lock concerns the keys and the doors', () => {
    expect(changed('entries')).toEqual(expect.arrayContaining(['keys', 'doors', 'desk']));
  });

  it('a lock that goes offline does not ask the list of keys again', () => {
    expect(changed('locks')).toContain('doors');
    expect(changed('locks')).not.toContain('keys');
  });

  it('whatever changes, the strip and the settings are asked again', () => {
    expect(changed('filters').toSorted()).toEqual(['desk', 'settings']);
  });

  it('each step of the encoder asks for the encoder and nothing else', () => {
    expect(changed('encoder')).toEqual(['encoder']);
  });

  it('somebody else’s session concerns nobody: one’s own line ends by itself', () => {
    expect(changed('sessions')).toEqual([]);
  });

  it('a card that was written concerns the encoder, the stock and the keys', () => {
    expect(changed('cardWritings')).toEqual(expect.arrayContaining(['encoder', 'keycards', 'keys', 'desk']));
  });

  it('a changed setting or member of staff concerns whoever is signed in', () => {
    expect(changed('settings')).toContain('setup');
    expect(changed('staff')).toContain('setup');
  });
});

describe('a refused call', () => {
  it('tells its code and what is wrong with which field', () => {
    const data = { failure: 'code-not-available', fields: { code: { code: 'doorcode-missing', facts: {} } } };
    const error = TRPCClientError.from({ error: { message: 'refused', code: -32600, data } });

    expect(failureOf(error)).toEqual({
      code: 'code-not-available',
      fields: { code: { code: 'doorcode-missing', facts: {} } },
    });
  });

  it('without an answer it is the connection that failed, not the desk', () => {
    expect(failureOf(TRPCClientError.from(new Error('WebSocket closed'))).code).toBe('no-answer');
  });

  it('P: that is too long for every channel is not sent, and says so', async () => {
    const sent: unknown[] = [];
    const portal = createTRPCClient<AppRouter>({
      links: [refuseTooLong(), () => (call) => observable(() => void sent.push(call.op.path))],
    });
    // In UTF-8 a letter may be more than one byte.
    const csv = 'é'.repeat(largestMessage / 2);

    const failed = await portal.keycards.importCsv.mutate({ csv, apply: false }).catch((error: unknown) => error);

    expect(failureOf(failed).code).toBe('too-long');
    expect(sent).toEqual([]);
  });

  it('has a sentence that says what to do, never the word “error”', () => {
    const said = [...failureCodes, 'no-answer' as const, 'too-long' as const].map((code) => failureSentence({ code }));

    expect(said).toHaveLength(Object.keys(failureSentences).length);
    expect(said.filter((sentence) => !/^[A-Z].+\.$/.test(sentence) || /\berror\b/i.test(sentence))).toEqual([]);
  });
});
