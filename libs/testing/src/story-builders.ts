import { randomUUID } from 'node:crypto';
import { aBeneficiary, aPost, aUnit, build, postRow, region, short, type Overrides } from './builders';
import type { TestDatabase } from './database';
import { insert } from './insert';
import type { AppointmentRow, BeneficiaryRow, ClockRow, InterviewRow, NoteRow, PostRow, ReferralRow } from './rows';

/** An interview of a person by `author_post_id` (the lead when not said). A sealed one gets its seal. */
export async function anInterview(db: TestDatabase, overrides: Overrides = {}): Promise<InterviewRow> {
  const person = await personOf(db, overrides);
  const author = await postRow(db, person.region, overrides['author_post_id'] ?? person.lead_post_id);
  return build(db, 'interview', {
    mode: 'on_site',
    happened_at: '2026-11-20T09:30:00Z',
    minutes: 45,
    sealed_at: overrides['status'] === 'sealed' ? '2026-11-20T10:20:00Z' : undefined,
    ...overrides,
    region: person.region,
    beneficiary_id: person.id,
    author_post_id: author.id,
    unit_id: author.unit_id,
    operator_id: author.operator_id,
  });
}

/** A note of an interview (a new one when not said), written by its author. */
export async function aNote(db: TestDatabase, overrides: Overrides = {}): Promise<NoteRow> {
  const interview = await interviewOf(db, overrides);
  return build(db, 'note', {
    audience: 'operator',
    body: `Souhaite une formation d'aide-soignante (${short()}).`,
    beneficiary_id: interview.beneficiary_id,
    operator_id: interview.operator_id,
    unit_id: interview.unit_id,
    author_post_id: interview.author_post_id,
    ...overrides,
    region: interview.region,
    interview_id: interview.id,
  });
}

/** A planned appointment with the lead of the person. */
export async function anAppointment(db: TestDatabase, overrides: Overrides = {}): Promise<AppointmentRow> {
  const person = await personOf(db, overrides);
  const post = await postRow(db, person.region, overrides['post_id'] ?? person.lead_post_id);
  return build(db, 'appointment', {
    starts_at: '2026-11-25T13:00:00Z',
    minutes: 45,
    place: 'Bureau 12',
    ...overrides,
    region: person.region,
    beneficiary_id: person.id,
    post_id: post.id,
    unit_id: post.unit_id,
    operator_id: post.operator_id,
  });
}

/** A collective session of a post (a new one when not said), with eight places. */
export async function aGroupSession(db: TestDatabase, overrides: Overrides = {}): Promise<{ readonly id: string }> {
  const postId = overrides['post_id'] ?? (await aPost(db, region(overrides))).id;
  const { id, unit_id, operator_id } = await postRow(db, region(overrides).region, postId);
  const at = { title: 'Atelier CV', starts_at: '2026-11-26T13:00:00Z', minutes: 120, capacity: 8 };
  return build(db, 'group_session', { ...at, ...overrides, post_id: id, unit_id, operator_id });
}

/**
 * A referral from the person's lead to another operator's unit, in any status: what that status requires is filled, and one log row
 * tells how it came there.
 */
export async function aReferral(db: TestDatabase, overrides: Overrides = {}): Promise<ReferralRow> {
  const person = await personOf(db, overrides);
  const at = person.region;
  const sender = await postRow(db, at, overrides['sender_post_id'] ?? person.lead_post_id);
  const receiver = await receiverOf(db, overrides, at);
  const status = String(overrides['status'] ?? 'sent');
  const row = {
    kind: 'add',
    need: 'Trouver un logement avant la rentrée.',
    theme: 'housing',
    sender_operator_id: sender.operator_id,
    sender_unit_id: sender.unit_id,
    ...requiredBy(status, receiver.post),
    ...overrides,
    region: at,
    id: overrides['id'] ?? randomUUID(),
    beneficiary_id: person.id,
    sender_post_id: sender.id,
    receiver_operator_id: receiver.operatorId,
    receiver_unit_id: receiver.unitId,
    status,
    sequence: status === 'draft' ? 0 : 1,
  };
  return db.arranging(at).transaction(async (client) => {
    const referral = await insert<ReferralRow>(client, 'app.referral', row);
    if (status !== 'draft') {
      await insert(client, 'app.referral_transition', {
        region: at,
        id: randomUUID(),
        referral_id: referral.id,
        sequence: 1,
        move: 'send',
        from_status: 'draft',
        to_status: status,
        actor_post_id: sender.id,
        actor_kind: 'sender',
        at: '2026-11-20T10:30:00Z',
      });
    }
    return referral;
  });
}

