import { Injectable } from '@nestjs/common';
import { type Id, isMinor, type RepresentativeRelation } from '@relais/domain';
import { Clock, Journal, refuse, Sealer, unlessMasked, UnitOfWork } from '@relais/server/kernel';
import type { BeneficiaryView, RepresentativeView } from './beneficiary-views.messages';

type FileRow = Omit<BeneficiaryView, 'name' | 'minor' | 'phone' | 'email' | 'street' | 'representatives'> & {
  sealedKey: Buffer | null;
  phoneSealed: Buffer | null;
  emailSealed: Buffer | null;
  streetSealed: Buffer | null;
};

type RepresentativeRow = Omit<RepresentativeView, 'phone'> & { relation: RepresentativeRelation; phoneSealed: Buffer | null };

const OPERATOR_NAME = unlessMasked('o.short_name');

/** The whole file in one statement; PostgreSQL builds the lists, row-level security decides what is in them. */
const FILE = `
  select b.id, b.file_number as "fileNumber", b.family_name as "familyName", b.given_name as "givenName", b.birth_name as "birthName",
    b.name_of_use as "nameOfUse", b.pronoun, b.birth_date as "birthDate", b.sealed_key as "sealedKey", b.phone_sealed as "phoneSealed",
    b.email_sealed as "emailSealed", b.street_sealed as "streetSealed", b.commune_code as "communeCode",
    (select c.name from app.commune c where c.region = $1 and c.code = b.commune_code) as "communeName",
    b.language, b.interpreter, b.contact_preference as "contactPreference", b.contact_rule as "contactRule",
    b.unsafe_to_contact as "unsafeToContact", b.status, b.last_contact_at as "lastContactAt", b.created_at as "createdAt", b.version,
    (select jsonb_build_object('postId', b.lead_post_id, 'unitId', u.id, 'name', s.given_name || ' ' || s.family_name, 'unitName', u.name,
        'operatorName', ${OPERATOR_NAME})
      from app.unit u
      join app.operator o on o.region = $1 and o.id = u.operator_id
      left join app.post p on p.region = $1 and p.id = b.lead_post_id
      left join app.staff s on s.region = $1 and s.id = p.staff_id
      where u.region = $1 and u.id = coalesce(b.lead_unit_id,
        (select q.unit_id from app.post q where q.region = $1 and q.id = b.lead_post_id))) as lead,
    (select jsonb_build_object('status', b.sharing_status, 'how', h.how, 'recordedAt', to_char(h.recorded_at at time zone 'utc',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'authorName', h.author)
      from (select 1) one left join lateral (
        select x.how, x.recorded_at, s.given_name || ' ' || s.family_name as author
        from app.sharing x
        join app.post p on p.region = $1 and p.id = x.author_post_id
        join app.staff s on s.region = $1 and s.id = p.staff_id
        where x.region = $1 and x.beneficiary_id = b.id order by x.recorded_at desc, x.id desc limit 1) h on true) as sharing,
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'unitId', case when ${OPERATOR_NAME} is null then null else u.id end,
        'unitName', case when ${OPERATOR_NAME} is null then null else u.name end, 'operatorName', ${OPERATOR_NAME},
        'referentName', case when ${OPERATOR_NAME} is null then null else s.given_name || ' ' || s.family_name end, 'scheme', x.scheme,
        'openedOn', x.opened_on, 'closedOn', x.closed_on, 'mine', x.unit_id = (select sec.unit())) order by x.opened_on, x.id)
      from app.support x
      join app.unit u on u.region = $1 and u.id = x.unit_id
      join app.operator o on o.region = $1 and o.id = x.operator_id
      left join app.post p on p.region = $1 and p.id = x.referent_post_id
      left join app.staff s on s.region = $1 and s.id = p.staff_id
      where x.region = $1 and x.beneficiary_id = b.id), '[]') as supports,
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'kind', x.kind, 'detail', x.detail, 'validFrom', x.valid_from,
        'validUntil', x.valid_until, 'authorName', s.given_name || ' ' || s.family_name, 'operatorName', ${OPERATOR_NAME})
        order by x.valid_from desc, x.id)
      from app.situation x
      join app.operator o on o.region = $1 and o.id = x.operator_id
      join app.post p on p.region = $1 and p.id = x.author_post_id
      join app.staff s on s.region = $1 and s.id = p.staff_id
      where x.region = $1 and x.beneficiary_id = b.id), '[]') as situations,
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'words', x.words, 'status', x.status) order by x.created_at, x.id)
      from app.goal x where x.region = $1 and x.beneficiary_id = b.id and x.status = 'open'), '[]') as goals,
    coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'words', x.words, 'owner', x.owner, 'dueOn', x.due_on, 'version', x.version)
        order by x.due_on nulls last, x.id)
      from app.action x where x.region = $1 and x.beneficiary_id = b.id and x.status = 'open'), '[]') as actions,
    coalesce((select a.basis from app.file_access a where a.region = $1 and a.beneficiary_id = b.id
      and a.grantee_id in ((select sec.unit()), (select sec.post())) and (a.expires_at is null or a.expires_at > now())
      order by array_position(array['support', 'glass', 'referral', 'handover', 'follow_up', 'hierarchy'], a.basis) limit 1), 'support') as why,
    (select max(a.expires_at) from app.file_access a where a.region = $1 and a.beneficiary_id = b.id and a.basis = 'glass'
      and a.grantee_id = (select sec.post()) and a.expires_at > now()) as "openUntil"
  from app.beneficiary b
  where b.region = $1 and b.id = $2`;

