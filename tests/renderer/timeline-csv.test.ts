import { expect, test } from 'vitest';
import type { TimelineView } from '#api/views';
import { zoneName } from '#domain/time/time';
import { timelineCsv } from '../../renderer/components/timeline-groups.ts';

const entry = (changes: object): TimelineView => ({
  id: '1',
  at: '2026-07-01T09:00:05.000Z' as never,
  by: { kind: 'portal' },
  kind: 'written',
  doorName: '204',
  keyId: null,
  owner: null,
  facts: {},
  ...changes,
});

test('a line for each thing that happened, in the property’s time, with its cause', () => {
  const failed = entry({ kind: 'write-failed', facts: { attempt: '2', error: 'lock-offline' }, by: { kind: 'lock' } });
  const [, ...lines] = timelineCsv([entry({}), failed], zoneName.parse('Europe/Lisbon')).split('\r\n');

  expect(lines).toEqual([
    '"2026-07-01T10:00:05","Doorcode written and read back: 204","204","Portal",""',
    '"2026-07-01T10:00:05","Write to 204 failed, attempt 2","204","lock","4117 lock not reachable"',
    '',
  ]);
});

test.each(['=1+1', '+351', '-2', '@cmd'])('a name %j is never a formula', (name) => {
  const shown = entry({ kind: 'key-revoked', doorName: null, by: { kind: 'staff', staffId: 'x' as never, name } });

  expect(timelineCsv([shown], zoneName.parse('UTC'))).toContain(`"'${name}"`);
});
