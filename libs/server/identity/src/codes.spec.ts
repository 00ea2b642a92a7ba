import { plusMinutes, toInstant } from '@relais/domain';
import { addressOf, codeAt, hashOfRecoveryCode, newRecoveryCodes, newSecret, stepOf } from './codes';

// RFC 6238, appendix B, SHA-1: the secret is the text 12345678901234567890.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const at = toInstant('2005-03-18T01:58:29.000Z');

describe('the code of a telephone', () => {
  it('is the one of the standard', () => {
    expect(codeAt(SECRET, at)).toBe('081804');
    expect(codeAt(SECRET, toInstant('2009-02-13T23:31:30.000Z'))).toBe('005924');
  });

  it('counts half a minute early or late, and not a minute', () => {
    expect(stepOf(SECRET, '081804', 0, plusMinutes(at, 0.5))).toBe(37_037_036);
    expect(stepOf(SECRET, '081804', 0, plusMinutes(at, 1.1))).toBeUndefined();
  });

  it('counts once: the same code a second later is nothing', () => {
    const step = stepOf(SECRET, '081804', 0, at) ?? 0;
    expect(stepOf(SECRET, '081804', step, at)).toBeUndefined();
  });

  it('is refused when it is not six digits', () => {
    for (const code of ['', '81804', '0818040', 'abcdef', '08 1804']) expect(stepOf(SECRET, code, 0, at)).toBeUndefined();
  });

  it('is read from an address that names the product and the account', () => {
    expect(addressOf(newSecret(), 'a@b.example')).toMatch(/^otpauth:\/\/totp\/Relais:a%40b\.example\?.*secret=[A-Z2-7]{32}/);
  });
});

describe('codes kept on paper', () => {
  it('are eight, all different, and found again however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(8);
    expect(hashOfRecoveryCode(` ${codes[0]?.toUpperCase()} `)).toBe(hashOfRecoveryCode(codes[0] ?? ''));
  });
});
