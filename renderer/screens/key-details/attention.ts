import type { AlertView, KeyDetails, NeedView } from '#api/views';
import type { DoorId, PersonId } from '#domain/ids';
import type { LockError } from '#domain/locks/lock-entry';
import type { InstantText } from '#domain/time/time';
import { alertWords } from '../../text/alerts.ts';
import { doorcodeTexts, whyUnassigned } from '../../text/doorcode.ts';
import { lockErrorText } from '../../text/lock-errors.ts';
import { pmsName } from '../../text/pms.ts';
import { attentionTexts as texts } from './attention-sentences.ts';

/** The one thing that mends what needs attention. */
export type Fix =
  | { readonly act: 'try-now'; readonly doorId: DoorId | null }
  | { readonly act: 'open-door'; readonly doorId: DoorId; readonly doorName: string }
  | { readonly act: 'edit-door'; readonly doorId: DoorId }
  | { readonly act: 'portal-room'; readonly doorId: DoorId }
  | { readonly act: 'edit-doorcode'; readonly personId: PersonId }
  | { readonly act: 'encode'; readonly personId: PersonId | null }
  | { readonly act: 'stay' }
  | { readonly act: 'map-room' }
  | { readonly act: 'open-settings'; readonly tab: 'integrations' };

export interface AttentionItem {
  readonly id: string;
  readonly tone: 'warn' | 'bad';
  readonly title: string;
  readonly detail: string;
  /** The button that mends it first; a second one where looking is the next step. */
  readonly fixes: readonly Fix[];
}

/** What on this key needs a person, in words: judged by domain/situation/needs.ts. `time` writes a moment as the desk reads it. */
export function attentionItems(details: KeyDetails, time: (instant: InstantText) => string): readonly AttentionItem[] {
  return details.needs.map((need) => ({ id: need.id, tone: need.tone, ...wordsFor(need, details, time) }));
}

type Words = Pick<AttentionItem, 'title' | 'detail' | 'fixes'>;

function wordsFor(need: NeedView, details: KeyDetails, time: (instant: InstantText) => string): Words {
  const nameOf = (id: DoorId): string => details.doors.find(({ doorId }) => doorId === id)?.name ?? '';
  switch (need.need) {
    case 'no-doorcode':
      return {
        title: texts.noDoorcode(ownerOf(need.personId, details)),
        detail: whyUnassigned(need.reason),
        fixes: [{ act: 'edit-doorcode', personId: need.personId }],
      };
    case 'doorcode-stopped':
      return {
        title: texts.notWorking(nameOf(need.doorId)),
        detail: [...stoppedBy(need), ...causeOf(need.error)].join(' '),
        fixes: tryOrLook(need.doorId, nameOf(need.doorId)),
      };
    case 'doorcode-waits': {
      const [known] = causeOf(need.error);
      const cause =
        need.offlineSince === null ? (known ?? texts.keepsTrying) : texts.offlineSince(time(need.offlineSince));
      return {
        title: texts.notWorkingYet(nameOf(need.doorId)),
        detail: `${cause} ${need.elsewhere === 0 ? texts.noOthers : texts.others(need.elsewhere)}`,
        fixes: tryOrLook(need.doorId, nameOf(need.doorId)),
      };
    }
    case 'removal-pending':
      return {
        title: texts.removalPending(need.pending, need.of),
        detail:
          need.doorIds.length === 0
            ? texts.mayStillOpenThere[need.credentials]
            : texts.mayStillOpen[need.credentials](need.doorIds.map(nameOf)),
        fixes: [{ act: 'try-now', doorId: null }],
      };
    case 'not-allowed':
      return {
        title: texts.notWorkingYet(nameOf(need.doorId)),
        detail: texts.allowProvisioning,
        fixes: [{ act: 'edit-door', doorId: need.doorId }],
      };
    case 'withheld':
      return {
        title: texts.withheld[need.wish](pmsName(details.connector), nameOf(need.doorId)),
        detail: texts.withheldDetail,
        fixes: [{ act: 'portal-room', doorId: need.doorId }],
      };
    case 'no-doors':
      return { title: texts.noDoors, detail: texts.noDoorsDetail, fixes: [{ act: 'map-room' }] };
    case 'alert': {
      const { title, detail, fix } = alertWords(need.alert);
      return { title, detail, fixes: alertFixes(need.alert, fix, { details, toEncode: need.personId }) };
    }
  }
}

function ownerOf(personId: PersonId, { people }: KeyDetails): string {
  const person = people.find((each) => each.personId === personId);
  return person === undefined ? '' : `${person.firstName} ${person.lastName}`;
}

/** A code that waits for a place on a full lock was not refused. */
function stoppedBy({ why, error }: Extract<NeedView, { need: 'doorcode-stopped' }>): readonly string[] {
  return why === 'suspended' && error?.kind === 'no-space' ? [] : [doorcodeTexts.stopped[why]];
}

/** No sentence where the lock said nothing. */
function causeOf(error: LockError | null): readonly string[] {
  if (error === null) return [];
  const { says, todo } = lockErrorText(error.kind);
  return [`${says} ${todo}`];
}

function tryOrLook(doorId: DoorId, doorName: string): readonly Fix[] {
  return [
    { act: 'try-now', doorId },
    { act: 'open-door', doorId, doorName },
  ];
}

function alertFixes(
  alert: AlertView,
  fix: ReturnType<typeof alertWords>['fix'],
  { details, toEncode }: { readonly details: KeyDetails; readonly toEncode: PersonId | null },
): readonly Fix[] {
  const personId = details.people[0]?.personId;
  if (fix === 'map-room') return [{ act: fix }];
  if (fix === 'extend') return [{ act: 'stay' }];
  if (fix === 'open-settings') return [{ act: fix, tab: 'integrations' }];
  if (fix === 'try-now') return [{ act: fix, doorId: alert.doorId }];
  if (fix === 'edit-doorcode') return personId === undefined ? [] : [{ act: fix, personId }];
  if (fix === 'encode') return [{ act: fix, personId: toEncode }];
  if (fix === 'wait' || fix === 'decide' || alert.doorId === null) return [];
  if (fix === 'portal-room') return [{ act: fix, doorId: alert.doorId }];
  return [{ act: fix, doorId: alert.doorId, doorName: alert.doorName ?? '' }];
}
