import type { Actor, Id } from '../operators/actor';
import type { Referral } from './record';
import type { ReferralKind, Side } from './vocabulary';

/** Where somebody stands towards one referral: the actor class of its moves, decided for this referral and no other. */
export type Standing = {
  readonly side: Side | 'none';
  /** The post that acts; null for a timer and for the person. */
  readonly postId: Id | null;
  /** The operator of that post; null as above. */
  readonly operatorId: Id | null;
};

/** The system itself: a due date that has come, a merge of two files. */
export const TIMER: Standing = { side: 'timer', postId: null, operatorId: null };

/** The person the referral is about, through their own space or an opposition recorded for them. */
export const PERSON: Standing = { side: 'person', postId: null, operatorId: null };

/** The units of three lines of hierarchy, each from the unit itself up to its operator's root. */
export type Lines = { readonly actor: readonly Id[]; readonly sender: readonly Id[]; readonly receiver: readonly Id[] };

/** A party in the table of moves: a side, or the one who asks or decides, which depends on the kind. */
export type Party = Side | 'asker' | 'decider';

/** The side a party is on. A `claim` is decided by the accompanying unit; a `self` referral is asked by the person. Source: referral.md, "Moves". */
export function sideOf(party: Party, kind: ReferralKind): Side {
  if (party === 'asker') return kind === 'claim' ? 'receiver' : kind === 'self' ? 'person' : 'sender';
  if (party === 'decider') return kind === 'claim' ? 'sender' : 'receiver';
  return party;
}

/**
 * Every side that speaks for a party. What the person asks (`self`) may be written down for them by the unit that accompanies them: the
 * person's move, by that side's hand.
 */
export function sidesOf(party: Party, kind: ReferralKind): readonly Side[] {
  return party === 'asker' && kind === 'self' ? ['person', 'sender'] : [sideOf(party, kind)];
}

/** Whether somebody who stands there speaks for a party. */
export function speaksFor({ side }: Pick<Standing, 'side'>, party: Party, kind: ReferralKind): boolean {
  return side !== 'none' && sidesOf(party, kind).includes(side);
}

/**
 * Where a post stands: on the side of the unit that it works in or under; a unit lead also on the side of the units below.
 * The nearer unit wins when both sides are the same operator's. Reading the file gives no standing. Source: referral.md, invariant 4.
 */
export function standingOf(
  actor: Pick<Actor, 'region' | 'postId' | 'unitId' | 'operatorId' | 'role'>,
  referral: Pick<Referral, 'region' | 'senderUnitId' | 'receiverUnitId'>,
  lines: Lines,
): Standing {
  const who = { postId: actor.postId, operatorId: actor.operatorId };
  if (actor.region !== referral.region) return { side: 'none', ...who };
  if (actor.role === 'regional_coordinator') return { side: 'coordinator', ...who };
  if (actor.role !== 'counsellor' && actor.role !== 'unit_lead') return { side: 'none', ...who };
  const leads = actor.role === 'unit_lead';
  const toSender = distance(actor.unitId, referral.senderUnitId, lines.actor, lines.sender, leads);
  const toReceiver = distance(actor.unitId, referral.receiverUnitId, lines.actor, lines.receiver, leads);
  if (toSender === Infinity && toReceiver === Infinity) return { side: 'none', ...who };
  return { side: toSender < toReceiver ? 'sender' : 'receiver', ...who };
}

/** Whether a post speaks for a unit: it works in it or under it, or leads above it. `own` and `line` go from a unit up to its root. */
export function standsBy({ unitId, role }: Pick<Actor, 'unitId' | 'role'>, unit: Id, own: readonly Id[], line: readonly Id[]): boolean {
  if (role !== 'counsellor' && role !== 'unit_lead') return false;
  return distance(unitId, unit, own, line, role === 'unit_lead') < Infinity;
}

function distance(own: Id, unit: Id, ownLine: readonly Id[], unitLine: readonly Id[], leads: boolean): number {
  if (own === unit) return 0;
  const below = ownLine.indexOf(unit);
  if (below >= 0) return below;
  const above = leads ? unitLine.indexOf(own) : -1;
  return above >= 0 ? above : Infinity;
}
