import type { BulkPreview, BulkRunView } from '#api/bulk';
import type { BulkAction, UnchangedReason } from '#domain/acts/bulk';
import type { FailureCode } from '#domain/failure';
import { countText } from '../../format.ts';
import { failureSentences } from '../../text/failures.ts';

/** Acts on many keys at once. */

export const bulkText = {
  choose: (owner: string) => `Choose ${owner}`,
  chooseAll: 'Choose all keys of this list',
  chosen: (count: number) => `${keys(count)} chosen`,
  tooMany: 'At most 1,000 keys can be chosen one by one. Ctrl+A chooses all of the list.',
  clear: 'Clear',
  acts: 'Acts on the chosen keys',
  allow: 'Allow provisioning',
  reprovision: 'Re-provision',
  extend: 'Extend…',
  revoke: 'Revoke all devices…',
  exportKeys: 'Export CSV',
  exporting: 'Making the file…',
  looking: 'Looking at every key…',
  nothing: 'Nothing would change.',
  lines: 'What happens to each key',
  first: (shown: number, total: number) => `The first ${countText(shown)} of ${countText(total)} keys.`,
  columns: { owner: 'Owner', doors: 'Doors', effect: 'What happens', result: 'Result' },
  extendBy: 'By nights',
  extendTo: 'To a date',
  nights: 'Nights',
  until: 'New departure',
  nightsWrong: 'Enter 1 to 365 nights',
  untilWrong: 'Enter a date and a time',
  stop: 'Stop',
  report: 'Report',
  dismiss: 'Dismiss',
  close: 'Close',
  goesOn: 'Close; it goes on',
  exportReport: 'Export report',
  runs: 'Acts on many keys',
  newDoorcode: 'New doorcode: tell the guest.',
  notReached: 'Not reached, as it was',
} as const;

/** The title of the dialog: what is to be done. */
export function bulkTitle(action: BulkAction): string {
  return titles[action.act];
}

/** The button: the verb and how many. */
export function bulkConfirm(action: BulkAction, count: number): string {
  return `${verbs[action.act]} ${keys(count)}`;
}

/** `182 keys will be allowed. 12 are allowed already; 6 are revoked and stay so.` */
export function previewWords({
  action,
  change,
  unchanged,
}: Pick<BulkPreview, 'action' | 'change' | 'unchanged'>): string {
  const first = change === 0 ? bulkText.nothing : `${keys(change)} will ${futures[action.act]}.`;
  const rest = unchanged.map(({ because, count }) => `${countText(count)} ${stays(because, count)}`).join('; ');
  return rest === '' ? first : `${first} ${rest}.`;
}

/** What is felt at the doors, and what becomes of keycards. */
export function bulkConsequence({ action, keycards }: Pick<BulkPreview, 'action' | 'keycards'>): string {
  const cards = keycardsOf[action.act];
  if (keycards === 0 || cards === null) return consequences[action.act];
  const some = `${countText(keycards)} of these keys ${keycards === 1 ? 'has' : 'have'} keycards`;
  return `${consequences[action.act]} ${some}: ${cards}`;
}

const encodeAgain = 'those that are encoded must be encoded again.';
const keycardsOf: Readonly<Record<BulkAction['act'], string | null>> = {
  'allow-provisioning': null,
  're-provision': null,
  extend: encodeAgain,
  'extend-to': encodeAgain,
  revoke:
    'they go back to the stock, and what is written on them still opens doors that only read cards, until its time is over; a room forgets it when a newer key is first used there.',
};

const consequences: Readonly<Record<BulkAction['act'], string>> = {
  'allow-provisioning':
    'Their doorcodes are written to the locks at once, or as soon as they are due. What staff allow, the PMS does not take back.',
  're-provision': 'Their doorcodes are written again to every lock and read back. Codes that work go on working.',
  extend:
    'Doorcodes stay the same wherever they are free for the longer stay; the report says where a guest gets a new one.',
  'extend-to':
    'Doorcodes stay the same wherever they are free for the longer stay; the report says where a guest gets a new one.',
  revoke:
    'Their guests cannot open any door any more, as soon as each lock has confirmed. A later message of the PMS does not bring a key back.',
};

