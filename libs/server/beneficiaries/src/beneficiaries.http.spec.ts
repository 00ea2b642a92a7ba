import { randomUUID } from 'node:crypto';
import { apiFor, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { BeneficiariesApi } from './index';

let db: TestDatabase;
let api: TestApi;
let nadia: Professional;
let colleague: Professional;
let elsewhere: Professional;
let overseas: Professional;
let id: string;

const person = {
  familyName: 'Le Goff',
  givenName: 'Maëlle',
  birthDate: '2005-03-14',
  sharing: 'informed',
  how: 'said',
  phone: '06 12 34 56 78',
};
const create = (who: Professional, body: object, key: string = randomUUID()) =>
  api.as(who).post('/api/beneficiaries').set('idempotency-key', key).send(body);

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [BeneficiariesApi]);
  nadia = await db.as.counsellor();
  colleague = await db.as.counsellor({ unitId: nadia.actor.unitId, operatorId: nadia.actor.operatorId });
  elsewhere = await db.as.counsellor();
  overseas = await db.as.counsellor({ region: '04' });
  id = ((await create(nadia, person).expect(201)).body as { id: string }).id;
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

describe('opening a file', () => {
  it('makes the counsellor who opens it its lead, with a support of their unit', async () => {
    const { body } = await api.as(nadia).get(`/api/beneficiaries/${id}`).expect(200);
    expect(body).toMatchObject({
      name: 'Maëlle Le Goff',
      phone: expect.stringContaining('612345678'),
      status: 'active',
      why: 'support',
      minor: false,
    });
    expect(body.lead).toMatchObject({ postId: nadia.actor.postId, unitId: nadia.actor.unitId });
    expect(body.supports).toHaveLength(1);
    expect(body.fileNumber).toMatch(/^53-\d{6}/);
  });

  it('points to a birth date that is still to come', async () => {
    const { body } = await create(nadia, { ...person, birthDate: '2099-01-01' }).expect(422);
    expect(body.errors[0].pointer).toBe('/birthDate');
  });

  it('needs a name with letters, a birth date and what the person was told, nothing more', async () => {
    const { body } = await create(nadia, { familyName: '123' }).expect(422);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      expect.arrayContaining(['/familyName', '/givenName', '/birthDate', '/sharing', '/how']),
    );
  });

  it('keeps the phone sealed in the database', async () => {
    const [row] = await db.rows<{ phone_sealed: Buffer }>('select phone_sealed from app.beneficiary where id = $1', [id]);
    expect(row?.phone_sealed.toString('latin1')).not.toContain('612345678');
  });
});

describe('reading a file', () => {
  it('is open to a colleague of the same team', async () => {
    await api.as(colleague).get(`/api/beneficiaries/${id}`).expect(200);
  });

  it.each(['', '/timeline', '/journal'])(
    'gives another operator, another region and everyone the same answer as for nobody%s',
    async (part) => {
      const nobody = await api.as(elsewhere).get(`/api/beneficiaries/${randomUUID()}${part}`).expect(404);
      const other = await api.as(elsewhere).get(`/api/beneficiaries/${id}${part}`).expect(404);
      const far = await api.as(overseas).get(`/api/beneficiaries/${id}${part}`).expect(404);
      const plain = ({ body }: { body: object }): object => ({ ...body, requestId: '' });
      expect(plain(other)).toEqual(plain(nobody));
      expect(plain(far)).toEqual(plain(nobody));
    },
  );

  it('leaves a line in the journal of the file, with the name of who looked', async () => {
    const { body } = await api.as(nadia).get(`/api/beneficiaries/${id}/journal`).expect(200);
    const readers = body.items.filter(({ action }: { action: string }) => action === 'beneficiary.read').length;
    await api.as(colleague).get(`/api/beneficiaries/${id}`).expect(200);
    const again = await api.as(nadia).get(`/api/beneficiaries/${id}/journal`).expect(200);
    expect(again.body.items.filter(({ action }: { action: string }) => action === 'beneficiary.read')).toHaveLength(readers + 1);
  });

  it('is refused to those who coordinate for the Region', async () => {
    const manager = await db.as.regionalManager();
    await api.as(manager).get(`/api/beneficiaries/${id}`).expect(403);
  });
});

