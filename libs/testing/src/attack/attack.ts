import type { OpenAPIObject } from '@nestjs/swagger';
import type { TestApi } from '../api';
import { type Answer, ask, type Asked, askedOf } from './ask';
import type { AttackLog } from './attack-log';
import type { DecisionTable } from './decision-table';
import { bodyMutations } from './families/bodies';
import { elsewherePairs } from './families/elsewhere';
import { idMutations } from './families/ids';
import type { Bait, Mutation } from './families/mutation';
import { headerMutations, queryMutations } from './families/protocol';
import { tokenMutations } from './families/tokens';
import { changedBetween, fingerprint } from './fingerprint';
import type { Operation } from './operations';
import type { ValidRequest, ValidRequests } from './requests/request';
import { Scene } from './scene';
import { refusedRelations, refusedRoles } from './standings';
import { DeclaredAnswers, notRefused, said, sameAnswer } from './verdict';
import type { World } from './world';

/** What the suite attacks, with what. */
export type Target = {
  readonly api: TestApi;
  readonly document: OpenAPIObject;
  readonly world: World;
  readonly requests: ValidRequests;
  readonly table: DecisionTable;
  readonly log: AttackLog;
  /** One in how many mutations of the large families is sent: 1 for all of them. */
  readonly oneIn: number;
};

const MUTATIONS = { token: tokenMutations, id: idMutations, body: bodyMutations, header: headerMutations, query: queryMutations } as const;

/** Attacks one operation at a time: its valid request must work, everything else must be refused and change nothing. */
export class Attack {
  /** Requests sent, by family. */
  readonly sent = new Map<string, number>();
  private readonly declared: DeclaredAnswers;
  private attacked = 0;

  constructor(readonly target: Target) {
    this.declared = new DeclaredAnswers(target.document);
  }

  /** The valid request must answer as declared. */
  async valid(operation: Operation): Promise<string[]> {
    const answer = await this.send('valid', this.askedOf(operation, await this.requestOf(operation)));
    return said(operation, this.declared.notAsDeclared(operation, answer));
  }

  /** A valid request is held back and mutated, one thing at a time; nothing may be written; at the end it must still work, once. */
  async refusals(operation: Operation): Promise<string[]> {
    // The test server has no autovacuum: without statistics the plans of a world that grows get slower than any product's.
    if (this.attacked++ % 10 === 0) await this.target.world.db.rows('analyze');
    const bait = await this.baitOf(operation);
    const families: (readonly [string, () => Promise<string[]>])[] = [
      ...Object.entries(MUTATIONS).map(([family, of]) => [family, () => this.mutated(family, bait, of(bait))] as const),
      ['region', () => this.fromElsewhere(bait)],
      ['role', () => refusedRoles(this, bait)],
      ['relation', () => refusedRelations(this, bait)],
    ];
    const faults: string[] = [];
    let before = await fingerprint(this.target.world.db);
    for (const [family, attacks] of families) {
      faults.push(...(await attacks()));
      // All of it says which family wrote; the sample only that one did.
      if (this.target.oneIn > 1 && family !== 'relation') continue;
      const after = await fingerprint(this.target.world.db);
      const changed = changedBetween(before, after);
      if (changed.length > 0)
        faults.push(`${operation.title}: a refused request${this.target.oneIn > 1 ? '' : ` (${family})`} wrote to ${changed.join(', ')}`);
      before = after;
    }
    return [...faults, ...(await this.stillWorks(bait))];
  }

  /** A list or a search shows another region nothing of this one. */
  async showsNothingAbroad(operation: Operation): Promise<string[]> {
    const { world } = this.target;
    const valid = await this.requestOf(operation);
    const reads = operation.method === 'GET' || (operation.method === 'POST' && operation.status === 200);
    if (!reads || !operation.authz.permission || operation.authz.objects || valid.blind) return [];
    const as = world.sameRole['another region'](valid.as?.actor.role ?? 'counsellor');
    const { text } = await this.send('region', this.askedOf(operation, { ...valid, as }));
    const ids = Object.values(world.cast).flatMap(({ actor }) =>
      actor.region === '53' ? [actor.postId, actor.unitId, actor.operatorId] : [],
    );
    const shown = [...ids, ...world.secrets].filter((secret) => text.includes(secret));
    return said(operation, shown.length > 0 ? `shows another region ${shown.slice(0, 3).join(', ')}` : undefined);
  }

