import { actions, mayDo, type Action } from '#domain/staff/permission';
import { roles } from '#domain/staff/staff';
import { describe, expect, test } from 'vitest';

describe('who may do what', () => {
  const mayBy = (action: Action): readonly string[] => roles.filter((role) => mayDo(role, action));

  test.each([
    ['create-keys', ['owner', 'general-manager', 'team']],
    ['edit-keys', ['owner', 'general-manager', 'team']],
    ['share-credentials', ['owner', 'general-manager', 'team']],
    ['see-doorcodes', ['owner', 'general-manager', 'team']],
    ['see-people', ['owner', 'general-manager', 'team']],
    ['see-doors', ['owner', 'general-manager', 'team', 'installer', 'housekeeping']],
    ['edit-doors', ['owner', 'general-manager', 'installer']],
    ['edit-locks', ['owner', 'general-manager', 'installer']],
    ['edit-settings', ['owner', 'general-manager']],
    ['edit-staff', ['owner', 'general-manager']],
    ['edit-integrations', ['owner', 'general-manager']],
    ['appoint-owner', ['owner']],
  ] as const)('%s', (action, allowed) => {
    expect(mayBy(action)).toEqual(allowed);
  });

  test('an owner may do everything, and housekeeping sees doors and nothing else', () => {
    expect(actions.filter((action) => mayDo('owner', action))).toEqual(actions);
    expect(actions.filter((action) => mayDo('housekeeping', action))).toEqual(['see-doors']);
  });
});
