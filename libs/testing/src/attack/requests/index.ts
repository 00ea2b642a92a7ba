/*
 * One valid request per operation of the API document. Add a route → add its line in the file of its area, by the name of its handler:
 *
 *   grantLink: async (s) => ({ as: s.me, id: (await s.linkRequest()).id }),
 *
 * `s` is a fresh scene: `s.me` leads `s.person`; `s.receiver` gets the referrals; `s.stranger` is not concerned; `s.passerby()` is a
 * counsellor of this request alone; `s.referral('accepted')`, `s.note()`… make what the request is about; what counsellors write goes through
 * `s.secret('…')`, so that the suite can look for it in the log. Token, `Idempotency-Key` and `If-Match` are added. Give every
 * optional field of the body a value: each given field is attacked. Then say in `docs/decision-table.csv` who may.
 */
import { agendaRequests } from './agenda';
import { auditRequests } from './audit';
import { clockRequests } from './clocks';
import { continuityRequests } from './continuity';
import { interviewRequests } from './interviews';
import { mergeRequests } from './merges';
import { outreachRequests } from './outreach';
import { peopleRequests } from './people';
import { referralRequests } from './referrals';
import { regionRequests } from './region';
import type { ValidRequests } from './request';
import { sessionRequests } from './session';

export const validRequests: ValidRequests = {
  ...sessionRequests,
  ...regionRequests,
  ...peopleRequests,
  ...interviewRequests,
  ...agendaRequests,
  ...referralRequests,
  ...auditRequests,
  ...clockRequests,
  ...outreachRequests,
  ...mergeRequests,
  ...continuityRequests,
};
