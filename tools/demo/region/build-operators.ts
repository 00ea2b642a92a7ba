import { toCivilDate, toInstant, type Role } from '@relais/domain';
import { addressWord, drawName } from '../names/draw-name';
import { idAt } from '../ids';
import type { Known, OperatorPlan, UnitPlan } from '../operators/plan';
import type { Place } from '../places/place';
import { Dice } from '../random';
import type { DemoRegion } from '../demo-region';
import type { DemoPost, DemoStaff, Team } from './team';

/** Rows as the tables have them, in snake case. */
export type Row = Readonly<Record<string, unknown>>;

/** The operators of a region with their trees and professionals. */
export type Network = {
  readonly operators: Row[];
  readonly units: Row[];
  readonly staff: DemoStaff[];
  readonly posts: DemoPost[];
  readonly teams: Team[];
  readonly unitNames: Map<string, string>;
  readonly operatorNames: Map<string, { readonly name: string; readonly shortName: string }>;
};

const OPENED = toInstant('2025-01-06T08:00:00.000Z');
/** The title of a second post, a day or two a week. */
export const SECOND = 'Permanence';
const TITLES: Readonly<Record<Role, readonly [man: string, woman: string]>> = {
  counsellor: ['Conseiller', 'Conseillère'],
  unit_lead: ['Responsable d’équipe', 'Responsable d’équipe'],
  operator_administrator: ['Administrateur', 'Administratrice'],
  regional_manager: ['Directeur de l’orientation', 'Directrice de l’orientation'],
  regional_coordinator: ['Coordinateur du SPRO', 'Coordinatrice du SPRO'],
  regional_administrator: ['Administrateur régional', 'Administratrice régionale'],
  data_protection_officer: ['Délégué à la protection des données', 'Déléguée à la protection des données'],
};

/** Builds the operators of a region; people known in advance keep their accounts whatever the seed. */
export function buildNetwork(region: DemoRegion, plans: readonly OperatorPlan[], places: readonly Place[], dice: Dice): Network {
  const network: Network = { operators: [], units: [], staff: [], posts: [], teams: [], unitNames: new Map(), operatorNames: new Map() };
  const addresses = new Set<string>();
  for (const plan of plans) addOperator(network, region, plan, places, addresses, dice.fork(plan.key));
  addSecondPosts(network, dice.fork('second posts'));
  return network;
}

function addOperator(
  network: Network,
  region: DemoRegion,
  plan: OperatorPlan,
  places: readonly Place[],
  addresses: Set<string>,
  dice: Dice,
): void {
  const operatorId = idAt(OPENED, dice);
  const labelled = plan.status === 'labelled';
  network.operators.push({
    id: operatorId,
    kind: plan.kind,
    name: plan.name,
    short_name: plan.shortName,
    status: plan.status,
    status_from: labelled ? '2024-09-01' : null,
    status_to: labelled ? '2027-08-31' : null,
    sensitive: plan.sensitive === true,
    commune_code: plan.tree.commune,
    created_at: OPENED,
  });
  network.operatorNames.set(operatorId, { name: plan.name, shortName: plan.shortName });
  const addUnit = (unit: UnitPlan, parentId: string | null): void => {
    const place = places.find(({ code }) => code === unit.commune);
    if (!place) throw new RangeError(`no commune ${unit.commune}`);
    const id = idAt(OPENED, dice);
    network.unitNames.set(id, unit.name);
    network.units.push({
      id,
      operator_id: operatorId,
      parent_id: parentId,
      kind: unit.kind,
      name: unit.name,
      address: `${unit.address}, ${place.postcode} ${place.name}`,
      commune_code: place.code,
      postcode: place.postcode,
      latitude: place.latitude + (dice.next() - 0.5) * 0.012,
      longitude: place.longitude + (dice.next() - 0.5) * 0.016,
      receives_referrals: unit.receives !== undefined,
      service_summary: unit.receives ?? '',
      age_from: plan.ages?.[0] ?? null,
      age_to: plan.ages?.[1] ?? null,
      active: true,
      created_at: OPENED,
    });
    const posts: DemoPost[] = [];
    const hire = (role: Role, known?: Known): void => {
      posts.push(employ(network, region, plan, id, operatorId, role, known, addresses, dice));
    };
    for (const known of unit.known ?? []) hire(known.role, known);
    for (let left = unit.administrators ?? 0; left > 0; left--) hire('operator_administrator');
    for (let left = unit.leads ?? 0; left > 0; left--) hire('unit_lead');
    for (let left = unit.counsellors ?? 0; left > 0; left--) hire('counsellor');
    network.posts.push(...posts);
    if (unit.receives !== undefined) {
      network.teams.push({
        unitId: id,
        operatorId,
        plan,
        name: unit.name,
        address: `${unit.address}, ${place.name}`,
        place,
        posts: posts.filter(accompanies),
      });
    }
    for (const child of unit.units ?? []) addUnit(child, id);
  };
  addUnit(plan.tree, null);
}

