import type { Role } from '@relais/domain';

/** A person known in advance, whose account stays the same whatever the seed. */
export type Known = {
  readonly role: Role;
  readonly givenName: string;
  readonly familyName: string;
  readonly woman: boolean;
  /** Their address when it is not made of their name and their operator: one account with posts in two regions. */
  readonly email?: string;
};

/** One unit of an operator's tree, and who works there. */
export type UnitPlan = {
  readonly name: string;
  readonly kind: 'directorate' | 'site' | 'team';
  readonly commune: string;
  readonly address: string;
  /** What the team does for a person sent to it: present when it receives referrals. */
  readonly receives?: string;
  readonly known?: readonly Known[];
  readonly counsellors?: number;
  readonly leads?: number;
  readonly administrators?: number;
  readonly units?: readonly UnitPlan[];
};

/** Whom an operator serves: a test on age and situation used when people are given to operators. */
export type Public = 'youth' | 'pupils' | 'students' | 'jobseekers' | 'disabled' | 'employees' | 'women' | 'crafts' | 'everyone' | 'nobody';

/** One operator of the demo. `domain` is the part of its e-mail addresses before `.demo.relais.example`. */
export type OperatorPlan = {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly shortName: string;
  readonly status: 'by_right' | 'labelled' | 'partner';
  readonly sensitive?: boolean;
  readonly public: Public;
  /** The ages, in years, from and to which its teams receive somebody. */
  readonly ages?: readonly [number, number];
  /** How many files it opens, compared with the others. */
  readonly weight: number;
  readonly tree: UnitPlan;
};
