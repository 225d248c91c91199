import type { BulkServices } from '#api/bulk';
import { AppError } from '#domain/failure';
import type { Actor } from '#domain/key/key';
import type { Base } from '#main/base';
import { linesOf, stayingLines, type BareLine } from './bulk-lines.ts';
import { draftOf, previewed, stayingCount, type BulkDraft, type StayingKeys } from './bulk-plan.ts';
import { BulkRun } from './bulk-run.ts';
import { exportedKeys, exportedReport } from './bulk-sheets.ts';
import { noteExport } from '#main/audit/note-export';
import { matchingIds } from './matching-keys.ts';

/** Previews that nobody started are dropped when newer ones come; so are the reports of the oldest runs. */
const mostDrafts = 8;
const mostRuns = 20;

/** In memory: a run that Portal's end cuts short is over, and every key is either as it was or done. */
export function bulkService(base: Base): BulkServices & { readonly stopAll: () => Promise<void> } {
  const drafts = new Map<string, BulkDraft>();
  const runs = new Map<string, BulkRun>();

  function runOf(id: string): BulkRun {
    const run = runs.get(id);
    if (run === undefined) throw new AppError('not-found', 'looking for a run over many keys');
    return run;
  }

  return {
    async preview(input, by) {
      const draft = await draftOf(base, { ...input, by });
      drafts.set(draft.id, draft);
      dropOldest(drafts, mostDrafts, () => true);
      const lines = await base.store.read((view) => linesOf(view, firstLines(draft), base.clock.now()));
      const { id, action, changes, unchanged } = draft;
      const total = changes.length + stayingCount(unchanged);
      const keycards = changes.filter(({ hasKeycard }) => hasKeycard).length;
      return { id, action, total, change: changes.length, keycards, unchanged: countsOf(unchanged), lines };
    },

    async start(id, by) {
      const draft = drafts.get(id);
      if (draft === undefined || !isSame(draft.by, by)) throw new AppError('not-found', 'starting what was previewed');
      drafts.delete(id);
      const run = new BulkRun(base, { ...draft, by });
      runs.set(id, run);
      dropOldest(runs, mostRuns, (each) => !each.isRunning);
      return run.view;
    },

    async stop(id) {
      const run = runOf(id);
      run.stop();
      await run.ended;
    },

    runs: async () => [...runs.values()].map(({ view }) => view).toReversed(),

    async report({ id, offset, limit }) {
      const { lines } = runOf(id);
      const page = lines.slice(offset, offset + limit);
      return { lines: await base.store.read((view) => linesOf(view, page, base.clock.now())), total: lines.length };
    },

    async exportReport(id, by) {
      const { lines, draft } = runOf(id);
      const report = exportedReport(await base.store.read((view) => linesOf(view, lines, base.clock.now())));
      await noteExport(base, {
        by,
        what: 'report-exported',
        facts: { act: draft.action.act, keys: String(lines.length) },
      });
      return report;
    },

    async forget(id) {
      if (!runOf(id).isRunning) runs.delete(id);
    },

    actionOf: (id) => drafts.get(id)?.action ?? runOf(id).draft.action,

    range: ({ offset, limit, ...question }) =>
      base.store.read(async (view) => (await matchingIds(view, question)).slice(offset, offset + limit)),

    async exportKeys(selection, by) {
      const sheet = await base.store.read((view) => exportedKeys(view, selection, base.clock.now()));
      await noteExport(base, { by, what: 'keys-exported', facts: { keys: String(sheet.rows.length) } });
      return sheet;
    },

    async stopAll() {
      for (const run of runs.values()) run.stop();
      await Promise.all([...runs.values()].map(({ ended }) => ended));
    },
  };
}

function firstLines({ changes, unchanged }: BulkDraft): readonly BareLine[] {
  const plain = { because: null, departure: null, newDoorcode: false };
  const first = changes.slice(0, previewed).map((line) => ({ ...plain, ...line, outcome: 'change' as const }));
  return [...first, ...stayingLines(unchanged, previewed - first.length)];
}

function countsOf(unchanged: StayingKeys) {
  return [...unchanged].map(([because, { count }]) => ({ because, count }));
}

function isSame(one: Actor, other: Actor): boolean {
  return one.kind === 'staff' && other.kind === 'staff' ? one.staffId === other.staffId : one.kind === other.kind;
}

/** A map keeps the order in which things came. */
function dropOldest<Type>(map: Map<string, Type>, most: number, mayGo: (each: Type) => boolean): void {
  for (const [id, each] of map) {
    if (map.size <= most) return;
    if (mayGo(each)) map.delete(id);
  }
}
