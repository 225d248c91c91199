import { hoursBeside } from '#domain/time/hour-beside';
import { zoneAlertId } from '#domain/pms/pms-connection';
import type { Base } from '#main/base';
import type { StayNews } from '#main/reservations/apply-stay';
import { clear, raise } from '#main/timeline/record';
import type { PmsSource } from './pms-source.ts';

/**
 * Says when most stays lie an hour beside the PMS's usual times: every code would open and end an hour off. Its own times are asked for
 * only where the hotel's, as Portal has them, give cause to.
 */
export async function noteZone(
  base: Base,
  { connection, connector, system }: PmsSource,
  stays: readonly StayNews[],
  signal: AbortSignal,
): Promise<void> {
  const id = zoneAlertId(connection.id);
  const { settings, known, property } = await base.store.read(async (view) => ({
    settings: await view.get('settings', 'property'),
    known: await view.get('alerts', id),
    property: (await view.get('pms', connection.id))?.name ?? '',
  }));
  if (settings === null) return;
  const planned = stays.filter(({ state }) => state === 'expected' || state === 'in-house');
  const hours = hoursBeside(planned, settings, settings.zone);
  if (hours === 0 || !(await saysPms(hours))) {
    if (known !== null) await base.store.transact((transaction) => clear(transaction, [id]));
    return;
  }
  const facts = { system: system.name, property, zone: settings.zone, hours: String(hours) };
  await base.store.transact((transaction) => raise(transaction, base.clock.now(), [{ id, kind: 'zone-off', facts }]));

  /** Hotels may let guests in at another hour than their PMS says. */
  async function saysPms(found: number): Promise<boolean> {
    const answer = await connector.property(signal);
    if (answer.outcome !== 'answered') return false;
    const { defaultArrival, defaultDeparture } = answer.value;
    if (defaultArrival === null || defaultDeparture === null || settings === null) return true;
    return hoursBeside(planned, { defaultArrival, defaultDeparture }, settings.zone) === found;
  }
}
