/** The columns of an `ActionView`, from {@link ACTION_SOURCE}. */
export const ACTION_COLUMNS = `t.id, t.goal_id as "goalId", t.words, t.owner,
  case when t.owner_post_id is null then u.name else s.given_name || ' ' || s.family_name end as "ownerName",
  t.owner_post_id as "ownerPostId", t.due_on as "dueOn", t.status, t.outcome, t.done_at as "doneAt",
  t.postponed_from as "postponedFrom", t.postponed_because as "postponedBecause", t.version`;

/** What {@link ACTION_COLUMNS} reads from: `$1` is the region. Identities of professionals are public within it. */
export const ACTION_SOURCE = `app.action t
  left join app.post p on p.region = $1 and p.id = t.owner_post_id
  left join app.staff s on s.region = $1 and s.id = p.staff_id
  left join app.unit u on u.region = $1 and u.id = t.owner_unit_id`;

/** The columns of a `GoalView`, from `app.goal g`. */
export const GOAL_COLUMNS = `g.id, g.words, g.theme, g.status, g.outcome, g.review_on as "reviewOn", g.version`;
