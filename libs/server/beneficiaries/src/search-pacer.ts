import { Injectable } from '@nestjs/common';
import { paced, type SearchPace } from '@relais/domain';
import { Clock, refuse, Sealer, UnitOfWork } from '@relais/server/kernel';

/** The row of a user, made and locked: two requests of one user are counted one after the other. */
const KEPT = `insert into app.search_pace (region, account_id) values ($1, $2)
  on conflict (region, account_id) do update set account_id = excluded.account_id returning pace`;

/** Counts the searches of each user in PostgreSQL, where every process counts together. What was typed is not kept, only keyed marks of it. */
@Injectable()
export class SearchPacer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
  ) {}

  /** Counts one request of a box; true when it begins a search, false when typing goes on. 429 with the seconds to wait when it is too many. */
  async begins(box: string, fields: readonly string[]): Promise<boolean> {
    const { region, actor } = this.work;
    const [row] = await this.work.rows<{ pace: SearchPace }>(KEPT, [actor.accountId]);
    const texts = fields.map((text) => text.trim().toLowerCase());
    const markOf = (field: number, text: string): string => this.sealer.index(region, `search ${field} ${text}`);
    const outcome = paced(row?.pace ?? { begun: [], requests: [] }, box, texts, Date.parse(this.clock.now()), markOf);
    if ('waitSeconds' in outcome) {
      return refuse('search.too_many', { retryAfterSeconds: outcome.waitSeconds, params: { seconds: outcome.waitSeconds } });
    }
    await this.work.rows('update app.search_pace set pace = $3 where region = $1 and account_id = $2', [
      actor.accountId,
      JSON.stringify(outcome.pace),
    ]);
    return outcome.begins;
  }
}
