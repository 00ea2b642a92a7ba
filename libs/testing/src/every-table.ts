import { randomUUID } from 'node:crypto';
import type { RegionCode } from '@relais/domain';
import { aBeneficiary, aNotice, build } from './builders';
import type { TestDatabase } from './database';
import type { Professional } from './professionals';
import { aClock, aGroupSession, aMerge, aNote, anAppointment, aReferral } from './story-builders';

/** A region where every table of the tenants holds at least one row, most of them of `professional`. */
export type FullRegion = { readonly region: RegionCode; readonly professional: Professional; readonly beneficiaryId: string };

/** Fills every table of a region, so that a wall can be tried on each. */
export async function fillEveryTable(db: TestDatabase, region: RegionCode): Promise<FullRegion> {
  const professional = await db.as.counsellor({ region });
  const { actor } = professional;
  const person = await aBeneficiary(db, { region, lead_post_id: actor.postId });
  const twin = await aBeneficiary(db, { region, lead_post_id: actor.postId });
  const about = { region, beneficiary_id: person.id };
  const byMe = { author_post_id: actor.postId, operator_id: actor.operatorId };
  const note = await aNote(db, about);
  await anAppointment(db, about);
  const referral = await aReferral(db, about);
  await aNotice(db, { region, post_id: actor.postId, beneficiary_id: person.id });
  await build(db, 'legal_representative', { ...about, given_name: 'Anne', family_name: 'Rousseau', relation: 'mother' });
  await build(db, 'situation', { ...about, ...byMe, kind: 'housing', valid_from: '2026-10-01' });
  await build(db, 'sharing', { ...about, ...byMe, status: 'agreed', how: 'said', recorded_at: '2026-11-02T09:00:00Z' });
  await build(db, 'goal', { ...about, operator_id: actor.operatorId, words: 'Devenir aide-soignante' });
  await build(db, 'action', { ...about, operator_id: actor.operatorId, words: 'Appeler le CFA', owner: 'person' });
  await build(db, 'link_request', {
    ...about,
    requester_post_id: actor.postId,
    requester_unit_id: actor.unitId,
    requester_operator_id: actor.operatorId,
    reason: 'Elle vient de se présenter à notre accueil.',
  });
  const glass = await build<{ id: string }>(db, 'glass', {
    ...about,
    post_id: actor.postId,
    unit_id: actor.unitId,
    reason_code: 'emergency',
    reason: 'Danger immédiat signalé par le lycée.',
    opened_at: new Date(),
    expires_at: new Date(Date.now() + 3_600_000),
  });
  const [low_id = '', high_id = ''] = [person.id, twin.id].sort();
  await build(db, 'not_same_person', { region, low_id, high_id, by_post_id: actor.postId });
  await build(db, 'packet', {
    ...about,
    referral_id: referral.id,
    number: 1,
    summary: {},
    content: {},
    audience_unit_id: referral.receiver_unit_id,
    hash: 'a'.repeat(64),
    frozen_at: '2026-11-20T10:30:00Z',
    author_post_id: actor.postId,
  });
  const plain = (table: string, columns: string, values: readonly unknown[]): Promise<unknown> =>
    db
      .arranging(region)
      .rows(`insert into app.${table} (region, ${columns}) values ($1, ${values.map((_, i) => `$${i + 2}`).join(', ')})`, [
        region,
        ...values,
      ]);
  await plain('referral_reminder', 'referral_id, step, milestone, at', [
    referral.id,
    '2026-11-20T10:30:00Z',
    'decide_target',
    '2026-11-22T08:00:00Z',
  ]);
  await plain('unmet_need', 'id, referral_id, theme, receiver_unit_id, sender_unit_id, reason, at', [
    randomUUID(),
    referral.id,
    'housing',
    referral.receiver_unit_id,
    actor.unitId,
    'no_place',
    '2026-11-22T08:00:00Z',
  ]);
  const handoverId = randomUUID();
  await plain('handover', 'id, beneficiary_id, kind, status, status_since, from_unit_id, to_unit_id, sequence, created_at, updated_at', [
    handoverId,
    person.id,
    'decision',
    'proposed',
    '2026-11-22T08:00:00Z',
    actor.unitId,
    referral.receiver_unit_id,
    1,
    '2026-11-22T08:00:00Z',
    '2026-11-22T08:00:00Z',
  ]);
  await plain('handover_transition', 'id, handover_id, sequence, move, from_status, to_status, actor_side, at', [
    randomUUID(),
    handoverId,
    1,
    'refuse',
    'proposed',
    'refused',
    'taker',
    '2026-11-22T08:00:00Z',
  ]);
  await plain('referral_snooze', 'post_id, referral_id, until', [actor.postId, referral.id, '2026-11-27T08:00:00Z']);
  await plain('referral_watch', 'referral_id, post_id, operator_id, seen_at', [
    referral.id,
    actor.postId,
    actor.operatorId,
    '2026-11-22T08:00:00Z',
  ]);
  await plain('unit_theme_answer', 'unit_id, theme, answered, accepted', [actor.unitId, 'training', 6, 5]);
  await plain('unit_place', 'unit_id, places, told_at', [actor.unitId, 3, '2026-11-22T08:00:00Z']);
  await plain('audit', 'id, account_id, post_id, operator_id, action, object_type, object_id, beneficiary_id', [
    randomUUID(),
    actor.accountId,
    actor.postId,
    actor.operatorId,
    'beneficiary.read',
    'beneficiary',
    person.id,
    person.id,
  ]);
  await plain('glass_review', 'id, glass_id, unit_id, opened_by_post_id, reviewer_post_id, verdict, at', [
    randomUUID(),
    glass.id,
    actor.unitId,
    actor.postId,
    actor.postId,
    'justified',
    '2026-11-24T09:00:00Z',
  ]);
  await plain('suspicion', 'id, kind, post_id, beneficiary_id, day, count, first_at, last_at', [
    randomUUID(),
    'same_name',
    actor.postId,
    person.id,
    '2026-11-24',
    1,
    '2026-11-24T09:00:00Z',
    '2026-11-24T09:00:00Z',
  ]);
  const merge = await aMerge(db, { region, survivor_id: twin.id, absorbed_id: person.id, proposed_by_post_id: actor.postId });
  await plain('file_merge_row', 'merge_id, table_name, row_id, moved', [merge.id, 'note', note.id, true]);
  await plain('watch_mark', 'name, until', ['readers', '2026-11-24T09:00:00Z']);
  await plain('figure', 'period, key, taken_on, taken_at, threshold, body', [
    'now',
    'caseload',
    '2026-11-24',
    '2026-11-24T05:00:00Z',
    5,
    '{}',
  ]);
  await plain('day_snooze', 'post_id, object_id, until', [actor.postId, note.id, '2026-12-01']);
  await plain('outbox', 'id, event', [randomUUID(), 'note.added']);
  await plain('inbox', 'event_id, consumer', [note.id, 'notices']);
  await plain('notice_preference', 'post_id', [actor.postId]);
  await build(db, 'message', {
    region,
    event_id: note.id,
    recipient_id: actor.postId,
    kind: 'due',
    operator_id: actor.operatorId,
    unit_id: actor.unitId,
    post_id: actor.postId,
    due_at: '2026-11-20T10:30:00Z',
    created_at: '2026-11-20T10:30:00Z',
  });
  const absenceId = randomUUID();
  await plain('absence', 'id, post_id, unit_id, operator_id, kind, reason, starts_on, ends_on, created_by_post_id', [
    absenceId,
    actor.postId,
    actor.unitId,
    actor.operatorId,
    'absence',
    'leave',
    '2026-12-21',
    '2027-01-03',
    actor.postId,
  ]);
  const byPost = { operator_id: actor.operatorId, unit_id: actor.unitId, post_id: actor.postId };
  await build(db, 'attempt', { ...about, ...byPost, channel: 'phone', result: 'no_answer', at: '2026-11-24T09:00:00Z' });
  await build(db, 'sighting', {
    ...about,
    asker_post_id: actor.postId,
    asker_unit_id: actor.unitId,
    asked_unit_id: referral.receiver_unit_id,
    asked_at: '2026-11-24T09:00:00Z',
  });
  const clock = await aClock(db, about);
  await plain('clock_step', 'clock_id, due_on, milestone, batch_id, at', [
    clock.id,
    '2026-12-10',
    'soon',
    randomUUID(),
    '2026-12-04T08:00:00Z',
  ]);
  await build(db, 'clock_pause', {
    ...about,
    clock_id: clock.id,
    from_on: '2026-11-26',
    until_on: '2026-12-10',
    proof: 'medical',
    by_post_id: actor.postId,
    created_at: '2026-11-26T09:00:00Z',
  });
  await aGroupSession(db, { region, post_id: actor.postId });
  await build(db, 'availability', { region, post_id: actor.postId, weekday: 1, from_minute: 540, to_minute: 720 });
  await build(db, 'calendar_feed', { region, post_id: actor.postId, token_hash: randomUUID(), created_at: '2026-11-20T10:30:00Z' });
  const packId = randomUUID();
  const pack =
    'id, absence_id, post_id, unit_id, operator_id, ends_as, receiver_post_ids, status, begins_on, prepared_by_post_id, created_at';
  const by = [actor.postId, actor.unitId, actor.operatorId];
  await plain('continuity_pack', pack, [
    packId,
    absenceId,
    ...by,
    'for_good',
    [actor.postId],
    'prepared',
    '2026-12-21',
    actor.postId,
    '2026-11-24T09:00:00Z',
  ]);
  const file =
    'pack_id, beneficiary_id, unit_id, from_post_id, to_post_id, to_unit_id, place, weight, reasons, leads, referral_ids, action_ids';
  await plain('pack_file', `${file}, appointment_ids`, [
    packId,
    person.id,
    actor.unitId,
    actor.postId,
    actor.postId,
    actor.unitId,
    0,
    4,
    [],
    true,
    [],
    [],
    [],
  ]);
  await plain('search_pace', 'account_id', [actor.accountId]);
  await plain('idempotency', 'post_id, key, route, body_hash', [actor.postId, randomUUID(), 'POST /interviews', 'b'.repeat(64)]);
  return { region, professional, beneficiaryId: person.id };
}
