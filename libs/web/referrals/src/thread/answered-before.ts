import { isProblem } from '@relais/web/kernel';

/** When somebody else moved a referral first: who, and to which state. */
export function answeredBefore(problem: unknown, say: (key: string, params: Record<string, unknown>) => string): string | undefined {
  if (!isProblem(problem, 'referral.world_moved') || !problem.params['by']) return undefined;
  return say('referrals.answered_before', { by: problem.params['by'], status: say(`referrals.status.${problem.params['to']}`, {}) });
}
