import type { CivilDate } from '@relais/domain';
import type { Profile } from '../story/profile';

/** A representative in law of a minor. */
export type Representative = {
  readonly givenName: string;
  readonly familyName: string;
  readonly relation: 'mother' | 'father' | 'guardian' | 'institution';
  readonly phone: string;
};

/** A dated fact about somebody's life. */
export type Situation = {
  readonly kind: 'schooling' | 'employment' | 'training' | 'job_seeking' | 'housing' | 'mobility' | 'family' | 'resources';
  readonly detail: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
};

/** A person of the demo, before anything has happened to them. */
export type Person = Profile & {
  readonly birthName: string | null;
  readonly nameOfUse: string | null;
  readonly pronoun: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly street: string;
  readonly languageCode: string;
  readonly interpreter: boolean;
  readonly contactPreference: 'phone' | 'sms' | 'email' | 'mail' | 'none';
  readonly contactRule: string;
  readonly unsafe: boolean;
  readonly sharing: 'informed' | 'agreed' | 'opposed';
  readonly representative: Representative | null;
};
