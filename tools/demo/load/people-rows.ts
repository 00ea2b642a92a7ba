import type { Instant } from '@relais/domain';
import { idAt } from '../ids';
import type { Person } from '../people/person';
import { Dice } from '../random';
import type { DemoFile } from '../region/file';
import type { DemoWorld } from '../region/generate-region';
import { situationsOf } from '../region/situations';
import type { Row, TableRows } from './tables';

/** What the kernel's sealer does, as far as the demo needs it. */
export type DemoSealer = {
  newKey(): Buffer;
  seal(key: Buffer, text: string | null | undefined): Buffer | null;
  index(region: DemoWorld['region'], text: string): string;
};

/** Identity and contact of a person as columns: phone, e-mail and street sealed under a key of their own. */
export function sealedPerson(region: DemoWorld['region'], person: Person, sealer: DemoSealer): { readonly key: Buffer; readonly row: Row } {
  const key = sealer.newKey();
  const row = {
    family_name: person.familyName,
    birth_name: person.birthName,
    given_name: person.givenName,
    name_of_use: person.nameOfUse,
    pronoun: person.pronoun,
    birth_date: person.birthDate,
    phone_sealed: sealer.seal(key, person.phone),
    phone_index: person.phone === null ? null : sealer.index(region, person.phone),
    email_sealed: sealer.seal(key, person.email),
    email_index: person.email === null ? null : sealer.index(region, person.email),
    street_sealed: sealer.seal(key, person.street),
    commune_code: person.place.code,
    sealed_key: key,
    language: person.languageCode,
    interpreter: person.interpreter,
    contact_preference: person.contactPreference,
    contact_rule: person.contactRule,
    unsafe_to_contact: person.unsafe,
    sharing_status: person.sharing,
  };
  return { key, row };
}

/** The files of a world as rows. */
export function peopleRows({ region, files, hours }: DemoWorld, sealer: DemoSealer): TableRows {
  const rows = {
    beneficiary: [] as Row[],
    lead_tenure: [] as Row[],
    legal_representative: [] as Row[],
    situation: [] as Row[],
    sharing: [] as Row[],
    support: [] as Row[],
  };
  for (const file of files) {
    const { person, author, createdAt } = file;
    const dice = new Dice(`rows of ${file.id}`);
    const by = { author_post_id: author.id, operator_id: author.operatorId, created_at: createdAt };
    const of = (at: Instant): Row => ({ id: idAt(at, dice), beneficiary_id: file.id });
    const { key, row } = sealedPerson(region, person, sealer);
    rows.beneficiary.push({
      id: file.id,
      ...row,
      ...standing(file),
      created_by_post: author.id,
      created_by_operator: author.operatorId,
      created_at: createdAt,
    });
    for (const tenure of file.tenures) {
      rows.lead_tenure.push({
        ...of(tenure.since),
        post_id: tenure.postId,
        unit_id: tenure.unitId,
        since: tenure.since,
        until: tenure.until,
      });
    }
    if (person.representative) {
      const { givenName, familyName, relation, phone } = person.representative;
      const named = {
        given_name: givenName,
        family_name: familyName,
        relation,
        phone_sealed: sealer.seal(key, phone),
        parental_authority: true,
      };
      rows.legal_representative.push({ ...of(createdAt), ...named, created_at: createdAt, updated_at: createdAt });
    }
    for (const { kind, detail, from, until } of situationsOf(file, hours)) {
      rows.situation.push({ ...of(createdAt), kind, detail, valid_from: from, valid_until: until, ...by });
    }
    const how = dice.choose({ said: 70, signed: 26, own_space: 4 });
    const detail = person.sharing === 'opposed' ? 'Ne souhaite pas que d’autres structures voient son dossier.' : '';
    rows.sharing.push({ ...of(createdAt), status: person.sharing, how, recorded_at: createdAt, detail, ...by });
    for (const support of file.supports) {
      rows.support.push({
        id: support.id,
        beneficiary_id: file.id,
        operator_id: support.team.operatorId,
        unit_id: support.team.unitId,
        referent_post_id: support.referent?.id ?? null,
        scheme: support.scheme,
        opened_on: support.openedOn,
        closed_on: support.closedOn,
        outcome: support.outcome,
        referral_id: support.referralId,
        created_at: createdAt,
      });
    }
  }
  return rows;
}

/** Where a file stands now: open with its lead, or closed; and its last news from the person. */
function standing(file: DemoFile): Row {
  const lead = file.tenures[file.tenures.length - 1];
  const active = file.closedOn === null;
  const twoWay = file.steps.filter((step) => step.twoWay);
  const last = file.steps[file.steps.length - 1]?.at ?? file.createdAt;
  return {
    status: active ? 'active' : 'closed',
    lead_post_id: active ? (lead?.postId ?? null) : null,
    lead_unit_id: active ? (lead?.unitId ?? null) : null,
    updated_at: last,
    last_contact_at: twoWay[twoWay.length - 1]?.at ?? null,
  };
}
