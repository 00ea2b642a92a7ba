import { Injectable } from '@nestjs/common';
import type { Id, PackFileReason, PackFileState, PackStay } from '@relais/domain';
import { TakeOverAppointments } from '@relais/server/appointments';
import { TakeOverActions } from '@relais/server/interviews';
import { Clock, UnitOfWork } from '@relais/server/kernel';
import { type FileTakenOver, REFERRAL_ROLES, type ReferralRole, TakeOverFiles, TakeOverReferrals } from '@relais/server/referrals';
import type { PackRow } from './pack-rows';

/** Files in one transaction: enough to be quick, few enough that a colleague's click waits a blink. */
const BATCH = 100;

const NEXT = `
  select beneficiary_id as "beneficiaryId", unit_id as "unitId", from_post_id as "fromPostId", to_post_id as "toPostId", to_unit_id as "toUnitId",
    leads, to_json(stays) as stays, to_json(referral_roles) as "referralRoles", to_json(referral_ids) as "referralIds", to_json(action_ids) as "actionIds", to_json(appointment_ids) as "appointmentIds",
    handover_id as "handoverId", support_id as "supportId"
  from app.pack_file where region = $1 and pack_id = $2 and status = $3 order by place limit ${BATCH} for update skip locked`;

const SETTLE = `
  update app.pack_file f set status = s.status, reason = s.reason, handover_id = coalesce(s."handoverId", f.handover_id),
    support_id = coalesce(s."supportId", f.support_id), stays = s.stays, referral_ids = coalesce(s."referralIds", f.referral_ids),
    referral_roles = coalesce(s."referralRoles", f.referral_roles), action_ids = coalesce(s."actionIds", f.action_ids),
    appointment_ids = coalesce(s."appointmentIds", f.appointment_ids), moved_at = case s.status when 'moved' then $4 else f.moved_at end,
    settled_at = case when s.status in ('moved', 'refused') then f.settled_at else $4 end
  from jsonb_to_recordset($3::jsonb) as s ("beneficiaryId" uuid, status text, reason text, "handoverId" uuid, "supportId" uuid, stays text[],
    "referralIds" uuid[], "referralRoles" text[], "actionIds" uuid[], "appointmentIds" uuid[])
  where f.region = $1 and f.pack_id = $2 and f.beneficiary_id = s."beneficiaryId"`;

const CLOSED = `select id from app.beneficiary where region = $1 and id = any($2::uuid[]) and status = 'closed'`;

type FileRow = {
  readonly beneficiaryId: Id;
  readonly unitId: Id;
  readonly fromPostId: Id;
  readonly toPostId: Id;
  readonly toUnitId: Id;
  readonly leads: boolean;
  readonly stays: readonly PackStay[];
  /** As what the post stood in each referral that moved. */
  readonly referralRoles: readonly string[];
  readonly referralIds: readonly Id[];
  readonly actionIds: readonly Id[];
  readonly appointmentIds: readonly Id[];
  readonly handoverId: Id | null;
  readonly supportId: Id | null;
};

type Settled = {
  readonly status: PackFileState;
  readonly reason: PackFileReason | null;
  readonly handoverId?: Id;
  readonly supportId?: Id | null;
};

/** What of a file changed hands, and what did not since somebody changed it meanwhile. */
type Went = Partial<Pick<FileRow, 'referralIds' | 'referralRoles' | 'actionIds' | 'appointmentIds'>> & {
  readonly changed: readonly PackStay[];
};

