import { aBeneficiary, aSupport, aUnit } from './builders';
import { testDatabase, type TestDatabase } from './database';
import type { Professional } from './professionals';
import { aNote, anInterview } from './story-builders';

const AUDIENCES = ['self', 'team', 'operator', 'network', 'person'] as const;
type Audience = (typeof AUDIENCES)[number];
type Reader =
  | 'author'
  | 'colleague of the unit'
  | 'lead of the unit'
  | 'colleague of another site'
  | 'lead of the directorate above'
  | 'other accompanying operator'
  | 'operator that does not accompany'
  | 'regional coordinator'
  | 'data protection officer'
  | 'other region';

/** Written by hand from domain.md §2: who reads a note of a sealed interview, by its audience. */
const READS: Record<Reader, readonly Audience[]> = {
  author: ['self', 'team', 'operator', 'network', 'person'],
  'colleague of the unit': ['team', 'operator', 'network', 'person'],
  'lead of the unit': ['team', 'operator', 'network', 'person'],
  // Another site of the same operator does not accompany the person: it sees nothing of the file.
  'colleague of another site': [],
  // Hierarchy sees the caseload, not what was said.
  'lead of the directorate above': [],
  'other accompanying operator': ['network', 'person'],
  'operator that does not accompany': [],
  'regional coordinator': [],
  'data protection officer': [],
  'other region': [],
};

let db: TestDatabase;
let readers: Record<Reader, Professional>;
let beneficiaryId: string;

beforeAll(async () => {
  db = await testDatabase();
  const directorate = await aUnit(db, { kind: 'directorate' });
  const operator = { operator_id: directorate.operator_id };
  const site = await aUnit(db, { ...operator, parent_id: directorate.id });
  const otherSite = await aUnit(db, { ...operator, parent_id: directorate.id });
  const author = await db.as.counsellor({ unitId: site.id });
  const accompanying = await db.as.counsellor();
  readers = {
    author,
    'colleague of the unit': await db.as.counsellor({ unitId: site.id }),
    'lead of the unit': await db.as.unitLead({ unitId: site.id }),
    'colleague of another site': await db.as.counsellor({ unitId: otherSite.id }),
    'lead of the directorate above': await db.as.unitLead({ unitId: directorate.id }),
    'other accompanying operator': accompanying,
    'operator that does not accompany': await db.as.counsellor(),
    'regional coordinator': await db.as.regionalCoordinator(),
    'data protection officer': await db.as.dataProtectionOfficer(),
    'other region': await db.as.counsellor({ region: '04' }),
  };
  const person = await aBeneficiary(db, { lead_post_id: author.actor.postId });
  beneficiaryId = person.id;
  await aSupport(db, { beneficiary_id: person.id, unit_id: accompanying.actor.unitId });
  const interview = await anInterview(db, { beneficiary_id: person.id });
  for (const audience of AUDIENCES) await aNote(db, { interview_id: interview.id, audience });
  await db
    .arranging('53')
    .rows(`update app.interview set status = 'sealed', sealed_at = now() where region = '53' and id = $1`, [interview.id]);
});

afterAll(() => db.drop());

async function read(reader: Professional): Promise<Audience[]> {
  const rows = await reader.rows<{ audience: Audience }>('select audience from app.note where region = $1 and beneficiary_id = $2', [
    reader.actor.region,
    beneficiaryId,
  ]);
  return rows.map((row) => row.audience).sort((a, b) => AUDIENCES.indexOf(a) - AUDIENCES.indexOf(b));
}

describe('who reads a note', () => {
  it.each(Object.keys(READS) as Reader[])('%s', async (name) => {
    expect(await read(readers[name])).toEqual(READS[name]);
  });

  it('another operator stops reading at once when the person opposes sharing, and reads again when the person agrees', async () => {
    const say = (status: string): Promise<unknown> =>
      db
        .arranging('53')
        .rows(`update app.beneficiary set sharing_status = $2 where region = $1 and id = $3`, ['53', status, beneficiaryId]);
    await say('opposed');
    expect(await read(readers['other accompanying operator'])).toEqual([]);
    expect(await read(readers['colleague of the unit'])).toEqual(['team', 'operator', 'network', 'person']);
    await say('agreed');
    expect(await read(readers['other accompanying operator'])).toEqual(['network', 'person']);
  });

  it('a support that ends closes the file at once, also to those above', async () => {
    const [support] = await db.rows<{ id: string }>(
      'select id from app.support where region = $1 and beneficiary_id = $2 and unit_id = $3',
      ['53', beneficiaryId, readers['other accompanying operator'].actor.unitId],
    );
    const close = (date: string | null): Promise<unknown> =>
      db.arranging('53').rows(`update app.support set closed_on = $3 where region = $1 and id = $2`, ['53', support?.id, date]);
    await close('2026-11-23');
    expect(await read(readers['other accompanying operator'])).toEqual([]);
    await close(null);
    expect(await read(readers['other accompanying operator'])).toEqual(['network', 'person']);
  });

  it('a broken glass opens what is shared to one post alone, until it expires', async () => {
    const reader = readers['operator that does not accompany'];
    const { postId, unitId } = reader.actor;
    await reader.rows(
      `insert into app.glass (region, id, beneficiary_id, post_id, unit_id, reason_code, reason, opened_at, expires_at)
       values ('53', gen_random_uuid(), $1, $2, $3, 'emergency', 'Danger immédiat signalé par le lycée.', now(), now() + interval '3 hours')`,
      [beneficiaryId, postId, unitId],
    );
    expect(await read(reader)).toEqual(['network', 'person']);
    expect(await read(await db.as.counsellor({ unitId }))).toEqual([]);
    await db
      .arranging('53')
      .rows(`update app.file_access set expires_at = now() - interval '1 second' where region = '53' and grantee_id = $1`, [postId]);
    expect(await read(reader)).toEqual([]);
  });

  it('nobody writes in the name of a colleague, nor in a file that is not open to them', async () => {
    const { actor } = readers.author;
    const [interview] = await db.rows<{ id: string }>('select id from app.interview where beneficiary_id = $1', [beneficiaryId]);
    const write = (writer: Professional, authorId: string, unitId: string, operatorId: string): Promise<unknown> =>
      writer.rows(
        `insert into app.note (region, id, interview_id, beneficiary_id, operator_id, unit_id, author_post_id, body)
         values ('53', gen_random_uuid(), $1, $2, $3, $4, $5, 'x')`,
        [interview?.id, beneficiaryId, operatorId, unitId, authorId],
      );
    const colleague = readers['colleague of the unit'];
    await expect(write(colleague, actor.postId, actor.unitId, actor.operatorId)).rejects.toMatchObject({ code: '42501' });
    const stranger = readers['operator that does not accompany'].actor;
    await expect(
      write(readers['operator that does not accompany'], stranger.postId, stranger.unitId, stranger.operatorId),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('the words of a sealed interview do not change, even for their author', async () => {
    const change = readers.author.rows(`update app.note set body = 'autre chose' where region = '53' and beneficiary_id = $1`, [
      beneficiaryId,
    ]);
    await expect(change).rejects.toMatchObject({ constraint: 'note_told' });
  });
});
