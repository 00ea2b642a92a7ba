import { type Instant, plusMinutes, toInstant } from '@relais/domain';
import { refreshVerdict, type SessionState, type TokenState } from './refresh-rule';

const now = toInstant('2026-11-23T08:00:00.000Z');
const ago = (minutes: number): Instant => plusMinutes(now, -minutes);
const session = (more: Partial<SessionState> = {}): SessionState => ({
  revoked: false,
  accountActive: true,
  expiresAt: plusMinutes(now, 60),
  ...more,
});
const token = (more: Partial<TokenState> = {}): TokenState => ({ issuedAt: ago(10), usedAt: null, nextUsed: false, ...more });

describe('a refresh token', () => {
  it('gives its successor once', () => {
    expect(refreshVerdict(session(), token(), now)).toBe('rotate');
  });

  it('gives the same successor again for five seconds, while that one is unused', () => {
    expect(refreshVerdict(session(), token({ usedAt: ago(5 / 60) }), now)).toBe('repeat');
    expect(refreshVerdict(session(), token({ usedAt: ago(5.01 / 60) }), now)).toBe('reused');
    expect(refreshVerdict(session(), token({ usedAt: ago(1 / 60), nextUsed: true }), now)).toBe('reused');
  });

  it('is over after half an hour without use', () => {
    expect(refreshVerdict(session(), token({ issuedAt: ago(30) }), now)).toBe('rotate');
    expect(refreshVerdict(session(), token({ issuedAt: ago(30.1) }), now)).toBe('over');
  });

  it('is over with its session, and when the account is disabled', () => {
    expect(refreshVerdict(session({ revoked: true }), token(), now)).toBe('over');
    expect(refreshVerdict(session({ expiresAt: now }), token(), now)).toBe('over');
    expect(refreshVerdict(session({ accountActive: false }), token({ usedAt: ago(3) }), now)).toBe('over');
  });
});
