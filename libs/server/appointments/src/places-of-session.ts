import type { Id } from '@relais/domain';

/** A place in a collective session: who leads the person's file, who holds the session. */
export type PlaceOfSession = { readonly id: Id; readonly leadPostId: Id | null; readonly hostId: Id };

/** Columns of {@link PlaceOfSession}, of the places that are still planned in the session `$2`. */
export const PLACE = `a.id, b.lead_post_id as "leadPostId", g.post_id as "hostId"`;

/** Where they are read from. */
export const PLACES_OF_SESSION = `
  from app.appointment a
  join app.group_session g on g.region = $1 and g.id = a.group_session_id
  join app.beneficiary b on b.region = $1 and b.id = a.beneficiary_id
  where a.region = $1 and a.group_session_id = $2 and a.status = 'planned'`;

/** Whoever leads the person's file hears of what became of the place, unless they hold the session or did it themselves. */
export function leadToTell({ leadPostId, hostId }: PlaceOfSession, actorPostId: Id | undefined): Id | undefined {
  return leadPostId && leadPostId !== hostId && leadPostId !== actorPostId ? leadPostId : undefined;
}
