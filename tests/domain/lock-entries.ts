import { lockEntry, type LockContent, type LockEntry } from '#domain/locks/lock-entry';

/** 482913 for Ana Costa's stay, as lock 101 keeps it. */
export const content: LockContent = {
  kind: 'pin',
  code: '482913',
  window: { from: '2026-11-23T15:00' as never, to: '2026-11-26T11:00' as never, weekdays: null, hours: null },
};

/** Written and read back at lock 101; `changes` says what is different. */
export function entry(changes: Partial<LockEntry> = {}): LockEntry {
  return lockEntry.parse({
    id: 'lock-101/credential-1',
    lockId: 'lock-101',
    gatewayId: 'gateway-1',
    doorId: '101',
    keyId: 'key-1',
    credentialId: 'credential-1',
    tag: 'p7k2',
    wanted: content,
    generation: 1,
    held: { content, verifiedAt: '2026-11-23T15:21:00.000Z' },
    touched: true,
    ref: '3',
    job: null,
    ...changes,
  });
}

export const job: NonNullable<LockEntry['job']> = {
  state: 'waiting',
  attempts: 3,
  rejections: 0,
  nextAttemptAt: '2026-11-23T15:25:00.000Z' as never,
  readFirst: false,
  lastError: { kind: 'lock-offline', native: 'timeout' },
  queuedAt: '2026-11-23T15:20:00.000Z' as never,
};
