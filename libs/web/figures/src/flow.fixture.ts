import type { FlowView, StandingCounts } from '@relais/api-client';

/** Nothing became of anything. */
export const none: StandingCounts = { waiting: 0, waitlisted: 0, accepted: 0, in_progress: 0, completed: 0, declined: 0, ended: 0 };
/** What two operators sent one another, by these pairs. */
export const flow = (pairs: FlowView['pairs']): FlowView => ({
  sent: 30,
  byStanding: none,
  senders: [
    { operator: 'ml', sent: 20 },
    { operator: 'cio', sent: 10 },
  ],
  receivers: [
    { operator: 'ml', received: 10, byStanding: { ...none, waiting: 10 } },
    { operator: 'cio', received: 20, byStanding: { ...none, completed: 14, declined: null } },
  ],
  pairs,
});
/** Each sends to the other; every number is told. */
export const both = flow([
  { from: 'ml', to: 'cio', sent: 20, byStanding: none },
  { from: 'cio', to: 'ml', sent: 10, byStanding: none },
]);
