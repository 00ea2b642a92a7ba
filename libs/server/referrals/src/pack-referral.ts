import { Injectable } from '@nestjs/common';
import { type CivilDate, type Id, maskedName } from '@relais/domain';
import { Clock, newId, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import type { PacketAction, PacketContent, PacketGoal, PacketNote, PacketSituation, PacketSummary } from './packet.messages';
import { packetHash } from './packet-hash';
import type { ReferralEntity } from './referral.entity';

/** A pack that is not frozen yet. */
export type Pack = { readonly summary: PacketSummary; readonly content: PacketContent; readonly hash: string };

type Person = {
  familyName: string;
  givenName: string;
  nameOfUse: string | null;
  pronoun: string | null;
  birthDate: CivilDate;
  communeName: string | null;
  language: string;
  interpreter: boolean;
  fileNumber: string;
  preference: string;
  rule: string;
  unsafe: boolean;
};

type Places = { operatorName: string; unitName: string; postName: string; audienceUnitName: string; audienceOperatorName: string };

const PERSON = `
  select b.family_name as "familyName", b.given_name as "givenName", b.name_of_use as "nameOfUse", b.pronoun, b.birth_date as "birthDate",
    c.name as "communeName", b.language, b.interpreter, b.file_number as "fileNumber", b.contact_preference as preference,
    b.contact_rule as rule, b.unsafe_to_contact as unsafe
  from app.beneficiary b
  left join app.commune c on c.region = $1 and c.code = b.commune_code
  where b.region = $1 and b.id = $2`;

const SITUATIONS = `
  select kind, detail, valid_from as "validFrom" from app.situation
  where region = $1 and beneficiary_id = $2 and (valid_until is null or valid_until >= $3) order by valid_from desc, id limit 50`;

/** What a private note asked for stays as private as the note: only what the network may read, or what the sender wrote without secrecy. */
const TOLD = `(t.note_audience is null or t.note_audience in ('network', 'person')
  or t.note_author_post_id = $3 and t.note_audience <> 'self')`;

const GOALS = `
  select t.words, t.theme from app.goal t
  where t.region = $1 and t.beneficiary_id = $2 and t.status = 'open' and ${TOLD} order by t.created_at, t.id limit 50`;

const ACTIONS = `
  select t.words, t.due_on as "dueOn", t.owner from app.action t
  where t.region = $1 and t.beneficiary_id = $2 and t.status = 'open' and ${TOLD} order by t.due_on nulls last, t.id limit 50`;

/** Ticked notes: shared with the network, or the sender's own when they are not for themselves alone. */
const NOTES = `
  select i.happened_at as "happenedAt", i.mode, t.audience, t.body, s.given_name || ' ' || s.family_name as "authorName",
    o.short_name as "operatorName"
  from app.note t
  join app.interview i on i.region = $1 and i.id = t.interview_id
  join app.post p on p.region = $1 and p.id = t.author_post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.operator o on o.region = $1 and o.id = t.operator_id
  where t.region = $1 and t.beneficiary_id = $2 and (t.id = any($4::uuid[]) or t.interview_id = any($4::uuid[]))
    and i.status = 'sealed' and (t.audience in ('network', 'person') or t.author_post_id = $3 and t.audience in ('team', 'operator'))
  order by i.happened_at, t.id limit 100`;

const PLACES = `
  select so.short_name as "operatorName", su.name as "unitName", s.given_name || ' ' || s.family_name as "postName",
    ru.name as "audienceUnitName", ro.short_name as "audienceOperatorName"
  from app.unit su
  join app.operator so on so.region = $1 and so.id = su.operator_id
  join app.post p on p.region = $1 and p.id = $3
  join app.staff s on s.region = $1 and s.id = p.staff_id
  join app.unit ru on ru.region = $1 and ru.id = $4
  join app.operator ro on ro.region = $1 and ro.id = ru.operator_id
  where su.region = $1 and su.id = $2`;

const FREEZE = `
  insert into app.packet (region, id, referral_id, beneficiary_id, number, summary, content, audience_unit_id, hash, frozen_at, author_post_id)
  select $1, $2, $3, $4, coalesce(max(p.number), 0) + 1, $5, $6, $7, $8, $9, $10 from app.packet p where p.region = $1 and p.referral_id = $3`;

/** Gathers what a receiver will read: the shared file as it stands, what the sender ticked, and nothing of the private notes. */
@Injectable()
export class PackReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
  ) {}

  async execute(referral: ReferralEntity): Promise<Pack> {
    const { beneficiaryId, need, theme, urgent, kind, message, included, senderUnitId, senderPostId, receiverUnitId } = referral;
    const today = this.clock.today(this.work.region);
    const author: [Id, Id] = [beneficiaryId, senderPostId];
    const [person, situations, goals, actions, notes, places, { settings }] = await Promise.all([
      this.work.found<Person>(PERSON, [beneficiaryId]),
      this.work.rows<PacketSituation>(SITUATIONS, [beneficiaryId, today]),
      this.work.rows<PacketGoal>(GOALS, author),
      this.work.rows<PacketAction>(ACTIONS, author),
      this.work.rows<PacketNote>(NOTES, [...author, included]),
      this.work.found<Places>(PLACES, [senderUnitId, senderPostId, receiverUnitId]),
      this.agreement.inForce(),
    ]);
    const { familyName, givenName, nameOfUse, pronoun, birthDate, communeName, language, interpreter, fileNumber } = person;
    const name = `${nameOfUse ?? givenName} ${familyName}`;
    const masked = settings.maskUntilReceived;
    const matter = { need, theme, urgent, kind };
    const summary: PacketSummary = {
      ...matter,
      name: masked ? maskedName(familyName, givenName) : name,
      masked,
      birthYear: Number(birthDate.slice(0, 4)),
      communeName,
      language,
      interpreter,
    };
    const { audienceUnitName, audienceOperatorName, ...sender } = places;
    const content: PacketContent = {
      ...matter,
      message,
      identity: { name, familyName, givenName, birthDate, pronoun, communeName, language, interpreter, fileNumber },
      contact: { preference: person.preference, rule: person.rule, unsafe: person.unsafe },
      situations,
      goals,
      actions,
      notes,
      sender,
      audienceUnitName,
      audienceOperatorName,
    };
    return { summary, content, hash: packetHash({ summary, content }) };
  }

  /** Freezes a pack as the next version of a referral's packet; what was sent before stays. Gives its id. */
  async freeze({ id, beneficiaryId, receiverUnitId }: ReferralEntity, { summary, content, hash }: Pack): Promise<Id> {
    const packetId = newId();
    const frozen = [packetId, id, beneficiaryId, JSON.stringify(summary), JSON.stringify(content), receiverUnitId, hash];
    await this.work.rows(FREEZE, [...frozen, this.clock.now(), this.work.actor.postId]);
    return packetId;
  }
}