  /** A valid request in a fresh scene; `among` everybody where relations are tried. */
  async requestOf(operation: Operation, among: 'everybody' | 'nobody' = 'nobody'): Promise<ValidRequest> {
    const build = this.target.requests[operation.name];
    if (!build)
      throw new Error(
        `${operation.title} has no valid request: add the line "${operation.name}: (s) => ({ … })" to a file of libs/testing/src/attack/requests (see its index.ts).`,
      );
    return build(await Scene.set(this.target.world, this.target.api, among));
  }

  /** Sends a request and counts it. */
  async send(family: string, asked: Asked): Promise<Answer> {
    this.sent.set(family, (this.sent.get(family) ?? 0) + 1);
    return ask(this.target.api, asked);
  }

  /** The request as it leaves. */
  askedOf(operation: Operation, valid: ValidRequest): Asked {
    return askedOf(this.target.api, operation, valid);
  }

  private async baitOf(operation: Operation): Promise<Bait> {
    const { api, document, world } = this.target;
    const valid = await this.requestOf(operation, 'everybody');
    return { api, document, world, operation, valid, asked: this.askedOf(operation, valid) };
  }

  private async mutated(family: string, { operation }: Bait, mutations: readonly Mutation[]): Promise<string[]> {
    const faults: string[] = [];
    for (const { name, asked, expected } of this.thinned(mutations, operation)) {
      const answer = await this.send(family, asked);
      faults.push(...said(operation, notRefused(answer, expected) ?? this.untold(answer), name));
    }
    return faults;
  }

  private untold({ body }: Answer): string | undefined {
    return this.target.log.tells((body as { requestId?: string }).requestId) ? undefined : 'leaves no line in the log';
  }

  /** What belongs to another region answers like what never existed. */
  private async fromElsewhere(bait: Bait): Promise<string[]> {
    const faults: string[] = [];
    for (const { name, asked, absent } of elsewherePairs(bait)) {
      const [theirs, nobodys] = [await this.send('region', asked), await this.send('region', absent)];
      const differs = sameAnswer(theirs, nobodys)
        ? undefined
        : `answers otherwise than to what never existed: ${theirs.text} / ${nobodys.text}`;
      faults.push(...said(bait.operation, notRefused(theirs, { status: [404, 409, 422] }) ?? differs, name));
    }
    return faults;
  }

  /** The bait itself works; with its key it has one effect and one answer, and the key serves nothing else. */
  private async stillWorks({ operation, asked }: Bait): Promise<string[]> {
    const first = await this.send('valid', asked);
    const wrong = this.declared.notAsDeclared(operation, first);
    if (wrong || !operation.needsKey) return said(operation, wrong, 'after the attacks');
    const before = await fingerprint(this.target.world.db);
    const again = await this.send('replay', asked);
    const content = { headers: { ...asked.headers, 'content-type': 'application/json' }, payload: '{"other":"content"}' };
    const other = await this.send('replay', { ...asked, ...content });
    const changed = changedBetween(before, await fingerprint(this.target.world.db));
    const differs =
      again.status === first.status && again.text === first.text ? undefined : `answers ${again.status} otherwise than the first time`;
    return [
      ...said(operation, differs, 'sent twice with one key'),
      ...said(operation, notRefused(other, { status: [422], code: 'request.key_reused' }), 'with the key of another content'),
      ...said(operation, changed.length > 0 ? `wrote again to ${changed.join(', ')}` : undefined, 'sent twice with one key'),
    ];
  }

  private thinned(mutations: readonly Mutation[], { title }: Operation): readonly Mutation[] {
    const { oneIn } = this.target;
    if (oneIn === 1 || mutations.length < 8) return mutations;
    const seed = [...title].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
    return mutations.filter((_, index) => index % oneIn === seed % oneIn);
  }
}
