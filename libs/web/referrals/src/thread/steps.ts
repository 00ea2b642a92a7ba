import type { ReferralState } from '@relais/domain';
import type { ProgressStep } from '@relais/web/ui';

const ORDER = ['sent', 'received', 'accepted', 'in_progress', 'closed'] as const;
const PLACE: Readonly<Record<ReferralState, number>> = {
  draft: -1,
  held: -1,
  sent: 0,
  received: 1,
  info_needed: 1,
  waitlisted: 1,
  decline_pending: 1,
  accepted: 2,
  cancel_requested: 2,
  in_progress: 3,
  on_hold: 3,
  result_posted: 3,
  closed: 4,
};

/** The small thread of a referral: what is done, where it stands, what lies ahead; broken where it ended without being completed. */
export function stepsOf(status: ReferralState, closure: string | null, say: (key: string) => string): ProgressStep[] {
  const at = PLACE[status];
  const broken = status === 'closed' && closure !== 'completed';
  return ORDER.map((step, index) => {
    const state = index < at ? 'done' : index > at ? 'ahead' : broken ? 'broken' : status === 'closed' ? 'done' : 'current';
    return { label: say(step), state: broken && index > 0 && index < at ? 'ahead' : state };
  });
}
