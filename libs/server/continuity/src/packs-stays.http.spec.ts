import { plusMinutes } from '@relais/domain';
import { aBeneficiary, anAppointment, aNote, aReferral, aUnit, build, type Professional } from '@relais/testing';
import { PacksSite } from './packs.fixture';

let site: PacksSite;

beforeAll(async () => {
  site = await PacksSite.open();
});
beforeEach(() => site.today());
afterAll(() => site?.close());

const one = (who: readonly Professional[]): Professional => who[0] as Professional;
const postOf = ({ actor }: Professional): string => actor.postId;
const change = (sql: string, params: readonly unknown[]): Promise<unknown[]> => site.db.arranging('53').rows(sql, params);
const staff = ({ actor }: Professional, beneficiary_id: string | undefined) => ({
  ...{ beneficiary_id, operator_id: actor.operatorId, words: 'Rappeler le CFA', owner: 'staff', owner_post_id: actor.postId },
});

describe('what of a file stays', () => {
  it('with a colleague of another unit: referrals of the unit, what comes from a note of the team, files that are not theirs', async () => {
    const { away, caseload, absenceId, prepare } = await site.aTeam(1);
    const elsewhere = await site.db.as.counsellor({ unitId: (await aUnit(site.db, { operator_id: site.lead.actor.operatorId })).id });
    const [led, other] = [caseload[0]?.id ?? '', (await aBeneficiary(site.db, { lead_post_id: postOf(site.lead) })).id];
    const { id: note_id } = await aNote(site.db, { beneficiary_id: led, author_post_id: postOf(away), audience: 'team' });
    await build(site.db, 'action', { ...staff(away, led), note_id });
    const goes = await build<{ id: string }>(site.db, 'action', staff(away, led));
    const stays = await build<{ id: string }>(site.db, 'action', staff(away, other));
    await aReferral(site.db, { beneficiary_id: led, sender_post_id: postOf(away), status: 'sent' });
    await anAppointment(site.db, { beneficiary_id: other, post_id: postOf(away), starts_at: plusMinutes(site.clock.now(), 3 * 1440) });

    const { body: pack } = await prepare([elsewhere]);
    const lines = await site.files(pack.id);
    const line = (person: string) => lines.find(({ beneficiaryId }) => beneficiaryId === person);
    expect(line(led)).toMatchObject({ referrals: 0, actions: 1, stays: ['action_of_note', 'referral_of_unit'], reason: null });
    expect(line(other)).toMatchObject({
      actions: 0,
      appointments: 0,
      stays: ['action_not_open', 'appointment_not_open'],
      reason: 'not_open',
    });

    await site.move(pack.id, 'run').expect(200);
    await site.work();
    expect((await site.pack(absenceId))['totals']).toMatchObject({ moved: 1, refused: 1 });
    const owners = await site.db.rows<{ id: string; post: string }>(
      `select id, owner_post_id as post from app.action where id = any($1::uuid[])`,
      [[goes.id, stays.id]],
    );
    expect(new Map(owners.map(({ id, post }) => [id, post]))).toEqual(
      new Map([
        [goes.id, postOf(elsewhere)],
        [stays.id, postOf(away)],
      ]),
    );
    expect(await elsewhere.rows(`select words from app.action where region = '53' and id = $1`, [goes.id])).toHaveLength(1);
  });

  it('when it is undone: a role that somebody took meanwhile, what was settled; the colleague keeps what was theirs before', async () => {
    const { away, caseload, colleagues, prepare } = await site.aTeam(1);
    const [taker, person] = [one(colleagues), caseload[0]?.id];
    const asked = { beneficiary_id: person, sender_post_id: postOf(away), status: 'sent' };
    const [mixed, again] = [
      await aReferral(site.db, { ...asked, theme: 'housing', accountable_post_id: postOf(taker) }),
      await aReferral(site.db, { ...asked, theme: 'mobility' }),
    ];
    const done = await build<{ id: string }>(site.db, 'action', staff(away, person));
    const { body: pack } = await prepare([taker]);
    await site.move(pack.id, 'run').expect(200);
    await site.work();
    await change(`update app.referral set sender_post_id = $2 where region = '53' and id = $1`, [again.id, postOf(site.lead)]);
    await change(`update app.action set status = 'done', done_at = now() where region = '53' and id = $1`, [done.id]);
    await site.move(pack.id, 'undo').expect(200);
    await site.work();
    expect(await site.files(pack.id)).toMatchObject([{ status: 'undone', stays: ['referral_changed', 'action_changed'] }]);
    const roles = async ({ id }: { id: string }) =>
      (await site.db.rows(`select sender_post_id as sender, accountable_post_id as accountable from app.referral where id = $1`, [id]))[0];
    expect(await roles(mixed)).toEqual({ sender: postOf(away), accountable: postOf(taker) });
    expect(await roles(again)).toMatchObject({ sender: postOf(site.lead) });
  });
});
