import { expect, test } from 'vitest';
import { settingsTabs, settingsTabsFor } from '../../renderer/screens/settings/settings-tabs.ts';

test('an installer has the sections of Settings that are theirs: locks and the encoder', () => {
  expect(settingsTabsFor('installer')).toEqual(['locks', 'encoder']);
});

test('the team chooses the encoder of their desk, and nothing else', () => {
  expect(settingsTabsFor('team')).toEqual(['encoder']);
});

test('an Owner and a General Manager have all of Settings, housekeeping nothing', () => {
  expect(settingsTabsFor('owner')).toEqual(settingsTabs);
  expect(settingsTabsFor('general-manager')).toEqual(settingsTabs);
  expect(settingsTabsFor('housekeeping')).toEqual([]);
});
