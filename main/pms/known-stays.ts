import { reservationId } from '#domain/ids';
import type { Guest, Reservation } from '#domain/stay/reservation';
import type { Base } from '#main/base';
import type { StayNews } from '#main/reservations/apply-stay';
import type { View } from '#main/storage/store';
import type { PmsStay } from './pms-connector.ts';
import type { PmsSource } from './pms-source.ts';
import { spaceIdAt } from './spaces.ts';

/** Stays that may still turn up under another id. */
const openStates = ['tentative', 'expected', 'in-house'] as const;

/**
 * Gives stays, as the PMS tells them together, Portal's ids. One whose PMS id is new may be one that Portal knows by an older
 * id: where the system can tell (`identify`), it is asked, and the reservation and its key live on.
 */
export async function knownStays(
  base: Base,
  source: PmsSource,
  stays: readonly PmsStay[],
): Promise<readonly StayNews[]> {
  // Most polls bring no news.
  if (stays.length === 0) return [];
  return base.store.read(async (view) => {
    const found = await Promise.all(stays.map((stay) => byPmsId(view, source, stay.pmsId)));
    const isNew = found.includes(null) && source.system.identify !== undefined;
    const told = new Set(stays.map(({ pmsId }) => pmsId));
    let mayBe = isNew ? await openStays(view, source, told) : [];
    const news: StayNews[] = [];
    for (const [position, stay] of stays.entries()) {
      const known = found[position] ?? source.system.identify?.(stay, mayBe) ?? null;
      mayBe = mayBe.filter(({ id }) => id !== known?.id);
      news.push(newsOf(source, stay, known, known?.id ?? (await newId(view, base, source, stay.pmsId))));
    }
    return news;
  });
}

/** The stay that the PMS calls so now. */
async function byPmsId(view: View, { connection }: PmsSource, pmsId: string): Promise<Reservation | null> {
  const name = `${connection.id}:${pmsId}`;
  const usual = await view.get('reservations', name);
  if (usual?.pmsId === pmsId) return usual;
  const [renamed = null] = await view.find('reservations', 'renamed', { value: name });
  return renamed;
}

/** Those that the PMS does not tell under the id by which Portal knows them. */
async function openStays(
  view: View,
  { connection }: PmsSource,
  told: ReadonlySet<string>,
): Promise<readonly Reservation[]> {
  const open = await Promise.all(openStates.map((state) => view.find('reservations', 'state', { value: state })));
  return open.flat().filter((stay) => stay.connectionId === connection.id && !told.has(stay.pmsId));
}

/** Another stay may have had the PMS id before. */
async function newId(view: View, base: Base, { connection }: PmsSource, pmsId: string): Promise<Reservation['id']> {
  const usual = `${connection.id}:${pmsId}`;
  const isTaken = (await view.get('reservations', usual)) !== null;
  return reservationId.parse(isTaken ? `${usual}:${base.random.id()}` : usual);
}

function newsOf(
  { connection, system }: PmsSource,
  { isGuestMissing, ...stay }: PmsStay,
  known: Reservation | null,
  id: Reservation['id'],
): StayNews {
  const spaceId = stay.spaceId === null ? null : spaceIdAt(connection, stay.spaceId);
  const guests = isGuestMissing === true ? withKnown(stay.guests, known?.guests ?? []) : stay.guests;
  return { ...stay, id, connectionId: connection.id, connector: system.name, spaceId, guests };
}

/** A guest whose record cannot be read for a while is not gone: nobody loses a doorcode or a card for it. */
function withKnown(told: readonly Guest[], known: readonly Guest[]): readonly Guest[] {
  const isTold = new Set(told.map(({ pmsId }) => pmsId));
  const kept = known.filter(({ pmsId }) => !isTold.has(pmsId));
  const hasPrimary = kept.some(({ primary }) => primary);
  return [...kept, ...told.map((guest) => (hasPrimary ? { ...guest, primary: false } : guest))];
}
