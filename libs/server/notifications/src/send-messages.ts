import { Injectable } from '@nestjs/common';
import { type Id, type Instant, plusMinutes, type RegionCode } from '@relais/domain';
import { Clock, Settings, UnitOfWork } from '@relais/server/kernel';
import { type Claimed, ClaimMessages } from './claim-messages';
import type { Outcome } from './mail-outcome';
import { Postman } from './postman';
import { RecordOutcome } from './record-outcome';
import { writeMail } from './write-mail';

/** Minutes without an answer after which a letter is looked for. */
const SILENCE = 2;

const SILENT = `select id from app.message where region = $1 and status = 'sent' and sent_at <= $2 order by sent_at limit 100`;

/**
 * Sends what the ledger holds: marked in one transaction, sent outside any, its outcome recorded in another. A worker killed in between
 * leaves a letter that may have left: the folder of files tells, a mail server cannot, so people decide. Source: trust.md §2 (e).
 */
@Injectable()
export class SendMessages {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly claims: ClaimMessages,
    private readonly postman: Postman,
    private readonly outcomes: RecordOutcome,
  ) {}

  /** Sends one batch of a region; resolves to how many letters were handed over. */
  async pass(region: RegionCode): Promise<number> {
    const claimed = await this.work.write({ region, system: true }, () => this.claims.execute());
    await Promise.all(claimed.map((one) => this.send(region, one)));
    return claimed.length;
  }

  /** Finds out what became of letters whose answer was never heard, where a machine can. */
  async look(region: RegionCode): Promise<void> {
    const before: Instant = plusMinutes(this.clock.now(), -SILENCE);
    const silent = await this.work.read({ region, system: true }, () => this.work.rows<{ id: Id }>(SILENT, [before]));
    for (const { id } of silent) {
      const left = await this.postman.didLeave({ region, id });
      if (left !== undefined)
        await this.record(region, id, left ? { did: 'delivered' } : { did: 'again', reason: 'worker_stopped', atOnce: true });
    }
  }

  private async send(region: RegionCode, { id, kind, language, address, count, meeting }: Claimed): Promise<void> {
    const facts = { publicUrl: this.settings.publicUrl, count: count ?? undefined, meeting, writtenAt: this.clock.now() };
    const outcome = await this.postman.send({ region, id, to: address, mail: writeMail(kind, language, facts) });
    await this.record(region, id, outcome);
  }

  private record(region: RegionCode, id: Id, outcome: Outcome): Promise<void> {
    return this.work.write({ region, system: true }, () => this.outcomes.execute(id, outcome));
  }
}
