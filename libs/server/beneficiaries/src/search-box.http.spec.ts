import { randomUUID } from 'node:crypto';
import { apiFor, type Professional, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { BeneficiariesApi } from './index';

let db: TestDatabase;
let api: TestApi;
let nadia: Professional;
let elsewhere: Professional;
let fileNumber: string;
let id: string;

const person = {
  familyName: 'Le Guellec',
  givenName: 'Anaëlle',
  birthDate: '2006-09-21',
  sharing: 'informed',
  how: 'said',
  phone: '06 98 76 54 32',
  email: 'anaelle.lg@exemple.fr',
};

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [BeneficiariesApi]);
  nadia = await db.as.counsellor();
  elsewhere = await db.as.counsellor();
  id = (await api.as(nadia).post('/api/beneficiaries').set('idempotency-key', randomUUID()).send(person).expect(201)).body.id;
  fileNumber = (await api.as(nadia).get(`/api/beneficiaries/${id}`).expect(200)).body.fileNumber;
});
afterAll(async () => {
  await api?.close();
  await db?.drop();
});

const found = async (who: Professional, text: string): Promise<{ id: string; name: string; open: boolean }[]> =>
  (await api.as(who).post('/api/beneficiary-searches').send({ text }).expect(200)).body.items;

describe('the one box of people', () => {
  it.each([
    ['a name and a birth date, in any order', () => '21/09/2006 le guellec'],
    ['a phone written in any way', () => '+33 6 98 76 54 32'],
    ['a phone without spaces, before the given name', () => '0698765432 anaelle'],
    ['an e-mail in capitals', () => 'ANAELLE.LG@exemple.fr'],
    ['the number of the file', () => fileNumber],
  ])('finds a person by %s', async (_way, text) => {
    expect(await found(nadia, text())).toMatchObject([{ id }]);
  });

  it('finds by phone only the very number, and for another operator a card without the name', async () => {
    expect(await found(nadia, '06 98 76 54 33')).toEqual([]);
    const [card] = await found(elsewhere, '06 98 76 54 32');
    expect(JSON.stringify(card)).not.toMatch(/Guellec|Anaëlle|98 ?76|exemple/i);
  });
});
