import type { BulkPreview, BulkRunView } from '#api/bulk';
import type { BulkAction, UnchangedReason } from '#domain/acts/bulk';
import type { FailureCode } from '#domain/failure';
import { failureSentences } from '../../text/failures.ts';
import { countText, plural, sentences } from '../../text/language.ts';

type Act = BulkAction['act'];
/** Extending to a date is spoken of as extending by nights is. */
type SpokenAct = Exclude<Act, 'extend-to'>;
type ByCount = (count: number) => string;

/** Acts on many keys at once. */
export const bulkText = sentences('bulk', {
  choose: (owner: string) => `Choose ${owner}`,
  chooseAll: 'Choose all keys in this list',
  chosen: (count: number) => plural(count, { one: '1 key chosen', other: `${countText(count)} keys chosen` }),
  tooMany: (most: number) => `At most ${countText(most)} keys can be chosen one by one. Ctrl+A chooses the whole list.`,
  clear: 'Clear',
  acts: 'Acts on the chosen keys',
  allow: 'Allow provisioning',
  reprovision: 'Re-provision',
  extend: 'Extend…',
  revoke: 'Revoke all devices…',
  exportKeys: 'Export CSV',
  exporting: 'Making the file…',
  looking: 'Checking every key…',
  nothing: 'Nothing would change.',
  lines: 'What happens to each key',
  first: (shown: number, total: number) => `The first ${countText(shown)} of ${countText(total)} keys.`,
  columns: { owner: 'Owner', doors: 'Doors', effect: 'What happens', result: 'Result' },
  extendBy: 'By nights',
  extendTo: 'To a date',
  nights: 'Nights',
  until: 'New departure',
  untilTime: 'New departure, time',
  nightsWrong: 'Enter 1 to 365 nights',
  untilWrong: 'Enter a date and a time',
  stop: 'Stop',
  report: 'Report',
  dismiss: 'Dismiss',
  close: 'Close',
  goesOn: 'Close and keep running',
  exportReport: 'Export report',
  runs: 'Acts on many keys',
  newDoorcode: 'New doorcode: tell the guest.',
  notReached: 'Not reached, unchanged',
});

const running: Readonly<Record<SpokenAct, (reached: string, total: string) => string>> = {
  'allow-provisioning': (reached, total) => `Allowing provisioning: ${reached} of ${total}`,
  're-provision': (reached, total) => `Asking for every code to be written again: ${reached} of ${total}`,
  extend: (reached, total) => `Extending: ${reached} of ${total}`,
  revoke: (reached, total) => `Revoking: ${reached} of ${total}`,
};

const ended: Readonly<Record<SpokenAct, (done: string, total: number) => string>> = {
  'allow-provisioning': (done, total) =>
    plural(total, {
      one: `Provisioning allowed: ${done} of 1 key.`,
      other: `Provisioning allowed: ${done} of ${countText(total)} keys.`,
    }),
  're-provision': (done, total) =>
    plural(total, {
      one: `Written again as soon as each lock answers: ${done} of 1 key.`,
      other: `Written again as soon as each lock answers: ${done} of ${countText(total)} keys.`,
    }),
  extend: (done, total) =>
    plural(total, { one: `Extended: ${done} of 1 key.`, other: `Extended: ${done} of ${countText(total)} keys.` }),
  revoke: (done, total) =>
    plural(total, { one: `Revoked: ${done} of 1 key.`, other: `Revoked: ${done} of ${countText(total)} keys.` }),
};

const keycards: Partial<Record<SpokenAct, ByCount>> = {
  extend: (count) =>
    plural(count, {
      one: '1 of these keys has keycards: those that are encoded must be encoded again.',
      other: `${countText(count)} of these keys have keycards: those that are encoded must be encoded again.`,
    }),
  revoke: (count) =>
    plural(count, {
      one: '1 of these keys has keycards: they go back to stock, and what is written on them still opens doors that only read cards until its time is over; a room forgets it when a newer key is first used there.',
      other: `${countText(count)} of these keys have keycards: they go back to stock, and what is written on them still opens doors that only read cards until its time is over; a room forgets it when a newer key is first used there.`,
    }),
};

