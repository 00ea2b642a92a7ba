import { Injectable } from '@nestjs/common';
import {
  type Agreement,
  datesOf,
  type Id,
  type Instant,
  millisOf,
  MOVES,
  type Referral,
  REFERRAL_MOVES,
  speaksFor,
  type Standing,
  standingOf,
  waitingSide,
  waitOf,
  whyNot,
  whyNotAdd,
  type WorkingCalendar,
  workingDaysBetween,
} from '@relais/domain';
import { Clock, Journal, RegionAgreement, UnitOfWork } from '@relais/server/kernel';
import type { PacketSummary } from './packet.messages';
import type { ReferralView } from './referral-views.messages';
import { CHAIN, DESTINATIONS, HEAD, type Head, LOG, type LogLine, MEETING, PACK, type PackRow, REMINDERS } from './show-queries';
import type {
  AppointmentOfReferral,
  DateAhead,
  Destination,
  LinkOfChain,
  MoveView,
  PersonOfReferral,
  TransitionView,
  WaitOfReferral,
} from './thread.messages';
import { waitingDays } from './waiting-days';

const DAY = 86_400_000;

/** A referral as its thread: who holds the ball, what happened, and what the reader may do. The pack as far as it is open to them. */
@Injectable()
export class ShowReferral {
  constructor(
    private readonly work: UnitOfWork,
    private readonly journal: Journal,
    private readonly clock: Clock,
    private readonly agreement: RegionAgreement,
  ) {}

  /** For a reader: the read is journalled in its own transaction. */
  async execute(id: Id): Promise<ReferralView> {
    const view = await this.view(id);
    const { beneficiaryId } = await this.work.found<{ beneficiaryId: Id }>(
      'select beneficiary_id as "beneficiaryId" from app.referral where region = $1 and id = $2',
      [id],
    );
    await this.journal.audit('referral.read', { objectType: 'referral', objectId: id, beneficiaryId });
    return view;
  }

  /** For whoever just changed it, which is journalled as such. */
  async view(id: Id): Promise<ReferralView> {
    const { actor } = this.work;
    const [head, log, pack, meeting, agreement, chain, reminders] = await Promise.all([
      this.work.found<Head>(HEAD, [id, actor.unitId]),
      this.work.rows<LogLine>(LOG, [id]),
      this.work.row<PackRow>(PACK, [id]),
      this.work.row<AppointmentOfReferral>(MEETING, [id]),
      this.agreement.inForce(),
      this.work.rows<LinkOfChain>(CHAIN, [id]),
      this.work.rows<DateAhead>(REMINDERS, [id]),
    ]);
    const now = this.clock.now();
    const standing = standingOf(actor, head, head.lines);
    const unread = standing.side !== 'sender' && pack === undefined;
    return {
      ...head,
      side: standing.side === 'sender' || standing.side === 'receiver' ? standing.side : 'none',
      person: personOf(head, pack),
      sender: {
        operatorId: head.senderOperatorId,
        operatorName: head.senderOperatorName,
        unitId: head.senderUnitId,
        unitName: head.senderUnitName,
        postId: head.senderPostId,
        postName: head.senderPostName,
      },
      receiver: {
        operatorId: head.receiverOperatorId,
        operatorName: head.receiverOperatorName,
        unitId: head.receiverUnitId,
        unitName: head.receiverUnitName,
        postId: head.accountablePostId ?? head.claimedByPostId,
        postName: head.accountableName ?? head.claimedByName,
      },
      wait: waitView(head, now, agreement.calendar),
      ahead: aheadOf(head, now, agreement),
      reminders,
      chain,
      contactDays: contactDaysOf(head, now),
      contactMarks: [...agreement.settings.firstContactCounts],
      mayAdd: whyNotAdd(head, standing) === undefined,
      leadWith: leadOf(head),
      transitions: log.map((line, index) => lineOf(line, log[index + 1], head, now, agreement.calendar)),
      message: unread ? '' : head.message,
      included: standing.side === 'sender' ? head.included : [],
      thenTo: standing.side === 'sender' ? await this.named(head.thenUnitIds) : [],
      packet: pack ?? null,
      summary: 'name' in head.summary ? summaryOf(head) : null,
      appointment: meeting ?? null,
      alternatives: standing.side === 'sender' ? await this.destinations(log) : [],
      moves: movesOf(head, standing, now, agreement),
    };
  }

