import { AppError } from '#domain/failure';
import type { Base } from '#main/base';
import { runFollowUp, settleFollowing, type Follow } from '#main/settling/follow-up';
import { settleKey } from '#main/settling/settle-key';
import { replanStay } from './apply-stay.ts';

/** Default times, check-in rules, codes, write-ahead: a PMS key is planned again from its stay. */
export const followRules: Follow = async (transaction, base, key) => {
  if (key.reservationId !== null) return replanStay(transaction, base, key.reservationId);
  await settleKey(transaction, base, { key, notes: [], by: { kind: 'portal' }, codeNeeded: false });
};

/** What a kill left undone, at the next start. Ends early when the store is closed. */
export async function resumeFollowUps(base: Base): Promise<void> {
  try {
    for (const { id, kind } of await base.store.read((view) => view.all('followUps'))) {
      await runFollowUp(base, id, kind === 'rules' ? followRules : settleFollowing(kind));
    }
  } catch (err) {
    if (err instanceof AppError && err.code === 'store-closed') return;
    base.log.error({ err }, 'keys could not follow a change');
  }
}
