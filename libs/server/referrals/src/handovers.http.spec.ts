import { plusMinutes } from '@relais/domain';
import { randomUUID } from 'node:crypto';
import {
  aBeneficiary,
  anInterview,
  apiFor,
  type BeneficiaryRow,
  type Professional,
  TestClock,
  type TestApi,
  testDatabase,
  type TestDatabase,
  type TestWorker,
  workerFor,
} from '@relais/testing';
import { ActOnHandoverDates } from './act-on-handover-dates.job';
import { ReferralsApi, ReferralsJobs } from './referrals.module';

let db: TestDatabase;
let api: TestApi;
let worker: TestWorker;
let sender: Professional;
let receiver: Professional;
const clock = new TestClock();

beforeAll(async () => {
  db = await testDatabase();
  api = await apiFor(db, [ReferralsApi]);
  worker = await workerFor(db, [ReferralsJobs], { clock });
  [sender, receiver] = [await db.as.counsellor(), await db.as.counsellor()];
});
afterAll(async () => {
  await worker?.close();
  await api?.close();
  await db?.drop();
});

const post = (who: Professional, path: string, body: object = {}) =>
  api.as(who).post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);
const handoversOf = async (who: Professional, person: BeneficiaryRow) =>
  (await api.as(who).get(`/api/handovers?beneficiaryId=${person.id}`).expect(200)).body.items;
const lead = async ({ id }: BeneficiaryRow) =>
  (await db.rows<{ lead_post_id: string }>('select lead_post_id from app.beneficiary where id = $1', [id]))[0]?.lead_post_id;
const reads = async (who: Professional, { id }: BeneficiaryRow): Promise<boolean> =>
  (await who.rows(`select 1 from app.beneficiary where region = '53' and id = $1`, [id])).length > 0;
const act = () => worker.get(ActOnHandoverDates).execute('53');

async function anAccepted(): Promise<{ id: string; person: BeneficiaryRow }> {
  const person = await aBeneficiary(db, { lead_post_id: sender.actor.postId });
  const draft = {
    beneficiaryId: person.id,
    kind: 'redirect',
    need: 'Un logement',
    theme: 'housing',
    receiverUnitId: receiver.actor.unitId,
  };
  const { id } = (await post(sender, '/referrals', draft).expect(201)).body;
  await post(sender, `/referrals/${id}/send`, { agreement: { status: 'agreed', how: 'said' } }).expect(200);
  await post(receiver, `/referrals/${id}/accept`).expect(200);
  return { id, person };
}
async function meet(id: string, person: BeneficiaryRow): Promise<void> {
  const at = { status: 'sealed', happened_at: new Date(), themes: '{housing}' };
  await anInterview(db, { beneficiary_id: person.id, author_post_id: receiver.actor.postId, ...at });
  await post(receiver, `/referrals/${id}/record-contact`).expect(200);
}

