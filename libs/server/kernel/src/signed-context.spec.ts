import type { Actor } from '@relais/domain';
import { signedContext } from './signed-context';

const actor: Actor = {
  region: '53',
  accountId: '01938d5e-0000-7000-8000-000000000001',
  accountVersion: 1,
  sessionId: '01938d5e-0000-7000-8000-000000000002',
  staffId: '01938d5e-0000-7000-8000-000000000003',
  postId: '01938d5e-0000-7000-8000-000000000004',
  unitId: '01938d5e-0000-7000-8000-000000000005',
  operatorId: '01938d5e-0000-7000-8000-000000000006',
  role: 'counsellor',
};

describe('the signed context of a transaction', () => {
  it('puts a professional under app_rw, in the region and post that act', () => {
    expect(signedContext(actor, 'ab12', 0)).toMatch(
      /^SET LOCAL ROLE app_rw; SET LOCAL app\.ctx = '53\|01938d5e-0000-7000-8000-000000000004\|.*\|counsellor\|120\|[0-9a-f]{64}'$/,
    );
  });

  it('puts the worker under app_worker, on behalf of nobody', () => {
    expect(signedContext({ region: '04', system: true }, 'ab12', 0)).toMatch(
      /^SET LOCAL ROLE app_worker; SET LOCAL app\.ctx = '04\|\|\|\|system\|120\|/,
    );
  });

  it('refuses a part that could break out of the statement', () => {
    expect(() => signedContext({ ...actor, postId: "'; reset role; --" }, 'ab12', 0)).toThrow('unsafe context');
  });
});
