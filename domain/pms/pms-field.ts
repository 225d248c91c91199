/** What staff are asked for to connect a PMS: a code each. The words are in renderer/text/integrations.ts. */
export type PmsFieldLabel = 'platform-address' | 'client-token' | 'access-token';

/** text · secret: written, and never shown again · url: an address of the web · choice: one of `choices`. */
export type PmsFieldKind = 'text' | 'secret' | 'url' | 'choice';
