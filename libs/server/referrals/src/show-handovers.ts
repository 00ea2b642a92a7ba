import { Injectable } from '@nestjs/common';
import { type CivilDate, type Id, isHandoverOpen, personSheet } from '@relais/domain';
import { Clock, Journal, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import type { HandoverList, HandoverNote, HandoverView, NoteAction, NoteContact, NoteMeeting } from './handovers.messages';
import { goneOf, LeadOfFile } from './lead-of-file';
import { StandingOfPost } from './standing-of-post';

const VIEW = `
  select h.id, h.version, h.beneficiary_id as "beneficiaryId", h.referral_id as "referralId", h.kind, h.status, h.status_since as "statusSince",
    fu.name as "fromUnitName", fs.given_name || ' ' || fs.family_name as "fromPostName", tu.name as "toUnitName",
    ts.given_name || ' ' || ts.family_name as "toPostName", h.effective_on as "effectiveOn", h.first_contact_at as "firstContactAt",
    h.effective_at as "effectiveAt", h.warm_until as "warmUntil", h.due_at as "dueAt", h.to_post_id as "toPostId",
    h.from_post_id as "fromPostId", h.from_unit_id as "fromUnitId", h.to_unit_id as "toUnitId", h.reason, ${goneOf('fp', 'fu', '$3')} as "giverGone"
  from app.handover h
  join app.unit fu on fu.region = $1 and fu.id = h.from_unit_id
  join app.unit tu on tu.region = $1 and tu.id = h.to_unit_id
  left join app.post fp on fp.region = $1 and fp.id = h.from_post_id
  left join app.staff fs on fs.region = $1 and fs.id = fp.staff_id
  left join app.post tp on tp.region = $1 and tp.id = h.to_post_id
  left join app.staff ts on ts.region = $1 and ts.id = tp.staff_id
  where h.region = $1`;

const STANDS = `h.status not in ('refused', 'lapsed', 'recalled')`;

/** A handover as it is read; the units say on which side one stands. */
type Row = Omit<HandoverView, 'sides'> & { readonly fromPostId: Id | null; readonly fromUnitId: Id };

const PERSON = `
  select coalesce(name_of_use, given_name) || ' ' || family_name as name, contact_rule as rule, unsafe_to_contact as unsafe
  from app.beneficiary where region = $1 and id = $2`;

const CONTACTS = `
  select i.happened_at as at, i.mode, i.themes, s.given_name || ' ' || s.family_name as "byName" from app.interview i
  join app.post p on p.region = $1 and p.id = i.author_post_id
  join app.staff s on s.region = $1 and s.id = p.staff_id
  where i.region = $1 and i.beneficiary_id = $2 and i.status = 'sealed' order by i.happened_at desc, i.id limit 3`;

/** Only what the network may read: a private note's action stays as private as the note. */
const ACTIONS = `
  select words, due_on as "dueOn", owner from app.action where region = $1 and beneficiary_id = $2 and status = 'open'
    and (note_audience is null or note_audience in ('network', 'person')) order by due_on nulls last, id limit 50`;

const MEETING = `
  select a.starts_at as at, a.place, u.name as "unitName" from app.appointment a join app.unit u on u.region = $1 and u.id = a.unit_id
  where a.region = $1 and a.beneficiary_id = $2 and a.status = 'planned' and a.starts_at > $3 order by a.starts_at limit 1`;

/** The handovers of a file, who leads it, and the note for the one who takes. */
@Injectable()
export class ShowHandovers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly standings: StandingOfPost,
    private readonly leadOf: LeadOfFile,
  ) {}

  async list(beneficiaryId: Id): Promise<HandoverList> {
    const rows = await this.work.rows<Row>(`${VIEW} and h.beneficiary_id = $2 order by h.created_at desc limit 50`, [
      beneficiaryId,
      this.today,
    ]);
    const items: HandoverView[] = [];
    for (const row of rows) items.push(await this.seen(row));
    return { items, lead: (await this.leadOf.today(beneficiaryId)) ?? null };
  }

  /** The handover that a referral opened, unless it came to nothing. */
  async ofReferral(referralId: Id): Promise<HandoverView | undefined> {
    const row = await this.work.row<Row>(`${VIEW} and h.referral_id = $2 and ${STANDS} order by h.created_at desc limit 1`, [
      referralId,
      this.today,
    ]);
    return row && this.seen(row);
  }

  /** The draft of the note, generated anew at each reading; a read of a named file, journalled. */
  async note(id: Id): Promise<HandoverNote> {
    const handover = await this.one(id);
    const { beneficiaryId, toUnitName, fromUnitName, effectiveOn, effectiveAt, warmUntil } = handover;
    const person = await this.work.found<{ name: string; rule: string; unsafe: boolean }>(PERSON, [beneficiaryId]);
    const lastContacts = await this.work.rows<NoteContact>(CONTACTS, [beneficiaryId]);
    const actions = await this.work.rows<NoteAction & { owner: string }>(ACTIONS, [beneficiaryId]);
    const nextMeeting = (await this.work.row<NoteMeeting>(MEETING, [beneficiaryId, this.clock.now()])) ?? null;
    const { calendar } = await this.agreement.inForce();
    const names = { fromName: handover.fromPostName ?? fromUnitName, toName: handover.toPostName ?? toUnitName };
    const sheet = personSheet({ timeZone: calendar.timeZone, ...names, effectiveOn, effectiveAt, warmUntil, nextMeeting });
    await this.journal.audit('handover.note_read', { objectType: 'handover', objectId: id, beneficiaryId });
    return {
      handover,
      personName: person.name,
      lastContacts,
      openActions: actions.filter(({ owner }) => owner === 'person'),
      promises: actions.filter(({ owner }) => owner !== 'person'),
      nextMeeting,
      contactRule: person.rule,
      unsafeToContact: person.unsafe,
      sheet: [...sheet],
    };
  }

  /** One handover, as the reader stands towards it. */
  async one(id: Id): Promise<HandoverView> {
    return this.seen(await this.work.found<Row>(`${VIEW} and h.id = $2`, [id, this.today]));
  }

  private get today(): CivilDate {
    return this.clock.today(this.work.region);
  }

  private async seen({ fromPostId, fromUnitId, ...row }: Row): Promise<HandoverView> {
    const live = isHandoverOpen(row) || row.status === 'effective' || row.status === 'warm';
    return { ...row, sides: live ? await this.standings.towards({ fromPostId, fromUnitId, ...row }) : [] };
  }
}
