import type { Refusal } from '../problems/refusals';
import { plusMinutes, type CivilDate, type Instant } from '../time/time';
import type { AbsenceStanding } from './absence';

/** What becomes of the caseload: it comes back on a day, or it stays with those who took it. */
export const PACK_ENDS = ['comes_back', 'for_good'] as const;

/** What becomes of the caseload. */
export type PackEnd = (typeof PACK_ENDS)[number];

/** States of a continuity pack. Those that end in -ing belong to the worker. */
export const PACK_STATES = ['preparing', 'prepared', 'waiting', 'moving', 'moved', 'undoing', 'undone', 'returning', 'returned'] as const;

/** The state of a pack. `waiting`: it moves by itself on the first day of the absence. */
export type PackState = (typeof PACK_STATES)[number];

/** What became of one file of a pack. */
export const PACK_FILE_STATES = ['waiting', 'moved', 'refused', 'undone', 'returned', 'kept'] as const;

/** The state of one file of a pack. `kept`: it stays with whoever has it now. */
export type PackFileState = (typeof PACK_FILE_STATES)[number];

/** Why one file did not move with the others. `not_open`: whoever takes could not open anything of it. */
export const PACK_FILE_REASONS = ['led_elsewhere', 'closed', 'moved_again', 'not_open'] as const;

/** Why one file did not move. */
export type PackFileReason = (typeof PACK_FILE_REASONS)[number];

/**
 * Why something of a file stays where it is while the rest moves: whoever takes could not open it, since the referral is its unit's, the
 * action comes from a note that is not told to them, or the file is closed to them; or somebody changed it meanwhile.
 */
export const PACK_STAYS = [
  'referral_of_unit',
  'action_of_note',
  'action_not_open',
  'appointment_not_open',
  'appointment_with_taker',
  'referral_changed',
  'action_changed',
  'appointment_changed',
] as const;

/** Why something of a file stays where it is. */
export type PackStay = (typeof PACK_STAYS)[number];

/** Hours for which a pack that moved can be undone. */
export const UNDO_HOURS = 24;

/** What decides what may be done with a pack. */
export type PackStanding = { readonly status: PackState; readonly endsAs: PackEnd; readonly undoUntil: Instant | null };

/** What people do with a pack; the days do the rest. */
export const PACK_MOVES = ['prepare', 'run', 'undo', 'return'] as const;

/** Something that people do with a pack. */
export type PackMove = (typeof PACK_MOVES)[number];

const FROM: Readonly<Record<PackMove, readonly PackState[]>> = {
  prepare: ['prepared', 'waiting'],
  run: ['prepared'],
  undo: ['moved'],
  return: ['moved'],
};

/**
 * Why something can't be done with a pack now, or undefined. Whoever leaves prepares; whoever leads the unit moves files, since the
 * colleagues' days are theirs to plan.
 */
export function whyNotPack(move: PackMove, pack: PackStanding, standing: AbsenceStanding, now: Instant): Refusal | undefined {
  if (standing === 'reads') return { refused: 'permission.denied' };
  if (move !== 'prepare' && standing !== 'leads') return { refused: 'pack.lead_decides' };
  if (!FROM[move].includes(pack.status)) return { refused: 'pack.not_in_this_state', params: { status: pack.status } };
  if (move === 'undo' && (pack.undoUntil === null || pack.undoUntil <= now)) return { refused: 'pack.too_late_to_undo' };
  if (move === 'return' && pack.endsAs !== 'comes_back') return { refused: 'pack.for_good' };
  return undefined;
}

/** Whether a pack moves at once or waits for the first day of the absence. */
export function startsAs(startsOn: CivilDate, today: CivilDate): 'waiting' | 'moving' {
  return startsOn > today ? 'waiting' : 'moving';
}

/** Until when a pack that moved now can be undone. */
export function undoUntil(movedAt: Instant): Instant {
  return plusMinutes(movedAt, UNDO_HOURS * 60);
}

/** What somebody still answers for: their post is not closed before all of it has found somebody else. */
export type Holdings = {
  readonly files: number;
  readonly referrals: number;
  readonly actions: number;
  readonly appointments: number;
};

/** Why a post can't be closed yet, or undefined. Source: referral.md, "Handover of the referent". */
export function whyNotClosePost(holds: Holdings): Refusal | undefined {
  const { files, referrals, actions, appointments } = holds;
  return files + referrals + actions + appointments === 0 ? undefined : { refused: 'post.still_holds', params: { ...holds } };
}
