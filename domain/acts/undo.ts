import { changed, refused, type EditContext, type KeyEdit } from '#domain/key/key-edit';
import { key as keySchema, type Key } from '#domain/key/key';
import { instantText, plus, type InstantText } from '#domain/time/time';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** How long an act can be taken back. */
const undoFor = Temporal.Duration.from({ seconds: 30 });

/** The acts on a key that can be taken back: each only moves what a lock can be told again. */
export const undoableActs = [
  'edit-door',
  'add-doors',
  'remove-door',
  'revoke',
  'restore',
  'policy',
  'stay',
  'move-room',
  'remove-person',
  'keycard',
] as const;
export type UndoableAct = (typeof undoableActs)[number];

/** What is needed to take back the last act on a key; id: the key's. */
export const undoRecord = z.object({
  id: z.string().min(1),
  act: z.enum(undoableActs),
  /** As the key was before the act. */
  before: keySchema,
  /** The version that the act made: any later change makes it too late. */
  version: z.number().int().nonnegative(),
  at: instantText,
});
export type UndoRecord = Readonly<z.infer<typeof undoRecord>>;

/**
 * The inverse edit: people, doors and revocation as they were, in a new version. Refused when the time is over or when
 * somebody, or the PMS, changed the key after the act. Doorcodes are asked for again: see `codesOf`.
 */
export function undoAct(key: Key, undo: UndoRecord, context: EditContext): KeyEdit {
  if (key.version !== undo.version) return refused('changed-meanwhile');
  if (!mayUndo(undo, context.at)) return refused('undo-too-late');
  const { people, doors, revoked } = undo.before;
  return changed({ ...key, people, doors, revoked }, context, {
    notes: [{ kind: 'key-changed', facts: { change: 'undone', act: undo.act } }],
    codeNeeded: true,
  });
}

export function mayUndo(undo: Pick<UndoRecord, 'at'>, now: InstantText): boolean {
  return now <= plus(undo.at, undoFor);
}

/** The digits a key carries, person by person: an undo that cannot bring them back is none. */
export function codesOf(key: Pick<Key, 'people'>): readonly (string | null)[] {
  return key.people.map(({ doorcode }) => doorcode?.code ?? null);
}
