/** Kinds of referral. Source: referral.md, "Objects". */
export const REFERRAL_KINDS = ['add', 'redirect', 'assess', 'self', 'claim'] as const;

/** `add`: the sender keeps supporting; `redirect`: it stops once the receiver is engaged; `assess`: evaluation only; `self`: the person asks; `claim`: a receiver asks for a person it has met. */
export type ReferralKind = (typeof REFERRAL_KINDS)[number];

/** States of a referral: names, never ordered numbers. Source: referral.md, "States". */
export const REFERRAL_STATES = [
  'draft',
  'held',
  'sent',
  'received',
  'info_needed',
  'waitlisted',
  'accepted',
  'in_progress',
  'on_hold',
  'cancel_requested',
  'decline_pending',
  'result_posted',
  'closed',
] as const;

/** The state a referral is in. */
export type ReferralState = (typeof REFERRAL_STATES)[number];

/** How a closed referral ended. Source: referral.md, "States". */
export const CLOSURES = ['completed', 'declined', 'withdrawn', 'cancelled', 'expired', 'rerouted', 'superseded', 'error'] as const;

/** The end of a referral. */
export type Closure = (typeof CLOSURES)[number];

/** What came of a referral. Refused by the person and refused by the provider are never merged. Source: referral.md, "Outcome". */
export const OUTCOMES = [
  'met',
  'partly_met',
  'enrolled_elsewhere',
  'not_eligible',
  'refused_by_person',
  'refused_by_provider',
  'no_capacity',
  'unreachable',
  'no_show',
  'duplicate',
  'moved',
  'deceased',
  'other',
] as const;

/** What came of a referral. */
export type Outcome = (typeof OUTCOMES)[number];

/** Ends that are nothing without an outcome. Source: referral.md, "Outcome, required with". */
export const CLOSURES_WITH_OUTCOME = ['completed', 'declined', 'cancelled'] as const satisfies readonly Closure[];

/** Why a receiver declines, each with the outcome it means. Source: referral.md, "Decline reasons → outcome". */
export const DECLINE_REASONS = {
  not_eligible: 'not_eligible',
  no_place: 'no_capacity',
  out_of_territory: 'not_eligible',
  wrong_public: 'not_eligible',
  already_followed: 'duplicate',
  other_destination: 'refused_by_provider',
  person_does_not_want: 'refused_by_person',
  person_unreachable: 'unreachable',
  incomplete_file: 'refused_by_provider',
  other: 'other',
} as const satisfies Record<string, Outcome>;

/** A reason to decline. */
export type DeclineReason = keyof typeof DECLINE_REASONS;

/**
 * Reasons that the same team would give again for the same person and need: remembered for a while. An incomplete file can be completed,
 * and a person may change their mind.
 */
export const REMEMBERED_REASONS = [
  'not_eligible',
  'no_place',
  'out_of_territory',
  'wrong_public',
  'already_followed',
  'other_destination',
] as const satisfies readonly DeclineReason[];

/** Who stands where towards one referral; `timer` is the system itself (a due date, a merge), `person` the one it is about. */
export const SIDES = ['sender', 'receiver', 'coordinator', 'timer', 'person'] as const;

/** A side that can move a referral. */
export type Side = (typeof SIDES)[number];

/** What a move of a referral sets off outside its row, as data; the server gives each its meaning. */
export type EffectCode =
  | 'packet.freeze'
  | 'support.open'
  | 'support.undo'
  | 'handover.open'
  | 'handover.may_be_effective'
  | 'handover.roll_back'
  | 'alternatives.offer'
  | 'draft.prepare'
  | 'unmet_need.log'
  | 'read.end'
  | 'person.tell_if_safe'
  | 'notice.sender'
  | 'notice.receiver'
  | 'notice.receiver_lead'
  | 'notice.coordinator';

/** Moves of a referral: the words of the log, of the routes and of the buttons. Source: referral.md, "Moves". */
export const REFERRAL_MOVES = [
  'send',
  'release',
  'lapse',
  'receive',
  'drop_claim',
  'ask_info',
  'answer_info',
  'return_info',
  'accept',
  'waitlist',
  'decline',
  'confirm_decline',
  'return_decline',
  'reroute',
  'record_contact',
  'hold',
  'resume',
  'unaccept',
  'request_cancel',
  'oppose',
  'confirm_cancel',
  'confirm_by_silence',
  'object_cancel',
  'withdraw',
  'post_result',
  'acknowledge',
  'acknowledge_by_silence',
  'contest',
  'expire',
  'supersede',
  'mark_error',
] as const;

/** A move of a referral. */
export type ReferralMove = (typeof REFERRAL_MOVES)[number];

/** What each move is called once it has happened: the outbox event and the journal's word. */
export const REFERRAL_EVENTS = {
  send: 'referral.sent',
  release: 'referral.released',
  lapse: 'referral.lapsed',
  receive: 'referral.received',
  drop_claim: 'referral.claim_dropped',
  ask_info: 'referral.info_asked',
  answer_info: 'referral.info_answered',
  return_info: 'referral.info_returned',
  accept: 'referral.accepted',
  waitlist: 'referral.waitlisted',
  decline: 'referral.declined',
  confirm_decline: 'referral.decline_confirmed',
  return_decline: 'referral.decline_returned',
  reroute: 'referral.rerouted',
  record_contact: 'referral.contact_recorded',
  hold: 'referral.held_up',
  resume: 'referral.resumed',
  unaccept: 'referral.unaccepted',
  request_cancel: 'referral.cancel_requested',
  oppose: 'referral.opposed',
  confirm_cancel: 'referral.cancelled',
  confirm_by_silence: 'referral.cancelled_by_silence',
  object_cancel: 'referral.cancel_objected',
  withdraw: 'referral.withdrawn',
  post_result: 'referral.result_posted',
  acknowledge: 'referral.acknowledged',
  acknowledge_by_silence: 'referral.acknowledged_by_silence',
  contest: 'referral.result_contested',
  expire: 'referral.expired',
  supersede: 'referral.superseded',
  mark_error: 'referral.marked_error',
} as const satisfies Record<ReferralMove, `referral.${string}`>;

/** The event of a move. */
export type ReferralEvent = (typeof REFERRAL_EVENTS)[ReferralMove];
