import { Injectable } from '@nestjs/common';
import {
  type HandedOver,
  type Handover,
  type HandoverKind,
  type HandoverMove,
  type Id,
  moveHandover,
  proposeHandover,
} from '@relais/domain';
import { Clock, Journal, newId, orRefuse, UnitOfWork } from '@relais/server/kernel';

/** A lead that goes from one post to another. */
export type FileTakenOver = {
  readonly beneficiaryId: Id;
  readonly fromPostId: Id;
  readonly fromUnitId: Id;
  readonly toPostId: Id;
  readonly toUnitId: Id;
};

/** Why many leads change at once, and on whose word. */
export type TakenOver = { readonly kind: Extract<HandoverKind, 'absence' | 'departure'>; readonly byPostId: Id | null };

/** Handovers under way are locked before the files, in the order in which a single one is. */
const LOCK_HANDOVERS = `select id from app.handover where region = $1 and beneficiary_id = any($2::uuid[])
  and status in ('proposed', 'agreed', 'overlap') order by id for update`;
const LOCK_FILES = `select id from app.beneficiary where region = $1 and id = any($2::uuid[]) order by id for update`;

/** Only from the one who gives, to somebody who is there: whoever took a file over meanwhile keeps it, and a closed post takes none. */
const CHANGE_LEADS = `
  update app.beneficiary b set lead_post_id = f.to_post, lead_unit_id = null, updated_at = $5, version = b.version + 1
  from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as f (id, from_post, to_post)
  join app.post taker on taker.region = $1 and taker.id = f.to_post and taker.active
  where b.region = $1 and b.id = f.id and b.status = 'active' and b.lead_post_id = f.from_post
  returning b.id`;

/** Another handover of the same file goes on with the one who gives now; one to that very post has come to nothing. */
const GIVE_ON = `
  update app.handover h set from_post_id = f.to_post, from_unit_id = f.to_unit, updated_at = $6, version = h.version + 1
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) as f (id, from_post, to_post, to_unit)
  where h.region = $1 and h.beneficiary_id = f.id and h.from_post_id = f.from_post and h.status in ('proposed', 'agreed', 'overlap')`;

const ADD = `
  insert into app.handover (region, id, beneficiary_id, kind, status, status_since, from_post_id, from_unit_id, to_post_id, to_unit_id,
    effective_at, warm_until, due_at, proposed_by_post_id, sequence, created_at, updated_at, version)
  select $1, h.id, h."beneficiaryId", h.kind, h.status, h."statusSince", h."fromPostId", h."fromUnitId", h."toPostId", h."toUnitId",
    h."effectiveAt", h."warmUntil", h."dueAt", h."proposedByPostId", h.sequence, h."createdAt", h."updatedAt", h.version
  from jsonb_to_recordset($2::jsonb) as h (id uuid, "beneficiaryId" uuid, kind text, status text, "statusSince" timestamptz, "fromPostId" uuid,
    "fromUnitId" uuid, "toPostId" uuid, "toUnitId" uuid, "effectiveAt" timestamptz, "warmUntil" timestamptz, "dueAt" timestamptz,
    "proposedByPostId" uuid, sequence int, "createdAt" timestamptz, "updatedAt" timestamptz, version int)`;

const LOG = `
  insert into app.handover_transition (region, id, handover_id, sequence, move, from_status, to_status, actor_post_id, actor_side, at)
  select $1, t.id, t."handoverId", t.sequence, t.move, t."fromStatus", t."toStatus", t."actorPostId", t."actorSide", t.at
  from jsonb_to_recordset($2::jsonb) as t (id uuid, "handoverId" uuid, sequence int, move text, "fromStatus" text, "toStatus" text,
    "actorPostId" uuid, "actorSide" text, at timestamptz)`;

const HANDOVER = `
  select id, beneficiary_id as "beneficiaryId", kind, status, from_post_id as "fromPostId", from_unit_id as "fromUnitId",
    to_post_id as "toPostId", to_unit_id as "toUnitId", due_at as "dueAt", sequence, version
  from app.handover where region = $1`;

const OF = `${HANDOVER} and id = any($2::uuid[]) and status = 'warm' order by id for update`;

const TO_ONESELF = `${HANDOVER} and beneficiary_id = any($2::uuid[]) and status in ('proposed', 'agreed', 'overlap')
  and to_post_id = from_post_id order by id for update`;

