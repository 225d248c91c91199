import type { StatusStrip } from '#api/status-strip';
import type { InstantText, ZoneName } from '#domain/time/time';
import { agoText, distanceText, sinceText } from '../text/format.ts';
import { countText, plural, sentences } from '../text/language.ts';
import { pmsName } from '../text/pms.ts';

/** One thing that Portal is connected to, in one word, with the facts behind it. */
export interface StatusLine {
  readonly id: 'pms' | 'locks' | 'gateways' | 'encoder' | 'clock';
  /** Which of the PMS connections. */
  readonly connection?: string;
  readonly name: string;
  readonly tone: 'ok' | 'warn' | 'bad' | 'neutral';
  readonly word: string;
  /** After the word: "synced 12 s ago". */
  readonly detail: string | null;
  /** What it means for the desk, for whoever clicks. */
  readonly meaning: string;
}

export const statusText = sentences('status', {
  label: 'What is connected',
  syncNow: 'Sync now',
  notAnswering: 'Not answering',
  old: 'what is shown may be out of date',
  openSettings: 'Open Settings',
  openDoors: 'Open Doors',
  openKeycards: 'Open Keycards',
  shortcuts: 'shows all keyboard shortcuts',
  itsWords: (words: string) => `In the words of the PMS: ${words}`,
  words: {
    connected: 'Connected',
    connecting: 'Connecting',
    degraded: 'Degraded',
    broken: 'Broken',
    notConnected: 'Not connected',
  } satisfies Record<PmsState['state'] | 'notConnected', string>,
  since: {
    degraded: (time: string) => `Degraded since ${time}`,
    broken: (time: string) => `Broken since ${time}`,
  },
  held: {
    word: (count: number) => `${countText(count)} held`,
    meaning:
      'The PMS would end the access of many guests at once. Nothing is taken from them until somebody decides, under Keys, Needs attention.',
  },
  none: 'None yet',
  synced: (ago: string) => `synced ${ago}`,
  notSynced: 'not synced yet',
  pms: {
    connected: 'Reservations arrive by themselves. A check-in or a room move reaches the doors within seconds.',
    connecting: 'Portal is contacting the PMS for the first time since it started.',
    degraded:
      'The PMS answers poorly or late. Portal keeps asking; nothing is lost, but check-ins and room moves may reach the doors late.',
    broken:
      'The PMS refuses Portal. Existing keys keep working; new reservations, check-ins and room moves do not arrive until it is reconnected in Settings.',
    notConnected: 'No PMS is connected, so no reservations become keys. Connect one in Settings, Integrations.',
  } satisfies Record<PmsState['state'] | 'notConnected', string>,
  locks: {
    name: 'Locks',
    none: 'Add the first lock in Settings, Locks & gateways.',
    noneOnline: (total: number) =>
      plural(total, { one: 'none of 1 online', other: `none of ${countText(total)} online` }),
    someOffline: (offline: number, total: number) => `${countText(offline)} of ${countText(total)} not online`,
    online: (total: number) => `${countText(total)} online`,
    broken: 'No lock answers. What they hold keeps working; nothing new can be written.',
    degraded: 'Locks that are not online keep what they hold. Portal writes to each as soon as it answers.',
    connected: 'Every lock answers.',
  },
  jobs: {
    none: 'Nothing is waiting to be written.',
    waiting: (count: number) => `Waiting to be written: ${countText(count)}.`,
    suspended: (count: number) => `Stopped, because a lock refused: ${countText(count)}.`,
  },
  clock: {
    name: 'Clock',
    apart: (other: string, distance: string) => `${distance} apart from ${other}`,
    otherOff: (other: string, distance: string) => `${other} is ${distance} off`,
    meanings: {
      unknown: (other: string) =>
        `This PC and ${other} do not agree what time it is. Check the date, the time and the time zone of this PC first. Until they agree, access ends only when both clocks say that it is over.`,
      pc: () =>
        'The clock of this PC is wrong: two others agree, and Portal goes by them. Set the date and the time of this PC.',
      other: (other: string) =>
        `The clock of ${other} is wrong: another one agrees with this PC. Portal goes by the PC. Tell the provider of ${other}.`,
    },
  },
  gateways: {
    name: 'Gateways',
    connected: 'Every gateway answers.',
    notAll:
      'Locks behind a gateway that does not answer cannot be reached. Check that it has power and is on the network.',
  },
});

