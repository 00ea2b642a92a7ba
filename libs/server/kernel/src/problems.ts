import type { Refusal, RefusalCode } from '@relais/domain';

/** HTTP status of each refusal. 404 also for another region: what one may not see does not exist. Source: house.md §6, RFC 9110, RFC 9457. */
export const STATUS_OF = {
  'request.invalid': 422,
  'request.too_large': 413,
  'request.too_many': 429,
  'request.unsupported': 415,
  'interview.not_author': 403,
  'interview.not_sealed': 409,
  'note.not_author': 403,
  'appointment.not_yet': 409,
  'referral.not_due_yet': 409,
  'referral.no_place': 409,
  'referral.attempts_missing': 422,
  'referral.successor_missing': 422,
  'request.key_missing': 422,
  'request.key_reused': 422,
  'request.version_missing': 428,
  'request.version_stale': 412,
  'request.not_found': 404,
  'request.unavailable': 503,
  'request.failed': 500,
  'session.missing': 401,
  'session.expired': 401,
  'session.wrong_credentials': 401,
  'session.wait': 429,
  'session.no_post': 403,
  'session.region_closed': 403,
  'session.forged_origin': 403,
  'session.code_needed': 401,
  'session.wrong_code': 401,
  'session.code_required': 403,
  'session.proof_needed': 403,
  'account.password_weak': 422,
  'account.password_same': 422,
  'permission.denied': 403,
  'beneficiary.known_already': 409,
  'beneficiary.opposed': 409,
  'beneficiary.already_linked': 409,
  'link.asked_already': 409,
  'link.answered': 409,
  'glass.reason_too_short': 422,
  'glass.too_many': 429,
  'glass.own_review': 403,
  'glass.reviewed': 409,
  'glass.note_missing': 422,
  'suspicion.settled': 409,
  'search.too_many': 429,
  'interview.sealed': 409,
  'interview.empty': 422,
  'action.settled': 409,
  'action.not_later': 422,
  'goal.settled': 409,
  'note.narrowing': 409,
  'appointment.settled': 409,
  'appointment.clash': 409,
  'appointment.past': 422,
  'appointment.of_session': 409,
  'availability.overlap': 422,
  'group.full': 409,
  'group.over': 409,
  'group.seated': 409,
  'group.too_small': 409,
  'referral.not_in_this_state': 409,
  'referral.not_your_move': 403,
  'referral.world_moved': 409,
  'referral.no_agreement_recorded': 409,
  'referral.person_opposed': 409,
  'referral.twin_open': 409,
  'referral.refused_recently': 409,
  'referral.receiver_closed': 409,
  'referral.same_unit': 422,
  'referral.no_contact_yet': 409,
  'referral.contact_already': 409,
  'referral.too_late_to_undo': 409,
  'referral.reason_missing': 422,
  'referral.outcome_missing': 422,
  'referral.accountable_missing': 422,
  'referral.destination_missing': 422,
  'referral.date_out_of_range': 422,
  'referral.once_only': 409,
  'referral.reminders_pending': 409,
  'absence.reason': 422,
  'absence.dates': 422,
  'absence.overlaps': 409,
  'absence.handed_over': 409,
  'pack.lead_decides': 403,
  'pack.receiver_unfit': 422,
  'pack.not_in_this_state': 409,
  'pack.too_late_to_undo': 409,
  'pack.for_good': 409,
  'post.still_holds': 409,
  'clock.start_out_of_range': 422,
  'clock.wrong_age': 422,
  'clock.open_already': 409,
  'clock.not_running': 409,
  'clock.no_pause': 409,
  'clock.proof_missing': 422,
  'clock.pause_too_long': 422,
  'clock.not_paused': 409,
  'clock.settled': 409,
  'clock.wrong_way': 422,
  'clock.too_early': 422,
  'clock.representative_missing': 409,
  'file.closed': 409,
  'file.open': 409,
  'file.in_progress': 409,
  'lead.not_free': 409,
  'lead.not_there': 422,
  'contact.unsafe': 409,
  'sighting.asked_already': 409,
  'sighting.answered': 409,
  'sighting.day_missing': 422,
  'handover.under_way': 409,
  'handover.leads_already': 422,
  'handover.not_accompanying': 409,
  'handover.giver_is_there': 409,
  'merge.gone': 409,
  'merge.busy': 409,
  'merge.survivor_closed': 409,
  'merge.opposed_in_one': 409,
  'merge.lead_moves': 409,
  'merge.proposed_already': 409,
  'merge.no_reviewer': 409,
  'merge.own_proposal': 403,
  'merge.not_in_this_state': 409,
  'merge.too_late_to_undo': 409,
  'merge.same_file': 422,
} as const satisfies Record<RefusalCode, number>;

/** One field at fault: a JSON pointer (RFC 6901), a code and its parameters; the reader's language gives the sentence. */
export type FieldProblem = {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
};

/** A refusal on its way to the problem filter. */
export class RefusalProblem extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly errors: readonly FieldProblem[] = [],
    readonly retryAfterSeconds?: number,
  ) {
    super(refusal.refused);
  }

  /** HTTP status of this refusal. */
  get status(): number {
    return STATUS_OF[this.refusal.refused];
  }
}

/** Says no. The problem filter turns it into a problem document; the unit of work rolls back. */
export function refuse(code: RefusalCode, more: Omit<Refusal, 'refused'> & { retryAfterSeconds?: number } = {}): never {
  const { retryAfterSeconds, ...rest } = more;
  throw new RefusalProblem({ refused: code, ...rest }, [], retryAfterSeconds);
}

/** Hands back what a pure rule decided, or says the no that it returned. */
export function orRefuse<T extends object>(decided: T | Refusal): T {
  if ('refused' in decided) throw new RefusalProblem(decided as Refusal);
  return decided as T;
}
