import { plus } from '#domain/time/time';
import type { PmsAnswer, PmsWindow, UnreadableStay } from '#main/pms/pms-connector';
import { Temporal } from 'temporal-polyfill';
import { tooSlow, type MewsAnswer, type MewsClient } from './mews-client.ts';
import type { MewsList, MewsUnreadable } from './mews-shapes.ts';

/** Mews' own limit of a page and of a list of ids. */
const LARGEST_PAGE = 1000;
const MOST_IDS = 1000;
/** Below this a page is not what makes a question heavy; its window is. */
const SMALLEST_PAGE = 50;
/** Intervals may be 3 months long; the shortest three months in a row have 89 days. */
const LONGEST_WINDOW = Temporal.Duration.from({ hours: 88 * 24 });
const SHORTEST_WINDOW_MS = 60_000;

type Filter = Readonly<Record<string, unknown>>;

/** How many items a page asks for: what was found too heavy once is not asked again within the same call. */
interface PageSize {
  count: number;
}

/**
 * Every page, newest first as Mews gives them. A question that is too heavy is asked again for half as many items, from
 * the same place on; `too-heavy` when even small pages are.
 */
export async function everyPage<Item>(
  client: MewsClient,
  list: MewsList<Item>,
  filter: Filter,
  signal: AbortSignal,
  size: PageSize = { count: LARGEST_PAGE },
): Promise<MewsAnswer<readonly Item[]>> {
  const items: Item[] = [];
  const unreadable: UnreadableStay[] = [];
  const seen = new Set<string>();
  let cursor: string | null = null;
  for (;;) {
    const { count } = size;
    const limitation: Filter = cursor === null ? { Count: count } : { Count: count, Cursor: cursor };
    const body = { ...list.fixed, ...filter, Limitation: limitation };
    const answer = await client.ask(list.path, body, list.page, signal);
    if (answer.outcome === 'too-heavy' && count > SMALLEST_PAGE) {
      size.count = Math.max(SMALLEST_PAGE, Math.floor(count / 2));
      continue;
    }
    if (answer.outcome !== 'answered') return answer;
    items.push(...answer.value.items);
    unreadable.push(...answer.value.unreadable.flatMap(named));
    cursor = answer.value.cursor;
    if (cursor === null || answer.value.count < count) return { outcome: 'answered', value: items, unreadable };
    if (seen.has(cursor)) {
      return { outcome: 'unreachable', cause: `Mews repeats a page of ${list.path}`, retryAt: null };
    }
    seen.add(cursor);
  }
}

/** Every item that changed (or whatever `field` means) in the window, which is cut into what Mews accepts and stands. */
export function everyPageInWindow<Item>(
  client: MewsClient,
  list: MewsList<Item>,
  field: 'UpdatedUtc' | 'CollidingUtc',
  window: PmsWindow,
  signal: AbortSignal,
): Promise<PmsAnswer<readonly Item[]>> {
  const size: PageSize = { count: LARGEST_PAGE };
  return inPieces(piecesOf(window), halvesOfWindow, ({ from, to }) =>
    everyPage(client, list, { [field]: { StartUtc: from, EndUtc: to } }, signal, size),
  );
}

/** Every item that has one of the ids in `field`; no ids, no question. */
export function everyPageByIds<Item>(
  client: MewsClient,
  list: MewsList<Item>,
  field: string,
  ids: readonly string[],
  signal: AbortSignal,
  more: Filter = {},
): Promise<PmsAnswer<readonly Item[]>> {
  const different = [...new Set(ids)];
  const pieces = Array.from({ length: Math.ceil(different.length / MOST_IDS) }, (_, at) =>
    different.slice(at * MOST_IDS, (at + 1) * MOST_IDS),
  );
  const size: PageSize = { count: LARGEST_PAGE };
  return inPieces(pieces, halvesOfIds, (piece) => everyPage(client, list, { ...more, [field]: piece }, signal, size));
}

/** Asks piece by piece; one that is too heavy is halved, until `halve` says that it cannot be. */
async function inPieces<Piece, Item>(
  pieces: readonly Piece[],
  halve: (piece: Piece) => readonly [Piece, Piece] | null,
  ask: (piece: Piece) => Promise<MewsAnswer<readonly Item[]>>,
): Promise<PmsAnswer<readonly Item[]>> {
  const items: Item[] = [];
  const unreadable: UnreadableStay[] = [];
  const waiting = [...pieces];
  for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
    const answer = await ask(piece);
    const halves = answer.outcome === 'too-heavy' ? halve(piece) : null;
    if (halves !== null) {
      waiting.unshift(...halves);
      continue;
    }
    if (answer.outcome !== 'answered') return tooSlow(answer);
    items.push(...answer.value);
    unreadable.push(...(answer.unreadable ?? []));
  }
  return { outcome: 'answered', value: items, unreadable };
}

/** What the token may not ask for is nothing, and said: for what the rest is worth having without. */
export function orWithheld<Item>(answer: PmsAnswer<readonly Item[]>): PmsAnswer<readonly Item[]> {
  if (answer.outcome !== 'refused' || answer.withheld === undefined) return answer;
  return { outcome: 'answered', value: [], withheld: [answer.withheld] };
}

/** One without an id cannot be asked for again. */
function named({ id, number, fields }: MewsUnreadable): readonly UnreadableStay[] {
  return id === null ? [] : [{ pmsId: id, number, fields }];
}

function piecesOf({ from, to }: PmsWindow): readonly PmsWindow[] {
  const pieces: PmsWindow[] = [];
  let start = from;
  for (let end = plus(start, LONGEST_WINDOW); end < to; end = plus(start, LONGEST_WINDOW)) {
    pieces.push({ from: start, to: end });
    start = end;
  }
  return [...pieces, { from: start, to }];
}

function halvesOfWindow({ from, to }: PmsWindow): readonly [PmsWindow, PmsWindow] | null {
  const length = Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('milliseconds');
  if (length < SHORTEST_WINDOW_MS) return null;
  const middle = plus(from, Temporal.Duration.from({ milliseconds: Math.floor(length / 2) }));
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}

function halvesOfIds(ids: readonly string[]): readonly [readonly string[], readonly string[]] | null {
  const middle = Math.floor(ids.length / 2);
  return middle === 0 ? null : [ids.slice(0, middle), ids.slice(middle)];
}
