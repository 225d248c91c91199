import { expect, test } from 'vitest';
import { allowProvisioningTooltip, pendingProvisioningTooltip, summaryText } from '../../renderer/text/doorcode.ts';
import { revokeKeyConsequence } from '../../renderer/text/doors.ts';

test('the tooltip of Pending Provisioning is the reference’s, letter for letter', () => {
  expect(pendingProvisioningTooltip).toBe(
    'The credentials haven’t been assigned to the door yet. This can occur if provisioning was manually disabled or if, based on your configuration settings, the linked PMS reservation hasn’t been checked in (either at the front desk or online).',
  );
});

test('the tooltip of Allow Provisioning is the reference’s, letter for letter', () => {
  expect(allowProvisioningTooltip).toBe(
    'Once provisioning is allowed, the credentials will be written to the door and will become valid for the selected time period. If provisioning is disabled, the system will not write the credentials yet, and they will need to be enabled manually later.',
  );
});

test('the card of a doorcode counts the doors that have it', () => {
  expect(summaryText({ worst: 'waiting-for-lock', provisioned: 2, doors: 3 })).toBe('2 of 3 doors');
  expect(summaryText({ worst: 'provisioned', provisioned: 1, doors: 1 })).toBe('1 of 1 door');
  expect(summaryText({ worst: 'pending-provisioning', provisioned: 0, doors: 2 })).toBe('Pending Provisioning');
});

test('before a key is revoked it is said who loses which doors', () => {
  expect(revokeKeyConsequence('Amara Okafor', ['204', 'Main entrance', 'Pool'])).toMatch(
    /^Amara Okafor can no longer open 204, Main entrance and Pool with this doorcode\./,
  );
});
