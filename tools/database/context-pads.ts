/**
 * The two blocks of HMAC-SHA-256 (key xor ipad, key xor opad), so that the database checks the signature of a context with its
 * built-in `sha256` and never holds more than it needs.
 */
export function contextPads(contextKey: string): { readonly inner: Buffer; readonly outer: Buffer } {
  const key = Buffer.concat([Buffer.from(contextKey, 'hex'), Buffer.alloc(64)]).subarray(0, 64);
  return { inner: Buffer.from(key.map((byte) => byte ^ 0x36)), outer: Buffer.from(key.map((byte) => byte ^ 0x5c)) };
}
