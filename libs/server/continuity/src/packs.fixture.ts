import { randomUUID } from 'node:crypto';
import { plusDays, plusMinutes, toInstant } from '@relais/domain';
import {
  aBeneficiary,
  apiFor,
  aUnit,
  type BeneficiaryRow,
  type Professional,
  type TestApi,
  TestClock,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';
import { ContinuityApi, ContinuityJobs, MovePacks } from './index';

/** Somebody with a caseload who is away, and colleagues. */
export type Team = {
  readonly away: Professional;
  readonly colleagues: readonly Professional[];
  readonly caseload: readonly BeneficiaryRow[];
  readonly absenceId: string;
  /** Prepares a pack of the absence and lets the worker make a round; resolves to the answer of the request. */
  prepare(receivers?: readonly Professional[], endsAs?: string, who?: Professional): Promise<Answer>;
};

type Answer = { readonly status: number; readonly body: Record<string, string> & { readonly id: string } };
type Moves = ReturnType<ReturnType<TestApi['as']>['post']>;

/** A site with its lead, the programs that move packs there, and a clock that a test moves. */
export class PacksSite {
  private constructor(
    readonly db: TestDatabase,
    readonly api: TestApi,
    readonly clock: TestClock,
    readonly siteId: string,
    readonly lead: Professional,
    private readonly worker: TestWorker,
  ) {}

  static async open(): Promise<PacksSite> {
    const [db, clock] = [await testDatabase(), new TestClock()];
    const api = await apiFor(db, [ContinuityApi], { clock });
    const worker = await workerFor(db, [ContinuityJobs], { clock });
    const siteId = (await aUnit(db)).id;
    return new PacksSite(db, api, clock, siteId, await db.as.unitLead({ unitId: siteId }), worker);
  }

  async close(): Promise<void> {
    await this.worker.close();
    await this.api.close();
    await this.db.drop();
  }

  today(): void {
    this.clock.moveTo(toInstant(new Date().toISOString()));
  }

  day(days: number): string {
    return plusDays(this.clock.today('53'), days);
  }

  work(): Promise<number> {
    return this.worker.get(MovePacks).execute('53');
  }

  /** The worker some days later; a session does not last as long. */
  async workInDays(days: number): Promise<void> {
    const now = this.clock.now();
    this.clock.moveTo(plusMinutes(now, days * 1440));
    await this.work();
    this.clock.moveTo(now);
  }

  move(packId: string, name: 'run' | 'undo' | 'return', who = this.lead): Moves {
    return this.api.as(who).post(`/api/packs/${packId}/${name}`);
  }

  async files(packId: string, who = this.lead): Promise<Record<string, unknown>[]> {
    return (await this.api.as(who).get(`/api/packs/${packId}/files`).expect(200)).body.items;
  }

  async pack(absenceId: string): Promise<Record<string, unknown>> {
    return (await this.api.as(this.lead).get(`/api/absences/${absenceId}/pack`).expect(200)).body;
  }

  leadsOf(postId: string): Promise<unknown[]> {
    return this.db.rows(`select id from app.beneficiary where region = '53' and lead_post_id = $1 and status = 'active'`, [postId]);
  }

  noteAbsence({ actor }: Professional, absence: object, who = this.lead): Moves {
    const fortnight = { kind: 'absence', reason: 'leave', startsOn: this.day(0), endsOn: this.day(13) };
    const path = `/api/posts/${actor.postId}/absences`;
    return this.api
      .as(who)
      .post(path)
      .set('idempotency-key', randomUUID())
      .send({ ...fortnight, ...absence });
  }

  async aTeam(people: number, absence: object = {}): Promise<Team> {
    const { db, siteId: unitId } = this;
    const away = await db.as.counsellor({ unitId });
    const colleagues = [await db.as.counsellor({ unitId }), await db.as.counsellor({ unitId })];
    const caseload: BeneficiaryRow[] = [];
    for (let n = 0; n < people; n++) caseload.push(await aBeneficiary(db, { lead_post_id: away.actor.postId }));
    const { body } = await this.noteAbsence(away, absence, away).expect(201);
    const prepare: Team['prepare'] = async (receivers = colleagues, endsAs = 'comes_back', who = away) => {
      const request = { endsAs, receiverPostIds: receivers.map(({ actor }) => actor.postId) };
      const answer = await this.api.as(who).post(`/api/absences/${body.id}/pack`).send(request);
      await this.work();
      return answer;
    };
    return { away, colleagues, caseload, absenceId: body.id, prepare };
  }
}