/** A clock of the person that runs, answered for by the lead's unit; due in the past unless said otherwise. */
export async function aClock(db: TestDatabase, overrides: Overrides = {}): Promise<ClockRow> {
  const person = await personOf(db, overrides);
  const post = await postRow(db, person.region, overrides['post_id'] ?? person.lead_post_id ?? person.created_by_post);
  return build(db, 'clock', {
    kind: 'return_to_training',
    status: 'running',
    started_on: '2026-11-02',
    due_on: '2026-11-17',
    due_at: '2026-11-17T16:00:00Z',
    next_at: '2026-11-12T08:00:00Z',
    next_milestone: 'soon',
    ...overrides,
    region: person.region,
    beneficiary_id: person.id,
    post_id: post.id,
    unit_id: post.unit_id,
    operator_id: post.operator_id,
  });
}

function requiredBy(status: string, receiver: PostRow): Record<string, unknown> {
  if (status === 'draft') return {};
  const sent = { status_since: '2026-11-20T10:30:00Z', sent_at: '2026-11-20T10:30:00Z' };
  if (status === 'closed') return { ...sent, closure: 'withdrawn', closed_at: '2026-11-21T09:00:00Z', closed_by_kind: 'sender' };
  const waiting = { ...sent, due_at: '2026-11-24T16:00:00Z', due_milestone: 'decide_target', decide_since: '2026-11-20T10:30:00Z' };
  if (['sent', 'held', 'info_needed', 'waitlisted', 'decline_pending'].includes(status)) return waiting;
  const claimed = { ...waiting, claimed_by_post_id: receiver.id };
  if (status === 'received') return claimed;
  const engaged = { ...claimed, decide_since: undefined, accountable_post_id: receiver.id, accepted_at: '2026-11-21T09:00:00Z' };
  if (status === 'accepted') return engaged;
  return { ...engaged, first_contact_at: '2026-11-22T09:00:00Z', outcome: status === 'result_posted' ? 'met' : undefined };
}

async function receiverOf(
  db: TestDatabase,
  overrides: Overrides,
  at: BeneficiaryRow['region'],
): Promise<{ unitId: string; operatorId: string; post: PostRow }> {
  const unitId = overrides['receiver_unit_id'] ?? (await aUnit(db, { region: at })).id;
  const known = await db.rows<PostRow>('select * from app.post where region = $1 and unit_id = $2 limit 1', [at, unitId]);
  const post = known[0] ?? (await aPost(db, { region: at, unit_id: unitId }));
  return { unitId: post.unit_id, operatorId: post.operator_id, post };
}

async function personOf(db: TestDatabase, overrides: Overrides): Promise<BeneficiaryRow> {
  const id = overrides['beneficiary_id'];
  if (id === undefined) return aBeneficiary(db, region(overrides));
  const [person] = await db.rows<BeneficiaryRow>('select * from app.beneficiary where region = $1 and id = $2', [
    region(overrides).region,
    id,
  ]);
  if (!person) throw new Error('no such person in this region');
  return person;
}

async function interviewOf(db: TestDatabase, overrides: Overrides): Promise<InterviewRow> {
  const id = overrides['interview_id'];
  if (id === undefined) return anInterview(db, region(overrides));
  const [interview] = await db.rows<InterviewRow>('select * from app.interview where region = $1 and id = $2', [
    region(overrides).region,
    id,
  ]);
  if (!interview) throw new Error('no such interview in this region');
  return interview;
}

/** A merge of two files, refused unless a test wants it otherwise. */
export function aMerge(
  db: TestDatabase,
  overrides: Overrides & { readonly survivor_id: string; readonly absorbed_id: string; readonly proposed_by_post_id: string },
): Promise<{ readonly id: string }> {
  const answered = { status: 'refused', reviewed_at: '2026-11-21T09:00:00Z', answer: 'Ce sont des jumelles.' };
  return build(db, 'file_merge', { reason: 'Même date de naissance.', proposed_at: '2026-11-20T09:00:00Z', ...answered, ...overrides });
}
