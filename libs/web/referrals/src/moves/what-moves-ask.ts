import type { ReferralMove } from '@relais/domain';

/** What one does to a referral: a move of the machine, or adding to what was handed over. */
export type Gesture = ReferralMove | 'packet_addendum';

/** One thing that a move asks before it leaves. */
export type Question =
  | { readonly field: Words; readonly kind: 'words'; readonly required: boolean }
  | { readonly field: 'reviewAt' | 'resumeAt'; readonly kind: 'day'; readonly inDays: number }
  | { readonly field: 'outcome'; readonly kind: 'outcome' }
  | { readonly field: 'included'; readonly kind: 'notes' };

type Words = 'question' | 'info' | 'message' | 'reason' | 'note';

const words = (field: Words, required = true): Question => ({ field, kind: 'words', required });
const day = (field: 'reviewAt' | 'resumeAt', inDays: number): Question => ({ field, kind: 'day', inDays });
const OUTCOME: Question = { field: 'outcome', kind: 'outcome' };

/** What each move asks; a move that is not here leaves at once, accepting and declining have dialogs of their own. */
export const WHAT_MOVES_ASK: Partial<Record<Gesture, readonly Question[]>> = {
  ask_info: [words('question')],
  answer_info: [words('info'), { field: 'included', kind: 'notes' }],
  packet_addendum: [words('message'), { field: 'included', kind: 'notes' }],
  waitlist: [day('reviewAt', 14), words('reason', false)],
  hold: [words('reason'), day('resumeAt', 14)],
  withdraw: [words('reason', false)],
  unaccept: [words('reason', false)],
  request_cancel: [OUTCOME, words('reason')],
  object_cancel: [words('reason')],
  contest: [words('reason')],
  post_result: [OUTCOME, words('note', false)],
  mark_error: [words('reason')],
  confirm_decline: [words('reason')],
  return_decline: [words('reason')],
};

/** Moves of my side that a person makes; the others are a timer's. In the order of their buttons. */
export const OFFERED_MOVES: readonly ReferralMove[] = [
  'receive',
  'accept',
  'acknowledge',
  'answer_info',
  'record_contact',
  'post_result',
  'confirm_cancel',
  'release',
  'resume',
  'waitlist',
  'ask_info',
  'decline',
  'contest',
  'object_cancel',
  'hold',
  'unaccept',
  'request_cancel',
  'withdraw',
  'confirm_decline',
  'return_decline',
  'mark_error',
];
