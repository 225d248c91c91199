import { hash } from '@node-rs/argon2';
import { expect, it } from 'vitest';
import { staffMember } from '#domain/staff/staff';
import { staffService } from '#main/staff/staff-service';
import { openMemoryStore } from '#main/storage/memory-store';
import { ManualClock } from '#tests/support/manual-clock';
import { SeededRandom } from '#tests/support/seeded-random';
import { silentLog } from '#tests/support/silent-log';

it('a member of staff from when there were only PINs signs in with it as the password', async () => {
  const store = openMemoryStore();
  const clock = new ManualClock('2026-11-23T07:00:00Z');
  const old = {
    id: 'rosa',
    name: 'Rosa Lima',
    role: 'owner',
    pinHash: await hash('246810'),
    disabledAt: null,
    createdAt: '2026-11-01T07:00:00.000Z',
  };
  await store.transact((transaction) => transaction.put('staff', staffMember.parse(old)));
  const staff = staffService({ store, clock, random: new SeededRandom(), log: silentLog });

  const { token } = await staff.signIn({ name: 'Rosa Lima', password: '246810', from: 'desk-1' });
  await staff.lock(token);
  await staff.unlock({ token, secret: '246810', from: 'desk-1' });

  expect(await staff.whoIs(token)).toMatchObject({ name: 'Rosa Lima', state: 'open', hasPin: true });
});
