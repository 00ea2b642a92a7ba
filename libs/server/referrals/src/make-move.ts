import { Injectable } from '@nestjs/common';
import {
  type Id,
  move,
  type MoveAnswer,
  type Moved,
  type Referral,
  type Refusal,
  REFERRAL_EVENTS,
  type ReferralMove,
  type ReferralTransition,
  type Side,
  type Standing,
  tellingOf,
} from '@relais/domain';
import { Clock, Journal, newId, RefusalProblem, refuse, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import { CarryOutEffects } from './carry-out-effects';
import { NOT_SAID, ReferralEntity } from './referral.entity';
import { StandingOfPost } from './standing-of-post';

/** Whoever writes the file and its referrals takes the file first: two who wait for each other would both fail. */
const FILE = 'select id from app.beneficiary where region = $1 and id = $2 for no key update';
const FILE_OF = `
  select b.id from app.beneficiary b where b.region = $1 and b.id = (select r.beneficiary_id from app.referral r
    where r.region = $1 and r.id = $2) for no key update`;

const LAST = `
  select t.actor_post_id as "postId", t.actor_kind as kind, coalesce(u.name || ' · ' || o.short_name, '') as by
  from app.referral_transition t
  left join app.post p on p.region = $1 and p.id = t.actor_post_id
  left join app.unit u on u.region = $1 and u.id = p.unit_id
  left join app.operator o on o.region = $1 and o.id = p.operator_id
  where t.region = $1 and t.referral_id = $2 order by t.sequence desc limit 1`;

const LOG = `
  insert into app.referral_transition (region, id, referral_id, sequence, move, from_status, to_status, actor_post_id, actor_kind, reason,
    detail, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** What is kept apart from the machine: who recommended which team, who decided. */
type Apart = Pick<
  ReferralEntity,
  'recommendedUnitId' | 'recommendedByPostId' | 'recommendedAt' | 'decidedUnitId' | 'decidedByPostId' | 'decidedAt'
>;

/** A referral before its move, as it was locked. */
export type Unmoved = Omit<ReferralEntity, 'summary' | keyof Apart>;

/** What a move needs besides its answer; `summary` is what the receiver reads first. */
export type MoveOptions = { readonly standing?: Standing; readonly summary?: object };

/**
 * The one way a referral moves: its row is locked, the machine of the domain decides, and the new state, the line of the log, the effects
 * and the event leave in one transaction. Of several moves at one instant one wins; the others hear who did.
 */
@Injectable()
export class MakeMove {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly standings: StandingOfPost,
    private readonly effects: CarryOutEffects,
  ) {}

  /** The referral, locked until the end of the unit of work; 404 for whoever is not concerned. */
  async lock(id: Id): Promise<ReferralEntity> {
    await this.work.rows(FILE_OF, [id]);
    return this.work.lock(ReferralEntity, id);
  }

  /** The file of a person, before several of its referrals are locked. */
  async lockFile(beneficiaryId: Id): Promise<void> {
    await this.work.rows(FILE, [beneficiaryId]);
  }

  /** Makes a move, or refuses it. */
  async execute(name: ReferralMove, before: Unmoved, answer: MoveAnswer, options: MoveOptions = {}): Promise<Moved> {
    const standing = options.standing ?? (await this.standings.of(before));
    const moved = move(name, before, standing, answer, this.clock.now(), await this.agreement.inForce());
    if ('refused' in moved) return this.refuse(moved, before, standing);
    await this.apply(before, moved, options);
    return moved;
  }

  /** Writes a move that was decided on the locked row. */
  async apply(before: Unmoved, moved: Moved, options: MoveOptions = {}): Promise<void> {
    await this.save(before, moved, options);
    await this.announce(before, moved);
  }

  private async announce(before: Referral, moved: Moved): Promise<void> {
    await this.effects.execute(moved, before);
    const { id, beneficiaryId, senderUnitId, receiverUnitId } = moved.referral;
    await this.journal.record(
      REFERRAL_EVENTS[moved.transition.move],
      { objectType: 'referral', objectId: id, beneficiaryId },
      { referralId: id, senderUnitId, receiverUnitId, ...tellingOf(moved.effects) },
    );
  }

  /** Begins with a move what was never a draft of anybody: a claim leaves as it is written. */
  async begin(draft: Referral, moved: Moved, words: { readonly message: string; readonly summary: object }): Promise<void> {
    try {
      await this.work.insert(ReferralEntity, {
        ...moved.referral,
        ...NOT_SAID,
        ...apart(moved.referral, moved.transition),
        ...words,
        included: [],
      });
    } catch (error) {
      this.twin(error);
    }
    await this.log(moved);
    await this.announce(draft, moved);
  }

  private async save(before: Unmoved, { referral, transition }: Moved, { summary }: MoveOptions): Promise<void> {
    const { region: _region, id, version: _version, ...row } = referral;
    try {
      await this.work.update(ReferralEntity, id, { ...row, ...apart(referral, transition), ...(summary && { summary }) }, before.version);
    } catch (error) {
      this.twin(error);
    }
    await this.log({ referral, transition });
  }

  private twin(error: unknown): never {
    if ((error as { code?: string }).code === '23505') refuse('referral.twin_open');
    throw error;
  }

  private async log({ referral: { id }, transition }: Pick<Moved, 'referral' | 'transition'>): Promise<void> {
    const { sequence, move: name, fromStatus, toStatus, actorPostId, actorKind, reason, detail, at } = transition;
    const line = [newId(), id, sequence, name, fromStatus, toStatus, actorPostId, actorKind, reason, JSON.stringify(detail), at];
    await this.work.rows(LOG, line);
  }

  private async refuse(refusal: Refusal, { id, status }: Unmoved, standing: Standing): Promise<never> {
    const late = refusal.refused === 'referral.not_in_this_state' || refusal.refused === 'referral.world_moved';
    const last = late ? await this.work.row<{ postId: Id | null; kind: Side; by: string }>(LAST, [id]) : undefined;
    if (!last || (last.postId === standing.postId && last.kind === standing.side)) throw new RefusalProblem(refusal);
    return refuse('referral.world_moved', { params: { by: last.by, kind: last.kind, to: status } });
  }
}

/** Sending recommends a team; accepting decides on it. Source: domain.md §3. */
function apart({ receiverUnitId: unit }: Referral, { move: name, actorPostId: by, at }: ReferralTransition): Partial<Apart> {
  if (name === 'send') return { recommendedUnitId: unit, recommendedByPostId: by, recommendedAt: at };
  return name === 'accept' ? { decidedUnitId: unit, decidedByPostId: by, decidedAt: at } : {};
}