describe('correcting a file', () => {
  it('asks which version was read, and refuses a stale one', async () => {
    const { body } = await api.as(nadia).get(`/api/beneficiaries/${id}`);
    await api.as(nadia).patch(`/api/beneficiaries/${id}`).send({ pronoun: 'elle' }).expect(428);
    await api
      .as(nadia)
      .patch(`/api/beneficiaries/${id}`)
      .set('if-match', `"${body.version}"`)
      .send({ pronoun: 'elle', phone: null })
      .expect(200);
    await api.as(colleague).patch(`/api/beneficiaries/${id}`).set('if-match', `"${body.version}"`).send({ pronoun: 'iel' }).expect(412);
    expect((await api.as(nadia).get(`/api/beneficiaries/${id}`)).body).toMatchObject({ pronoun: 'elle', phone: null });
  });

  it('dates a change of situation and ends the one before', async () => {
    const note = (detail: string, validFrom: string) =>
      api
        .as(nadia)
        .post(`/api/beneficiaries/${id}/situations`)
        .set('idempotency-key', randomUUID())
        .send({ kind: 'housing', detail, validFrom });
    await note('Chez ses parents', '2026-01-10').expect(201);
    const { body } = await note('En foyer', '2026-06-01').expect(201);
    expect(body.situations.map(({ detail, validUntil }: { detail: string; validUntil: string | null }) => [detail, validUntil])).toEqual([
      ['En foyer', null],
      ['Chez ses parents', '2026-05-31'],
    ]);
  });

  it('records what the person says about sharing', async () => {
    const { body } = await api
      .as(nadia)
      .post(`/api/beneficiaries/${id}/sharings`)
      .set('idempotency-key', randomUUID())
      .send({ status: 'agreed', how: 'signed' })
      .expect(201);
    expect(body.sharing).toMatchObject({ status: 'agreed', how: 'signed' });
  });
});

describe('finding a person', () => {
  const search = (who: Professional, text: string) => api.as(who).post('/api/beneficiary-searches').send({ text });

  it.each(['le goff maelle', 'Maëlle LEGOFF', 'maelle 140305', '14/03/2005 goff'])('finds %s in one box', async (text) => {
    const { body } = await search(nadia, text).expect(200);
    expect(body.items[0]).toMatchObject({ id, mine: true, name: 'Maëlle Le Goff' });
  });

  it('shows another operator only initials, the birth year and whom to ask', async () => {
    const { body } = await search(elsewhere, 'le goff maelle').expect(200);
    expect(body.items[0]).toMatchObject({ id: null, mine: false, name: 'M. L.', fileNumber: null, birthDate: null, birthYear: 2005 });
    expect(body.items[0].asks).toHaveLength(1);
    expect(JSON.stringify(body)).not.toMatch(/Goff|2005-03-14/);
  });

  it('finds nobody of another region', async () => {
    expect((await search(overseas, 'le goff maelle').expect(200)).body.items).toEqual([]);
  });

  it('offers the same person under a colleague’s spelling before a double is made, and says why', async () => {
    const { body } = await api
      .as(nadia)
      .post('/api/beneficiary-candidates')
      .send({ familyName: 'Legof', givenName: 'Maele', birthDate: '2005-03-14' })
      .expect(200);
    expect(body.items[0]).toMatchObject({ id });
    expect(body.items[0].reasons).toContain('same_birth_date');
  });

  it('waits for the third letter', async () => {
    expect(
      (await api.as(nadia).post('/api/beneficiary-candidates').send({ familyName: 'Le', givenName: '' }).expect(200)).body.items,
    ).toEqual([]);
  });
});

describe('my files', () => {
  it('lists those of my unit, page after page, those longest unseen first', async () => {
    for (const givenName of ['Anna', 'Bilal', 'Chloé']) await create(nadia, { ...person, givenName, phone: undefined }).expect(201);
    const first = await api.as(colleague).get('/api/beneficiaries?limit=2').expect(200);
    const rest = await api.as(colleague).get(`/api/beneficiaries?limit=50&after=${first.body.next}`).expect(200);
    const names = [...first.body.items, ...rest.body.items].map(({ name }: { name: string }) => name);
    expect(new Set(names).size).toBe(4);
    expect(rest.body.next).toBeNull();
    expect((await api.as(elsewhere).get('/api/beneficiaries').expect(200)).body.items).toEqual([]);
  });
});
