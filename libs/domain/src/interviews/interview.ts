import type { Id } from '../operators/actor';
import type { Refusal } from '../problems/refusals';
import type { Instant } from '../time/time';

/** How people exchanged. Source: domain.md §1, "Interview". */
export const INTERVIEW_MODES = ['on_site', 'phone', 'video', 'outreach', 'mail', 'third_party'] as const;

/** How people exchanged. */
export type InterviewMode = (typeof INTERVIEW_MODES)[number];

/**
 * What an interview was about: a closed list, so that figures can be counted. Drawn from the themes of *data·inclusion* v1
 * and the work of guidance services.
 */
export const INTERVIEW_THEMES = [
  'guidance',
  'training',
  'schooling',
  'employment',
  'apprenticeship',
  'business_creation',
  'skills_assessment',
  'rights',
  'housing',
  'mobility',
  'health',
  'resources',
  'childcare',
  'digital',
  'other',
] as const;

/** A theme of interviews, needs, goals and referrals. */
export type InterviewTheme = (typeof INTERVIEW_THEMES)[number];

/** The part of an interview that its rules need. */
export type Interview = {
  readonly id: Id;
  readonly authorPostId: Id;
  readonly mode: InterviewMode;
  readonly status: 'draft' | 'sealed';
  readonly happenedAt: Instant;
  /** What the author ticked: the person was there and answered. */
  readonly twoWay: boolean;
};

/** Modes in which an exchange is two-way unless the author says otherwise; a letter or a call of a third party is not. */
const MET: readonly InterviewMode[] = ['on_site', 'phone', 'video', 'outreach'];

/** Whether a mode makes an interview two-way by default. */
export function twoWayByDefault(mode: InterviewMode): boolean {
  return MET.includes(mode);
}

/** Whether an interview is a two-way contact with the person, which ends a silence. A third party's word never is. Source: domain.md §4, silence detector. */
export function isTwoWay(interview: Pick<Interview, 'mode' | 'twoWay'>): boolean {
  return interview.twoWay && interview.mode !== 'third_party';
}

/** Why an interview can't be written to: not its author's post, or sealed. */
export function whyNotWrite(interview: Pick<Interview, 'status' | 'authorPostId'>, postId: Id): Refusal | undefined {
  if (interview.authorPostId !== postId) return { refused: 'interview.not_author' };
  return interview.status === 'sealed' ? { refused: 'interview.sealed' } : undefined;
}

/** Why an interview can't be finalised: as for writing, or nothing was written. Once sealed, later changes are addenda. */
export function whyNotSeal(
  interview: Pick<Interview, 'status' | 'authorPostId'>,
  content: { readonly notes: readonly string[]; readonly actions: number },
  postId: Id,
): Refusal | undefined {
  const empty = content.actions === 0 && content.notes.every((body) => body.trim() === '');
  return whyNotWrite(interview, postId) ?? (empty ? { refused: 'interview.empty', pointer: '/notes' } : undefined);
}

/** Why an addendum can't be added: only to a sealed interview, by its author, and with words. */
export function whyNotAddendum(interview: Pick<Interview, 'status' | 'authorPostId'>, body: string, postId: Id): Refusal | undefined {
  if (interview.authorPostId !== postId) return { refused: 'interview.not_author' };
  if (interview.status !== 'sealed') return { refused: 'interview.not_sealed' };
  return body.trim() === '' ? { refused: 'interview.empty', pointer: '/body' } : undefined;
}

/** The contact that an interview proves: a sealed two-way one. Source: referral.md, `in_progress`. */
export function contactOfInterview(
  interview: Interview,
): { readonly kind: 'interview'; readonly id: Id; readonly at: Instant } | undefined {
  if (interview.status !== 'sealed' || !isTwoWay(interview)) return undefined;
  return { kind: 'interview', id: interview.id, at: interview.happenedAt };
}
