import '#main/locks/drivers/matter/matter-settings';
import { Bytes, Crypto, Entropy } from '@matter/main';
import { describe, expect, it } from 'vitest';
import { matterEnvironment } from '#main/locks/drivers/matter/matter-environment';
import { silentLog } from '#tests/support/silent-log';

describe('the crypto of Matter', () => {
  const where = { storageFolder: '/nowhere', network: null, log: silentLog };

  it('is the platform’s where that has AES-CCM', () => {
    const environment = matterEnvironment({ ...where, ciphers: ['aes-128-ccm', 'aes-128-gcm'] });

    expect(environment.get(Crypto).implementationName).toBe('Node.js');
  });

  it('is matter.js’ own where it has not, as on the desk', () => {
    const environment = matterEnvironment({ ...where, ciphers: ['aes-128-gcm'] });

    expect(environment.get(Crypto).implementationName).toBe('JS');
    expect(environment.get(Entropy)).toBe(environment.get(Crypto));
  });

  it('encrypts the same with either, so that a data folder can go from one shell to the other', () => {
    const [key, nonce] = [
      Bytes.fromHex('d7828d13b2b0bdc325a76236df93cc6b'),
      Bytes.fromHex('2f1dbd38ce3eda7c23f04dd650'),
    ];
    const office = matterEnvironment({ ...where, ciphers: ['aes-128-ccm'] }).get(Crypto);
    const desk = matterEnvironment({ ...where, ciphers: [] }).get(Crypto);

    const sealed = office.encrypt(key, Bytes.fromString('unlock'), nonce, Bytes.fromString('header'));
    const opened = desk.decrypt(key, sealed, nonce, Bytes.fromString('header'));

    expect(Bytes.toString(opened)).toBe('unlock');
  });
});
