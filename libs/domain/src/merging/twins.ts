import type { Id } from '../operators/actor';
import type { Referral } from '../referrals/record';
import type { ReferralState } from '../referrals/vocabulary';

/** What of a referral says whether it exists twice. */
export type TwinReferral = Pick<Referral, 'id' | 'beneficiaryId' | 'theme' | 'receiverUnitId' | 'status'>;

/** A referral that gives way, and the one that goes on in its place. */
export type SupersededTwin = { readonly id: Id; readonly successorId: Id };

/** How far a referral has come; the one that is further on goes on. A draft is nobody's yet, and gives way to whatever lives. */
const FAR: Readonly<Record<ReferralState, number>> = {
  closed: -1,
  draft: 0,
  held: 0,
  sent: 1,
  decline_pending: 1,
  received: 2,
  info_needed: 2,
  waitlisted: 3,
  accepted: 4,
  cancel_requested: 5,
  on_hold: 5,
  in_progress: 6,
  result_posted: 7,
};

/**
 * Referrals of two files of one person that ask the same of the same team: of each two one goes on, the one that has come further, the one
 * of the file that stays when they are equal. What is written and not sent gives way only to what lives. Source: referral.md, "superseded".
 */
export function twinsOf(survivorId: Id, referrals: readonly TwinReferral[]): readonly SupersededTwin[] {
  const open = referrals.filter(({ status }) => status !== 'closed');
  return [...Map.groupBy(open, ({ theme, receiverUnitId }) => `${theme} ${receiverUnitId}`).values()].flatMap((same) => {
    if (new Set(same.map(({ beneficiaryId }) => beneficiaryId)).size < 2) return [];
    const stays = same.reduce((best, one) => (further(survivorId, one, best) ? one : best));
    if (FAR[stays.status] <= 0) return [];
    return same
      .filter((one) => one !== stays && one.beneficiaryId !== stays.beneficiaryId)
      .map(({ id }) => ({ id, successorId: stays.id }));
  });
}

function further(survivorId: Id, one: TwinReferral, best: TwinReferral): boolean {
  const ahead = FAR[one.status] - FAR[best.status];
  return ahead > 0 || (ahead === 0 && one.beneficiaryId === survivorId && best.beneficiaryId !== survivorId);
}
