import { enteredCredentials, fieldChecks, shownOf, type PmsSystem } from '#main/pms/pms-system';
import { mewsSystem } from '#main/pms/connectors/mews/mews-system';
import { HeldCredentials } from '#main/pms/credentials';
import { memoryVault } from '#tests/support/memory-vault';
import { expect, it } from 'vitest';

const entered = { address: ' https://api.mews.com ', clientToken: 'C1', accessToken: 'A1' };

it('what was entered for a PMS is checked as its description says, and what no field asks for is dropped', () => {
  expect(enteredCredentials(mewsSystem, { ...entered, colour: 'blue' })).toEqual({
    address: 'https://api.mews.com',
    clientToken: 'C1',
    accessToken: 'A1',
  });
});

it('a field that is wrong is named, with the reason as a code', () => {
  const wrong = () => enteredCredentials(mewsSystem, { address: 'ftp://mews', clientToken: ' ' });

  expect(wrong).toThrow(
    expect.objectContaining({
      issues: [
        expect.objectContaining({ path: ['fields', 'address'], message: 'not-a-web-address' }),
        expect.objectContaining({ path: ['fields', 'clientToken'], message: 'client-token-missing' }),
        expect.objectContaining({ path: ['fields', 'accessToken'], message: 'access-token-missing' }),
      ],
    }),
  );
});

it('a choice is one of those offered, and what is not required may stay empty', () => {
  const region = {
    name: 'region',
    label: 'client-token',
    kind: 'choice',
    choices: ['eu', 'us'],
    default: 'eu',
  } as const;
  const system: PmsSystem = {
    ...mewsSystem,
    fields: [{ ...region, required: false, missing: 'missing', check: fieldChecks.secret }],
  };

  expect(enteredCredentials(system, { region: '' })).toEqual({ region: '' });
  expect(enteredCredentials(system, { region: 'us' })).toEqual({ region: 'us' });
  expect(() => enteredCredentials(system, { region: 'mars' })).toThrow('not-valid');
});

it('secrets are never among what may be shown', () => {
  expect(shownOf(mewsSystem, enteredCredentials(mewsSystem, entered))).toEqual({ address: 'https://api.mews.com' });
});

it('renewed credentials are in the vault before they are used, and a restart goes on with them', async () => {
  const vault = memoryVault();
  const credentials = new HeldCredentials(vault, { refreshToken: 'R1' });
  await credentials.keepAs('pms-cloudbeds');

  await credentials.renew({ refreshToken: 'R2', accessToken: 'A2' });

  const afterRestart = await HeldCredentials.open(vault, 'pms-cloudbeds');
  expect(afterRestart?.current()).toEqual({ refreshToken: 'R2', accessToken: 'A2' });
});

it('credentials that could not be saved are not used', async () => {
  const vault = memoryVault();
  const credentials = new HeldCredentials(vault, { refreshToken: 'R1' });
  await credentials.keepAs('pms-cloudbeds');
  vault.diskFull = true;

  await expect(credentials.renew({ refreshToken: 'R2' })).rejects.toThrow('disk');

  expect(credentials.current()).toEqual({ refreshToken: 'R1' });
});

it('what is only tried leaves nothing in the vault, and what comes after the end neither', async () => {
  const vault = memoryVault();
  const tried = new HeldCredentials(vault, { refreshToken: 'R1' });
  await tried.renew({ refreshToken: 'R2' });
  const kept = new HeldCredentials(vault, { refreshToken: 'R3' });
  await kept.keepAs('pms-cloudbeds');

  await kept.forget();
  await kept.renew({ refreshToken: 'R4' });

  expect(vault.names()).toEqual([]);
});
