import type { Refusal } from '../problems/refusals';
import { plusMinutes, type Instant } from '../time/time';
import type { Id } from '../operators/actor';
import type { HandedOver, Handover, HandoverMove, HandoverSide, HandoverState, HandoverTransition, LeadChange } from './handover';

/** Minutes for which the former lead reads and may add: 30 days. Source: referral.md, "warm". */
const WARM = 30 * 1440;

/** Minutes for which two may act while a first contact is awaited: 60 days, the longest that a referral may be on hold. */
const OVERLAP = 60 * 1440;

/** Who moves a handover, with what. */
export type HandoverAnswer = {
  readonly side: HandoverSide;
  readonly postId: Id | null;
  readonly reason?: string;
  /** The post that takes the lead. */
  readonly toPostId?: Id;
  readonly effectiveOn?: Instant;
  readonly contactAt?: Instant;
  /** The giver can't act: its unit is closed, or its post is absent or ended. */
  readonly giverGone?: boolean;
};

type Row = { readonly from: readonly HandoverState[]; readonly to: HandoverState | 'same'; readonly by: readonly HandoverSide[] };

const OPEN = ['proposed', 'agreed', 'overlap'] as const;

/**
 * The table of moves of a handover. `take_effect` comes at the first contact of a `redirect` or on a later agreed date, never before
 * first contact; `forced` needs a giver that is gone, a reason and somebody who receives: never nobody. Source: referral.md, "Handover".
 */
export const HANDOVER_TABLE: Readonly<Record<HandoverMove, Row>> = {
  agree: { from: ['proposed'], to: 'agreed', by: ['taker', 'system'] },
  refuse: { from: ['proposed'], to: 'refused', by: ['taker'] },
  lapse: { from: ['proposed', 'overlap'], to: 'lapsed', by: ['system'] },
  open_overlap: { from: ['agreed'], to: 'overlap', by: ['taker', 'system'] },
  agree_date: { from: ['overlap'], to: 'same', by: ['giver', 'taker'] },
  record_contact: { from: ['overlap'], to: 'same', by: ['taker', 'system'] },
  take_effect: { from: ['overlap'], to: 'effective', by: ['taker', 'system'] },
  warm_up: { from: ['effective'], to: 'warm', by: ['taker', 'system'] },
  end: { from: ['warm'], to: 'ended', by: ['giver', 'system'] },
  recall: { from: [...OPEN, 'effective', 'warm'], to: 'recalled', by: ['giver', 'system'] },
  force: { from: [...OPEN], to: 'forced', by: ['giver', 'taker'] },
};

/** Whether a handover is still under way. */
export function isHandoverOpen({ status }: Pick<Handover, 'status'>): boolean {
  return (OPEN as readonly HandoverState[]).includes(status);
}

/** Whether a handover is over: nothing moves it any more. */
export function isHandoverOver({ status }: Pick<Handover, 'status'>): boolean {
  return !Object.values(HANDOVER_TABLE).some(({ from }) => (from as readonly HandoverState[]).includes(status));
}

/** Whether the lead is with the one who takes. */
export function hasHandedOver({ status }: Pick<Handover, 'status'>): boolean {
  return (['effective', 'warm', 'ended', 'forced'] as readonly HandoverState[]).includes(status);
}

/** What decides whether a handover may move: the screens know no more of it. */
export type HandoverStanding = Pick<Handover, 'kind' | 'status' | 'toPostId' | 'effectiveOn' | 'firstContactAt' | 'dueAt'>;

/** Why a move of a handover can't be made, or undefined. */
export function whyNotHandOver(move: HandoverMove, handover: HandoverStanding, answer: HandoverAnswer, now: Instant): Refusal | undefined {
  const row = HANDOVER_TABLE[move];
  if (!row.by.includes(answer.side)) return { refused: 'referral.not_your_move' };
  if (!row.from.includes(handover.status)) return { refused: 'referral.not_in_this_state', params: { status: handover.status } };
  const named = answer.toPostId ?? handover.toPostId;
  switch (move) {
    case 'agree':
      return named === null ? { refused: 'referral.accountable_missing', pointer: '/toPostId' } : undefined;
    case 'refuse':
      return filled(answer.reason) ? undefined : { refused: 'referral.reason_missing', pointer: '/reason' };
    case 'agree_date':
      return answer.effectiveOn !== undefined && answer.effectiveOn > now
        ? undefined
        : { refused: 'referral.date_out_of_range', pointer: '/effectiveOn', params: { from: now } };
    case 'take_effect':
      if (handover.kind === 'redirect' && handover.firstContactAt === null) return { refused: 'referral.no_contact_yet' };
      if (handover.effectiveOn !== null && handover.effectiveOn > now) return { refused: 'referral.not_due_yet' };
      return named === null ? { refused: 'referral.accountable_missing', pointer: '/toPostId' } : undefined;
    case 'lapse':
    case 'end':
      return answer.side === 'system' && (handover.dueAt === null || handover.dueAt > now)
        ? { refused: 'referral.not_due_yet' }
        : undefined;
    case 'force':
      if (answer.giverGone !== true) return { refused: 'handover.giver_is_there' };
      return filled(answer.reason) ? undefined : { refused: 'referral.reason_missing', pointer: '/reason' };
    default:
      return undefined;
  }
}

