/** 32 letters and digits, never drawn twice. `randomUUID` is not there over plain http, as in the office's browser. */
export function drawnId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
