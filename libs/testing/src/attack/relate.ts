import { randomUUID } from 'node:crypto';
import { aBeneficiary, aSupport, build, short } from '../builders';
import type { Professional } from '../professionals';
import type { BeneficiaryRow } from '../rows';
import { aReferral } from '../story-builders';
import type { World } from './world';

const DAY = 86_400_000;

/** A fresh file, led by the referent. */
export async function aFile({ db, cast, secrets }: World): Promise<BeneficiaryRow> {
  const person = await aBeneficiary(db, { lead_post_id: cast['the referent'].actor.postId, family_name: `Kerzoncuf-${short()}` });
  secrets.add(person.family_name);
  return person;
}

/** The opaque reference by which others find a person. */
export async function cardOf({ db }: World, beneficiaryId: string): Promise<string> {
  const [card] = await db.rows<{ id: string }>('select id from app.index_card where region = $1 and beneficiary_id = $2', [
    '53',
    beneficiaryId,
  ]);
  if (!card) throw new Error('the person has no card');
  return card.id;
}

/** Gives everybody of the cast their relation to a person. */
export async function relate(world: World, person: BeneficiaryRow): Promise<void> {
  const { db, cast } = world;
  const about = { beneficiary_id: person.id };
  const at = (relation: keyof World['cast']) => cast[relation].actor;
  await aSupport(db, { ...about, unit_id: at('another operator that accompanies').unitId });
  await aSupport(db, { ...about, unit_id: at('an operator that accompanied').unitId, closed_on: '2026-02-01' });
  await askForLink(world, person, at('an operator that asked for a link'));
  await aGlass(world, person, at('an operator that broke the glass'), Date.now() - 60_000);
  await aGlass(world, person, at('an operator whose broken glass expired'), Date.now() - DAY);
  const referred = { ...about, need: 'Autre besoin', theme: 'mobility' };
  await aReferral(db, { ...referred, receiver_unit_id: at('a receiver before the claim').unitId, status: 'sent' });
  await aReferral(db, { ...referred, receiver_unit_id: at('a receiver after the claim').unitId, status: 'received' });
  await aReferral(db, { ...referred, receiver_unit_id: at('a receiver of a withdrawn referral').unitId, status: 'closed' });
}

/** A file opened in an emergency. */
export function aGlass(
  { db }: World,
  { id }: BeneficiaryRow,
  actor: Professional['actor'],
  openedAt: number,
): Promise<{ readonly id: string }> {
  return build(db, 'glass', {
    beneficiary_id: id,
    post_id: actor.postId,
    unit_id: actor.unitId,
    reason_code: 'danger',
    reason: 'Danger immédiat signalé par le lycée.',
    opened_at: new Date(openedAt),
    expires_at: new Date(openedAt + 2 * 3_600_000),
  });
}

/** A request for a link that waits for an answer. */
export function askForLink({ db }: World, person: BeneficiaryRow, actor: Professional['actor']): Promise<{ readonly id: string }> {
  return build(db, 'link_request', {
    id: randomUUID(),
    beneficiary_id: person.id,
    requester_post_id: actor.postId,
    requester_unit_id: actor.unitId,
    requester_operator_id: actor.operatorId,
    reason: 'Vient de se présenter à notre accueil.',
  });
}

/** The columns of a clock that runs or is paused today, due in twenty days. */
export function datesOfClock(status: 'running' | 'paused'): object {
  const day = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
  const pause = { paused_on: day(-2), pause_until: day(20), pause_proof: 'medical', next_milestone: 'pause_over' };
  return { status, started_on: day(-9), due_on: day(20), due_at: day(20), next_at: day(13), ...(status === 'paused' && pause) };
}
