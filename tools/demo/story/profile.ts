import type { CivilDate } from '@relais/domain';
import type { Origin } from '../names/given-origins';
import type { Place } from '../places/place';
import type { Public } from '../operators/plan';
import type { Trade } from './trades';
import type { DemoRegion } from '../demo-region';

/** Where a person stands in life when they first come. */
export type Stage =
  'pupil' | 'dropout' | 'student' | 'school_leaver' | 'young_jobseeker' | 'newcomer' | 'jobseeker' | 'employee' | 'returner' | 'disabled';

/** Everything about a person that their notes may lean on. */
export type Profile = {
  readonly givenName: string;
  readonly familyName: string;
  readonly woman: boolean;
  readonly origin: Origin;
  readonly birthDate: CivilDate;
  readonly age: number;
  readonly region: DemoRegion;
  readonly place: Place;
  readonly stage: Stage;
  readonly publicOf: Public;
  readonly trade: Trade;
  /** A second idea, given up or kept in reserve. */
  readonly otherTrade: Trade;
  /** Last class or diploma, as said in a note: « seconde professionnelle », « bac pro commerce ». */
  readonly level: string;
  /** The job held or lost, without article. */
  readonly job: string;
  readonly years: number;
  readonly licence: boolean;
  readonly children: number;
  readonly parent: string;
  readonly language: string;
  readonly minor: boolean;
};