const END = `
  update app.handover h set status = n.status, status_since = $4, due_at = null, sequence = n.sequence, updated_at = $4, version = h.version + 1
  from jsonb_to_recordset($2::jsonb) as n (id uuid, status text, sequence int) where h.region = $1 and h.id = n.id and h.id = any($3::uuid[])`;

/** The support of the unit goes on under the new referent. */
const FOLLOW = `
  update app.support s set referent_post_id = f.to_post, version = s.version + 1
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) as f (id, from_post, to_post, from_unit, to_unit)
  where s.region = $1 and s.beneficiary_id = f.id and s.unit_id = f.from_unit and f.from_unit = f.to_unit and s.closed_on is null
    and s.referent_post_id = f.from_post`;

/** Another unit of the operator begins to accompany, so that the one who takes can open the file for as long as they lead it. */
const ACCOMPANY = `
  insert into app.support (region, id, beneficiary_id, operator_id, unit_id, referent_post_id, opened_on, created_at)
  select $1, gen_random_uuid(), f.id, u.operator_id, f.to_unit, f.to_post, $7::date, $8
  from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) as f (id, from_post, to_post, from_unit, to_unit)
  join app.unit u on u.region = $1 and u.id = f.to_unit
  where f.from_unit <> f.to_unit and f.from_post is not null and not exists (select from app.support s
    where s.region = $1 and s.beneficiary_id = f.id and s.unit_id = f.to_unit and s.closed_on is null)
  returning id, beneficiary_id as "beneficiaryId"`;

const NO_LONGER = `
  update app.support s set closed_on = greatest(s.opened_on, $3::date), outcome = 'handed_over', version = s.version + 1
  where s.region = $1 and s.id = any($2::uuid[]) and s.closed_on is null`;

/** What became of one file: its handover, and the support that began for it in another unit. */
export type TakenFile = { readonly handoverId: Id; readonly supportId: Id | null };

/** The steps from a proposal to the lead that has changed, when nobody waits for anybody. */
const STEPS = ['agree', 'open_overlap', 'take_effect'] as const satisfies readonly HandoverMove[];

/**
 * Many leads change hands at once, by the same rules and with the same log as one: a listed edge for continuity packs, docs/adr/0016.
 * Set by set, inside the caller's transaction.
 */
