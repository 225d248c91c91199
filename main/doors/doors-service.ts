import type { DoorServices } from '#api/services';
import type { DoorDetails, LockContents } from '#api/views';
import type { Door } from '#domain/house/door';
import { tryNow } from '#domain/locks/entry-outcome';
import { AppError } from '#domain/failure';
import type { DoorId } from '#domain/ids';
import { inNaturalOrder } from '#domain/text/natural-order';
import { appendAudit } from '#main/audit/append-audit';
import { changesBetween } from '#main/audit/changes-between';
import type { Base } from '#main/base';
import { noteFollowAt, runFollowUp, settleFollowing } from '#main/settling/follow-up';
import { auditLock } from '#main/gateways/compare-lock';
import type { Gateways } from '#main/gateways/gateways';
import { noteSameNames, replanSpace } from '#main/pms/map-by-name';
import type { Transaction } from '#main/storage/store';
import { record } from '#main/timeline/record';
import { timelineViews } from '#main/timeline/views';
import { contentsView, credentialsOf, doorRows } from './door-views.ts';

export function doorsService(base: Base, gateways: Gateways): DoorServices {
  const { store, clock } = base;
  return {
    list: () =>
      store.read(async (view) => {
        const rows = await doorRows(view, await view.all('doors'));
        return rows.toSorted(inNaturalOrder);
      }),

    details: (id): Promise<DoorDetails> =>
      store.read(async (view) => {
        const door = await view.get('doors', id);
        const settings = await view.get('settings', 'property');
        if (door === null || settings === null) throw new AppError('not-found', 'showing a door');
        const credentials = await credentialsOf(view, door, { settings, now: clock.now() });
        const [row] = await doorRows(view, [door]);
        if (row === undefined) throw new AppError('not-found', 'showing a door');
        return { ...row, credentials };
      }),

    log: (id, limit) =>
      store.read(async (view) =>
        timelineViews(view, await view.find('timeline', 'door', { value: id }, { limit, descending: true })),
      ),

    async lockContents(id): Promise<LockContents> {
      const lock = await store.read((view) => view.get('locks', id));
      const driver = lock === null ? null : gateways.driverOf(lock.gatewayId);
      if (lock === null || driver === null) throw new AppError('not-found', 'asking a lock');
      // Asking is also comparing: what is missing is written again.
      const listed = await auditLock(base, driver, lock);
      return listed.outcome === 'listed'
        ? store.read((view) => contentsView(view, lock, listed.entries))
        : { outcome: 'no-answer' };
    },

    retryNow: (id, by) =>
      store.transact(async (transaction) => {
        const { lockId } = await doorAt(transaction, id);
        await appendAudit(transaction, { at: clock.now(), by, what: 'retry-asked', doorId: id, lockId });
        const entries = lockId === null ? [] : await transaction.find('entries', 'lock', { value: lockId });
        for (const entry of entries) await transaction.put('entries', tryNow(entry, clock.now()));
      }),

    setMapping: ({ doorId, version, spaceIds }, by) =>
      store.transact(async (transaction) => {
        const door = await doorAt(transaction, doorId, version);
        const unique = [...new Set(spaceIds)];
        const changed = { ...door, version: version + 1, spaceIds: unique };
        await transaction.put('doors', changed);
        const rooms = await Promise.all(unique.map(async (id) => (await transaction.get('spaces', id))?.name ?? id));
        const facts = { room: rooms.join(', '), how: 'by-hand' };
        const note = { kind: 'door-mapped' as const, doorId, facts, ...changesBetween(door, changed) };
        await record(transaction, { at: clock.now(), by, notes: [note] });
        for (const id of new Set([...door.spaceIds, ...unique])) await replanSpace(transaction, base, id);
        await noteSameNames(transaction, base);
      }),

    setLinkedDoors: async ({ doorId, version, linkedDoorIds }, by) => {
      const following = await store.transact(async (transaction) => {
        const door = await doorAt(transaction, doorId, version);
        const linked = [...new Set(linkedDoorIds)].filter((id) => id !== doorId);
        const changed = { ...door, version: version + 1, linkedDoorIds: linked };
        await transaction.put('doors', changed);
        const note = {
          kind: 'settings-changed' as const,
          doorId,
          facts: { what: 'linked-doors' },
          ...changesBetween(door, changed),
        };
        await record(transaction, { at: clock.now(), by, notes: [note] });
        return noteFollowAt(transaction, base, [doorId], 'settled');
      });
      await runFollowUp(base, following, settleFollowing('settled'));
    },

    save: ({ doorId, version, ...settings }, by) =>
      store.transact(async (transaction) => {
        const door = await doorAt(transaction, doorId, version);
        const named = await transaction.find('doors', 'name', { value: settings.name.toLowerCase() });
        if (named.some(({ id }) => id !== doorId)) throw new AppError('door-name-taken', 'saving a door');
        const changed = { ...door, ...settings, version: version + 1 };
        await transaction.put('doors', changed);
        const note = {
          kind: 'settings-changed' as const,
          doorId,
          facts: { what: 'door' },
          ...changesBetween(door, changed),
        };
        await record(transaction, { at: clock.now(), by, notes: [note] });
        for (const id of door.spaceIds) await replanSpace(transaction, base, id);
      }),
  };
}

async function doorAt(transaction: Transaction, id: DoorId, version?: number): Promise<Door> {
  const door = await transaction.get('doors', id);
  if (door === null) throw new AppError('not-found', 'changing a door');
  if (version !== undefined && door.version !== version) throw new AppError('changed-meanwhile', 'changing a door');
  return door;
}
