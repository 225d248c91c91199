import type { StatusStrip } from '#api/views';
import type { InstantText, ZoneName } from '#domain/time/time';
import { agoText, countText, sinceText } from '../format.ts';

/** One thing that Portal is connected to, in one word, with the facts behind it. */
export interface StatusLine {
  readonly id: 'pms' | 'locks' | 'gateways' | 'encoder';
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

export const statusText = {
  label: 'What is connected',
  syncNow: 'Sync now',
  notAnswering: 'Not answering',
  old: 'what is shown may be out of date',
  openSettings: 'Open Settings',
  openDoors: 'Open Doors',
  openKeycards: 'Open Keycards',
  shortcuts: 'shows all keyboard shortcuts',
  itsWords: (words: string) => `In the words of the PMS: ${words}`,
} as const;

export function statusLines(strip: StatusStrip, now: InstantText): readonly StatusLine[] {
  const zone = strip.property?.zone ?? ('UTC' as ZoneName);
  const lines = [...pmsLines(strip.pms, now, zone), locksLine(strip)];
  return strip.gateways.total === 0 ? lines : [...lines, gatewaysLine(strip.gateways)];
}

export function pmsName(system: string | null): string {
  if (system === 'mews') return 'Mews';
  return system ?? 'PMS';
}

type PmsState = StatusStrip['pms'][number];

/** With several, each by the name of its property. */
function pmsLines(connections: StatusStrip['pms'], now: InstantText, zone: ZoneName): readonly StatusLine[] {
  if (connections.length === 0) {
    const meaning = 'No PMS is connected, so no reservations become keys. Connect one in Settings, Integrations.';
    return [{ id: 'pms', name: pmsName(null), tone: 'neutral', word: 'Not connected', detail: null, meaning }];
  }
  const isOne = connections.length === 1;
  return connections.map((pms) => pmsLine(pms, isOne || pms.name === '' ? pmsName(pms.system) : pms.name, now, zone));
}

function pmsLine(pms: PmsState, name: string, now: InstantText, zone: ZoneName): StatusLine {
  const since = ` since ${sinceText(pms.since, now, zone)}`;
  const synced = pms.syncedAt === null ? 'not synced yet' : `synced ${agoText(pms.syncedAt, now)}`;
  const line = { id: 'pms', connection: pms.id, name } as const;
  switch (pms.state) {
    case 'connected':
      return { ...line, tone: 'ok', word: 'Connected', detail: synced, meaning: pmsMeanings.connected };
    case 'connecting':
      return { ...line, tone: 'neutral', word: 'Connecting', detail: null, meaning: pmsMeanings.connecting };
    case 'degraded':
      return { ...line, tone: 'warn', word: `Degraded${since}`, detail: synced, meaning: pmsMeanings.degraded };
    case 'broken':
      return { ...line, tone: 'bad', word: `Broken${since}`, detail: synced, meaning: pmsMeanings.broken };
    default:
      return pms.state;
  }
}

const pmsMeanings: Readonly<Record<PmsState['state'], string>> = {
  connected: 'Reservations arrive by themselves. A check-in or a room move reaches the doors within seconds.',
  connecting: 'Portal is asking the PMS for the first time since it started.',
  degraded:
    'The PMS answers badly or late. Portal keeps asking; nothing is lost, but check-ins and room moves may reach the doors late.',
  broken:
    'The PMS refuses Portal. Keys that exist keep working; new reservations, check-ins and room moves do not arrive until it is reconnected in Settings.',
};

function locksLine({ locks, jobs }: StatusStrip): StatusLine {
  const line = { id: 'locks', name: 'Locks' } as const;
  const waiting = jobsSentence(jobs);
  if (locks.total === 0) {
    return {
      ...line,
      tone: 'neutral',
      word: 'None yet',
      detail: null,
      meaning: 'Add the first lock in Settings, Locks & gateways.',
    };
  }
  if (locks.online === 0) {
    return {
      ...line,
      tone: 'bad',
      word: 'Broken',
      detail: `none of ${countText(locks.total)} online`,
      meaning: `No lock answers. What they hold keeps working; nothing new can be written. ${waiting}`,
    };
  }
  if (locks.online < locks.total) {
    return {
      ...line,
      tone: 'warn',
      word: 'Degraded',
      detail: `${countText(locks.total - locks.online)} of ${countText(locks.total)} not online`,
      meaning: `Locks that are not online keep what they hold. Portal writes to each as soon as it answers. ${waiting}`,
    };
  }
  return {
    ...line,
    tone: 'ok',
    word: 'Connected',
    detail: `${countText(locks.total)} online`,
    meaning: `Every lock answers. ${waiting}`,
  };
}

function gatewaysLine({ total, online }: StatusStrip['gateways']): StatusLine {
  const line = { id: 'gateways', name: 'Gateways' } as const;
  if (online === total) {
    return { ...line, tone: 'ok', word: 'Connected', detail: `${total} online`, meaning: 'Every gateway answers.' };
  }
  return {
    ...line,
    tone: online === 0 ? 'bad' : 'warn',
    word: online === 0 ? 'Broken' : 'Degraded',
    detail: `${total - online} of ${total} not online`,
    meaning:
      'Behind a gateway that does not answer no lock can be reached. Check that it has power and is on the network.',
  };
}

function jobsSentence({ waiting, suspended }: StatusStrip['jobs']): string {
  if (waiting === 0 && suspended === 0) return 'Nothing waits to be written.';
  const parts = [
    waiting === 0 ? '' : `Waiting to be written: ${countText(waiting)}.`,
    suspended === 0 ? '' : `Stopped, because a lock refused: ${countText(suspended)}.`,
  ];
  return parts.filter((part) => part !== '').join(' ');
}
