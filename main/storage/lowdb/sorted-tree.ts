/**
 * An immutable list that is always sorted by key, then by id, and that knows its positions: a B+ tree whose nodes carry
 * their size. A change copies the one path it touches, so every older version stays as it was, for free.
 * Keys and ids compare by UTF-16 code unit, as `<` does.
 */
export interface Identified {
  readonly id: string;
}

interface Leaf<Entry> {
  readonly size: number;
  readonly keys: readonly string[];
  readonly entries: readonly Entry[];
}

interface Branch<Entry> {
  readonly size: number;
  /** Key and id of the first entry of each child. */
  readonly keys: readonly string[];
  readonly ids: readonly string[];
  readonly children: readonly SortedTree<Entry>[];
}

export type SortedTree<Entry> = Leaf<Entry> | Branch<Entry>;

/** Measured: 32 to 128 make no difference that matters; below, the tree is deep, above, copying costs. */
const most = 64;
const least = most / 4;

export const emptyTree: SortedTree<never> = { size: 0, keys: [], entries: [] };

/** Adds `entry` under `key`, or replaces what has the same key and id. */
export function insert<Entry extends Identified>(
  tree: SortedTree<Entry>,
  key: string,
  entry: Entry,
): SortedTree<Entry> {
  return crown(insertBelow(tree, key, entry));
}

/** Without the entry of this key and id; the same tree when there is none. */
export function remove<Entry extends Identified>(tree: SortedTree<Entry>, key: string, id: string): SortedTree<Entry> {
  let root = removeBelow(tree, key, id);
  // A root with one child is that child.
  while ('children' in root && root.children.length === 1) root = nth(root.children, 0);
  return root;
}

/** How many entries sort before this key and id. */
export function rank<Entry extends Identified>(tree: SortedTree<Entry>, key: string, id: string): number {
  let before = 0;
  let node = tree;
  while ('children' in node) {
    const at = childFor(node, key, id);
    for (let left = 0; left < at; left += 1) before += nth(node.children, left).size;
    node = nth(node.children, at);
  }
  return before + positionIn(node, key, id);
}

/** From which position up to, not including, which one this key is. One way down the tree, where they all lie in one leaf. */
export function runOf<Entry extends Identified>(
  tree: SortedTree<Entry>,
  key: string,
): { readonly start: number; readonly end: number } {
  let before = 0;
  let node = tree;
  while ('children' in node) {
    const at = childFor(node, key, '');
    for (let left = 0; left < at; left += 1) before += nth(node.children, left).size;
    node = nth(node.children, at);
  }
  const first = positionIn(node, key, '');
  let after = first;
  while (node.keys[after] === key) after += 1;
  // No text sorts between the key and this one.
  const end = after < node.size ? before + after : rank(tree, `${key}\0`, '');
  return { start: before + first, end };
}

/** The entry of exactly this key and id. */
export function lookUp<Entry extends Identified>(tree: SortedTree<Entry>, key: string, id: string): Entry | null {
  let node = tree;
  while ('children' in node) node = nth(node.children, childFor(node, key, id));
  const at = positionIn(node, key, id);
  return holds(node, at, key, id) ? nth(node.entries, at) : null;
}

/** The entries from position `start` up to, not including, `end`. */
export function slice<Entry>(tree: SortedTree<Entry>, start: number, end: number): Entry[] {
  const found: Entry[] = [];
  collect(tree, Math.max(0, start), Math.min(tree.size, end), found);
  return found;
}

/** What `slice` gives, with the key of each. */
export function sliceOfPlaces<Entry extends Identified>(
  tree: SortedTree<Entry>,
  start: number,
  end: number,
): { readonly value: string; readonly id: string }[] {
  const found: { readonly value: string; readonly id: string }[] = [];
  eachPlace(tree, start, end, (value, { id }) => found.push({ value, id }));
  return found;
}

/** Hands over key and entry of those from position `start` up to, not including, `end`, and makes nothing of them. */
export function eachPlace<Entry extends Identified>(
  tree: SortedTree<Entry>,
  start: number,
  end: number,
  take: (key: string, entry: Entry) => void,
): void {
  if (!('children' in tree)) {
    for (let at = Math.max(0, start); at < Math.min(tree.size, end); at += 1) {
      take(nth(tree.keys, at), nth(tree.entries, at));
    }
    return;
  }
  let first = 0;
  for (const child of tree.children) {
    if (first >= end) return;
    if (first + child.size > start) eachPlace(child, start - first, end - first, take);
    first += child.size;
  }
}

/** Builds a tree at once. `keys` and `entries` are parallel and already sorted, without repeats. */
export function fromSorted<Entry extends Identified>(
  keys: readonly string[],
  entries: readonly Entry[],
): SortedTree<Entry> {
  const leaves: SortedTree<Entry>[] = [];
  // Three quarters full, so that the first insertions do not split every leaf.
  const fill = (most * 3) / 4;
  for (let at = 0; at < keys.length; at += fill)
    leaves.push(leaf(keys.slice(at, at + fill), entries.slice(at, at + fill)));
  return crown(leaves);
}

function crown<Entry extends Identified>(nodes: readonly SortedTree<Entry>[]): SortedTree<Entry> {
  let level = nodes;
  while (level.length > 1) {
    const above: SortedTree<Entry>[] = [];
    for (let at = 0; at < level.length; at += most) above.push(branch(level.slice(at, at + most)));
    level = above;
  }
  return level[0] ?? emptyTree;
}

