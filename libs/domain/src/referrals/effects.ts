import type { Id } from '../operators/actor';
import type { MoveAnswer } from './answers';
import type { Referral } from './record';
import type { EffectCode } from './vocabulary';
import { placeOf } from './waits';

/** Something to do because a referral moved, with the unit or the post that it is for; ids only. */
export type ReferralEffect = {
  readonly effect: EffectCode;
  readonly unitId?: Id;
  readonly postId?: Id;
  /** Other units that could serve the person, or the one destination of a ready draft. */
  readonly unitIds?: readonly Id[];
};

/**
 * The effects of a move that apply to this very referral: a handover only with `redirect`, a receiver told only of what it
 * may see, unmet need only for lack of a place or an answer. Source: referral.md, "Moves", column effects, and "Handover".
 */
export function effectsOf(codes: readonly EffectCode[], before: Referral, after: Referral, answer: MoveAnswer): readonly ReferralEffect[] {
  return codes.flatMap((code) => {
    const turned = isUndecidedClaim(before) ? (TURNED[code] ?? code) : code;
    if (!applies(turned, before, after, answer)) return [];
    return [
      turned === 'notice.receiver_lead' && isUndecidedClaim(before)
        ? { effect: turned, unitId: after.senderUnitId }
        : addressed(turned, after, answer),
    ];
  });
}

/** Until a claim is decided, the one who asks is the receiver, and the one who decides is the sender. */
const TURNED: Partial<Record<EffectCode, EffectCode>> = { 'notice.sender': 'notice.receiver', 'notice.receiver': 'notice.sender' };

function isUndecidedClaim({ kind, acceptedAt }: Referral): boolean {
  return kind === 'claim' && acceptedAt === null;
}

function applies(code: EffectCode, before: Referral, after: Referral, answer: MoveAnswer): boolean {
  switch (code) {
    case 'handover.open':
    case 'handover.may_be_effective':
      return after.kind === 'redirect';
    case 'handover.roll_back':
      return after.kind === 'redirect' && before.acceptedAt !== null && (after.closure !== 'completed' || after.firstContactAt === null);
    case 'notice.receiver':
    case 'notice.receiver_lead':
      return after.sentAt !== null;
    case 'notice.coordinator':
      return after.status !== 'closed';
    case 'read.end':
      // An evaluation ends with its result; whoever supports the person goes on.
      return after.status === 'closed' && after.sentAt !== null && (after.closure !== 'completed' || after.kind === 'assess');
    case 'alternatives.offer':
      return after.status === 'closed';
    case 'draft.prepare':
      return after.status === 'closed' && (answer.destinationUnitId !== undefined || after.declineReason === 'other_destination');
    case 'unmet_need.log':
      return after.status === 'closed' && (after.closure === 'expired' || after.outcome === 'no_capacity');
    default:
      return true;
  }
}

function addressed(effect: EffectCode, referral: Referral, answer: MoveAnswer): ReferralEffect {
  switch (effect) {
    case 'support.open':
    case 'support.undo':
    case 'read.end':
    case 'notice.receiver_lead':
      return { effect, unitId: referral.receiverUnitId };
    case 'notice.receiver':
    case 'notice.sender': {
      const { unitId, postId } = placeOf(effect === 'notice.sender' ? 'sender' : 'receiver', referral);
      return { effect, ...(unitId === null ? {} : { unitId }), ...(postId === null ? {} : { postId }) };
    }
    case 'alternatives.offer':
      return { effect, unitId: referral.senderUnitId, unitIds: answer.alternatives ?? [] };
    case 'draft.prepare':
      return { effect, unitId: referral.senderUnitId, unitIds: answer.destinationUnitId === undefined ? [] : [answer.destinationUnitId] };
    default:
      return { effect };
  }
}
