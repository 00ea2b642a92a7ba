import { Injectable } from '@nestjs/common';
import {
  type Agreement,
  type Id,
  type Instant,
  move,
  type MoveAnswer,
  type Moved,
  MOVES,
  type Referral,
  type Refusal,
  REFERRAL_EVENTS,
  REFERRAL_MOVES,
  type ReferralMove,
  type ReferralState,
  type Side,
  type Standing,
  tellingOf,
  waitingSide,
  whyNot,
} from '@relais/domain';
import { Clock, Journal, newId, PAGE, pageOf, readPlace, RegionAgreement, refuse, UnitOfWork } from '@relais/server/kernel';
import { COUNTS, KNOWN_LOG, type Known, type KnownLine, MOVED_ON, NEEDING, ONE, WRITE } from './coordinated-queries';
import type {
  CoordinatedCount,
  CoordinatedPage,
  CoordinatedReferral,
  CoordinatedThread,
  CoordinationQuery,
  RerouteRequest,
} from './coordination.messages';
import { LogUnmetNeed } from './log-unmet-need';
import { snake } from './referral-columns';
import { DESTINATIONS } from './show-queries';
import type { Destination, MoveView } from './thread.messages';
import { waitingDays } from './waiting-days';

const RECEIVES = `select u.id from app.unit u where u.region = $1 and u.id = $2 and u.active and u.receives_referrals`;

