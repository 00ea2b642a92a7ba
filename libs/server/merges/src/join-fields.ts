import { Injectable } from '@nestjs/common';
import { type ContactSafety, type Id, type MergeField, saferOf, takenFields } from '@relais/domain';
import { Clock, Sealer, UnitOfWork, type WrappedKey } from '@relais/server/kernel';
import type { MergeRow } from './merge-rows';

/** Columns of each field; sealed ones are sealed anew, for the person's key is that of the file that stays. */
const COLUMNS: Readonly<Record<MergeField, readonly string[]>> = {
  familyName: ['family_name'],
  givenName: ['given_name'],
  birthName: ['birth_name'],
  nameOfUse: ['name_of_use'],
  pronoun: ['pronoun'],
  birthDate: ['birth_date'],
  phone: ['phone_sealed', 'phone_index'],
  email: ['email_sealed', 'email_index'],
  address: ['street_sealed', 'commune_code'],
  contactPreference: ['contact_preference'],
};
const SAFE = ['sealed_key', 'unsafe_to_contact', 'interpreter', 'contact_rule', 'last_contact_at'];

type FileRow = ContactSafety & { readonly id: Id; readonly key: WrappedKey | null } & Readonly<Record<string, unknown>>;

const FILES = `
  select b.id, b.sealed_key as key, b.unsafe_to_contact as "unsafeToContact", b.contact_rule as "contactRule", b.interpreter,
    ${[...Object.values(COLUMNS).flat()]
      .filter((column) => column !== 'interpreter')
      .map((column) => `b.${column}`)
      .join(', ')}
  from app.beneficiary b where b.region = $1 and b.id = any($2::uuid[])`;

const PHONES = `select id, phone_sealed as phone from app.legal_representative
  where region = $1 and beneficiary_id = $2 and phone_sealed is not null order by id`;

/** What some columns of a row say now: `$2` merge, `$3` row, `$4` columns. */
const said = (table: string): string => `
  select jsonb_object_agg(c.key, c.value) from app.${table} x cross join lateral jsonb_each(to_jsonb(x)) c
  where x.region = $1 and x.id = $3 and c.key = any($4::text[])`;
const NOTE_BEFORE = (table: string): string => `
  insert into app.file_merge_row (region, merge_id, table_name, row_id, before, after)
  select $1, $2, '${table}', $3, o.said, o.said from (${said(table)}) o (said)`;
const NOTE_AFTER = (table: string): string => `
  update app.file_merge_row set after = (${said(table)}) where region = $1 and merge_id = $2 and table_name = '${table}' and row_id = $3`;

/** The person as both files tell them: chosen field by field, what protects them kept from both, and each value noted as it was before. */
@Injectable()
export class JoinFields {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async execute({ id, survivorId, absorbedId, takes }: MergeRow): Promise<void> {
    const files = await this.work.rows<FileRow>(FILES, [[survivorId, absorbedId]]);
    const [survivor, absorbed] = [survivorId, absorbedId].map((file) => files.find((one) => one.id === file));
    if (!survivor || !absorbed) throw new Error('a file of the merge is not there');
    const says = (file: FileRow) => (field: MergeField) => COLUMNS[field].some((column) => file[column] !== null && file[column] !== '');
    const columns = takenFields(takes, says(survivor), says(absorbed)).flatMap((field) => COLUMNS[field]);
    const key = survivor.key ?? this.sealer.newKey();
    const safe = saferOf(survivor, absorbed);
    const values: Record<string, unknown> = Object.fromEntries(columns.map((column) => [column, this.valueOf(column, absorbed, key)]));
    Object.assign(values, {
      unsafe_to_contact: safe.unsafeToContact,
      interpreter: safe.interpreter,
      contact_rule: safe.contactRule,
      sealed_key: key,
      updated_at: this.clock.now(),
    });
    await this.noting('beneficiary', id, survivorId, [...columns, ...SAFE], () => this.write(survivorId, absorbedId, values));
    await this.sealPhones(id, absorbed, key);
  }

  private valueOf(column: string, from: FileRow, key: WrappedKey): unknown {
    const value = from[column];
    if (!column.endsWith('_sealed') || value === null || from.key === null) return value;
    return this.sealer.seal(key, this.sealer.open(from.key, value as Buffer));
  }

  private async write(survivorId: Id, absorbedId: Id, values: Readonly<Record<string, unknown>>): Promise<void> {
    const set = Object.keys(values).map((column, at) => `${column} = $${at + 4}`);
    await this.work.rows(
      `update app.beneficiary b set ${set.join(', ')}, version = b.version + 1,
         last_contact_at = greatest(b.last_contact_at, (select o.last_contact_at from app.beneficiary o where o.region = $1 and o.id = $3))
       where b.region = $1 and b.id = $2`,
      [survivorId, absorbedId, ...Object.values(values)],
    );
  }

  /** Phones of legal representatives are sealed with the person's key, too. */
  private async sealPhones(mergeId: Id, absorbed: FileRow, key: WrappedKey): Promise<void> {
    const { key: old } = absorbed;
    if (old === null) return;
    for (const { id, phone } of await this.work.rows<{ id: Id; phone: Buffer }>(PHONES, [absorbed.id])) {
      const sealed = this.sealer.seal(key, this.sealer.open(old, phone));
      await this.noting('legal_representative', mergeId, id, ['phone_sealed'], () =>
        this.work.rows(`update app.legal_representative set phone_sealed = $3 where region = $1 and id = $2`, [id, sealed]),
      );
    }
  }

  private async noting(table: string, mergeId: Id, rowId: Id, columns: readonly string[], change: () => Promise<unknown>): Promise<void> {
    await this.work.rows(NOTE_BEFORE(table), [mergeId, rowId, columns]);
    await change();
    await this.work.rows(NOTE_AFTER(table), [mergeId, rowId, columns]);
  }
}
