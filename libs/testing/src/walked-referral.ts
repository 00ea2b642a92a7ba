import { randomUUID } from 'node:crypto';
import {
  DEFAULT_AGREEMENT,
  draftReferral,
  type Instant,
  instantAt,
  type Milestone,
  millisOf,
  move,
  type MoveAnswer,
  plusMinutes,
  type Referral,
  type ReferralMove,
  type ReferralState,
  type ReferralTransition,
  type Side,
} from '@relais/domain';
import { aBeneficiary } from './builders';
import type { TestDatabase } from './database';
import { insert, type Row } from './insert';
import type { Professional } from './professionals';

/** Between whom a referral walks, and what a test wants otherwise: the moment of its moves, the date that has come, its kind, its hold. */
export type Walk = {
  readonly sender: Professional;
  readonly receiver: Professional;
  readonly at?: Instant;
  readonly due?: Milestone;
  readonly kind?: Referral['kind'];
  readonly checked?: boolean;
};

const ENGAGED = ['send', 'accept', 'record_contact'] as const;
const WALKS: Readonly<Record<Exclude<ReferralState, 'closed'>, readonly ReferralMove[]>> = {
  draft: [],
  held: ['send'],
  sent: ['send'],
  received: ['send', 'receive'],
  info_needed: ['send', 'receive', 'ask_info'],
  waitlisted: ['send', 'receive', 'waitlist'],
  decline_pending: ['send', 'decline'],
  accepted: ['send', 'accept'],
  in_progress: ENGAGED,
  on_hold: [...ENGAGED, 'hold'],
  cancel_requested: [...ENGAGED, 'request_cancel'],
  result_posted: [...ENGAGED, 'post_result'],
};

/**
 * A referral that came to a state by the moves of the machine itself, with its whole log: two hours ago, or with `due` long
 * enough ago for that date to have come. The person is the sender's.
 */
export async function aWalkedReferral(
  db: TestDatabase,
  status: Exclude<ReferralState, 'closed'>,
  { sender, receiver, due, kind = 'add', checked = false, ...walk }: Walk,
): Promise<Referral> {
  const now = instantAt(Date.now());
  const at = walk.at ?? plusMinutes(now, -60 * (due === undefined ? 2 : due === 'claim_drop' ? 7 * 24 : 90 * 24));
  const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const { region } = person;
  const draft = draftReferral(
    {
      ...{ region, id: randomUUID(), beneficiaryId: person.id, kind, need: 'Un logement', theme: 'housing', urgent: false, parentId: null },
      ...{ senderOperatorId: sender.actor.operatorId, senderUnitId: sender.actor.unitId, senderPostId: sender.actor.postId },
      ...{ receiverOperatorId: receiver.actor.operatorId, receiverUnitId: receiver.actor.unitId },
    },
    at,
  );
  if ('refused' in draft) throw new Error(draft.refused);
  let referral = draft;
  const log: ReferralTransition[] = [];
  const settings = {
    ...DEFAULT_AGREEMENT.settings,
    personMustAgree: status === 'held' && !checked,
    checkBeforeSending: status === 'held' && checked,
    lookAtDeclines: status === 'decline_pending',
  };
  for (const name of WALKS[status]) {
    const side: Side = name === 'send' || name === 'request_cancel' ? 'sender' : 'receiver';
    const { postId, operatorId } = (side === 'sender' ? sender : receiver).actor;
    const standing = { side, postId, operatorId };
    const moved = move(name, referral, standing, answerAt(at, receiver), at, { ...DEFAULT_AGREEMENT, settings });
    if ('refused' in moved) throw new Error(`${name}: ${moved.refused}`);
    referral = moved.referral;
    log.push(moved.transition);
  }
  if (due) referral = { ...referral, dueAt: instantAt(millisOf(now) - 60_000), dueMilestone: due };
  await db.arranging(region).transaction(async (client) => {
    await insert(client, 'app.referral', columnsOf(referral));
    for (const line of log) await insert(client, 'app.referral_transition', { id: randomUUID(), ...columnsOf(line) });
  });
  return referral;
}

function answerAt(at: Instant, receiver: Professional): MoveAnswer {
  const later = plusMinutes(at, 10 * 24 * 60);
  return {
    facts: { sharing: 'informed', receiverLive: true, twinOpen: false, refusedUntil: null },
    ...{ reason: 'Parce que', question: 'Laquelle ?', accountablePostId: receiver.actor.postId, reviewAt: later, resumeAt: later },
    ...{ declineReason: 'no_place', outcome: 'moved', contact: { kind: 'interview', id: randomUUID(), at } },
  };
}

function columnsOf(fields: object): Row {
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [snake(name), value]));
}
