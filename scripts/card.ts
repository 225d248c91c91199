import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { listSerialPorts, serialLink } from '#hardware/bindings';
import { fromHex, toHex } from '#hardware/bytes';
import { describeCard } from '#hardware/describe-card';
import type { Keyring } from '#hardware/card/keyring';
import { createChip } from '#hardware/create-chip';
import { DeskEncoder } from '#hardware/desk-encoder';
import { EncoderError } from '#hardware/encoder-error';
import { realTimer } from '#hardware/encoder-timer';
import { socketLink } from '#hardware/socket-link';
import { z } from 'zod';

const usage = `The reference reader of format PK1 (docs/card-format.md). Writes nothing to the card.

  npm run card -- ports
  npm run card -- read --port PORT [--keys FILE] [--protocol pn532-hsu|twn4-simple] [--seconds 15]

PORT is a serial port's path, tcp://host:port or unix:/path. Bytes are sent to it: name no port that is not the encoder's.
FILE is JSON: {"propertyId": "…", "property": 4711, "current": 1, "masters": {"1": "32 hexadecimal digits"}}
Without it the card is read and its seal is not checked.
`;

const master = z
  .string()
  .regex(/^[\da-f]{32}$/i)
  .transform((text) => fromHex(text) ?? new Uint8Array());
const keysFile = z.object({
  propertyId: z.string(),
  property: z.number().int(),
  current: z.number().int(),
  masters: z.record(z.string().regex(/^\d{1,3}$/), master),
});

/** Every record is a stranger's. */
const noKeys: Keyring = { propertyId: '', property: 0, current: 0, masters: new Map() };

try {
  process.exitCode = await card(process.argv.slice(2));
} catch (problem) {
  const isExpected = problem instanceof EncoderError || problem instanceof z.ZodError || problem instanceof TypeError;
  if (!isExpected && !(problem instanceof Error && 'code' in problem)) throw problem;
  const text = problem instanceof z.ZodError ? z.prettifyError(problem) : problem.message;
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}

/** @returns 0 for a valid card, 1 for every other, 2 where nothing could be read. */
async function card(words: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      keys: { type: 'string' },
      protocol: { type: 'string', default: 'pn532-hsu' },
      seconds: { type: 'string', default: '15' },
    },
  });
  if (positionals[0] === 'ports') return showPorts();
  if (positionals[0] !== 'read' || values.port === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const seconds = z.coerce.number().positive().max(600).parse(values.seconds);
  const protocol = z.enum(['pn532-hsu', 'twn4-simple']).parse(values.protocol);
  const keyring = values.keys === undefined ? noKeys : await readKeys(values.keys);
  const link = /^(tcp|unix):/.test(values.port) ? socketLink(values.port) : serialLink(values.port);
  const chip = createChip(protocol, link, realTimer);
  const encoder = new DeskEncoder({ chip, timer: realTimer, keyring: () => keyring, now: Date.now });
  const limits = { signal: new AbortController().signal, deadline: realTimer.now() + seconds * 1_000 };
  try {
    process.stderr.write(`${await encoder.open(limits)} on ${values.port}: put a card on it.\n`);
    const found = await encoder.waitForCard(limits);
    const hasKeys = values.keys !== undefined;
    const lines = describeCard(await encoder.inspect(found, limits), { now: new Date(), hasKeys });
    process.stdout.write(`${[`uid: ${toHex(found.uid)}`, ...lines].join('\n')}\n`);
    return lines.at(-1)?.startsWith('valid') === true ? 0 : 1;
  } finally {
    await encoder.close();
  }
}

async function readKeys(file: string): Promise<Keyring> {
  const { masters, ...rest } = keysFile.parse(JSON.parse(await readFile(file, 'utf8')));
  return { ...rest, masters: new Map(Object.entries(masters).map(([set, key]) => [Number(set), key])) };
}

async function showPorts(): Promise<number> {
  const ports = await listSerialPorts();
  const lines = ports?.map(({ path, vid, pid, serial }) => `${path}  ${vid ?? '-'}:${pid ?? '-'}  ${serial ?? '-'}`);
  process.stdout.write(`${lines?.join('\n') ?? 'The ports of this computer cannot be listed.'}\n`);
  return 0;
}