  private async destinations(log: readonly LogLine[]): Promise<Destination[]> {
    const units = log.flatMap(({ detail: { destinationUnitId, alternatives } }) => [
      ...(destinationUnitId ? [destinationUnitId] : []),
      ...(alternatives ?? []),
    ]);
    return this.named(units);
  }

  private async named(units: readonly Id[]): Promise<Destination[]> {
    return units.length === 0 ? [] : this.work.rows<Destination>(DESTINATIONS, [[...new Set(units)]]);
  }
}

function personOf(head: Head, pack: PackRow | undefined): PersonOfReferral {
  const identity = pack?.content.identity;
  const birth = head.fileBirthDate ?? identity?.birthDate;
  return {
    beneficiaryId: head.openFileId,
    name: head.fileName ?? identity?.name ?? head.summary.name ?? '—',
    birthYear: birth ? Number(birth.slice(0, 4)) : (head.summary.birthYear ?? null),
    masked: head.fileName === null && identity === undefined && head.summary.masked !== false,
  };
}

function summaryOf({ summary, need, theme, urgent, kind }: Head): PacketSummary {
  const { name = '—', masked = false, birthYear = null, communeName = null, language = 'fr', interpreter = false } = summary;
  return { name, masked, birthYear, communeName, language, interpreter, need, theme, urgent, kind };
}

function waitView(head: Head, now: Instant, calendar: WorkingCalendar): WaitOfReferral | null {
  const wait = waitOf(head);
  if (!wait) return null;
  const { side, postId, since, until, milestone } = wait;
  const names = new Map([
    [head.senderPostId, head.senderPostName],
    [head.claimedByPostId, head.claimedByName],
    [head.accountablePostId, head.accountableName],
  ]);
  const unitName = side === 'sender' ? head.senderUnitName : side === 'receiver' ? head.receiverUnitName : null;
  return {
    side,
    unitName,
    postName: (postId && names.get(postId)) ?? null,
    since,
    until,
    milestone,
    overdue: until !== null && until < now,
    ...waitingDays(since, until, now, calendar),
  };
}

function leadOf({ openFileId, leadOperatorId, senderOperatorId, receiverOperatorId }: Head): ReferralView['leadWith'] {
  if (openFileId === null || leadOperatorId === null) return 'none';
  return leadOperatorId === senderOperatorId ? 'sender' : leadOperatorId === receiverOperatorId ? 'receiver' : 'other';
}

/** What comes next if nobody moves, in the order of the dates. */
function aheadOf(head: Head, now: Instant, agreement: Agreement): DateAhead[] {
  return datesOf(head, agreement).filter(({ at }) => at > now);
}

/** Days from sending to the first contact, as the agreement counts them at its marks. */
function contactDaysOf({ sentAt, firstContactAt, closedAt }: Head, now: Instant): number | null {
  return sentAt === null ? null : Math.max(0, Math.floor((millisOf(firstContactAt ?? closedAt ?? now) - millisOf(sentAt)) / DAY));
}

function lineOf(
  { detail, ...line }: LogLine,
  next: LogLine | undefined,
  { kind }: Head,
  now: Instant,
  calendar: WorkingCalendar,
): TransitionView {
  const then = waitingSide({ status: line.toStatus, kind, heldFor: detail.heldFor ?? null }) ?? null;
  return {
    ...line,
    then,
    days: then === null ? 0 : Math.round(workingDaysBetween(line.at, next?.at ?? now, calendar) * 10) / 10,
    outcome: detail.outcome ?? null,
    declineReason: detail.declineReason ?? null,
    contactAt: detail.contactAt ?? null,
    reviewAt: detail.reviewAt ?? null,
    resumeAt: detail.resumeAt ?? null,
  };
}

/** The moves that the reader's side could ever make: those of this state first, each with its reason when it can't be made. */
function movesOf(referral: Referral, standing: Standing, now: Instant, agreement: Agreement): MoveView[] {
  const mine = REFERRAL_MOVES.filter((name) =>
    MOVES.some((row) => row.move === name && row.by.some((party) => speaksFor(standing, party, referral.kind))),
  );
  const moves = mine.map((name) => {
    const refusal = whyNot(name, referral, standing, now, undefined, agreement);
    return { move: name, allowed: refusal === undefined, whyNot: refusal?.refused ?? null };
  });
  return [...moves.filter(({ allowed }) => allowed), ...moves.filter(({ allowed }) => !allowed)];
}