export const bulkActTexts = sentences('bulk-acts', {
  titles: {
    'allow-provisioning': 'Allow provisioning',
    're-provision': 'Re-provision',
    extend: 'Extend',
    revoke: 'Revoke all devices',
  } satisfies Record<SpokenAct, string>,
  /** The button: the verb and how many. */
  confirm: {
    'allow-provisioning': (count) =>
      plural(count, {
        one: 'Allow provisioning for 1 key',
        other: `Allow provisioning for ${countText(count)} keys`,
      }),
    're-provision': (count) =>
      plural(count, { one: 'Re-provision 1 key', other: `Re-provision ${countText(count)} keys` }),
    extend: (count) => plural(count, { one: 'Extend 1 key', other: `Extend ${countText(count)} keys` }),
    revoke: (count) =>
      plural(count, {
        one: 'Revoke all devices of 1 key',
        other: `Revoke all devices of ${countText(count)} keys`,
      }),
  } satisfies Record<SpokenAct, ByCount>,
  willChange: {
    'allow-provisioning': (count) =>
      plural(count, { one: '1 key will be allowed.', other: `${countText(count)} keys will be allowed.` }),
    're-provision': (count) =>
      plural(count, { one: '1 key will be written again.', other: `${countText(count)} keys will be written again.` }),
    extend: (count) =>
      plural(count, { one: '1 key will be extended.', other: `${countText(count)} keys will be extended.` }),
    revoke: (count) =>
      plural(count, { one: '1 key will be revoked.', other: `${countText(count)} keys will be revoked.` }),
  } satisfies Record<SpokenAct, ByCount>,
  /** Those that stay as they are, so many for each reason. */
  unchanged: {
    'already-allowed': (count) =>
      plural(count, { one: '1 is already allowed.', other: `${countText(count)} are already allowed.` }),
    'already-longer': (count) =>
      plural(count, { one: '1 already leaves later.', other: `${countText(count)} already leave later.` }),
    'not-allowed': (count) =>
      plural(count, {
        one: '1 is not allowed to be provisioned.',
        other: `${countText(count)} are not allowed to be provisioned.`,
      }),
    'no-doorcode': (count) =>
      plural(count, { one: '1 has no doorcode.', other: `${countText(count)} have no doorcode.` }),
    'no-door': (count) => plural(count, { one: '1 opens no door.', other: `${countText(count)} open no door.` }),
    'no-end': (count) => plural(count, { one: '1 has no end.', other: `${countText(count)} have no end.` }),
    past: (count) =>
      plural(count, { one: '1 is past and stays so.', other: `${countText(count)} are past and stay so.` }),
    revoked: (count) =>
      plural(count, { one: '1 is revoked and stays so.', other: `${countText(count)} are revoked and stay so.` }),
  } satisfies Record<UnchangedReason, ByCount>,
  /** The same of one key, in its line. */
  because: {
    'already-allowed': 'is already allowed',
    'already-longer': 'already leaves later',
    'not-allowed': 'is not allowed to be provisioned',
    'no-doorcode': 'has no doorcode',
    'no-door': 'opens no door',
    'no-end': 'has no end',
    past: 'is past and stays so',
    revoked: 'is revoked and stays so',
  } satisfies Record<UnchangedReason, string>,
  consequences: {
    'allow-provisioning':
      'Their doorcodes are written to the locks at once, or as soon as they are due. What staff allow, the PMS does not take back.',
    're-provision': 'Their doorcodes are written to every lock again and read back. Codes that work keep working.',
    extend:
      'Doorcodes stay the same wherever they are free for the longer stay; the report says where a guest gets a new one.',
    revoke:
      'Their guests can no longer open any door, as soon as each lock has confirmed. A later message from the PMS does not bring a key back.',
  } satisfies Record<SpokenAct, string>,
  keycards,
  running,
  ended,
  refused: (count: number) => `${countText(count)} refused.`,
  newDoorcodes: (count: number) => `${countText(count)} with a new doorcode.`,
  stopped: (left: number) =>
    plural(left, {
      one: 'Stopped: 1 not reached, unchanged.',
      other: `Stopped: ${countText(left)} not reached, unchanged.`,
    }),
  effects: {
    'allow-provisioning': { before: 'Provisioning is allowed', after: 'Allowed' },
    're-provision': { before: 'Is written again', after: 'Requested to be written again' },
    extend: { before: 'Is extended', after: 'Extended' },
    revoke: { before: 'Is revoked', after: 'Revoked' },
  } satisfies Record<SpokenAct, { readonly before: string; readonly after: string }>,
});

/** The title of the dialog: what is to be done. */
export function bulkTitle(action: BulkAction): string {
  return bulkActTexts.titles[spoken(action)];
}

export function bulkConfirm(action: BulkAction, count: number): string {
  return bulkActTexts.confirm[spoken(action)](count);
}

/** `182 keys will be allowed. 12 are already allowed. 6 are revoked and stay so.` */
export function previewWords({
  action,
  change,
  unchanged,
}: Pick<BulkPreview, 'action' | 'change' | 'unchanged'>): string {
  const first = change === 0 ? bulkText.nothing : bulkActTexts.willChange[spoken(action)](change);
  return [first, ...unchanged.map(({ because, count }) => bulkActTexts.unchanged[because](count))].join(' ');
}

/** What is felt at the doors, and what becomes of keycards. */
export function bulkConsequence({ action, keycards }: Pick<BulkPreview, 'action' | 'keycards'>): string {
  const cards = bulkActTexts.keycards[spoken(action)];
  const consequence = bulkActTexts.consequences[spoken(action)];
  return keycards === 0 || cards === undefined ? consequence : `${consequence} ${cards(keycards)}`;
}

/** `Allowing provisioning: 81 of 182`, `Provisioning allowed: 180 of 182 keys. 2 refused.` */
export function runWords(run: BulkRunView): string {
  const act = spoken(run.action);
  if (run.state === 'running') return bulkActTexts.running[act](countText(run.reached), countText(run.total));
  return [
    bulkActTexts.ended[act](countText(run.done), run.total),
    ...(run.refused === 0 ? [] : [bulkActTexts.refused(run.refused)]),
    ...(run.newDoorcodes === 0 ? [] : [bulkActTexts.newDoorcodes(run.newDoorcodes)]),
    ...(run.state === 'stopped' ? [bulkActTexts.stopped(run.total - run.reached)] : []),
  ].join(' ');
}

export function reasonWords(because: UnchangedReason | FailureCode): string {
  return because in bulkActTexts.because
    ? bulkActTexts.because[because as UnchangedReason]
    : failureSentences[because as FailureCode];
}

/** What happens to a key that changes, or what has happened. */
export function effectWords(action: BulkAction, when: 'before' | 'after'): string {
  return bulkActTexts.effects[spoken(action)][when];
}

/** What came of it, and that the guest has to be told. */
export function doneWords(action: BulkAction, hasNewDoorcode: boolean): string {
  const done = effectWords(action, 'after');
  return hasNewDoorcode ? `${done} · ${bulkText.newDoorcode}` : done;
}

function spoken({ act }: BulkAction): SpokenAct {
  return act === 'extend-to' ? 'extend' : act;
}
