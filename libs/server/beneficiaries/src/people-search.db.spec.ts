import { daitchMokotoff, folded, lettersOf, maskedName, nameForms, nearBirthDates, offered, soundOf, toCivilDate } from '@relais/domain';
import { type FiledPerson, NAME_VARIANTS, type TypedPerson } from '@relais/domain/fixtures';
import { aBeneficiary, anOperator, aPost, aSupport, aUnit, testDatabase, type TestDatabase } from '@relais/testing';
import { likelihoodOf, type Found, type TypedForm } from './people-found';

let db: TestDatabase;
let stranger: Awaited<ReturnType<TestDatabase['as']['counsellor']>>;
const people = NAME_VARIANTS.flatMap(({ filed, others }) => [filed, ...others.map(({ person }) => person)]);
const cards = new Map<string, FiledPerson>();

beforeAll(async () => {
  db = await testDatabase();
  const lead = await aPost(db);
  const inserted = await db.arranging('53').rows<{ id: string; n: number }>(
    `insert into app.beneficiary (region, id, family_name, given_name, birth_name, name_of_use, birth_date, phone_index, email_index,
       lead_post_id, created_by_post, created_by_operator)
     select '53', gen_random_uuid(), p.f, p.g, p.b, p.u, p.d, p.t, p.e, $2, $2, $3
     from jsonb_to_recordset($1) as p(f text, g text, b text, u text, d date, t text, e text)
     returning id`,
    [
      JSON.stringify(
        people.map((p) => ({ f: p.familyName, g: p.givenName, b: p.birthName, u: p.nameOfUse, d: p.birthDate, t: p.phone, e: p.email })),
      ),
      lead.id,
      lead.operator_id,
    ],
  );
  const ids = await db.rows<{ id: string; beneficiary_id: string }>(`select id, beneficiary_id from app.index_card where region = '53'`);
  const cardOf = new Map(ids.map((card) => [card.beneficiary_id, card.id]));
  inserted.forEach(({ id }, at) => cards.set(cardOf.get(id) ?? '', people[at] as FiledPerson));
  stranger = await db.as.counsellor({ region: '53' });
}, 60_000);

afterAll(() => db.drop());

const formsOf = (name: string, part: 'family' | 'given', bits: number): TypedForm[] =>
  nameForms(name).map(({ word, of }) => ({ word, part, among: of, bits, beginning: false }));

async function find(typed: TypedPerson, who: { rows: typeof db.rows } = stranger): Promise<(Found & { score: number })[]> {
  const forms = [...formsOf(typed.familyName, 'family', 1), ...formsOf(typed.givenName, 'given', 2)];
  const born = typed.birthDate === undefined ? null : toCivilDate(typed.birthDate);
  const found = await who.rows<Found>('select * from app.find_people($1::jsonb, 3, $2::date[], null, null, $3, $4, null, null, 50)', [
    JSON.stringify(forms),
    born && [born, ...nearBirthDates(born)],
    typed.phone?.replace(/\s/g, '') ?? null,
    typed.email?.trim().toLowerCase() ?? null,
  ]);
  return [...offered(found.map((one) => ({ ...one, ...likelihoodOf(one, forms, { family: true, given: true }) })))];
}

describe('names in the database', () => {
  it('are folded, cut into words, heard and masked as the domain does', async () => {
    const names = [...new Set(people.flatMap((p) => [p.familyName, p.givenName, p.birthName ?? '', p.nameOfUse ?? '']))].filter(Boolean);
    const seen = await db.rows<{ name: string; folded: string; forms: { word: string; of: number }[]; masked: string }>(
      `select name, lexicon.folded(name) folded, lexicon.masked_name(name, name) masked,
         (select jsonb_agg(jsonb_build_object('word', f.word, 'of', f.among) order by f.place) from lexicon.name_forms(name) f) forms
       from unnest($1::text[]) name`,
      [names],
    );
    for (const row of seen) {
      expect(row).toEqual({ name: row.name, folded: folded(row.name), forms: nameForms(row.name), masked: maskedName(row.name, row.name) });
    }
    const words = [...new Set(names.flatMap((name) => nameForms(name).map(({ word }) => word)))];
    const heard = await db.rows<{ word: string; sound: string; letters: string; codes: string[] }>(
      `select word, lexicon.sound_of(word) sound, lexicon.letters_of(word) letters,
         array(select code from unnest(lexicon.daitch_mokotoff(word)) code order by code collate "C") codes
       from unnest($1::text[]) word`,
      [words],
    );
    for (const row of heard) {
      expect(row).toEqual({ word: row.word, sound: soundOf(row.word), letters: lettersOf(row.word), codes: daitchMokotoff(row.word) });
    }
  });
});