/** `Allowing provisioning: 81 of 182`, `Provisioning allowed for 180 of 182 keys; 2 were refused.` */
export function runWords(run: BulkRunView): string {
  if (run.state === 'running')
    return `${running[run.action.act]}: ${countText(run.reached)} of ${countText(run.total)}`;
  const refused = run.refused === 0 ? '' : ` ${countText(run.refused)} refused.`;
  const codes = run.newDoorcodes === 0 ? '' : ` ${countText(run.newDoorcodes)} with a new doorcode.`;
  const stopped =
    run.state === 'stopped' ? ` Stopped: ${countText(run.total - run.reached)} not reached, as they were.` : '';
  return `${ended[run.action.act]}: ${countText(run.done)} of ${keys(run.total)}.${refused}${codes}${stopped}`;
}

export function reasonWords(because: UnchangedReason | FailureCode): string {
  return because in staysOne ? staysOne[because as UnchangedReason] : failureSentences[because as FailureCode];
}

function stays(because: UnchangedReason, count: number): string {
  return (count === 1 ? staysOne : staysMany)[because];
}

function keys(count: number): string {
  return `${countText(count)} ${count === 1 ? 'key' : 'keys'}`;
}

const titles: Readonly<Record<BulkAction['act'], string>> = {
  'allow-provisioning': 'Allow provisioning',
  're-provision': 'Re-provision',
  extend: 'Extend',
  'extend-to': 'Extend',
  revoke: 'Revoke all devices',
};
const verbs: Readonly<Record<BulkAction['act'], string>> = {
  'allow-provisioning': 'Allow provisioning for',
  're-provision': 'Re-provision',
  extend: 'Extend',
  'extend-to': 'Extend',
  revoke: 'Revoke all devices of',
};
const futures: Readonly<Record<BulkAction['act'], string>> = {
  'allow-provisioning': 'be allowed',
  're-provision': 'be written again',
  extend: 'be extended',
  'extend-to': 'be extended',
  revoke: 'be revoked',
};
const running: Readonly<Record<BulkAction['act'], string>> = {
  'allow-provisioning': 'Allowing provisioning',
  're-provision': 'Asking for every code to be written again',
  extend: 'Extending',
  'extend-to': 'Extending',
  revoke: 'Revoking',
};
const ended: Readonly<Record<BulkAction['act'], string>> = {
  'allow-provisioning': 'Provisioning allowed',
  're-provision': 'Written again as soon as each lock answers',
  extend: 'Extended',
  'extend-to': 'Extended',
  revoke: 'Revoked',
};
const staysOne: Readonly<Record<UnchangedReason, string>> = {
  'already-allowed': 'is allowed already',
  'already-longer': 'leaves later already',
  'not-allowed': 'is not allowed to be provisioned',
  'no-doorcode': 'has no doorcode',
  'no-door': 'opens no door',
  'no-end': 'has no end',
  past: 'is past and stays so',
  revoked: 'is revoked and stays so',
};
const staysMany: Readonly<Record<UnchangedReason, string>> = {
  'already-allowed': 'are allowed already',
  'already-longer': 'leave later already',
  'not-allowed': 'are not allowed to be provisioned',
  'no-doorcode': 'have no doorcode',
  'no-door': 'open no door',
  'no-end': 'have no end',
  past: 'are past and stay so',
  revoked: 'are revoked and stay so',
};

/** What happens to a key that changes, or what has happened. */
export function effectWords({ act }: BulkAction, when: 'before' | 'after'): string {
  return effects[act][when];
}

const effects: Readonly<Record<BulkAction['act'], { readonly before: string; readonly after: string }>> = {
  'allow-provisioning': { before: 'Provisioning is allowed', after: 'Allowed' },
  're-provision': { before: 'Is written again', after: 'Asked to be written again' },
  extend: { before: 'Is extended', after: 'Extended' },
  'extend-to': { before: 'Is extended', after: 'Extended' },
  revoke: { before: 'Is revoked', after: 'Revoked' },
};
