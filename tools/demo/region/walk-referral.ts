import {
  addWorkingMinutes,
  draftReferral,
  move,
  plusMinutes,
  TIMER,
  type Agreement,
  type DeclineReason,
  type Instant,
  type MoveAnswer,
  type Outcome,
  type Referral,
  type ReferralDraft,
  type ReferralMove,
  type ReferralTransition,
  type Standing,
} from '@relais/domain';
import type { Dice } from '../random';

/** How far a referral of the demo has come. */
export type Fate = 'draft' | 'sent' | 'received' | 'accepted' | 'in_progress' | 'result_posted' | 'completed' | 'declined' | 'withdrawn';

/** What a walk needs besides the draft. */
export type Walk = {
  readonly fate: Fate;
  readonly draft: ReferralDraft;
  readonly writtenAt: Instant;
  readonly sentAt: Instant;
  readonly now: Instant;
  readonly agreement: Agreement;
  readonly sharing: 'informed' | 'agreed';
  readonly receiverPostId: string;
  readonly packetId: string;
  readonly contactId: string;
  readonly contactAt: (after: Instant) => Instant;
  /** A moment of the last working days, for a result that still waits to be read. */
  readonly lately: Instant;
  readonly outcome: Outcome;
  readonly result: string;
  readonly declineReason: DeclineReason;
  readonly declineWords: string;
  readonly alternatives: readonly string[];
};

/** A referral and the log that it folds from. */
export type Walked = { readonly referral: Referral; readonly log: readonly ReferralTransition[]; readonly contactAt: Instant | null };

/**
 * Walks the machine of the domain with working delays, until the fate is reached. Every row comes from the machine; a move it refuses
 * is a fault of the demo and throws.
 */
export function walkReferral(walk: Walk, dice: Dice): Walked {
  const { draft, agreement, now, fate } = walk;
  const first = draftReferral(draft, walk.writtenAt);
  if ('refused' in first) throw new RangeError(first.refused);
  const log: ReferralTransition[] = [];
  let referral: Referral = first;
  const sender: Standing = { side: 'sender', postId: draft.senderPostId, operatorId: draft.senderOperatorId };
  const receiver: Standing = { side: 'receiver', postId: walk.receiverPostId, operatorId: draft.receiverOperatorId };
  const make = (name: ReferralMove, standing: Standing, answer: MoveAnswer, at: Instant): void => {
    const moved = move(name, referral, standing, answer, at, agreement);
    if ('refused' in moved) throw new RangeError(`${fate}: ${name} at ${at}: ${moved.refused}`);
    referral = moved.referral;
    log.push(moved.transition);
  };
  /** Later by some working minutes, never later than what the demo has seen. */
  const later = (at: Instant, low: number, high: number): Instant => {
    const wished = addWorkingMinutes(at, dice.int(low, high), agreement.calendar);
    return wished < now ? wished : plusMinutes(at, Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / 120_000)));
  };
  let contactAt: Instant | null = null;
  const end = (): Walked => ({ referral, log, contactAt });

  if (fate === 'draft') return end();
  make(
    'send',
    sender,
    { packetId: walk.packetId, facts: { sharing: walk.sharing, receiverLive: true, twinOpen: false, refusedUntil: null } },
    walk.sentAt,
  );
  if (fate === 'sent') return end();
  if (fate === 'withdrawn') {
    make('withdraw', sender, { reason: dice.pick(WITHDRAWN) }, later(walk.sentAt, 60, 1400));
    return end();
  }
  const receivedAt = later(walk.sentAt, 20, dice.chance(0.75) ? 480 : 1500);
  make('receive', receiver, {}, receivedAt);
  if (fate === 'received') return end();
  const decidedAt = later(receivedAt, 15, dice.chance(0.8) ? 400 : 800);
  if (fate === 'declined') {
    const answer = {
      declineReason: walk.declineReason,
      note: walk.declineWords,
      alternatives: walk.alternatives,
      reason: walk.declineWords,
    };
    make('decline', receiver, answer, decidedAt);
    return end();
  }
  make('accept', receiver, { accountablePostId: walk.receiverPostId }, decidedAt);
  if (fate === 'accepted') return end();
  contactAt = walk.contactAt(decidedAt);
  const recordedAt = plusMinutes(contactAt, 40) < now ? plusMinutes(contactAt, 40) : contactAt;
  make('record_contact', receiver, { contact: { kind: 'interview', id: walk.contactId, at: contactAt } }, recordedAt);
  if (fate === 'in_progress') return end();
  const postedAt = fate === 'result_posted' && walk.lately > recordedAt ? walk.lately : later(recordedAt, 480, 480 * 24);
  make('post_result', receiver, { outcome: walk.outcome, note: walk.result }, postedAt);
  if (fate === 'result_posted') return end();
  const due = referral.dueAt;
  if (due !== null && due < now && dice.chance(0.14)) make('acknowledge_by_silence', TIMER, {}, due);
  else make('acknowledge', sender, {}, later(postedAt, 30, 480 * 5));
  return end();
}

const WITHDRAWN = [
  'La personne a trouvé par elle-même.',
  'Le projet a changé depuis l’envoi.',
  'Envoyé à la mauvaise équipe, renvoyé ailleurs.',
  'La personne préfère attendre.',
  'Déménagement imminent.',
];