describe('finding one person under many spellings, in the database', () => {
  it('finds at least 95 in 100 and is right at least 60 times in 100 among the first three', async () => {
    let [found, shown, right] = [0, 0, 0];
    for (const { typed, filed } of NAME_VARIANTS) {
      const offers = (await find(typed)).map(({ card_id }) => cards.get(card_id));
      if (offers.includes(filed)) found += 1;
      shown += Math.min(offers.length, 3);
      right += offers.slice(0, 3).filter((person) => person === filed).length;
    }
    expect(found / NAME_VARIANTS.length).toBeGreaterThanOrEqual(0.95);
    expect(right / shown).toBeGreaterThanOrEqual(0.6);
  }, 60_000);

  it('offers at most one in twenty of those who must not be taken for the person', async () => {
    let [wrong, all] = [0, 0];
    for (const { typed, others } of NAME_VARIANTS) {
      const offers = (await find(typed)).map(({ card_id }) => cards.get(card_id));
      const hidden = others.filter(({ expected }) => expected === 'hidden');
      wrong += hidden.filter(({ person }) => offers.includes(person)).length;
      all += hidden.length;
    }
    expect(wrong / all).toBeLessThanOrEqual(0.05);
  }, 60_000);
});

describe('an index card', () => {
  const typed = { familyName: 'Ouessantin', givenName: 'Maodez', birthDate: '2001-02-03' };
  const row = { family_name: 'Ouessantin', given_name: 'Maodez', birth_date: '2001-02-03' };

  it('tells initials, the birth year and whom to ask, never a name, to those who do not accompany the person', async () => {
    const operator = await anOperator(db, { short_name: 'CIO de Brest' });
    const unit = await aUnit(db, { operator_id: operator.id, name: 'Accueil' });
    const sensitive = await anOperator(db, { short_name: 'CIDFF', sensitive: true });
    const person = await aBeneficiary(db, { ...row, support: false });
    await aSupport(db, { beneficiary_id: person.id, unit_id: unit.id, operator_id: operator.id });
    await aSupport(db, {
      beneficiary_id: person.id,
      unit_id: (await aUnit(db, { operator_id: sensitive.id })).id,
      operator_id: sensitive.id,
    });
    const [card] = await find(typed);
    expect(card).toMatchObject({ mine: false, beneficiary_id: null, family_name: null, given_name: null, birth_date: null });
    expect(card).toMatchObject({ masked: 'M. O.', birth_year: 2001, file_number: null });
    expect(card?.asks).toHaveLength(2);
    expect(card?.asks).toEqual(
      expect.arrayContaining([
        { operator: 'CIO de Brest', unit: 'Accueil' },
        { operator: null, unit: null },
      ]),
    );
    const colleague = await db.as.counsellor({ region: '53', operatorId: operator.id, unitId: unit.id });
    expect((await find(typed, colleague))[0]).toMatchObject({ mine: true, beneficiary_id: person.id, family_name: 'Ouessantin' });
  });

  it('does not exist in another region, nor for a person who opposes sharing', async () => {
    expect(await find(typed, await db.as.counsellor({ region: '04' }))).toEqual([]);
    await db
      .arranging('53')
      .rows(`update app.beneficiary set sharing_status = 'opposed' where region = '53' and family_name = 'Ouessantin'`);
    expect(await find(typed)).toEqual([]);
  });

  it('follows a corrected name', async () => {
    await aBeneficiary(db, { family_name: 'Kerzoncuf', given_name: 'Riwal', birth_date: '1999-09-09' });
    await db.arranging('53').rows(`update app.beneficiary set family_name = 'Tanguy' where region = '53' and family_name = 'Kerzoncuf'`);
    expect(await find({ familyName: 'Kerzoncuf', givenName: 'Riwal', birthDate: '1999-09-09' })).toEqual([]);
    expect(await find({ familyName: 'Tangi', givenName: 'Riwall', birthDate: '1999-09-09' })).toHaveLength(1);
  });

  it('follows a corrected birth date', async () => {
    await aBeneficiary(db, { family_name: 'Guivarch', given_name: 'Bleuenn', birth_date: '1999-09-09' });
    await db.arranging('53').rows(`update app.beneficiary set birth_date = '1961-05-30' where region = '53' and family_name = 'Guivarch'`);
    expect(await find({ familyName: 'Guivarch', givenName: 'Bleuenn', birthDate: '1999-09-09' })).toEqual([]);
    expect(await find({ familyName: 'Guivarc’h', givenName: 'Bleuen', birthDate: '1961-05-03' })).toHaveLength(1);
  });

  it('shows own files first among many of one common name', async () => {
    const me = await db.as.counsellor({ region: '53' });
    for (let at = 0; at < 90; at += 1)
      await aBeneficiary(db, { family_name: 'Lhostellier', given_name: `Ana${'bcdefghij'[at % 9]}`, birth_date: '1990-01-01' });
    const mine = await aBeneficiary(db, {
      family_name: 'Lhostellier',
      given_name: 'Zélie',
      birth_date: '1990-01-01',
      lead_post_id: me.actor.postId,
    });
    const forms = formsOf('Lhostellier', 'family', 1);
    const found = await me.rows<Found>('select * from app.find_people($1::jsonb, 1, null, null, null, null, null, null, null, 20)', [
      JSON.stringify(forms),
    ]);
    expect(found).toHaveLength(20);
    expect(found.filter(({ mine }) => mine).map(({ beneficiary_id }) => beneficiary_id)).toEqual([mine.id]);
  });
});
