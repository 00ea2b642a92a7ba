import { randomUUID } from 'node:crypto';
import type { RegionCode } from '@relais/domain';
import type { TestDatabase } from './database';
import { insert, type Row } from './insert';
import type { BeneficiaryRow, NoticeRow, OperatorRow, PostRow, StaffRow, SupportRow, UnitRow } from './rows';

/** Columns that a test wants otherwise than usual. */
export type Overrides = Row & { readonly region?: RegionCode };

/** The region of a test that does not care. */
export const ANY_REGION: RegionCode = '53';

/** An independent body of the region. */
export function anOperator(db: TestDatabase, overrides: Overrides = {}): Promise<OperatorRow> {
  const name = `Mission locale ${short()}`;
  return build(db, 'operator', { kind: 'MISSION_LOCALE', name, short_name: name, ...overrides });
}

/** A site of an operator (a new one when not said) that receives referrals. */
export async function aUnit(db: TestDatabase, overrides: Overrides = {}): Promise<UnitRow> {
  const operatorId = overrides['operator_id'] ?? (await anOperator(db, region(overrides))).id;
  return build(db, 'unit', { operator_id: operatorId, kind: 'site', name: `Site ${short()}`, ...overrides });
}

/** A professional, without any account. */
export function aStaff(db: TestDatabase, overrides: Overrides = {}): Promise<StaffRow> {
  const email = `agent.${short()}@relais.example`;
  return build(db, 'staff', { account_id: randomUUID(), given_name: 'Camille', family_name: 'Le Goff', email, ...overrides });
}

/** A counsellor's post in a unit (a new one when not said). */
export async function aPost(db: TestDatabase, overrides: Overrides = {}): Promise<PostRow> {
  const unit = await unitOf(db, overrides);
  const staffId = overrides['staff_id'] ?? (await aStaff(db, region(overrides))).id;
  return build(db, 'post', { staff_id: staffId, role: 'counsellor', since: '2024-01-01', ...overrides, ...unit });
}

/** A person with an active file, led by `lead_post_id` (a new post when not said) and supported by that post's unit. */
export async function aBeneficiary(
  db: TestDatabase,
  { support = true, ...overrides }: Overrides & { readonly support?: boolean } = {},
): Promise<BeneficiaryRow> {
  const lead = await leadOf(db, overrides);
  const person = await build<BeneficiaryRow>(db, 'beneficiary', {
    family_name: `Rousseau-${short()}`,
    given_name: 'Jeanne',
    birth_date: '2006-05-14',
    created_by_post: lead.id,
    created_by_operator: lead.operator_id,
    lead_post_id: overrides['lead_unit_id'] === undefined ? lead.id : undefined,
    ...overrides,
  });
  if (support)
    await aSupport(db, {
      region: person.region,
      beneficiary_id: person.id,
      unit_id: lead.unit_id,
      operator_id: lead.operator_id,
      referent_post_id: lead.id,
    });
  return person;
}

/** An open support of a person by a unit: it opens the file to that unit and to those above. */
export async function aSupport(db: TestDatabase, overrides: Overrides = {}): Promise<SupportRow> {
  const beneficiaryId = overrides['beneficiary_id'] ?? (await aBeneficiary(db, { ...region(overrides), support: false })).id;
  const unit = await unitOf(db, overrides);
  return build(db, 'support', { scheme: 'free', opened_on: '2026-01-05', ...overrides, ...unit, beneficiary_id: beneficiaryId });
}

/** Something a professional should know. */
export async function aNotice(db: TestDatabase, overrides: Overrides = {}): Promise<NoticeRow> {
  const postId = overrides['post_id'] ?? (await aPost(db, region(overrides))).id;
  return build(db, 'notice', { kind: 'referral.received', ...overrides, post_id: postId });
}

/** Inserts one row of a tenant table, as the superuser in the signed context of its region. */
export function build<T>(db: TestDatabase, table: string, row: Overrides): Promise<T> {
  const at = row.region ?? ANY_REGION;
  const filled = table === 'not_same_person' ? row : { id: randomUUID(), ...row };
  return db.arranging(at).transaction((client) => insert<T>(client, `app.${table}`, { region: at, ...filled }));
}

/** The region of overrides, to hand on to the parents that are built. */
export function region(overrides: Overrides): { region: RegionCode } {
  return { region: overrides.region ?? ANY_REGION };
}

/** The unit and its operator, from the overrides or new. */
export async function unitOf(db: TestDatabase, overrides: Overrides): Promise<{ unit_id: string; operator_id: string }> {
  const unitId = overrides['unit_id'] as string | undefined;
  if (unitId === undefined) {
    const operatorId = overrides['operator_id'];
    const unit = await aUnit(db, operatorId === undefined ? region(overrides) : { ...region(overrides), operator_id: operatorId });
    return { unit_id: unit.id, operator_id: unit.operator_id };
  }
  const [unit] = await db.rows<UnitRow>('select * from app.unit where region = $1 and id = $2', [region(overrides).region, unitId]);
  if (!unit) throw new Error('no such unit in this region');
  return { unit_id: unit.id, operator_id: unit.operator_id };
}

/** A post that exists, with its unit and operator. */
export async function postRow(db: TestDatabase, at: RegionCode, id: unknown): Promise<PostRow> {
  const [post] = await db.rows<PostRow>('select * from app.post where region = $1 and id = $2', [at, id]);
  if (!post) throw new Error('no such post in this region');
  return post;
}

/** Eight random letters and digits: names differ from one row to the next. */
export function short(): string {
  return randomUUID().slice(-8);
}

async function leadOf(db: TestDatabase, overrides: Overrides): Promise<PostRow> {
  const known = overrides['lead_post_id'] ?? overrides['created_by_post'];
  if (known !== undefined && known !== null) return postRow(db, region(overrides).region, known);
  const unitId = overrides['lead_unit_id'];
  return aPost(db, unitId === undefined ? region(overrides) : { ...region(overrides), unit_id: unitId });
}
