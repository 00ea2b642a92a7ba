import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { AnswerCutter } from './answer-cutter';
import { answerOf, createsOnce, readsByPost } from './answers';
import { asksFreshProof, PROOF_MINUTES } from './fresh-proof';
import { OneEffectPerKey } from './one-effect-per-key';
import { refuse } from './problems';
import { inLanguage } from './request-language';
import { languageOf } from './sentences';
import type { SignedRequest } from './session.guard';
import { UnitOfWork } from './unit-of-work';
import { etagOf } from './versions';

/**
 * Opens the unit of work of a request: guard → unit of work → validation → handler → answer cut → commit.
 * GET, and a POST that reads, go through the pipelined door. An answer that breaks its class rolls back.
 */
@Injectable()
export class UnitOfWorkInterceptor implements NestInterceptor {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cutter: AnswerCutter,
    private readonly oneEffect: OneEffectPerKey,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<SignedRequest>();
    return from(inLanguage(languageOf(request.headers['accept-language']), () => this.answer(context, request, next)));
  }

  private async answer(context: ExecutionContext, request: SignedRequest, next: CallHandler): Promise<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const handler = context.getHandler();
    const declared = answerOf(handler);
    const handle = async (): Promise<string | undefined> => {
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      if (declared?.of === undefined) return undefined;
      const etag = etagOf(answer);
      if (etag) void reply.header('etag', etag);
      return this.cutter.cut(declared.of, answer);
    };
    const actor = request.user?.actor;
    if (!declared) return lastValueFrom(next.handle(), { defaultValue: undefined });
    const text = actor ? await this.inUnit(request, handler, actor, handle, reply) : await handle();
    if (text === undefined) return undefined;
    void reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'private, no-cache');
    return text;
  }

  private inUnit(
    request: SignedRequest,
    handler: object,
    actor: NonNullable<NonNullable<SignedRequest['user']>['actor']>,
    answer: () => Promise<string | undefined>,
    reply: FastifyReply,
  ): Promise<string | undefined> {
    const handle = asksFreshProof(handler) ? () => this.proven(actor.sessionId).then(answer) : answer;
    if (request.method === 'GET' || readsByPost(handler)) return this.work.read(actor, handle);
    if (!createsOnce(handler)) return this.work.write(actor, handle);
    return this.work.write(actor, () => this.oneEffect.of(request, reply, handle));
  }

  private async proven(sessionId: string): Promise<void> {
    const row = await this.work.row<{ proven: boolean }>('select sec.session_proven($2::uuid, $3) as proven where $1::text is not null', [
      sessionId,
      PROOF_MINUTES,
    ]);
    if (row?.proven !== true) refuse('session.proof_needed');
  }
}
