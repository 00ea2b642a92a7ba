import { BRING_FILE_BACK, CARRY_FILE } from './carry';

/** Whether the acting post's unit accompanies the person of a file, or leads those who do. */
const READS = (file: string): string => `exists (select from app.file_access a where a.region = here and a.beneficiary_id = ${file}
      and a.grantee_id = sec.unit() and (a.basis = 'support' or a.basis = 'hierarchy' and sec.role() = 'unit_lead'))`;

/** What must be known of two files before they become one (domain: MergeFacts); nothing to whom one of them is closed. `besides`: this merge. */
const MERGE_FACTS = `
  create function app.merge_facts(survivor uuid, absorbed uuid, besides uuid) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
    files uuid[] := array[survivor, absorbed];
  begin
    if sec.role() <> 'system' and not (${READS('merge_facts.survivor')} and ${READS('merge_facts.absorbed')}) then return null; end if;
    return (select jsonb_build_object('survivor', s.status, 'absorbed', o.status,
      'gone', s.merged_into_id is not null or o.merged_into_id is not null,
      'opposedInOne', (s.sharing_status = 'opposed') <> (o.sharing_status = 'opposed'),
      'busy', exists (select from app.file_merge m where m.region = here and m.status in ('merging', 'undoing')
        and (m.survivor_id = any (files) or m.absorbed_id = any (files)) and m.id is distinct from besides),
      'proposed', exists (select from app.file_merge m where m.region = here and m.status = 'proposed' and m.survivor_id = any (files)
        and m.absorbed_id = any (files) and m.id is distinct from besides),
      'handover', exists (select from app.handover h where h.region = here and h.beneficiary_id = any (files)
        and h.status in ('proposed', 'agreed', 'overlap')),
      'lent', exists (select from app.pack_file f
        join app.continuity_pack k on k.region = here and k.id = f.pack_id
        where f.region = here and f.beneficiary_id = o.id and (f.status = 'waiting' and k.status in ('waiting', 'moving')
          or f.status = 'moved' and (k.status in ('moving', 'undoing', 'returning') or k.status = 'moved' and k.ends_as = 'comes_back'))),
      'reviewers', (select count(*) from app.merge_reviewers(s.id, o.id, sec.post())))
    from app.beneficiary s join app.beneficiary o on o.region = here and o.id = absorbed
    where s.region = here and s.id = survivor);
  end $$`;

/** Unit leads, beside one post, whose unit accompanies the person in both files or leads those who do. */
const MERGE_REVIEWERS = `
  create function app.merge_reviewers(survivor uuid, absorbed uuid, besides uuid) returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
  begin
    return query select p.id from app.post p
    where p.region = here and p.role = 'unit_lead' and p.active and p.id is distinct from besides
      and exists (select from app.file_access a where a.region = here and a.beneficiary_id = survivor and a.grantee_id = p.unit_id
        and a.basis in ('support', 'hierarchy'))
      and exists (select from app.file_access a where a.region = here and a.beneficiary_id = absorbed and a.grantee_id = p.unit_id
        and a.basis in ('support', 'hierarchy'))
    order by p.id;
  end $$`;

/** The file into which another one went, for those to whom that one is open. */
const FILE_LED_TO = `
  create function app.file_led_to(file uuid) returns uuid
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare
    here text := sec.region();
    at uuid := file;
    next uuid;
  begin
    loop
      select b.merged_into_id into next from app.beneficiary b where b.region = here and b.id = at;
      exit when next is null;
      at := next;
    end loop;
    if at = file then return null; end if;
    return (select b.id from app.beneficiary b where b.region = here and b.id = at
      and (b.lead_post_id = sec.post() or b.lead_unit_id = sec.unit() or exists (select from app.file_access a
        where a.region = here and a.beneficiary_id = at and a.grantee_id in (sec.unit(), sec.post())
          and (a.basis <> 'hierarchy' or sec.role() = 'unit_lead') and (a.expires_at is null or a.expires_at > now()))));
  end $$`;

/** The doors of the merge, by signature. */
export const MERGE_DOORS: Readonly<Record<string, string>> = {
  'merge_reviewers(uuid, uuid, uuid)': MERGE_REVIEWERS,
  'merge_facts(uuid, uuid, uuid)': MERGE_FACTS,
  'file_led_to(uuid)': FILE_LED_TO,
  'carry_file(uuid, date)': CARRY_FILE,
  'bring_file_back(uuid, date)': BRING_FILE_BACK,
};
