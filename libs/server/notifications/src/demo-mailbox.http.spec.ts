import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { toInstant } from '@relais/domain';
import { newId, Settings } from '@relais/server/kernel';
import { apiFor, settingsFor, type TestApi, testDatabase, type TestDatabase } from '@relais/testing';
import { DemoMailboxApi } from './index';
import { Postman } from './postman';
import { writeMail } from './write-mail';

let db: TestDatabase;
let api: TestApi;
let id: string;

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [DemoMailboxApi], { environment: { MAIL_FOLDER: `/tmp/relais-mailbox-${randomUUID()}` } });
  const message = newId();
  id = `53.${message}`;
  const facts = { publicUrl: 'http://localhost:3000', writtenAt: toInstant('2026-11-25T09:00:00Z') };
  const postman = new Postman(api.app.get(Settings));
  await postman.send({ region: '53', id: message, to: 'nadia@operateur.example', mail: writeMail('arrival', 'fr', facts) });
});
afterAll(async () => {
  const { mailFolder } = api.app.get(Settings);
  await api?.close();
  await rm(mailFolder, { recursive: true, force: true });
  await db?.drop();
});

describe('the mailbox of the demo', () => {
  it('lists what was written, latest first, and shows each as text and as a page', async () => {
    const { items } = (await api.request.get('/api/demo/mailbox').expect(200)).body;
    expect(items).toMatchObject([{ id, to: 'nadia@operateur.example', subject: 'Une orientation arrive dans Relais' }]);
    const mail = (await api.request.get(`/api/demo/mailbox/${id}`).expect(200)).body;
    expect(mail.text).toContain('http://localhost:3000/avis/preferences');
    const page = await api.request.get(`/api/demo/mailbox/${id}/page`).expect(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).toContain('<html lang="fr">');
  });

  it('knows its own letters only', async () => {
    const { mailFolder } = settingsFor(db, { MAIL_FOLDER: api.app.get(Settings).mailFolder });
    await mkdir(mailFolder, { recursive: true });
    await writeFile(`${mailFolder}/secret.eml`, 'nothing');
    for (const other of [`53.${randomUUID()}`, 'secret', encodeURIComponent('../secret'), '..%2F..%2Fsecrets'])
      await api.request.get(`/api/demo/mailbox/${other}`).expect(404);
  });
});
