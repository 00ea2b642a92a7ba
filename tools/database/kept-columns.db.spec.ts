import { aNote, anInterview, aReferral, build, testDatabase, type TestDatabase } from '@relais/testing';
import { fillKeptColumns } from './kept-columns';

let db: TestDatabase;

beforeAll(async () => {
  db = await testDatabase();
});

afterAll(() => db.drop());

const KEPT = [
  'select id, sender_unit_id, readable from app.packet order by id',
  'select id, sealed from app.note order by id',
  'select id, note_author_post_id, note_unit_id, note_audience, note_sealed from app.goal order by id',
  'select id, note_author_post_id, note_unit_id, note_audience, note_sealed from app.action order by id',
  'select id, beneficiary_id, sender_unit_id, receiver_unit_id from app.referral_transition order by id',
  'select referral_id, milestone, sender_unit_id, receiver_unit_id from app.referral_reminder order by 1, 2',
];

const kept = (): Promise<unknown[]> => Promise.all(KEPT.map((sql) => db.rows(sql)));

it('a load without triggers ends with the same rows as one with them', async () => {
  for (const status of ['sent', 'received', 'closed']) {
    const referral = await aReferral(db, { status });
    await build(db, 'packet', {
      beneficiary_id: referral.beneficiary_id,
      referral_id: referral.id,
      number: 1,
      summary: {},
      content: {},
      audience_unit_id: referral.receiver_unit_id,
      hash: 'a'.repeat(64),
      frozen_at: '2026-11-20T10:30:00Z',
      author_post_id: (await db.rows<{ id: string }>('select sender_post_id as id from app.referral where id = $1', [referral.id]))[0]?.id,
    });
    await db
      .arranging('53')
      .rows(
        `insert into app.referral_reminder (region, referral_id, step, milestone, at) values ('53', $1, now(), 'decide_target', now())`,
        [referral.id],
      );
  }
  for (const status of ['draft', 'sealed']) {
    const interview = await anInterview(db, { status });
    const note = await aNote(db, { interview_id: interview.id, audience: 'network' });
    const from = { beneficiary_id: interview.beneficiary_id, operator_id: interview.operator_id, note_id: note.id };
    await build(db, 'goal', { ...from, words: 'Devenir aide-soignante' });
    await build(db, 'action', { ...from, words: 'Appeler le CFA', owner: 'person' });
  }
  const byTriggers = await kept();
  expect(JSON.stringify(byTriggers)).toContain('"readable":true');

  const client = await db.owner.connect();
  await client.query('begin');
  await client.query('set local session_replication_role = replica');
  await client.query('update app.packet set sender_unit_id = null, readable = false');
  await client.query('update app.note set sealed = false');
  for (const table of ['goal', 'action']) {
    await client.query(`update app.${table} set note_author_post_id = null, note_unit_id = null, note_audience = null, note_sealed = null`);
  }
  await client.query('update app.referral_reminder set sender_unit_id = null, receiver_unit_id = null');
  await client.query('update app.referral_transition set beneficiary_id = null, sender_unit_id = null, receiver_unit_id = null');
  await fillKeptColumns(client, '53');
  await client.query('commit');
  client.release();
  expect(await kept()).toEqual(byTriggers);
});