/** Moves the next files of a pack, one way or back, in the caller's transaction: each row once, whatever is killed. */
@Injectable()
export class MoveBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly files: TakeOverFiles,
    private readonly referrals: TakeOverReferrals,
    private readonly actions: TakeOverActions,
    private readonly appointments: TakeOverAppointments,
  ) {}

  /** How many rows were settled; none: nothing is left, or somebody else has it. */
  async execute(pack: PackRow): Promise<number> {
    const rows = await this.work.rows<FileRow>(NEXT, [pack.id, pack.status === 'moving' ? 'waiting' : 'moved']);
    if (rows.length === 0) return 0;
    const answers = pack.status === 'moving' ? await this.go(rows, pack) : await this.back(rows, pack);
    await this.work.rows(SETTLE, [pack.id, JSON.stringify(answers), this.clock.now()]);
    return rows.length;
  }

  private async go(rows: readonly FileRow[], pack: PackRow): Promise<readonly object[]> {
    const led = rows.filter(({ leads }) => leads);
    const kind = pack.endsAs === 'comes_back' ? 'absence' : 'departure';
    const taken = await this.files.take(
      led.map((row) => ({ ...row, fromUnitId: row.unitId })),
      { kind, byPostId: pack.runByPostId },
    );
    const closed = await this.closed(led.filter(({ beneficiaryId }) => !taken.has(beneficiaryId)));
    const settled = new Map<Id, Settled>();
    for (const row of rows) {
      const { beneficiaryId, leads } = row;
      const handed = taken.get(beneficiaryId);
      if (!leads && thingsOf(row) === 0) settled.set(beneficiaryId, { status: 'refused', reason: 'not_open' });
      else if (leads && !handed)
        settled.set(beneficiaryId, { status: 'refused', reason: closed.has(beneficiaryId) ? 'closed' : 'led_elsewhere' });
      else settled.set(beneficiaryId, { status: 'moved', reason: null, ...handed });
    }
    const went = await this.rest(rows.filter(({ beneficiaryId }) => settled.get(beneficiaryId)?.status === 'moved'));
    return rows.map(({ beneficiaryId, stays }) => {
      const { changed = [], ...things } = went.get(beneficiaryId) ?? {};
      return { beneficiaryId, ...settled.get(beneficiaryId), ...things, stays: [...stays, ...changed] };
    });
  }

  private async back(rows: readonly FileRow[], pack: PackRow): Promise<readonly object[]> {
    const led = rows.filter(({ leads }) => leads);
    const undone = pack.status === 'undoing';
    const again = undone ? await this.recall(led, pack) : await this.giveBack(led, pack);
    const closed = await this.closed(led.filter(({ beneficiaryId }) => !again.has(beneficiaryId)));
    const settled = new Map<Id, Settled>();
    for (const { beneficiaryId, leads } of rows) {
      const kept = leads && !again.has(beneficiaryId);
      const reason = closed.has(beneficiaryId) ? 'closed' : undone ? 'moved_again' : 'led_elsewhere';
      settled.set(beneficiaryId, kept ? { status: 'kept', reason } : { status: undone ? 'undone' : 'returned', reason: null });
    }
    const returned = rows.filter(({ beneficiaryId }) => settled.get(beneficiaryId)?.status !== 'kept');
    await this.files.stopAccompanying(returned.flatMap(({ supportId }) => supportId ?? []));
    const went = await this.rest(returned.map(reversed));
    // After an absence most of it was done meanwhile; after an undoing it is news.
    return rows.map(({ beneficiaryId }) => {
      const stays = undone ? (went.get(beneficiaryId)?.changed ?? []) : [];
      return { beneficiaryId, ...settled.get(beneficiaryId), stays };
    });
  }

  private recall(led: readonly FileRow[], pack: PackRow): Promise<ReadonlySet<Id>> {
    return this.files.recall(
      led.flatMap(({ handoverId }) => handoverId ?? []),
      pack.runByPostId,
    );
  }

  /** The lead goes on from the one who took it, who still reads for a while: another handover, and the first one is over. */
  private async giveBack(led: readonly FileRow[], pack: PackRow): Promise<ReadonlySet<Id>> {
    const way: FileTakenOver[] = led.map(reversed).map((row) => ({ ...row, fromUnitId: row.unitId }));
    const taken = await this.files.take(way, { kind: 'absence', byPostId: pack.runByPostId });
    const over = led.filter(({ beneficiaryId }) => taken.has(beneficiaryId)).flatMap(({ handoverId }) => handoverId ?? []);
    await this.files.end(over, pack.runByPostId);
    return new Set(taken.keys());
  }

  private async rest(rows: readonly FileRow[]): Promise<ReadonlyMap<Id, Went>> {
    const each = (ids: (row: FileRow) => readonly Id[]) => rows.flatMap((row) => ids(row).map((id) => ({ ...row, id })));
    const sides = rows.flatMap((row) => row.referralIds.map((id, at) => ({ ...row, id, roles: rolesOf(row.referralRoles[at]) })));
    const given = await this.referrals.execute(sides);
    const actions = await this.actions.execute(each((row) => row.actionIds));
    const meetings = await this.appointments.execute(each((row) => row.appointmentIds));
    const whole = (row: FileRow): boolean =>
      row.referralIds.every((id, at) => given.has(id) && (row.referralRoles[at] ?? given.get(id)?.join(' ')) === given.get(id)?.join(' '));
    return new Map(
      rows.map((row) => {
        const referralIds = row.referralIds.filter((id) => given.has(id));
        const [actionIds, appointmentIds] = [
          row.actionIds.filter((id) => actions.has(id)),
          row.appointmentIds.filter((id) => meetings.has(id)),
        ];
        const changed: PackStay[] = [];
        if (!whole(row)) changed.push('referral_changed');
        if (actionIds.length < row.actionIds.length) changed.push('action_changed');
        if (appointmentIds.length < row.appointmentIds.length) changed.push('appointment_changed');
        const referralRoles = referralIds.map((id) => (given.get(id) ?? []).join(' '));
        return [row.beneficiaryId, { referralIds, referralRoles, actionIds, appointmentIds, changed }];
      }),
    );
  }

  private async closed(rows: readonly FileRow[]): Promise<ReadonlySet<Id>> {
    if (rows.length === 0) return new Set();
    const closed = await this.work.rows<{ id: Id }>(CLOSED, [rows.map(({ beneficiaryId }) => beneficiaryId)]);
    return new Set(closed.map(({ id }) => id));
  }
}

/** The same file on its way back. */
function reversed(row: FileRow): FileRow {
  return { ...row, unitId: row.toUnitId, fromPostId: row.toPostId, toPostId: row.fromPostId, toUnitId: row.unitId };
}

function thingsOf({ referralIds, actionIds, appointmentIds }: FileRow): number {
  return referralIds.length + actionIds.length + appointmentIds.length;
}

/** On the way there every role of the post moves; on the way back, those that moved. */
function rolesOf(moved: string | undefined): readonly ReferralRole[] {
  return moved === undefined ? REFERRAL_ROLES : REFERRAL_ROLES.filter((role) => moved.split(' ').includes(role));
}