describe('a handover of the referent', () => {
  it('opens with the acceptance of a redirect, takes effect at first contact, stays warm for thirty days, then is trimmed', async () => {
    const { id, person } = await anAccepted();
    expect((await handoversOf(receiver, person))[0]).toMatchObject({
      status: 'overlap',
      kind: 'redirect',
      referralId: id,
      effectiveAt: null,
    });
    expect(await lead(person)).toBe(sender.actor.postId);
    await meet(id, person);
    expect(await lead(person)).toBe(receiver.actor.postId);
    const [warm] = await handoversOf(sender, person);
    expect(warm).toMatchObject({ status: 'warm', firstContactAt: expect.any(String), warmUntil: expect.any(String) });
    const access = () =>
      db.rows(`select basis from app.file_access where beneficiary_id = $1 and grantee_id = $2`, [person.id, sender.actor.postId]);
    expect(await access()).toEqual([{ basis: 'handover' }]);
    expect(await act()).toBe(0);
    clock.moveTo(plusMinutes(warm.warmUntil, 1));
    expect(await act()).toBe(1);
    expect((await handoversOf(receiver, person))[0].status).toBe('ended');
    expect(await access()).toEqual([]);
    expect([await reads(sender, person), await reads(receiver, person)]).toEqual([false, true]);
    const log = await db.rows<{ move: string }>(
      `select t.move from app.handover_transition t join app.handover h on h.id = t.handover_id where h.referral_id = $1 order by t.sequence`,
      [id],
    );
    expect(log.map(({ move }) => move)).toEqual(['agree', 'open_overlap', 'record_contact', 'take_effect', 'warm_up', 'end']);
  });

  it('waits for a later date on which both agree, and never takes effect before first contact', async () => {
    const { id, person } = await anAccepted();
    const [overlap] = await handoversOf(sender, person);
    const effectiveOn = plusMinutes(clock.now(), 3 * 1440);
    await post(sender, `/handovers/${overlap.id}/agree-date`, { effectiveOn }).expect(200);
    clock.moveTo(plusMinutes(effectiveOn, 1));
    expect(await act()).toBe(0);
    await meet(id, person);
    expect(await lead(person)).toBe(sender.actor.postId);
    expect(await act()).toBe(1);
    expect(await lead(person)).toBe(receiver.actor.postId);
  });

  it('is recalled with the referral: the lead comes back in the same transaction, and no file is without one', async () => {
    const { id, person } = await anAccepted();
    await meet(id, person);
    await post(sender, `/referrals/${id}/request-cancel`, { reason: 'Elle déménage', outcome: 'moved' }).expect(200);
    await post(receiver, `/referrals/${id}/confirm-cancel`).expect(200);
    expect(await lead(person)).toBe(sender.actor.postId);
    expect((await handoversOf(sender, person))[0].status).toBe('recalled');
    expect(await reads(receiver, person)).toBe(false);
    const [tenures] = await db.rows(
      `select count(*) filter (where until is null)::int as open, count(*)::int as total from app.lead_tenure where beneficiary_id = $1`,
      [person.id],
    );
    expect(tenures).toEqual({ open: 1, total: 3 });
  });

  it('has a note for the one who takes, and plain words for the person; nobody else reads it', async () => {
    const { id, person } = await anAccepted();
    await meet(id, person);
    const [handover] = await handoversOf(receiver, person);
    const note = (await api.as(receiver).get(`/api/handovers/${handover.id}/note`).expect(200)).body;
    expect(note).toMatchObject({
      personName: expect.stringContaining(person.family_name),
      lastContacts: [{ mode: 'on_site', themes: ['housing'] }],
    });
    expect(note.sheet.join(' ')).toMatch(/Votre accompagnement continue\. C’est maintenant .* qui vous accompagne\./);
    const stranger = await db.as.counsellor();
    await api.as(stranger).get(`/api/handovers/${handover.id}/note`).expect(404);
    await post(stranger, `/handovers/${handover.id}/recall`, { reason: 'Non' }).expect(404);
    expect(await handoversOf(stranger, person)).toEqual([]);
  });

  it('says to each side where it stands, and to nobody once all is over', async () => {
    const { id, person } = await anAccepted();
    const sideOf = async (who: Professional) => (await handoversOf(who, person))[0]?.sides;
    expect([await sideOf(sender), await sideOf(receiver)]).toEqual([['giver'], ['taker']]);
    const [handover] = await handoversOf(sender, person);
    await post(receiver, `/handovers/${handover.id}/recall`, { reason: 'Non' }).expect(403);
    await post(sender, `/handovers/${handover.id}/recall`, { reason: 'Elle préfère rester' }).expect(200);
    expect((await handoversOf(sender, person))[0]).toMatchObject({ status: 'recalled', sides: [] });
    expect(await titleOfSheet(id)).toContain('Vous êtes orienté·e vers');
  });

  it('changes the words of the sheet that the person keeps: who accompanies them now, and whom to call', async () => {
    const { id, person } = await anAccepted();
    expect(await titleOfSheet(id)).toBe('Une nouvelle équipe va vous accompagner');
    await meet(id, person);
    expect(await titleOfSheet(id)).toBe('Une nouvelle équipe vous accompagne');
  });
});

/** The title that a reader of the PDF hears first. */
async function titleOfSheet(id: string): Promise<string> {
  const answer = await api.as(sender).get(`/api/referrals/${id}/person-sheet`).responseType('blob').expect(200);
  const paper = (answer.body as Buffer).toString('latin1');
  for (const sign of ['/StructTreeRoot', '/Lang (fr-FR)', '/Marked true', 'AtkinsonHyperlegibleNext']) expect(paper).toContain(sign);
  expect(paper.match(/\/S \/H2\b/g)?.length).toBeGreaterThanOrEqual(5);
  const [, object = ''] = /\/Title (\d+) 0 R/.exec(paper) ?? [];
  const [, title = ''] = new RegExp(`\\n${object} 0 obj\\n\\(\\u00fe\\u00ff([^)]*)\\)`).exec(paper) ?? [];
  return Buffer.from(title, 'latin1').swap16().toString('utf16le');
}
