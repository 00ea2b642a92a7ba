import { BY_OWNER, ESCALATED, OPENING } from './doors';

/** Where a referral stands that once needed the region, and who moved it last. */
export const MOVED_ON = `
  create function app.moved_on_from_coordination(referral uuid) returns table (status text, last_kind text, last_post_id uuid)
  language plpgsql stable ${BY_OWNER} as $$ ${OPENING}
    return query
    select r.status, l.actor_kind, l.actor_post_id
    from app.referral r
    cross join lateral (select t.actor_kind, t.actor_post_id from app.referral_transition t
      where t.region = here and t.referral_id = r.id order by t.sequence desc limit 1) l
    where r.region = here and r.id = moved_on_from_coordination.referral and (
      exists (select from app.referral_reminder m where m.region = here and m.referral_id = r.id
        and split_part(m.milestone, ':', 1) in ${ESCALATED})
      or exists (select from app.referral_transition t where t.region = here and t.referral_id = r.id
        and (t.from_status = 'decline_pending' or t.move = 'contest' or t.detail->>'heldFor' = 'check')));
  end $$`;
