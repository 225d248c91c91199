/**
 * What the page may do, in both shells: load Portal's own files and talk to Portal, nothing else.
 * Mantine writes its colours into a style element and into style attributes, so styles may be inline; scripts never.
 */
export const contentSecurity = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
} as const;

/** The same as one header. */
export function contentSecurityHeader(): string {
  return Object.entries(contentSecurity)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}
