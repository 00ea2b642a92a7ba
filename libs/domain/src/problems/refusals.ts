/**
 * Every reason for which the product says no, `area.reason`. Each has one status (server kernel) and one French and one
 * English sentence (web kernel), tied by `satisfies Record<RefusalCode, …>`: a missing one does not compile.
 */
export const REFUSAL_CODES = [
  'request.invalid',
  'request.too_large',
  'request.too_many',
  'request.unsupported',
  'request.key_missing',
  'request.key_reused',
  'request.version_missing',
  'request.version_stale',
  'request.not_found',
  'request.unavailable',
  'request.failed',
  'session.missing',
  'session.expired',
  'session.wrong_credentials',
  'session.wait',
  'session.no_post',
  'session.region_closed',
  'session.forged_origin',
  'session.code_needed',
  'session.wrong_code',
  'session.code_required',
  'session.proof_needed',
  'permission.denied',
  'beneficiary.known_already',
  'beneficiary.opposed',
  'beneficiary.already_linked',
  'link.asked_already',
  'link.answered',
  'glass.reason_too_short',
  'glass.too_many',
  'search.too_many',
  'interview.sealed',
  'interview.empty',
  'interview.not_author',
  'interview.not_sealed',
  'action.settled',
  'action.not_later',
  'goal.settled',
  'note.narrowing',
  'note.not_author',
  'appointment.settled',
  'appointment.not_yet',
  'referral.not_in_this_state',
  'referral.not_your_move',
  'referral.world_moved',
  'referral.no_agreement_recorded',
  'referral.person_opposed',
  'referral.twin_open',
  'referral.refused_recently',
  'referral.receiver_closed',
  'referral.same_unit',
  'referral.no_contact_yet',
  'referral.contact_already',
  'referral.too_late_to_undo',
  'referral.reason_missing',
  'referral.outcome_missing',
  'referral.accountable_missing',
  'referral.destination_missing',
  'referral.date_out_of_range',
  'referral.once_only',
  'referral.reminders_pending',
  'referral.not_due_yet',
  'referral.no_place',
  'referral.attempts_missing',
  'referral.successor_missing',
] as const;

/** A reason for a no. */
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A no with its reason; `pointer` is a JSON pointer to the field at fault, `params` fill the sentence (never personal data). */
export type Refusal = {
  readonly refused: RefusalCode;
  readonly pointer?: string;
  readonly params?: Readonly<Record<string, string | number>>;
};
