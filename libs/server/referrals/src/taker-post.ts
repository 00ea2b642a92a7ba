/** A post that can take a lead in a unit: of that unit itself, which accompanies the person, not of one below it. `$2` post, `$3` unit. */
export const TAKER = `select id from app.post where region = $1 and id = $2 and unit_id = $3 and active and role in ('counsellor', 'unit_lead')`;