export function statusLines(strip: StatusStrip, now: InstantText): readonly StatusLine[] {
  const zone = strip.property?.zone ?? ('UTC' as ZoneName);
  const lines = [...clockLines(strip), ...pmsLines(strip.pms, now, zone), locksLine(strip)];
  return strip.gateways.total === 0 ? lines : [...lines, gatewaysLine(strip.gateways)];
}

/** Two clocks that disagree come first: everything else is told by them. */
function clockLines({ clock, pms }: StatusStrip): readonly StatusLine[] {
  if (clock === null) return [];
  const texts = statusText.clock;
  const connection = pms.find(({ id }) => id === clock.connection);
  const name = pmsName(connection?.system ?? null);
  const distance = distanceText(clock.aheadMs);
  const word = clock.wrong === 'other' ? texts.otherOff(name, distance) : texts.apart(name, distance);
  const line = { id: 'clock', name: texts.name, tone: 'bad', detail: null } as const;
  return [{ ...line, word, meaning: texts.meanings[clock.wrong](name) }];
}

type PmsState = StatusStrip['pms'][number];

/** With several, each by the name of its property. */
function pmsLines(connections: StatusStrip['pms'], now: InstantText, zone: ZoneName): readonly StatusLine[] {
  const { words, pms: meanings } = statusText;
  if (connections.length === 0) {
    const none = { tone: 'neutral', word: words.notConnected, detail: null, meaning: meanings.notConnected } as const;
    return [{ id: 'pms', name: pmsName(null), ...none }];
  }
  const isOne = connections.length === 1;
  return connections.map((pms) => pmsLine(pms, isOne || pms.name === '' ? pmsName(pms.system) : pms.name, now, zone));
}

function pmsLine(
  { id, state, since, syncedAt, held }: PmsState,
  name: string,
  now: InstantText,
  zone: ZoneName,
): StatusLine {
  const synced = syncedAt === null ? statusText.notSynced : statusText.synced(agoText(syncedAt, now));
  if (held > 0 && state === 'connected') {
    const { word, meaning } = statusText.held;
    return { id: 'pms', connection: id, name, tone: 'warn', word: word(held), detail: synced, meaning };
  }
  const hasBad = state === 'degraded' || state === 'broken';
  return {
    id: 'pms',
    connection: id,
    name,
    tone: pmsTones[state],
    word: hasBad ? statusText.since[state](sinceText(since, now, zone)) : statusText.words[state],
    detail: state === 'connecting' ? null : synced,
    meaning: statusText.pms[state],
  };
}

const pmsTones: Readonly<Record<PmsState['state'], StatusLine['tone']>> = {
  connected: 'ok',
  connecting: 'neutral',
  degraded: 'warn',
  broken: 'bad',
};

function locksLine({ locks, jobs }: StatusStrip): StatusLine {
  const texts = statusText.locks;
  const line = { id: 'locks', name: texts.name } as const;
  const { total, online } = locks;
  const { words } = statusText;
  if (total === 0) return { ...line, tone: 'neutral', word: statusText.none, detail: null, meaning: texts.none };
  const meaning = (says: string) => [says, ...waiting(jobs)].join(' ');
  if (online === 0)
    return {
      ...line,
      tone: 'bad',
      word: words.broken,
      detail: texts.noneOnline(total),
      meaning: meaning(texts.broken),
    };
  if (online < total) {
    const detail = texts.someOffline(total - online, total);
    return { ...line, tone: 'warn', word: words.degraded, detail, meaning: meaning(texts.degraded) };
  }
  return { ...line, tone: 'ok', word: words.connected, detail: texts.online(total), meaning: meaning(texts.connected) };
}

function gatewaysLine({ total, online }: StatusStrip['gateways']): StatusLine {
  const { gateways, locks, words } = statusText;
  const line = { id: 'gateways', name: gateways.name } as const;
  if (online === total)
    return { ...line, tone: 'ok', word: words.connected, detail: locks.online(total), meaning: gateways.connected };
  const detail = locks.someOffline(total - online, total);
  return online === 0
    ? { ...line, tone: 'bad', word: words.broken, detail, meaning: gateways.notAll }
    : { ...line, tone: 'warn', word: words.degraded, detail, meaning: gateways.notAll };
}

function waiting({ waiting, suspended }: StatusStrip['jobs']): readonly string[] {
  const texts = statusText.jobs;
  if (waiting === 0 && suspended === 0) return [texts.none];
  return [...(waiting === 0 ? [] : [texts.waiting(waiting)]), ...(suspended === 0 ? [] : [texts.suspended(suspended)])];
}
