import type { DoorDetails, LockContents } from '#api/views';
import type { KeyId } from '#domain/ids';
import type { LocalDateTime } from '#domain/time/time';

/** Whether one thing on a lock should be there. */
export type Verdict = 'right' | 'foreign' | 'missing' | 'excess' | 'unexpected';

export interface ComparedEntry {
  readonly id: string;
  /** The guest, or the name on the lock where nobody at Portal knows it. */
  readonly title: string;
  readonly keyId: KeyId | null;
  readonly credentials: readonly ('pin' | 'card' | 'other')[];
  readonly from: LocalDateTime | null;
  readonly to: LocalDateTime | null;
  readonly verdict: Verdict;
}

type Listed = Extract<LockContents, { readonly outcome: 'listed' }>['entries'];

/** What the lock just said it holds, held against what it should; what is wrong comes first. */
export function compareContents(entries: Listed, credentials: DoorDetails['credentials']): readonly ComparedEntry[] {
  const found = entries.map((entry, index): ComparedEntry => {
    const known = credentials.find((credential) => isSame(credential, entry));
    return {
      id: `${index}/${entry.name}`,
      title: entry.owner ?? known?.owner ?? entry.name,
      keyId: entry.keyId,
      credentials: entry.credentials,
      from: entry.from,
      to: entry.to,
      verdict: entry.ours ? verdictOf(known) : 'foreign',
    };
  });
  const missing = credentials
    .filter((credential) => credential.state.state === 'provisioned')
    .filter((credential) => !entries.some((entry) => isSame(credential, entry)))
    .map((credential): ComparedEntry => ({
      id: `missing/${credential.keyId}/${credential.kind}`,
      title: credential.owner,
      keyId: credential.keyId,
      credentials: [credential.kind],
      from: credential.from,
      to: credential.to,
      verdict: 'missing',
    }));
  return [...missing, ...found].toSorted((left, right) => weight[left.verdict] - weight[right.verdict]);
}

/** A guest's doorcode and keycard are two things on a lock. */
function isSame({ keyId, kind }: DoorDetails['credentials'][number], entry: Listed[number]): boolean {
  return entry.keyId === keyId && (entry.credentials.length === 0 || entry.credentials.includes(kind));
}

const weight: Record<Verdict, number> = { missing: 0, excess: 1, foreign: 2, unexpected: 3, right: 4 };

function verdictOf(known: DoorDetails['credentials'][number] | undefined): Verdict {
  switch (known?.state.state) {
    case 'provisioned':
      return 'right';
    case 'waiting-for-lock':
    case 'writing':
    case 'failed':
    case 'scheduled':
      return 'unexpected';
    case 'removal-pending':
    case 'removed':
    case 'pending-provisioning':
    case 'no-doorcode-assigned':
    case 'no-lock':
    case undefined:
      return 'excess';
  }
}