@Injectable()
export class TakeOverFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
  ) {}

  /** Hands over; resolves to what became of each file whose lead changed. What is not there is led by somebody else by now. */
  async take(files: readonly FileTakenOver[], { kind, byPostId }: TakenOver): Promise<ReadonlyMap<Id, TakenFile>> {
    const changed = await this.changeLeads(files);
    const now = this.clock.now();
    const gone = files.filter(({ beneficiaryId }) => changed.has(beneficiaryId));
    const handed = gone.map((file) => {
      const about = { region: this.work.region, id: newId(), referralId: null, kind, effectiveOn: null, reason: null };
      return this.walk(proposeHandover({ ...file, ...about, proposedByPostId: byPostId }, now, now), byPostId);
    });
    const supports = await this.accompany(gone);
    await this.work.rows(ADD, [JSON.stringify(handed.map(({ handover }) => handover))]);
    await this.log(handed);
    await this.announce('lead.entrusted', handed);
    return new Map(
      handed.map(({ handover: { id, beneficiaryId } }) => [
        beneficiaryId,
        { handoverId: id, supportId: supports.get(beneficiaryId) ?? null },
      ]),
    );
  }

  /** Takes handovers back while they are warm; resolves to the files that have their former lead again. */
  async recall(handoverIds: readonly Id[], byPostId: Id | null): Promise<ReadonlySet<Id>> {
    const warm = await this.warm(handoverIds);
    const back = await this.changeLeads(warm.map(reversed));
    const recalled = warm.filter(({ beneficiaryId }) => back.has(beneficiaryId)).map((one) => this.moved('recall', one, byPostId));
    await this.finish(recalled);
    await this.accompany(warm.map(reversed).filter(({ beneficiaryId }) => back.has(beneficiaryId)));
    await this.announce('lead.taken_back', recalled);
    return back;
  }

  /** Ends handovers that are still warm, since the lead goes on from the one who took. */
  async end(handoverIds: readonly Id[], byPostId: Id | null): Promise<void> {
    const ended = (await this.warm(handoverIds)).map((one) => this.moved('end', one, byPostId));
    await this.finish(ended);
    await this.announce('lead.given_back', ended);
  }

  /** Supports that began with a handover end with it. */
  async stopAccompanying(supportIds: readonly Id[]): Promise<void> {
    if (supportIds.length > 0) await this.work.rows(NO_LONGER, [supportIds, this.clock.today(this.work.region)]);
  }

  private async accompany(files: readonly FileTakenOver[]): Promise<ReadonlyMap<Id, Id>> {
    const posts = [files.map(({ beneficiaryId }) => beneficiaryId), files.map((one) => one.fromPostId), files.map((one) => one.toPostId)];
    const columns = [...posts, files.map(({ fromUnitId }) => fromUnitId), files.map(({ toUnitId }) => toUnitId)];
    await this.work.rows(FOLLOW, columns);
    const begun = await this.work.rows<{ id: Id; beneficiaryId: Id }>(ACCOMPANY, [
      ...columns,
      this.clock.today(this.work.region),
      this.clock.now(),
    ]);
    return new Map(begun.map(({ id, beneficiaryId }) => [beneficiaryId, id]));
  }

  private async changeLeads(files: readonly FileTakenOver[]): Promise<ReadonlySet<Id>> {
    const columns = [files.map(({ beneficiaryId }) => beneficiaryId), files.map((one) => one.fromPostId), files.map((one) => one.toPostId)];
    const now = this.clock.now();
    await this.work.rows(LOCK_HANDOVERS, [columns[0]]);
    await this.work.rows(LOCK_FILES, [columns[0]]);
    const changed = await this.work.rows<{ id: Id }>(CHANGE_LEADS, [...columns, now]);
    const ids = new Set(changed.map(({ id }) => id));
    await this.giveOn(files.filter(({ beneficiaryId }) => ids.has(beneficiaryId)));
    return ids;
  }

  private async giveOn(files: readonly FileTakenOver[]): Promise<void> {
    const people = files.map(({ beneficiaryId }) => beneficiaryId);
    const posts = [people, files.map((one) => one.fromPostId), files.map((one) => one.toPostId)];
    await this.work.rows(GIVE_ON, [...posts, files.map(({ toUnitId }) => toUnitId), this.clock.now()]);
    const toOneself = await this.work.rows<Handover>(TO_ONESELF, [people]);
    if (toOneself.length === 0) return;
    const recalled = toOneself.map((one) => orRefuse(moveHandover('recall', one, { side: 'system', postId: null }, this.clock.now())));
    await this.finish(recalled);
    await this.announce('handover.recalled', recalled);
  }

  private warm(handoverIds: readonly Id[]): Promise<Handover[]> {
    return this.work.rows<Handover>(OF, [handoverIds]);
  }

  private walk(proposed: Handover, postId: Id | null): HandedOver {
    const now = this.clock.now();
    return STEPS.reduce<HandedOver>(
      ({ handover, transitions }, move) => {
        const next = orRefuse(moveHandover(move, handover, { side: 'system', postId }, now));
        return { ...next, transitions: [...transitions, ...next.transitions] };
      },
      { handover: proposed, transitions: [], lead: undefined },
    );
  }

  private moved(move: 'recall' | 'end', handover: Handover, postId: Id | null): HandedOver {
    return orRefuse(moveHandover(move, handover, { side: 'giver', postId }, this.clock.now()));
  }

  private async finish(done: readonly HandedOver[]): Promise<void> {
    const rows = done.map(({ handover: { id, status, sequence } }) => ({ id, status, sequence }));
    await this.work.rows(END, [JSON.stringify(rows), rows.map(({ id }) => id), this.clock.now()]);
    await this.log(done);
  }

  private async log(done: readonly HandedOver[]): Promise<void> {
    const lines = done.flatMap(({ transitions }) => transitions.map((line) => ({ ...line, id: newId() })));
    await this.work.rows(LOG, [JSON.stringify(lines)]);
  }

  /** Under names of their own: of a thousand leads one is told once, by the pack. */
  private async announce(event: string, done: readonly HandedOver[]): Promise<void> {
    const changes = done.map(({ handover: { id, beneficiaryId, fromUnitId, toUnitId } }) => ({
      fact: { objectType: 'handover', objectId: id, beneficiaryId },
      ids: { handoverId: id, fromUnitId, toUnitId },
    }));
    await this.journal.recordAll(event, changes);
  }
}

function reversed({ beneficiaryId, fromPostId, fromUnitId, toPostId, toUnitId }: Handover): FileTakenOver {
  return { beneficiaryId, fromPostId: toPostId ?? '', fromUnitId: toUnitId, toPostId: fromPostId ?? '', toUnitId: fromUnitId };
}
