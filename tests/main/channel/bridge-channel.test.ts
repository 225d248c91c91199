import { largestList, largestMessage } from '#api/limits';
import { createBridgeChannel, type BridgeEnd } from '#main/channel/bridge-channel';
import { createLog } from '#main/ports/pino-log';
import { shellApplication, type ShellApplication } from '#tests/support/shell-application';
import { beforeEach, describe, expect, it } from 'vitest';

let application: ShellApplication;
let lines: string[];
let desk: BridgeEnd;
beforeEach(() => {
  application = shellApplication();
  lines = [];
  const log = createLog({ level: 'silent' });
  desk = createBridgeChannel({ services: application.services, log })((line) => lines.push(line));
});

function signedIn(connection: string): void {
  desk.hear(`open ${connection} ws://desk/trpc?connectionParams=1`);
  desk.hear(`text ${connection} {"method":"connectionParams","data":{"token":"token-of-the-owner"}}`);
}

function listening(connection: string): void {
  signedIn(connection);
  desk.hear(`text ${connection} {"id":1,"method":"subscription","params":{"path":"desk.changes"}}`);
}

describe('the bridge between the desk and its page', () => {
  it('carries a call and its answer', async () => {
    signedIn('page_1');

    desk.hear('text page_1 {"id":7,"method":"query","params":{"path":"keys.counts"}}');

    await expect.poll(() => lines).toHaveLength(2);
    expect(lines[0]).toBe('opened page_1');
    expect(JSON.parse(lines[1]?.replace('text page_1 ', '') ?? '')).toMatchObject({
      id: 7,
      result: { data: { current: 2 } },
    });
  });

  it('refuses a call on a connection without a token', async () => {
    desk.hear('open page_1 ws://desk/trpc');

    desk.hear('text page_1 {"id":7,"method":"query","params":{"path":"keys.counts"}}');

    await expect.poll(() => lines.at(-1)).toContain('"failure":"not-signed-in"');
  });

  it('keeps two connections of one page apart, while it replaces one by the other', async () => {
    listening('page_1');
    listening('page_2');

    await expect.poll(() => application.seen.subscriptions).toBe(2);

    desk.hear('close page_1');
    await expect.poll(() => application.seen.subscriptions).toBe(1);
  });

  it('ends what a page had open when the next page speaks', async () => {
    listening('before_1');
    await expect.poll(() => application.seen.subscriptions).toBe(1);

    signedIn('after_1');

    await expect.poll(() => application.seen.subscriptions).toBe(0);
  });

  it('ends everything when the page crashes, and says nothing more', async () => {
    listening('page_1');
    await expect.poll(() => application.seen.subscriptions).toBe(1);
    const before = lines.length;

    desk.endAll();

    await expect.poll(() => application.seen.subscriptions).toBe(0);
    expect(lines).toHaveLength(before);
  });

  it('tells a page that its connection is no more, so that it opens another', () => {
    desk.hear('text page_9 {"id":1,"method":"query","params":{"path":"keys.counts"}}');

    expect(lines).toEqual(['close page_9']);
  });

  it('opens no more than eight connections', () => {
    [1, 2, 3, 4, 5, 6, 7, 8, 9].forEach((number) => desk.hear(`open page_${number} ws://desk/trpc`));

    expect(lines.slice(7)).toEqual(['opened page_8', 'close page_9']);
  });

  it.each(['', 'open', 'open page_1', 'text page_1', 'hello page_1 x', 'open ../x_1 y'])(
    'drops what is no frame: %.20s',
    (line) => {
      desk.hear(line);

      expect(lines).toEqual([]);
    },
  );

  it('P: what is as long as the longest list is heard and answered', async () => {
    const input = { name: 'é'.repeat(largestList * 1.5), password: '482913' };
    desk.hear('open page_1 ws://desk/trpc');

    desk.hear(
      `text page_1 ${JSON.stringify({ id: 7, method: 'mutation', params: { path: 'sessions.signIn', input } })}`,
    );

    await expect.poll(() => lines.at(-1)).toContain('"failure":"invalid-input"');
  });

  it('P: a message that is too long is not dropped: whoever sent it hears that the line was closed', () => {
    desk.hear('open page_1 ws://desk/trpc');

    desk.hear(`text page_1 ${'x'.repeat(largestMessage)}`);

    expect(lines).toContain('close page_1');
  });
});
