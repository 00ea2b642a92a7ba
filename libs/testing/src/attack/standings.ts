import { randomUUID } from 'node:crypto';
import { ROLES } from '@relais/domain';
import type { Answer } from './ask';
import type { Attack } from './attack';
import type { Bait } from './families/mutation';
import type { Operation } from './operations';
import type { ValidRequest } from './requests/request';
import { notRefused, said, sameAnswer } from './verdict';
import type { World } from './world';

const DENIED = { status: [403], code: 'permission.denied' } as const;
const STATUS = { refused: 403, 'no need': 409, 'no more': 429 } as const;

/** Every role that the decision table does not name for the route, in the unit of whoever may: refused. */
export async function refusedRoles(attack: Attack, { operation, valid }: Bait): Promise<string[]> {
  const { table, world } = attack.target;
  const allowed = table.rolesOf(operation.title);
  const { open, account, permission } = operation.authz;
  const opened = open ? 'open' : account ? 'account' : undefined;
  if (typeof allowed === 'string' || !permission)
    return said(
      operation,
      allowed === opened ? undefined : `is open to ${opened ?? 'some roles'}, the decision table says ${String(allowed)}`,
    );
  const faults: string[] = [];
  for (const role of ROLES.filter((each) => !allowed.includes(each))) {
    const answer = await attack.send('role', attack.askedOf(operation, { ...valid, as: world.roles[placeOf(valid, world)][role] }));
    faults.push(...said(operation, notRefused(answer, DENIED), `as ${role}`));
  }
  return faults;
}

/** Every role that the decision table names may call the route; without any object in between, its request works. */
export async function allowedRoles(attack: Attack, operation: Operation): Promise<string[]> {
  const { table, world } = attack.target;
  const allowed = table.rolesOf(operation.title);
  if (typeof allowed === 'string') return [];
  const faults: string[] = [];
  const used = await attack.requestOf(operation);
  for (const role of allowed) {
    const free = operation.authz.objects === undefined;
    const valid = free && operation.method !== 'GET' ? await attack.requestOf(operation) : used;
    const answer = await attack.send('role', attack.askedOf(operation, { ...valid, as: world.roles[placeOf(valid, world)][role] }));
    faults.push(...said(operation, free ? notDone(operation, answer) : mayNot(answer, table.deedOf(operation.title)), `as ${role}`));
  }
  return faults;
}

/** Each relation to the person of the scene that the decision table hides the object from, or refuses the deed to; of a change, a sample tries every other one. */
export async function refusedRelations(attack: Attack, { operation, valid }: Bait): Promise<string[]> {
  const { table, world, oneIn } = attack.target;
  const deed = deedOf(attack, operation);
  if (!deed)
    return said(operation, operation.authz.permission && operation.authz.objects ? 'has no deed in the decision table' : undefined);
  const faults: string[] = [];
  const sampled = oneIn > 1 && operation.method !== 'GET';
  for (const [index, [relation, decision]] of [...table.relationsOf(deed)].entries()) {
    if (decision === 'yes' || (sampled && index % 2 !== operation.title.length % 2)) continue;
    const as = world.cast[relation];
    const answer = await attack.send('relation', attack.askedOf(operation, { ...valid, as }));
    const hidden = decision === 'hidden';
    const wrong = notRefused(answer, hidden ? { status: [404], code: 'request.not_found' } : { status: [STATUS[decision]] });
    const compared = hidden && !wrong && index % oneIn === operation.title.length % oneIn;
    const nobodys = compared ? await attack.send('relation', attack.askedOf(operation, { ...ofNobody(valid), as })) : undefined;
    const differs = nobodys && !sameAnswer(answer, nobodys) ? 'answers otherwise than to what never existed' : undefined;
    faults.push(...said(operation, wrong ?? differs, `by ${relation}`));
  }
  return faults;
}

/** Each relation that the decision table says yes to: the request works. In a sample, a change is made by some of them only. */
export async function allowedRelations(attack: Attack, operation: Operation): Promise<string[]> {
  const { table, world, oneIn } = attack.target;
  const deed = deedOf(attack, operation);
  if (!deed) return [];
  const faults: string[] = [];
  const first = await attack.requestOf(operation, 'everybody');
  const yes = [...table.relationsOf(deed)].filter(([, decision]) => decision === 'yes');
  const tried =
    operation.method === 'GET' || oneIn === 1
      ? yes
      : yes.filter((_, index) => index % oneIn === operation.title.length % Math.min(oneIn, yes.length));
  for (const [relation] of tried) {
    const valid = operation.method === 'GET' || relation === tried[0]?.[0] ? first : await attack.requestOf(operation, 'everybody');
    const answer = await attack.send('relation', attack.askedOf(operation, { ...valid, as: world.cast[relation] }));
    faults.push(...said(operation, notDone(operation, answer), `by ${relation}`));
  }
  return faults;
}

function deedOf({ target }: Attack, { authz, title }: Operation): string {
  return authz.permission ? target.table.deedOf(title) : '';
}

function notDone({ status }: Operation, answer: Answer): string | undefined {
  return answer.status === status ? undefined : `answers ${answer.status} ${answer.text.slice(0, 120)}, the decision table says yes`;
}

/** A role that may is never told that its role may not; what the object says is for the relations. */
function mayNot({ status, body }: Answer, deed: string): string | undefined {
  if (status >= 500) return `fails with ${status}`;
  return !deed && (body as { code?: string } | undefined)?.code === 'permission.denied'
    ? 'is refused, the decision table says yes'
    : undefined;
}

function placeOf({ as }: ValidRequest, { cast, roles }: World): keyof World['roles'] {
  if (as?.actor.unitId === cast['the receiver'].actor.unitId) return 'receiver';
  return as?.actor.unitId === roles.elsewhere.counsellor.actor.unitId ? 'elsewhere' : 'referent';
}

/** The same request about somebody who does not exist: by the path, or by the person named in the body. */
function ofNobody(valid: ValidRequest): ValidRequest {
  if (valid.id !== undefined) return { ...valid, id: randomUUID() };
  return { ...valid, body: { ...valid.body, beneficiaryId: randomUUID() } };
}
