import type { BulkRunView } from '#api/bulk';
import { planBulk, type BulkAction } from '#domain/acts/bulk';
import { AppError } from '#domain/failure';
import type { Actor, Key } from '#domain/key/key';
import { refused } from '#domain/key/key-edit';
import type { InstantText } from '#domain/time/time';
import type { Base } from '#main/base';
import { stayingLines, type BareLine } from './bulk-lines.ts';
import { stayingCount, type BulkDraft, type PlannedKey } from './bulk-plan.ts';
import { setImmediate as breath } from 'node:timers/promises';
import { editKey } from '#main/settling/edit-key';
import { reprovisionKey } from './provision-key.ts';

/**
 * A draft on its way through its keys, one commit each: whatever happens in between, every key is either as it was or done
 * as a whole, and the desk's own acts are never behind more than one of them.
 */
export class BulkRun {
  readonly draft: BulkDraft;
  readonly #base: Base;
  readonly #startedAt: InstantText;
  readonly #stopping = new AbortController();
  readonly #lines: BareLine[] = [];
  readonly ended: Promise<void>;
  #endedAt: InstantText | null = null;

  constructor(base: Base, draft: BulkDraft) {
    this.#base = base;
    this.draft = draft;
    this.#startedAt = base.clock.now();
    this.ended = this.#run();
  }

  /** After the key that is being changed. */
  stop(): void {
    this.#stopping.abort();
  }

  get isRunning(): boolean {
    return this.#endedAt === null;
  }

  get view(): BulkRunView {
    const { id, action, by, changes, unchanged } = this.draft;
    const count = (outcome: BareLine['outcome']): number =>
      this.#lines.filter((line) => line.outcome === outcome).length;
    const reached = this.#lines.length;
    const end = reached < changes.length ? 'stopped' : 'done';
    return {
      id,
      action,
      by: by.kind === 'staff' ? by.name : 'Portal',
      state: this.isRunning ? 'running' : end,
      startedAt: this.#startedAt,
      endedAt: this.#endedAt,
      total: changes.length,
      reached,
      done: count('done'),
      refused: count('refused'),
      unchanged: stayingCount(unchanged),
      newDoorcodes: this.#lines.filter(({ newDoorcode }) => newDoorcode).length,
    };
  }

  /** Every key that was chosen: what was refused first, then what was not reached, what was done, what stayed. */
  get lines(): readonly BareLine[] {
    const plain = { because: null, departure: null, newDoorcode: false };
    const rest = this.draft.changes
      .slice(this.#lines.length)
      .map((planned) => ({ ...plain, ...planned, outcome: 'change' as const }));
    const [done, other] = [true, false].map((isDone) =>
      this.#lines.filter(({ outcome }) => (outcome === 'done') === isDone),
    );
    return [...(other ?? []), ...rest, ...(done ?? []), ...stayingLines(this.draft.unchanged)];
  }

  async #run(): Promise<void> {
    for (const planned of this.draft.changes) {
      if (this.#stopping.signal.aborted) break;
      try {
        const newDoorcode = await perform(this.#base, this.draft, planned);
        this.#lines.push({ ...lineOf(planned), outcome: 'done', newDoorcode });
      } catch (error) {
        if (error instanceof AppError && error.code === 'store-closed') break;
        if (!(error instanceof AppError)) {
          this.#base.log.error({ err: error, keyId: planned.keyId }, 'one of many keys could not be changed');
        }
        const because = error instanceof AppError ? error.code : 'internal';
        this.#lines.push({ ...lineOf(planned), outcome: 'refused', because });
      }
      await breath();
    }
    this.#endedAt = this.#base.clock.now();
  }
}

function lineOf({ keyId, departure }: PlannedKey) {
  return { keyId, departure, because: null, newDoorcode: false };
}

/** @returns whether somebody on the key has another doorcode now. */
async function perform(
  base: Base,
  { action, by }: { readonly action: BulkAction; readonly by: Actor },
  { keyId, version }: PlannedKey,
): Promise<boolean> {
  if (action.act === 're-provision') {
    await reprovisionKey(base, { keyId, version, doorId: null }, by);
    return false;
  }
  let before = '';
  let after = '';
  await editKey(base, {
    keyId,
    version,
    by,
    edit: (key, context) => {
      before = codesOf(key);
      const plan = planBulk(action, key);
      // Time alone may have ended it since it was looked at.
      return plan.outcome === 'change' && plan.edit !== null ? plan.edit(context) : refused('changed-meanwhile');
    },
    also: async (_transaction, key) => {
      after = codesOf(key);
    },
  });
  return before !== after && before !== '' && action.act !== 'revoke';
}

/** Only ever compared, never shown. */
function codesOf(key: Key): string {
  return key.people.flatMap(({ doorcode }) => doorcode?.code ?? []).join(' ');
}
