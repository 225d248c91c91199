import { bulkPreviewInput } from '#api/bulk';
import { keyListInput } from '#api/inputs';
import type { Services } from '#api/services';
import { defaultSettings, propertySettings } from '#domain/house/settings';
import { deskService } from '#main/desk/desk-service';
import { bulkService } from '#main/keys/bulk-service';
import { keysService } from '#main/keys/keys-service';
import { openMemoryStore } from '#main/storage/memory-store';
import type { Store } from '#main/storage/store';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { percentile } from '../bench-support/demo-portal.ts';
import { fillHotel, hotelClock, rosa } from '../bench-support/many-keys.ts';

/**
 * What the screens ask most, at a hotel with this many keys: p50 and p99, the longest that anything else had to wait
 * meanwhile, and how many times as long the named alternative takes in the same run.
 *
 *   npm run bench -- desk [numbers of keys: 1000 10000 100000]
 */
export async function bench(args: readonly string[]): Promise<void> {
  for (const count of args.length > 0 ? args.map(Number) : [1_000, 10_000, 100_000]) await measure(count);
}

type Ask = () => Promise<unknown>;

async function measure(count: number): Promise<void> {
  const store = openMemoryStore();
  await store.transact(async (transaction) => {
    await transaction.put(
      'settings',
      propertySettings.parse({
        ...defaultSettings,
        id: 'property',
        version: 0,
        name: 'Seaview',
        zone: 'Europe/Lisbon',
      }),
    );
  });
  const filled = performance.now();
  await fillHotel(store, count);
  const seconds = ((performance.now() - filled) / 1000).toFixed(1);
  process.stdout.write(`\n${count.toLocaleString('en')} keys (made in ${seconds} s)\n`);
  process.stdout.write(
    `  ${'what'.padEnd(46)}${'p50'.padStart(9)}${'p99'.padStart(9)}${'blocks'.padStart(9)}  against\n`,
  );

  const base = { store, clock: hotelClock, random: { id: nextId, integer: () => 0 } as never, log: silent };
  const keys = keysService(base as never);
  const desk = deskService(base as never);
  const bulk = bulkService(base as never);
  const some = await keys.list(keyListInput.parse({ status: 'current', limit: 50 }));
  const scan = await fullScan(store);

  for (const sort of ['owner', 'arrival', 'departure'] as const) {
    await row(
      `tab Past by ${sort}, first page`,
      50,
      () => list(keys, { status: 'past', sort, descending: true }),
      scan,
    );
  }
  await row(
    'tab Past, page in the middle',
    50,
    () => list(keys, { status: 'past', offset: Math.floor(count / 2.5) }),
    scan,
  );
  await row('tab Past, filtered by a name', 30, () => list(keys, { status: 'past', filter: 'ines' }), scan);
  await row('tab Past, filtered by a room', 30, () => list(keys, { status: 'past', filter: 'room 104' }), scan);
  await row('tab Past, filtered by a number', 30, () => list(keys, { status: 'past', filter: '1234' }), scan);
  await row('tab Current, what needs attention', 50, () => list(keys, { status: 'current', attention: true }), scan);
  await row('counts of the tabs', 100, () => keys.counts(), scan);
  await row('the strip of every screen', 100, () => desk.strip(), scan);
  for (const text of ['i', 'ines', 'costa 17', 'room 104', '1234', 'inês almeida']) {
    await row(`search "${text}"`, 100, () => desk.search(text, 12), scan);
  }
  await row('open a key', 100, (turn) => keys.details(some.rows[turn % some.rows.length]?.id ?? ('' as never)), scan);
  const preview = (selection: object) => () =>
    bulk.preview(bulkPreviewInput.parse({ selection, action: { act: 'allow-provisioning' } }), rosa);
  const allOf = (status: string) => ({ kind: 'all-but', question: { status }, but: [] });
  await row('preview for 50 keys', 30, preview({ kind: 'these', ids: some.rows.map(({ id }) => id) }), scan);
  await row('preview for all current', 5, preview(allOf('current')), scan);
  await row('preview for all upcoming', 5, preview(allOf('upcoming')), scan);
  await row('preview for all past', 5, preview(allOf('past')), scan);
  await store.close();
}

function list(keys: Services['keys'], asked: object): Promise<unknown> {
  return keys.list(keyListInput.parse(asked));
}

/** The alternative: every key is made and looked at. @returns its milliseconds. */
async function fullScan(store: Store): Promise<number> {
  const began = performance.now();
  await store.read(async (view) => (await view.all('keys')).filter(({ status }) => status === 'current').length);
  return performance.now() - began;
}

async function row(what: string, times: number, ask: (turn: number) => Promise<unknown>, scan: number): Promise<void> {
  const warm: Ask = () => ask(0);
  await warm();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const took: number[] = [];
  delay.enable();
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await ask(turn);
    took.push(performance.now() - began);
    await new Promise((resolve) => setImmediate(resolve));
  }
  delay.disable();
  const median = percentile(took, 0.5);
  const line = [median, percentile(took, 0.99), delay.max / 1e6].map((each) => milliseconds(each).padStart(9)).join('');
  process.stdout.write(
    `  ${what.padEnd(46)}${line}  a scan of all keys takes ${(scan / median).toFixed(1)} times as long\n`,
  );
}

function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
}

let ids = 0;
const nextId = (): string => `bench-${(ids += 1)}`;
const ignore = (): void => undefined;
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore };
