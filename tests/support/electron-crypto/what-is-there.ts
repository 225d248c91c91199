/** What an Electron's `crypto.getCiphers()` says (electron/electron#24024). AES-CCM is not there (#23637). */
export const electronCiphers: readonly string[] = `
  aes-128-cbc aes-128-cfb aes-128-ctr aes-128-ecb aes-128-gcm aes-128-ofb
  aes-192-cbc aes-192-ctr aes-192-ecb aes-192-gcm aes-192-ofb
  aes-256-cbc aes-256-cfb aes-256-ctr aes-256-ecb aes-256-gcm aes-256-ofb
  des-cbc des-ecb des-ede des-ede-cbc des-ede3-cbc rc2-cbc rc4
`
  .trim()
  .split(/\s+/);

/** BoringSSL finds a hash by its exact name (`strcmp` in its `EVP_get_digestbyname`): no aliases like `SHA-256`. */
export const electronHashes: readonly string[] = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

/** BoringSSL has the curves of TLS and no others. */
export const electronCurves: readonly string[] = ['prime256v1', 'secp224r1', 'secp384r1', 'secp521r1'];
