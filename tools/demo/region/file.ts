import type { CivilDate, Instant, InterviewTheme } from '@relais/domain';
import type { Person } from '../people/person';
import type { Thread } from '../story/slots';
import type { Step } from '../story/tell-story';
import type { DemoPost, Team } from './team';

/** A step of a story that has found its author and its hour. */
export type DatedStep = Step & {
  /** A theme code that comes from a referral and not from the story. */
  readonly code?: InterviewTheme;
  readonly id: string;
  readonly at: Instant;
  readonly post: DemoPost;
  readonly operatorId: string;
  readonly referralId: string | null;
};

/** A unit that accompanies the person. */
export type DemoSupport = {
  readonly id: string;
  readonly team: Team;
  readonly referent: DemoPost | null;
  readonly scheme: string;
  readonly openedOn: CivilDate;
  closedOn: CivilDate | null;
  outcome: string | null;
  readonly referralId: string | null;
};

/** Who led the file from when on: a post, or a unit's queue. */
export type Tenure = { readonly postId: string | null; readonly unitId: string | null; readonly since: Instant; until: Instant | null };

/** One person's file, as it grows. */
export type DemoFile = {
  readonly id: string;
  readonly number: number;
  readonly person: Person;
  readonly thread: Thread;
  readonly team: Team;
  readonly createdAt: Instant;
  readonly author: DemoPost;
  readonly steps: DatedStep[];
  readonly supports: DemoSupport[];
  readonly tenures: Tenure[];
  readonly closedOn: CivilDate | null;
  referrals: number;
};