function insertBelow<Entry extends Identified>(
  node: SortedTree<Entry>,
  key: string,
  entry: Entry,
): SortedTree<Entry>[] {
  if ('children' in node) {
    const at = childFor(node, key, entry.id);
    const [child, ...more] = insertBelow(nth(node.children, at), key, entry);
    if (child !== undefined && more.length === 0) return [withChild(node, at, child)];
    const children = node.children.slice();
    children.splice(at, 1, ...(child === undefined ? [] : [child, ...more]));
    return split(branch(children));
  }
  const at = positionIn(node, key, entry.id);
  const entries = node.entries.slice();
  if (holds(node, at, key, entry.id)) {
    entries[at] = entry;
    return [leaf(node.keys, entries)];
  }
  const keys = node.keys.slice();
  keys.splice(at, 0, key);
  entries.splice(at, 0, entry);
  return split(leaf(keys, entries));
}

function removeBelow<Entry extends Identified>(node: SortedTree<Entry>, key: string, id: string): SortedTree<Entry> {
  if ('children' in node) {
    const at = childFor(node, key, id);
    const before = nth(node.children, at);
    const after = removeBelow(before, key, id);
    if (after === before) return node;
    if (widthOf(after) >= least) return withChild(node, at, after);
    // A thin child joins its neighbour; what is then too wide is split evenly.
    const left = at === 0 ? 0 : at - 1;
    const children = node.children.slice();
    children[at] = after;
    children.splice(left, 2, ...split(joined(children.slice(left, left + 2))));
    return branch(children);
  }
  const at = positionIn(node, key, id);
  if (!holds(node, at, key, id)) return node;
  const keys = node.keys.slice();
  const entries = node.entries.slice();
  keys.splice(at, 1);
  entries.splice(at, 1);
  return leaf(keys, entries);
}

/** The same branch with another child in one place. Most of the time it shares the lists of first keys and ids. */
function withChild<Entry extends Identified>(
  node: Branch<Entry>,
  at: number,
  child: SortedTree<Entry>,
): SortedTree<Entry> {
  const children = node.children.slice();
  children[at] = child;
  if (child.keys[0] !== node.keys[at] || firstIdOf(child) !== node.ids[at]) return branch(children);
  return { size: node.size + child.size - nth(node.children, at).size, keys: node.keys, ids: node.ids, children };
}

function split<Entry extends Identified>(node: SortedTree<Entry>): SortedTree<Entry>[] {
  const width = widthOf(node);
  if (width <= most) return [node];
  const half = width >> 1;
  return 'children' in node
    ? [branch(node.children.slice(0, half)), branch(node.children.slice(half))]
    : [
        leaf(node.keys.slice(0, half), node.entries.slice(0, half)),
        leaf(node.keys.slice(half), node.entries.slice(half)),
      ];
}

/** Nodes of one level as one, however wide. */
function joined<Entry extends Identified>(nodes: readonly SortedTree<Entry>[]): SortedTree<Entry> {
  const leaves = nodes.flatMap((node) => ('children' in node ? [] : [node]));
  if (leaves.length < nodes.length) return branch(nodes.flatMap((node) => ('children' in node ? node.children : [])));
  return leaf(
    leaves.flatMap((node) => node.keys),
    leaves.flatMap((node) => node.entries),
  );
}

function leaf<Entry>(keys: readonly string[], entries: readonly Entry[]): SortedTree<Entry> {
  return { size: keys.length, keys, entries };
}

function branch<Entry extends Identified>(children: readonly SortedTree<Entry>[]): SortedTree<Entry> {
  const kept = children.length > 1 ? children.filter((child) => child.size > 0) : children;
  return {
    size: kept.reduce((sum, child) => sum + child.size, 0),
    keys: kept.map((child) => child.keys[0] ?? ''),
    ids: kept.map(firstIdOf),
    children: kept,
  };
}

function firstIdOf<Entry extends Identified>(node: SortedTree<Entry>): string {
  return ('children' in node ? node.ids[0] : node.entries[0]?.id) ?? '';
}

function widthOf<Entry>(node: SortedTree<Entry>): number {
  return node.keys.length;
}

function collect<Entry>(node: SortedTree<Entry>, start: number, end: number, found: Entry[]): void {
  if (start >= end) return;
  if (!('children' in node)) {
    for (let at = start; at < end; at += 1) found.push(nth(node.entries, at));
    return;
  }
  let first = 0;
  for (const child of node.children) {
    if (first >= end) return;
    collect(child, Math.max(0, start - first), Math.min(child.size, end - first), found);
    first += child.size;
  }
}

/** The child that holds, or would hold, this key and id: the last one that does not begin after it. */
function childFor<Entry>(node: Branch<Entry>, key: string, id: string): number {
  let low = 0;
  let high = node.keys.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const first = nth(node.keys, middle);
    if (first < key || (first === key && nth(node.ids, middle) <= id)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function positionIn<Entry extends Identified>(node: Leaf<Entry>, key: string, id: string): number {
  let low = 0;
  let high = node.keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const here = nth(node.keys, middle);
    if (here < key || (here === key && nth(node.entries, middle).id < id)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function holds<Entry extends Identified>(node: Leaf<Entry>, at: number, key: string, id: string): boolean {
  return node.keys[at] === key && node.entries[at]?.id === id;
}

function nth<Type>(list: readonly Type[], at: number): Type {
  return list[at] as Type;
}
