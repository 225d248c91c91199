import type { Role } from './staff.ts';

/** What staff may ask for, and who may. Checked in the api's router; the page only hides what would be refused. */
const table = {
  'see-keys': ['owner', 'general-manager', 'team'],
  'create-keys': ['owner', 'general-manager', 'team'],
  'edit-keys': ['owner', 'general-manager', 'team'],
  'revoke-keys': ['owner', 'general-manager', 'team'],
  'share-credentials': ['owner', 'general-manager', 'team'],
  'see-doorcodes': ['owner', 'general-manager', 'team'],
  'see-people': ['owner', 'general-manager', 'team'],
  'edit-people': ['owner', 'general-manager', 'team'],
  'see-doors': ['owner', 'general-manager', 'team', 'installer', 'housekeeping'],
  'edit-doors': ['owner', 'general-manager', 'installer'],
  'edit-locks': ['owner', 'general-manager', 'installer'],
  'see-keycards': ['owner', 'general-manager', 'team'],
  /** The stock, and who holds which card. */
  'edit-keycards': ['owner', 'general-manager', 'team'],
  /** Write, read and wipe cards on the encoder. */
  'encode-keycards': ['owner', 'general-manager', 'team'],
  'edit-encoders': ['owner', 'general-manager', 'team', 'installer'],
  /** Card key sets: a master function. */
  'edit-card-keys': ['owner', 'general-manager'],
  /** Retry now, give up. */
  provision: ['owner', 'general-manager', 'team', 'installer'],
  'see-settings': ['owner', 'general-manager'],
  'edit-settings': ['owner', 'general-manager'],
  'edit-staff': ['owner', 'general-manager'],
  'appoint-owner': ['owner'],
  'edit-integrations': ['owner', 'general-manager'],
  'see-audit': ['owner', 'general-manager'],
  'see-activity': ['owner', 'general-manager', 'team'],
  /** The demo hotel's own switches: check a guest in, take a lock offline. */
  'use-demo': ['owner', 'general-manager', 'team', 'installer'],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof table;

export const actions = Object.keys(table) as readonly Action[];

export function mayDo(role: Role, action: Action): boolean {
  const allowed: readonly Role[] = table[action];
  return allowed.includes(role);
}
