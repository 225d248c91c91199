import type { AuditQuestion } from '#api/staff-inputs';
import type { AuditServices } from '#api/staff-services';
import type { AuditEntry } from '#domain/staff/audit';
import type { Base } from '#main/base';
import type { View } from '#main/storage/store';
import { auditSheet } from './audit-sheet.ts';
import { actorName, auditView, pcOf } from './audit-view.ts';
import { noteExport } from './note-export.ts';
import { verifyChain } from './verify-chain.ts';

/** How many entries are looked through at a time. */
const stride = 500;

export function auditService(base: Base): AuditServices {
  return {
    list: (question) =>
      base.store.read(async (view) => {
        const { found, more } = await newestFirst(view, question, question.limit);
        return { entries: await Promise.all(found.map((entry) => auditView(view, entry))), more };
      }),

    async export(question, by) {
      const { found } = await base.store.read((view) => newestFirst(view, question, Number.POSITIVE_INFINITY));
      const facts = { entries: String(found.length) };
      await noteExport(base, { by, what: 'audit-exported', facts });
      return auditSheet(found.toReversed());
    },

    verify: () =>
      base.store.read(async (view) => verifyChain(await view.all('audit'), await view.get('auditHead', 'head'))),
  };
}

async function newestFirst(view: View, question: Omit<AuditQuestion, 'limit'>, limit: number) {
  const found: AuditEntry[] = [];
  const range = {
    ...(question.from === null ? {} : { from: question.from }),
    ...(question.below === null ? {} : { below: question.below }),
  };
  for (let offset = 0; ; offset += stride) {
    const part = await view.find('audit', 'at', range, { offset, limit: stride, descending: true });
    for (const entry of part) {
      if (!isAskedFor(entry, question)) continue;
      if (found.length === limit) return { found, more: true };
      found.push(entry);
    }
    if (part.length < stride) return { found, more: false };
  }
}

function isAskedFor(entry: AuditEntry, { who, what, text }: Pick<AuditQuestion, 'who' | 'what' | 'text'>): boolean {
  if (who !== null && !(entry.by.kind === 'staff' && entry.by.staffId === who) && entry.staffId !== who) return false;
  if (what !== null && entry.what !== what) return false;
  const wanted = text.trim().toLowerCase();
  return wanted === '' || wordsOf(entry).includes(wanted);
}

function wordsOf(entry: AuditEntry): string {
  const texts = [entry.facts, entry.before, entry.after].flatMap((each) => Object.entries(each).flat());
  return [actorName(entry.by), pcOf(entry), entry.what, ...texts].join(' ').toLowerCase();
}
