/** One arrow of the table of moves, and the journey that walks it on the screens. */
export type Arrow = { readonly move: string; readonly from: string; readonly to: string; readonly journey: string };

/**
 * `move: from > to` by journey. Every line of the table of moves is here; `tools/checks/arrows.spec.ts` says which is missing, and a run of
 * all journeys which of these was not walked.
 */
const WALKED: Readonly<Record<string, string>> = {
  'refer-and-be-received.e2e.ts': `send: draft > sent; record_contact: accepted > in_progress; post_result: in_progress > result_posted;
    acknowledge: result_posted > closed`,
  'walk-a-referral.e2e.ts': `receive: sent > received; accept: received > accepted; hold: accepted > on_hold; resume: on_hold > accepted;
    unaccept: accepted > received; contest: result_posted > in_progress; withdraw: sent > closed; mark_error: sent > closed`,
  'talk-about-a-referral.e2e.ts': `ask_info: received > info_needed; answer_info: info_needed > received; waitlist: received > waitlisted;
    accept: waitlisted > accepted; request_cancel: accepted > cancel_requested; object_cancel: cancel_requested > accepted;
    confirm_cancel: cancel_requested > closed`,
  'hand-over-the-lead.e2e.ts': 'accept: sent > accepted',
  'decline-and-refer-again.e2e.ts': 'decline: sent > closed',
  'coordinate-referrals.e2e.ts': `send: draft > held; release: held > sent; decline: received > decline_pending;
    return_decline: decline_pending > received; confirm_decline: decline_pending > closed; reroute: decline_pending > closed`,
  'every-other-way.e2e.ts': `ask_info: sent > info_needed; withdraw: info_needed > closed; waitlist: sent > waitlisted;
    decline: waitlisted > closed; withdraw: received > closed; post_result: accepted > result_posted; contest: result_posted > accepted;
    hold: in_progress > on_hold; resume: on_hold > in_progress; request_cancel: on_hold > cancel_requested;
    request_cancel: in_progress > cancel_requested; object_cancel: cancel_requested > in_progress;
    object_cancel: cancel_requested > on_hold; oppose: in_progress > cancel_requested; withdraw: held > closed; oppose: held > closed`,
  'merge-two-files.e2e.ts': 'supersede: sent > closed',
  'the-clock-acts.e2e.ts': `drop_claim: received > sent; expire: sent > closed; return_info: info_needed > received;
    expire: waitlisted > closed; confirm_by_silence: cancel_requested > closed; acknowledge_by_silence: result_posted > closed;
    lapse: held > closed; expire: received > closed`,
};

/** Every arrow that a journey walks. */
export const WALKED_ARROWS: readonly Arrow[] = Object.entries(WALKED).flatMap(([journey, arrows]) =>
  arrows.split(';').map((arrow) => {
    const [move = '', from = '', to = ''] = arrow.split(/:|>/).map((word) => word.trim());
    return { move, from, to, journey };
  }),
);
