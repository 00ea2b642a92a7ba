import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Clock } from './clock';
import { refuse } from './problems';
import { UnitOfWork } from './unit-of-work';

/** Header by which a client names one intention, whatever the number of tries. */
export const IDEMPOTENCY_HEADER = 'idempotency-key';

/**
 * One effect per key and post, in the transaction of the effect itself: a retry after an unknown commit, a double click and a
 * second tab get the first answer again. The same key for another content is refused.
 */
@Injectable()
export class OneEffectPerKey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Runs `handle` once for the key of this request, or hands back what it answered the first time. */
  async of(request: FastifyRequest, reply: FastifyReply, handle: () => Promise<string | undefined>): Promise<string | undefined> {
    const key = request.headers[IDEMPOTENCY_HEADER];
    if (typeof key !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key))
      return refuse('request.key_missing', { pointer: '' });
    const route = `${request.method} ${request.routeOptions.url ?? ''}`;
    const bodyHash = createHash('sha256')
      .update(`${request.url}\n${JSON.stringify(request.body ?? null)}`)
      .digest('hex');
    const mine = [this.work.actor.postId, key];
    const claimed = await this.work.rows(
      `insert into app.idempotency (region, post_id, key, route, body_hash, created_at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning key`,
      [...mine, route, bodyHash, this.clock.now()],
    );
    if (claimed.length === 0) return this.again(mine, route, bodyHash, reply);
    const text = await handle();
    await this.work.rows(
      `update app.idempotency set status = 201, response = $4, etag = $5 where region = $1 and post_id = $2 and key = $3`,
      [...mine, text ?? null, (reply.getHeader('etag') as string | undefined) ?? null],
    );
    return text;
  }

  private async again(mine: readonly string[], route: string, bodyHash: string, reply: FastifyReply): Promise<string | undefined> {
    const first = await this.work.found<{ route: string; body_hash: string; response: string | null; etag: string | null }>(
      `select route, body_hash, response, etag from app.idempotency where region = $1 and post_id = $2 and key = $3`,
      mine,
    );
    if (first.route !== route || first.body_hash !== bodyHash) refuse('request.key_reused');
    if (first.etag) void reply.header('etag', first.etag);
    void reply.header('idempotent-replay', 'true');
    return first.response ?? undefined;
  }
}