/** What the region's coordinator sees of the referrals that need the region, and does about them. The database hands out no more than this. */
@Injectable()
export class CoordinateReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
    private readonly unmet: LogUnmetNeed,
  ) {}

  async list({ why, after, limit = PAGE }: CoordinationQuery): Promise<CoordinatedPage> {
    const place = readPlace(after) ?? [null, null];
    const [rows, counts, agreement] = await Promise.all([
      this.work.rows<Known>(NEEDING, [why ?? null, ...place, limit + 1]),
      this.work.rows<CoordinatedCount>(COUNTS),
      this.agreement.inForce(),
    ]);
    const page = pageOf(rows, limit, (row) => [row.statusSince, row.id]);
    const now = this.clock.now();
    return { items: page.items.map((row) => viewOf(row, now, agreement)), counts, next: page.next };
  }

  async show(id: Id): Promise<CoordinatedThread> {
    const [known, lines, agreement] = await Promise.all([
      this.work.found<Known>(ONE, [id, false]),
      this.work.rows<KnownLine>(KNOWN_LOG, [id]),
      this.agreement.inForce(),
    ]);
    const named = [...new Set(lines.flatMap(({ alternatives }) => alternatives ?? []))];
    const alternatives = named.length === 0 ? [] : await this.work.rows<Destination>(DESTINATIONS, [named]);
    const now = this.clock.now();
    return { ...viewOf(known, now, agreement), transitions: lines, alternatives, moves: this.movesOf(known, now, agreement) };
  }

  /** Makes a move of the coordinator, or refuses it. */
  async move(name: ReferralMove, id: Id, answer: MoveAnswer, draft?: { readonly id: Id; readonly unitId: Id }): Promise<CoordinatedThread> {
    const known = await this.open(id);
    const before = referralOf(known);
    const receiverLive = (await this.work.row(RECEIVES, [known.receiverUnitId])) !== undefined;
    const facts = { sharing: known.sharing, receiverLive, twinOpen: false, refusedUntil: null };
    const moved = move(name, before, this.standing, { facts, ...answer }, this.clock.now(), await this.agreement.inForce());
    if ('refused' in moved) return this.refuse(moved, known);
    await this.write(before, moved, draft);
    if (moved.effects.some(({ effect }) => effect === 'unmet_need.log')) await this.unmet.log(moved.referral);
    const { senderUnitId, receiverUnitId } = moved.referral;
    await this.journal.record(
      REFERRAL_EVENTS[name],
      { objectType: 'referral', objectId: id },
      { referralId: id, senderUnitId, receiverUnitId, ...tellingOf(moved.effects), ...(draft && { successorId: draft.id }) },
    );
    return this.show(id);
  }

  /** Sends the request to another team: the sender finds a draft for it, which nobody else sees before it leaves. */
  async reroute(id: Id, { receiverUnitId, ...rest }: RerouteRequest): Promise<CoordinatedThread> {
    const successor = { id: newId(), unitId: receiverUnitId };
    if (!(await this.work.row(RECEIVES, [receiverUnitId]))) refuse('referral.receiver_closed', { pointer: '/receiverUnitId' });
    const { senderUnitId, receiverUnitId: present } = await this.open(id);
    if (receiverUnitId === senderUnitId || receiverUnitId === present) refuse('referral.same_unit', { pointer: '/receiverUnitId' });
    return this.move('reroute', id, { ...rest, successorId: successor.id, destinationUnitId: receiverUnitId }, successor);
  }

  /** Locked for a move; what no longer needs the region has moved on, and who moved it is told. */
  private async open(id: Id): Promise<Known> {
    const known = await this.work.row<Known>(ONE, [id, true]);
    if (known) return known;
    const { by, kind, to } = await this.work.found<{ by: string; kind: Side; to: ReferralState }>(MOVED_ON, [id]);
    return refuse('referral.world_moved', { params: { by, kind, to } });
  }

  /** Whoever comes too late hears who was first. */
  private refuse(refusal: Refusal, { lastKind: kind, lastBy: by, status: to }: Known): never {
    const { refused, ...more } = refusal;
    const late = refused === 'referral.not_in_this_state' || refused === 'referral.world_moved';
    return late && kind !== null && kind !== 'coordinator'
      ? refuse('referral.world_moved', { params: { by, kind, to } })
      : refuse(refused, more);
  }

  private async write(before: Referral, { referral, transition }: Moved, draft: object | undefined): Promise<void> {
    const { reason, detail, at, move: name } = transition;
    const patch = Object.fromEntries(Object.entries(referral).map(([field, value]) => [snake(field), value]));
    const line = { id: newId(), move: name, reason, detail, at, today: this.clock.today(this.work.region) };
    const written = [before.id, before.version, JSON.stringify(patch), JSON.stringify(line), draft ? JSON.stringify(draft) : null];
    await this.work.rows(WRITE, written);
  }

  private movesOf(known: Known, now: Instant, agreement: Agreement): MoveView[] {
    const referral = referralOf(known);
    const mine = REFERRAL_MOVES.filter((name) => MOVES.some((row) => row.move === name && row.by.includes('coordinator')));
    return mine.map((name) => {
      const refusal = whyNot(name, referral, this.standing, now, undefined, agreement);
      return { move: name, allowed: refusal === undefined, whyNot: refusal?.refused ?? null };
    });
  }

  private get standing(): Standing {
    const { postId, operatorId } = this.work.actor;
    return { side: 'coordinator', postId, operatorId };
  }
}

/** The machine needs no identity to decide. */
function referralOf({ fileNumber: _number, sharing: _sharing, why: _why, lastKind: _kind, lastBy: _by, ...known }: Known): Referral {
  return { ...known, beneficiaryId: '', outcomeNote: null, packetId: null };
}

function viewOf(known: Known, now: Instant, { calendar }: Agreement): CoordinatedReferral {
  return {
    ...known,
    sender: { unitId: known.senderUnitId, unitName: known.senderUnitName, operatorName: known.senderOperatorName },
    receiver: { unitId: known.receiverUnitId, unitName: known.receiverUnitName, operatorName: known.receiverOperatorName },
    waitSide: waitingSide(known) ?? null,
    overdue: known.dueAt !== null && known.dueAt < now,
    ...waitingDays(known.statusSince, known.dueAt, now, calendar),
  };
}
