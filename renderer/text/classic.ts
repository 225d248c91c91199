import { sentences } from './language.ts';

/** On a MIFARE Classic: said wherever one is used. */
export const classicTexts = sentences('mifare-classic', {
  title: 'MIFARE Classic',
  about: 'A MIFARE Classic can be copied',
  remark:
    'MIFARE Classic’s own protection, Crypto-1, has been broken since 2008: its keys can be recovered in minutes, and special cards copy its UID. Portal uses it only as the carrier of a signed record and never relies on its keys. Nobody can make up a key or change one, but a copied card opens the same doors until it ends.',
});
