import { randomUUID } from 'node:crypto';
import { anInterview } from '../story-builders';
import type { Scene } from './scene';

type Step = { readonly by: 'me' | 'receiver'; readonly move: string; readonly body: (scene: Scene) => object | Promise<object> };

const send: Step = { by: 'me', move: 'send', body: () => ({ agreement: { status: 'agreed', how: 'said' } }) };
const receive: Step = { by: 'receiver', move: 'receive', body: () => ({}) };
const accept: Step = { by: 'receiver', move: 'accept', body: () => ({}) };
const meet: Step = { by: 'receiver', move: 'record-contact', body: async (scene) => ({ interviewId: await metBy(scene) }) };
const hold: Step = { by: 'receiver', move: 'hold', body: (scene) => ({ reason: 'Hospitalisée', resumeAt: scene.inDays(10) }) };
const cancel: Step = { by: 'me', move: 'request-cancel', body: () => ({ reason: 'Elle déménage', outcome: 'moved' }) };
const result: Step = { by: 'receiver', move: 'post-result', body: () => ({ outcome: 'met', note: 'Inscrite' }) };
const ask: Step = { by: 'receiver', move: 'ask-info', body: () => ({ question: 'Quel diplôme ?' }) };
const wait: Step = { by: 'receiver', move: 'waitlist', body: (scene) => ({ reason: 'Groupe complet', reviewAt: scene.inDays(10) }) };

/** The moves that bring a new referral to a state. */
const STEPS = {
  draft: [],
  sent: [send],
  received: [send, receive],
  info_needed: [send, receive, ask],
  waitlisted: [send, receive, wait],
  accepted: [send, receive, accept],
  in_progress: [send, receive, accept, meet],
  on_hold: [send, receive, accept, hold],
  cancel_requested: [send, receive, accept, cancel],
  result_posted: [send, receive, accept, meet, result],
} as const satisfies Record<string, readonly Step[]>;

/** States that a scene can bring a referral to. */
export type ReferralSteps = typeof STEPS;

/** Writes a referral of the scene's person and moves it, over HTTP, to a state. */
export async function walkReferral(
  scene: Scene,
  state: keyof ReferralSteps,
  kind: 'add' | 'redirect' = 'add',
): Promise<{ readonly id: string; readonly version: number }> {
  const draft = {
    beneficiaryId: scene.person.id,
    kind,
    need: scene.secret('Trouver une formation'),
    theme: 'training',
    receiverUnitId: scene.receiver.actor.unitId,
  };
  let referral = await post(scene, 'me', '', draft);
  for (const { by, move, body } of STEPS[state] as readonly Step[])
    referral = await post(scene, by, `/${referral.id}/${move}`, await body(scene));
  return referral;
}

/** An interview that proves a first contact with the receiver. */
export async function metBy(scene: Scene): Promise<string> {
  const { postId } = scene.receiver.actor;
  const met = await anInterview(scene.world.db, {
    beneficiary_id: scene.person.id,
    author_post_id: postId,
    status: 'sealed',
    happened_at: new Date(),
  });
  return met.id;
}

async function post(scene: Scene, by: Step['by'], path: string, body: object): Promise<{ id: string; version: number }> {
  const { statusCode, payload } = await scene.api.app.inject({
    method: 'POST',
    url: `/api/referrals${path}`,
    headers: { authorization: `Bearer ${scene.api.tokenOf(scene[by])}`, 'idempotency-key': randomUUID() },
    payload: body,
  });
  if (statusCode >= 300) throw new Error(`the scene can't ${path || 'write a referral'}: ${payload}`);
  return JSON.parse(payload) as { id: string; version: number };
}