const REPRESENTATIVES = `
  select id, given_name as "givenName", family_name as "familyName", relation, phone_sealed as "phoneSealed", parental_authority as "parentalAuthority"
  from app.legal_representative where region = $1 and beneficiary_id = $2 and ended_on is null order by created_at, id`;

/** Where a file went that was merged into another one; nothing to whom that one is closed. */
const LED_TO = `select app.file_led_to($2) as id from (select $1::text) as here (region)`;

/** Shows a file to those who accompany the person, a merged one as the file it went into; the reading is journalled in the same transaction. */
@Injectable()
export class ShowBeneficiary {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute(id: Id): Promise<BeneficiaryView> {
    const [view] = await Promise.all([
      this.find(id),
      this.journal.audit('beneficiary.read', { objectType: 'beneficiary', objectId: id, beneficiaryId: id }),
    ]);
    return view ?? this.execute(await this.ledTo(id));
  }

  /** The file into which this one was merged; 404 as for a file that does not exist. */
  private async ledTo(id: Id): Promise<Id> {
    const led = await this.work.row<{ id: Id | null }>(LED_TO, [id]);
    return led?.id ?? refuse('request.not_found');
  }

  /** The file without a trace of its own, for answers to a change that left one. */
  async read(id: Id): Promise<BeneficiaryView> {
    return (await this.find(id)) ?? refuse('request.not_found');
  }

  private async find(id: Id): Promise<BeneficiaryView | undefined> {
    const [file, representatives] = await Promise.all([
      this.work.row<FileRow>(FILE, [id]),
      this.work.rows<RepresentativeRow>(REPRESENTATIVES, [id]),
    ]);
    if (!file) return undefined;
    const { sealedKey, phoneSealed, emailSealed, streetSealed, ...rest } = file;
    const open = (sealed: Buffer | null): string | null => (sealedKey ? this.sealer.open(sealedKey, sealed) : null);
    return {
      ...rest,
      name: `${rest.nameOfUse || rest.givenName} ${rest.familyName}`,
      minor: isMinor(rest.birthDate, this.clock.today(this.work.region)),
      phone: open(phoneSealed),
      email: open(emailSealed),
      street: open(streetSealed),
      representatives: representatives.map(({ phoneSealed: phone, ...representative }) => ({ ...representative, phone: open(phone) })),
    };
  }
}
