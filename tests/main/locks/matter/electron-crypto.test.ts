import { execFileSync } from 'node:child_process';
import { createCipheriv, createHash, getCiphers } from 'node:crypto';
import { describe, expect, it } from 'vitest';

/** Runs only where tests/support/electron-crypto is loaded first: it says that what is beside it was tried without. */
describe('the crypto of Electron', () => {
  it('has no AES-CCM, which Matter encrypts with', () => {
    const make = () => createCipheriv('aes-128-ccm', new Uint8Array(16), new Uint8Array(13), { authTagLength: 16 });

    expect(getCiphers()).not.toContain('aes-128-ccm');
    expect(make).toThrow('Unknown cipher');
  });

  it('has no second names for a hash', () => {
    expect(() => createHash('SHA-256')).toThrow('Digest method not supported');
    expect(createHash('sha256').update('a door').digest('hex')).toHaveLength(64);
  });

  it('has AES-GCM and AES-ECB, which secrets and cards use', () => {
    expect(getCiphers()).toEqual(expect.arrayContaining(['aes-256-gcm', 'aes-128-ecb']));
  });

  it('is the same in the programs that are started, like the virtual building', () => {
    const question = "console.log(process.getBuiltinModule('crypto').getCiphers().includes('aes-128-ccm'))";

    const answer = execFileSync(process.execPath, ['--eval', question], { encoding: 'utf8' });

    expect(answer).toBe('false\n');
  });
});
