import type { AuditEntry, AuditHead } from '#domain/staff/audit';
import { beforeTheFirst, hashOf, placeText } from './chain.ts';

export type ChainVerdict =
  | { readonly verdict: 'whole'; readonly entries: number; readonly hash: string }
  | { readonly verdict: 'broken'; readonly id: string; readonly because: ChainBreak };

/**
 * missing: an entry that must be here is not, or another stands in its place; altered: its content does not give its hash;
 * unlinked: it does not follow the entry before; cut: the chain ends before or behind its recorded end.
 */
export type ChainBreak = 'missing' | 'altered' | 'unlinked' | 'cut';

/**
 * Walks the chain from its first entry and stops at the first that is wrong. Whoever can rewrite every entry and the
 * recorded end can forge a whole chain: keep the hash that a verification prints somewhere else.
 * @param entries In order of id.
 */
export function verifyChain(entries: readonly AuditEntry[], head: AuditHead | null): ChainVerdict {
  let previous = beforeTheFirst;
  for (const [index, entry] of entries.entries()) {
    const id = placeText(index + 1);
    if (entry.id !== id) return { verdict: 'broken', id, because: 'missing' };
    if (entry.previous !== previous) return { verdict: 'broken', id, because: 'unlinked' };
    const { hash, ...content } = entry;
    if (hashOf(content) !== hash) return { verdict: 'broken', id, because: 'altered' };
    previous = hash;
  }
  const isEnd = (head?.entries ?? 0) === entries.length && (head?.hash ?? beforeTheFirst) === previous;
  if (!isEnd) return { verdict: 'broken', id: placeText(entries.length + 1), because: 'cut' };
  return { verdict: 'whole', entries: entries.length, hash: previous };
}
