import { type RegionCode, type Role, ROLES } from '@relais/domain';
import { aBeneficiary, anOperator, aUnit } from '../builders';
import type { TestDatabase } from '../database';
import type { Professional, Workplace } from '../professionals';

/** Where somebody stands towards the person of a scene, in the words of the decision table. */
export const RELATIONS = [
  'the referent',
  'a colleague of the unit',
  'the lead of the unit',
  'the lead of the directorate above',
  'a counsellor of the directorate above',
  'a colleague of another site',
  'another operator that accompanies',
  'an operator that accompanied',
  'an operator that asked for a link',
  'an operator that broke the glass',
  'an operator whose broken glass expired',
  'the receiver',
  'the lead above the receiver',
  'another site of the receiver',
  'a receiver before the claim',
  'a receiver after the claim',
  'a receiver of a withdrawn referral',
  'an operator that is not concerned',
  'another region',
  'a third region',
] as const;

/** A relation to the person of a scene. */
export type Relation = (typeof RELATIONS)[number];

/** The seeded world: three regions, several operators with their trees, every role, every relation. */
export type World = {
  readonly db: TestDatabase;
  readonly cast: Readonly<Record<Relation, Professional>>;
  /** Every role in the unit of the referent, in the unit of the receiver, and in a unit that is not concerned. */
  readonly roles: Readonly<Record<'referent' | 'receiver' | 'elsewhere', Readonly<Record<Role, Professional>>>>;
  /** A professional of the same role in another region. */
  readonly sameRole: Readonly<Record<'another region' | 'a third region', (role: Role) => Professional>>;
  /** Sessions that were good and are no longer. */
  readonly ended: Readonly<Record<keyof typeof ENDS, Professional>>;
  /** Things of another region, by what they are. */
  readonly abroad: Readonly<Record<'person' | 'unit' | 'post' | 'operator' | 'card', string>>;
  /** Texts of the world that no log may hold: names, e-mails, phones, words of notes. Scenes add theirs. */
  readonly secrets: Set<string>;
};

type Operator = { readonly above: string; readonly site: string; readonly otherSite: string };

/** How a session ends; `$1` account, `$2` session, `$3` post. */
const ENDS = {
  signedOut: 'update auth.session set revoked_at = now() where id = $2 and account_id = $1 and post_id = $3',
  changed: 'update auth.account set version = version + 1 where id = $1 and $2::uuid is not null and $3::uuid is not null',
  closed: 'update auth.account set active = false where id = $1 and $2::uuid is not null and $3::uuid is not null',
  ranOut: `update auth.session set expires_at = now() - interval '1 minute' where id = $2 and account_id = $1 and post_id = $3`,
  postEnded: 'update auth.account_post set active = false where account_id = $1 and $2::uuid is not null and post_id = $3',
} as const;

/** Builds the world once per spec file. */
export async function aWorld(db: TestDatabase): Promise<World> {
  const [home, away] = [await anOperatorTree(db), await anOperatorTree(db)];
  const counsellor = (place?: Workplace) => db.as.counsellor(place);
  const cast: Record<Relation, Professional> = {
    'the referent': await counsellor({ unitId: home.site }),
    'a colleague of the unit': await counsellor({ unitId: home.site }),
    'the lead of the unit': await db.as.unitLead({ unitId: home.site }),
    'the lead of the directorate above': await db.as.unitLead({ unitId: home.above }),
    'a counsellor of the directorate above': await counsellor({ unitId: home.above }),
    'a colleague of another site': await counsellor({ unitId: home.otherSite }),
    'another operator that accompanies': await counsellor(),
    'an operator that accompanied': await counsellor(),
    'an operator that asked for a link': await counsellor(),
    'an operator that broke the glass': await counsellor(),
    'an operator whose broken glass expired': await counsellor(),
    'the receiver': await counsellor({ unitId: away.site }),
    'the lead above the receiver': await db.as.unitLead({ unitId: away.above }),
    'another site of the receiver': await counsellor({ unitId: away.otherSite }),
    'a receiver before the claim': await counsellor(),
    'a receiver after the claim': await counsellor(),
    'a receiver of a withdrawn referral': await counsellor(),
    'an operator that is not concerned': await counsellor(),
    'another region': await counsellor({ region: '04' }),
    'a third region': await counsellor({ region: '84' }),
  };
  const roles = {
    referent: await everyRole(db, { unitId: home.site }),
    receiver: await everyRole(db, { unitId: away.site }),
    elsewhere: await everyRole(db, { unitId: (await anOperatorTree(db)).site }),
  };
  const abroad = [await everyRole(db, { region: '04' }), await everyRole(db, { region: '84' })] as const;
  const sameRole = { 'another region': (role: Role) => abroad[0][role], 'a third region': (role: Role) => abroad[1][role] };
  const everybody = [...Object.values(cast), ...Object.values(roles.referent), ...Object.values(roles.receiver)];
  return {
    db,
    cast,
    roles,
    sameRole,
    ended: await endedSessions(db, home.site),
    abroad: await aForeigner(db, cast['another region']),
    secrets: new Set(everybody.flatMap(({ email, password }) => [email, password])),
  };
}

async function endedSessions(db: TestDatabase, unitId: string): Promise<World['ended']> {
  const made: Partial<Record<keyof typeof ENDS, Professional>> = {};
  for (const [end, sql] of Object.entries(ENDS) as [keyof typeof ENDS, string][]) {
    const who = await db.as.counsellor({ unitId });
    await db.rows(sql, [who.actor.accountId, who.actor.sessionId, who.actor.postId]);
    made[end] = who;
  }
  return made as World['ended'];
}

async function aForeigner(db: TestDatabase, { actor }: Professional): Promise<World['abroad']> {
  const { region, postId, unitId, operatorId } = actor;
  const person = await aBeneficiary(db, { region, lead_post_id: postId });
  const [card] = await db.rows<{ id: string }>('select id from app.index_card where region = $1 and beneficiary_id = $2', [
    region,
    person.id,
  ]);
  return { person: person.id, unit: unitId, post: postId, operator: operatorId, card: card?.id ?? '' };
}

async function anOperatorTree(db: TestDatabase, region: RegionCode = '53'): Promise<Operator> {
  const { id } = await anOperator(db, { region });
  const above = await aUnit(db, { region, operator_id: id, kind: 'directorate' });
  const under = { region, operator_id: id, parent_id: above.id };
  return { above: above.id, site: (await aUnit(db, under)).id, otherSite: (await aUnit(db, under)).id };
}

async function everyRole(db: TestDatabase, place: Workplace): Promise<Record<Role, Professional>> {
  const { as } = db;
  const makers = {
    counsellor: as.counsellor,
    unit_lead: as.unitLead,
    operator_administrator: as.operatorAdministrator,
    regional_manager: as.regionalManager,
    regional_coordinator: as.regionalCoordinator,
    regional_administrator: as.regionalAdministrator,
    data_protection_officer: as.dataProtectionOfficer,
  } satisfies Record<Role, unknown>;
  const made: Partial<Record<Role, Professional>> = {};
  for (const role of ROLES) made[role] = await makers[role](place);
  return made as Record<Role, Professional>;
}
