import type { CivilDate, Role } from '@relais/domain';
import type { OperatorPlan } from '../operators/plan';
import type { Place } from '../places/place';
import type { Writing } from '../story/write-note';

/** One post of the demo, with the hand of its holder. */
export type DemoPost = {
  readonly id: string;
  readonly staffId: string;
  readonly accountId: string;
  readonly unitId: string;
  readonly operatorId: string;
  readonly role: Role;
  readonly title: string;
  readonly since: CivilDate;
  readonly name: string;
  readonly writing: Writing;
  readonly known: boolean;
};

/** One professional of the demo. */
export type DemoStaff = {
  readonly id: string;
  readonly accountId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
};

/** A team that receives and accompanies people. */
export type Team = {
  readonly unitId: string;
  readonly operatorId: string;
  readonly plan: OperatorPlan;
  readonly name: string;
  readonly address: string;
  readonly place: Place;
  readonly posts: DemoPost[];
};
