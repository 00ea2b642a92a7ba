/**
 * The query that proves it: every file of a region (`$1`) whose periods do not adjoin from the first to today. A gap, an overlap, two
 * open periods or none, or a lead that the file does not name, each is a row; none means that nobody lacked a referent for an instant.
 */
export const WITHOUT_LEAD = `
  with periods as (
    select t.beneficiary_id, t.since, t.until, t.post_id, t.unit_id, lag(t.until) over file as before, row_number() over file as place
    from app.lead_tenure t where t.region = $1
    window file as (partition by t.beneficiary_id order by t.since, t.until nulls last))
  select b.id as file,
    count(*) filter (where p.place > 1 and p.before is distinct from p.since)::int as "notAdjoining",
    count(*) filter (where p.until is null)::int as open,
    count(*) filter (where p.until is null and (p.post_id, p.unit_id) is not distinct from
      (case b.status when 'active' then b.lead_post_id end, case b.status when 'active' then b.lead_unit_id end))::int as "asNamed"
  from app.beneficiary b
  left join periods p on p.beneficiary_id = b.id
  where b.region = $1
  group by b.id
  having count(*) filter (where p.place > 1 and p.before is distinct from p.since) > 0
    or count(*) filter (where p.until is null) <> 1
    or count(*) filter (where p.until is null and (p.post_id, p.unit_id) is not distinct from
      (case b.status when 'active' then b.lead_post_id end, case b.status when 'active' then b.lead_unit_id end)) <> 1`;
