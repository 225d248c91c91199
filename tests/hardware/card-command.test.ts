import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { toHex } from '#hardware/bytes';
import { createChip } from '#hardware/create-chip';
import { DeskEncoder } from '#hardware/desk-encoder';
import { realTimer } from '#hardware/encoder-timer';
import { socketLink } from '#hardware/socket-link';
import { politely } from '#tests/support/encoder-bench';
import { runCard, startEncoderProgram } from '#tests/support/encoder-program';
import { room412, testKeyring } from '#tests/support/encoder-records';
import { describe, expect, it, onTestFinished } from 'vitest';
import { removeFolder } from '#tests/support/remove-folder';

const keys = {
  propertyId: 'hotel-seeblick',
  property: 4711,
  current: 1,
  masters: { 1: toHex(testKeyring.masters.get(1) ?? new Uint8Array()) },
};
/** Opens in all the years that the format has: the command reads the computer's clock. */
const record = { ...room412, from: 0, to: 16_777_215 };

async function start() {
  const program = await startEncoderProgram();
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-card-'));
  onTestFinished(async () => {
    await program.stop();
    await removeFolder(folder);
  });
  const file = path.join(folder, 'keys.json');
  await writeFile(file, JSON.stringify(keys));
  await program.ask('POST', '/cards', { type: 'ntag213', uid: '04782E21801D80' });
  await program.ask('PUT', '/field', { cards: ['04782E21801D80'] });
  const port = ['read', '--port', program.port, '--seconds', '2'];
  return {
    ...program,
    read: () => runCard(...port, '--keys', file),
    readWithoutKeys: () => runCard(...port),
    otherKeys: (other: object) => writeFile(file, JSON.stringify({ ...keys, ...other })),
  };
}

async function encode(port: string) {
  const chip = createChip('pn532-hsu', socketLink(port), realTimer);
  const encoder = new DeskEncoder({ chip, timer: realTimer, keyring: () => testKeyring, now: Date.now });
  const limits = { signal: new AbortController().signal, deadline: realTimer.now() + 10_000 };
  await encoder.open(limits);
  await encoder.encode(await encoder.waitForCard(limits), record, { ...politely, ...limits });
  await encoder.close();
}

describe('npm run card', () => {
  it('says for whom a card is, which doors it opens, until when, and that it is valid', async () => {
    const { port, read } = await start();
    await encode(port);

    const { code, output } = await read();

    expect(output.split('\n')).toEqual([
      'uid: 04782E21801D80',
      'card: ntag213, slot 1',
      'for: credential 580, guest, copy 0, sequence 1001',
      'property: 4711, key set 1',
      'doors: 412, 900 (common)',
      'from: 2020-01-01T00:00:00.000Z',
      'until: 2051-11-24T20:15:00.000Z',
      'hours: Mon Tue Wed Thu Fri Sat Sun, 00:00 to 24:00 at the door',
      'valid: the seal is right and its time has come',
      '',
    ]);
    expect(code).toBe(0);
  });

  it('says without the keys what stands on the card, and that nobody checked it', async () => {
    const { port, readWithoutKeys } = await start();
    await encode(port);

    const { code, output } = await readWithoutKeys();

    expect(output).toContain('for: credential 580, guest, copy 0, sequence 1001\nproperty: 4711, key set 1\n');
    expect(output).toContain('doors: 412, 900 (common)\n');
    expect(output).toContain('not checked: the seal can be checked only with the keys (--keys FILE)\n');
    expect(code).toBe(1);
  });

  it('says of a card that is not valid what stands on it, and why it does not count', async () => {
    const { port, read, otherKeys } = await start();
    await encode(port);

    await otherKeys({ masters: { 1: '00'.repeat(16) } });
    const forged = await read();
    await otherKeys({ current: 2, masters: { 2: '00'.repeat(16) } });
    const retired = await read();
    await otherKeys({ property: 99 });
    const strange = await read();

    expect(forged.output).toMatch(/doors: 412, 900 \(common\)\n[^]*not valid: no record with a right seal/);
    expect(retired.output).toMatch(/key set 1\n[^]*not valid: sealed with a key set that is not in use any more/);
    expect(strange.output).toMatch(/property: 4711, [^]*not valid: the card belongs to another property/);
    expect([forged.code, retired.code, strange.code]).toEqual([1, 1, 1]);
  });

  it('says why a blank card is not valid', async () => {
    const { read } = await start();

    expect(await read()).toMatchObject({
      code: 1,
      output: 'uid: 04782E21801D80\ncard: ntag213\nnot valid: the card is blank\n',
    });
  });

  it('says that there is no card, and that there is no encoder', async () => {
    const { ask, read } = await start();
    await ask('PUT', '/field', { cards: [] });
    expect(await read()).toMatchObject({ code: 2, complaints: expect.stringContaining('no-card') as string });

    await ask('POST', '/unplug');
    expect(await read()).toMatchObject({ code: 2, complaints: expect.stringContaining('not-found') as string });
  });
});

describe('the simulated encoder’s control', () => {
  it('shows the cards, their memory and the faults, and refuses what it does not know', async () => {
    const { ask } = await start();

    expect(await ask('GET', '/cards')).toEqual({
      status: 200,
      body: [{ uid: '04782E21801D80', type: 'ntag213', isOnEncoder: true }],
    });
    expect(await ask('GET', '/cards/04782E21801D80/memory')).toMatchObject({
      body: { memory: expect.stringMatching(/^04782EDA21801D803C4800{2}/) as string },
    });
    expect(await ask('PUT', '/faults', { lostAcks: 2, garbage: '00FF' })).toMatchObject({
      body: { lostAcks: 2, hangs: 0 },
    });
    expect(await ask('PUT', '/faults', { lostAcks: -1 })).toMatchObject({ status: 400 });
    expect(await ask('POST', '/cards', { type: 'classic-1k', uid: '04782E21801D80' })).toMatchObject({ status: 400 });
    expect(await ask('PUT', '/field', { cards: ['11223344'] })).toMatchObject({ status: 404 });
  });
});