/** Makes a move of a handover, or says why not. Pure; an effect warms up in the same breath. */
export function moveHandover(move: HandoverMove, handover: Handover, answer: HandoverAnswer, now: Instant): HandedOver | Refusal {
  const refusal = whyNotHandOver(move, handover, answer, now);
  if (refusal) return refusal;
  const after = changed(move, handover, answer, now);
  const first: HandedOver = {
    handover: after,
    transitions: [lineOf(move, handover, after, answer, now)],
    lead: leadOf(move, handover, after),
  };
  if (move !== 'take_effect') return first;
  const warm = moveHandover('warm_up', after, answer, now);
  return 'refused' in warm ? warm : { ...warm, transitions: [...first.transitions, ...warm.transitions], lead: first.lead };
}

/** The first contact of a `redirect`: it is noted, and the lead goes over unless both agreed on a later date. */
export function contactMade(handover: Handover, answer: HandoverAnswer, now: Instant): HandedOver | Refusal {
  const noted = moveHandover('record_contact', handover, answer, now);
  if ('refused' in noted) return noted;
  const effective = moveHandover('take_effect', noted.handover, answer, now);
  return 'refused' in effective ? noted : { ...effective, transitions: [...noted.transitions, ...effective.transitions] };
}

/** What the clock does when a handover falls due: it lapses without an answer or a contact, takes effect on the agreed date, or ends. */
export function dueMoveOf(handover: Pick<Handover, 'status' | 'kind' | 'firstContactAt'>): HandoverMove | undefined {
  const both: HandoverMove = awaitsContact(handover) ? 'lapse' : 'take_effect';
  const moves: Partial<Record<HandoverState, HandoverMove>> = { proposed: 'lapse', overlap: both, warm: 'end' };
  return moves[handover.status];
}

/** Whether the lead waits for the first contact of a `redirect`. */
function awaitsContact({ kind, firstContactAt }: Pick<Handover, 'kind' | 'firstContactAt'>): boolean {
  return kind === 'redirect' && firstContactAt === null;
}

/** When the clock acts next: a co-referent's time ends by itself, and so does that of the former lead. */
function dueOf(
  after: Pick<Handover, 'status' | 'kind' | 'firstContactAt' | 'effectiveOn' | 'warmUntil'>,
  before: Handover,
  now: Instant,
): Instant | null {
  if (after.status === 'warm') return after.warmUntil;
  if (after.status !== 'overlap') return null;
  if (!awaitsContact(after)) return after.effectiveOn ?? now;
  const end = before.status === 'overlap' && before.dueAt !== null ? before.dueAt : plusMinutes(now, OVERLAP);
  return after.effectiveOn !== null && after.effectiveOn > end ? after.effectiveOn : end;
}

function changed(move: HandoverMove, handover: Handover, answer: HandoverAnswer, now: Instant): Handover {
  const { to } = HANDOVER_TABLE[move];
  const status = to === 'same' ? handover.status : to;
  const warmUntil = move === 'warm_up' ? plusMinutes(now, WARM) : handover.warmUntil;
  const effectiveOn = move === 'agree_date' ? (answer.effectiveOn ?? null) : handover.effectiveOn;
  const firstContactAt = move === 'record_contact' ? (answer.contactAt ?? now) : handover.firstContactAt;
  return {
    ...handover,
    status,
    statusSince: status === handover.status ? handover.statusSince : now,
    toPostId: answer.toPostId ?? handover.toPostId,
    effectiveOn,
    firstContactAt,
    effectiveAt: move === 'take_effect' || move === 'force' ? now : handover.effectiveAt,
    warmUntil,
    dueAt: dueOf({ status, kind: handover.kind, firstContactAt, effectiveOn, warmUntil }, handover, now),
    reason: answer.reason ?? handover.reason,
    sequence: handover.sequence + 1,
    updatedAt: now,
    version: handover.version + 1,
  };
}

function leadOf(move: HandoverMove, before: Handover, after: Handover): LeadChange | undefined {
  if (move === 'take_effect' || move === 'force')
    return after.toPostId ? { toPostId: after.toPostId, toUnitId: null } : queue(after.toUnitId);
  const hadChanged = before.status === 'effective' || before.status === 'warm';
  if (move !== 'recall' || !hadChanged) return undefined;
  return before.fromPostId ? { toPostId: before.fromPostId, toUnitId: null } : queue(before.fromUnitId);
}

function queue(unitId: Id): LeadChange {
  return { toPostId: null, toUnitId: unitId };
}

function lineOf(move: HandoverMove, before: Handover, after: Handover, answer: HandoverAnswer, at: Instant): HandoverTransition {
  return {
    handoverId: before.id,
    sequence: after.sequence,
    move,
    fromStatus: before.status,
    toStatus: after.status,
    actorPostId: answer.postId,
    actorSide: answer.side,
    reason: answer.reason ?? null,
    at,
  };
}

function filled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}
