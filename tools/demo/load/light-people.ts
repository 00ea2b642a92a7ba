import { plusDays } from '@relais/domain';
import { idAt } from '../ids';
import { drawPerson } from '../people/draw-person';
import { Dice } from '../random';
import { homeOf, schemeOf } from '../region/build-files';
import type { DemoWorld } from '../region/generate-region';
import type { Team } from '../region/team';
import { sealedPerson, type DemoSealer } from './people-rows';
import type { Row } from './tables';

/** A crowd around the full files, for measuring: each person has a name, a contact, a support and a lead, and no story. */
export function lightPeople(
  { region, hours, places }: DemoWorld,
  teams: readonly Team[],
  from: number,
  count: number,
  seed: string,
  sealer: DemoSealer,
): { beneficiary: Row[]; lead_tenure: Row[]; support: Row[] } {
  const rows = { beneficiary: [] as Row[], lead_tenure: [] as Row[], support: [] as Row[] };
  const dice = new Dice(`${seed} ${region} crowd ${from}`);
  for (let left = count; left > 0; left--) {
    const { team, place } = homeOf(teams, places, dice);
    const drawn = drawPerson(region, team.plan.public, place, hours.today, dice, true);
    // Sealing is most of the work: a crowd is found by phone, some by e-mail, and has no street.
    const person = { ...drawn, email: dice.chance(0.3) ? drawn.email : null, street: '' };
    const author = dice.pick(team.posts);
    const openedOn = hours.workingDay(plusDays(hours.today, -dice.int(3, 1000)), -1);
    const createdAt = hours.slotOn(openedOn, dice);
    const active = dice.chance(0.8);
    const closedOn = active ? null : plusDays(openedOn, dice.int(0, 2));
    const id = idAt(createdAt, dice);
    const until = closedOn === null ? null : hours.at(closedOn, 1020);
    const lastContact = until ?? hours.slotOn(hours.workingDay(plusDays(hours.today, -dice.int(1, 120)), -1), dice);
    rows.beneficiary.push({
      id,
      ...sealedPerson(region, person, sealer).row,
      status: active ? 'active' : 'closed',
      lead_post_id: active ? author.id : null,
      lead_unit_id: null,
      created_by_post: author.id,
      created_by_operator: author.operatorId,
      created_at: createdAt,
      updated_at: createdAt,
      last_contact_at: lastContact < createdAt ? createdAt : lastContact,
    });
    rows.lead_tenure.push({ id: idAt(createdAt, dice), beneficiary_id: id, post_id: author.id, unit_id: null, since: createdAt, until });
    rows.support.push({
      id: idAt(createdAt, dice),
      beneficiary_id: id,
      operator_id: team.operatorId,
      unit_id: team.unitId,
      referent_post_id: author.id,
      scheme: schemeOf(team.plan.kind, person.age, dice),
      opened_on: openedOn,
      closed_on: closedOn,
      created_at: createdAt,
    });
  }
  return rows;
}
