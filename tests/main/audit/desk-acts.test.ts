import { expect, it } from 'vitest';
import { verifyChain } from '#main/audit/verify-chain';
import { clerk } from '#tests/support/desk-acts';
import { openHotel } from '#tests/support/portal-harness';

it('an edit at the desk is in the audit once with how the door was and how it is, and never with the code', async () => {
  const hotel = await openHotel({ rooms: ['101'] });
  hotel.checkIn('101', 'Eva Berg');
  await hotel.clock.advance({ minutes: 2 });
  const key = await hotel.keyOf('Eva Berg');
  const [door] = key.doors;
  const { arrival, weekdays, hours, allowProvisioning, allowLinkedDoors, doorId } = door!;

  await hotel.keys.editDoor(
    {
      keyId: key.id,
      version: key.version,
      doorId,
      arrival,
      departure: '2026-11-26T12:00' as never,
      weekdays: weekdays as never,
      hours,
      allowProvisioning,
      allowLinkedDoors,
    },
    { ...clerk, from: 'desk-1' } as typeof clerk,
  );

  const code = await hotel.codeOf('Eva Berg');
  const [audit, head] = await hotel.disk.read(async (view) => [
    await view.all('audit'),
    await view.get('auditHead', 'head'),
  ]);
  const changed = audit.filter(({ after }) => Object.keys(after).length > 0);
  expect(changed).toMatchObject([
    {
      what: 'key-changed',
      by: { name: 'Rosa', from: 'desk-1' },
      keyId: key.id,
      before: { [`doors.${doorId}.departure`]: '2026-11-25T11:00' },
      after: { [`doors.${doorId}.departure`]: '2026-11-26T12:00' },
    },
  ]);
  expect(code).toMatch(/^\d{6}$/);
  expect(JSON.stringify(audit)).not.toContain(code);
  expect(verifyChain(audit, head)).toMatchObject({ verdict: 'whole' });
  await hotel.powerCut();
});