/** Hires one professional into a unit: the person goes into the network, the post is handed back. */
export function employ(
  network: Network,
  region: DemoRegion,
  plan: OperatorPlan,
  unitId: string,
  operatorId: string,
  role: Role,
  known: Known | undefined,
  addresses: Set<string>,
  dice: Dice,
): DemoPost {
  const drawn = drawName(region, dice.int(1966, 1997), dice.chance(0.66), dice);
  const { givenName, familyName, woman } = known ?? drawn;
  const left = `${addressWord(givenName)}.${addressWord(familyName)}`;
  const domain = `${plan.key}.demo.relais.example`;
  let email = known?.email ?? `${left}@${domain}`;
  for (let number = 2; addresses.has(email); number++) email = `${left}${number}@${domain}`;
  addresses.add(email);
  // One account per address, in whatever region: its id comes from the address alone.
  const accountId = idAt(OPENED, new Dice(`account ${email}`));
  const staff: DemoStaff = { id: idAt(OPENED, dice), accountId, givenName, familyName, email };
  network.staff.push(staff);
  const since = toCivilDate(`${dice.int(2016, 2024)}-0${dice.int(1, 9)}-01`);
  return postOf(staff, unitId, operatorId, role, TITLES[role][woman ? 1 : 0], since, known !== undefined, dice);
}

function postOf(
  staff: DemoStaff,
  unitId: string,
  operatorId: string,
  role: Role,
  title: string,
  since: DemoPost['since'],
  known: boolean,
  dice: Dice,
): DemoPost {
  const writing = {
    style: known && role === 'counsellor' ? ('told' as const) : dice.choose({ brief: 36, told: 42, headed: 22 }),
    signature: `${staff.givenName.charAt(0)}. ${staff.familyName}`,
    ticks: dice.chance(0.35),
  };
  return {
    id: idAt(OPENED, dice),
    staffId: staff.id,
    accountId: staff.accountId,
    unitId,
    operatorId,
    role,
    title,
    since,
    name: `${staff.givenName} ${staff.familyName}`,
    writing,
    known,
  };
}

/** A few professionals share their week between two teams, sometimes of two operators. */
function addSecondPosts(network: Network, dice: Dice): void {
  const counsellors = network.posts.filter((post) => post.role === 'counsellor');
  const chosen = [counsellors.find((post) => post.known), ...dice.shuffle(counsellors.filter((post) => !post.known)).slice(0, 4)];
  for (const post of chosen) {
    if (!post) continue;
    const staff = network.staff.find(({ id }) => id === post.staffId);
    const team = dice.pick(
      network.teams.filter(({ unitId, operatorId }) => (post.known ? operatorId !== post.operatorId : unitId !== post.unitId)),
    );
    if (!staff) continue;
    const second = postOf(staff, team.unitId, team.operatorId, 'counsellor', SECOND, toCivilDate('2025-09-01'), false, dice);
    network.posts.push(second);
    team.posts.push(second);
  }
}

function accompanies(post: DemoPost): boolean {
  return post.role === 'counsellor' || post.role === 'unit_lead';
}
