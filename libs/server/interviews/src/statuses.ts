/** An interview is written until it is sealed. Source: domain.md §1. */
export const INTERVIEW_STATUSES = ['draft', 'sealed'] as const;

/** Status of an interview. */
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number];
