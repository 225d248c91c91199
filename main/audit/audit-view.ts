import type { AuditView } from '#api/staff-views';
import type { AuditEntry } from '#domain/staff/audit';
import type { Actor } from '#domain/key/key';
import type { View } from '#main/storage/store';

/** Who did it, in a word: the name of a member of staff, or what part of Portal it was. */
export function actorName(by: Actor): string {
  if (by.kind === 'staff') return by.name;
  return by.kind === 'pms' ? by.connector : by.kind;
}

/** From which PC; empty where nobody at a PC did it. */
export function pcOf({ by, facts }: AuditEntry): string {
  return (by.kind === 'staff' ? by.from : facts['from']) ?? '';
}

/** With the names of the door and of the member of staff; the guest stays behind the key. */
export async function auditView(view: View, entry: AuditEntry): Promise<AuditView> {
  const { id, at, by, what, keyId, doorId, staffId, facts, before, after } = entry;
  return {
    id,
    at,
    by,
    from: pcOf(entry),
    what,
    keyId,
    doorName: doorId === null ? null : ((await view.get('doors', doorId))?.name ?? null),
    staffName: staffId === null ? null : ((await view.get('staff', staffId))?.name ?? null),
    facts,
    before,
    after,
  };
}
