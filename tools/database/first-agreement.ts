/**
 * The settings a region starts with, until its own agreement is written. Delays in working days (`…Days`) or hours; those of an urgent
 * referral in brackets in the source are `urgent`. Source: referral.md, default timers; domain.md §6 for the threshold.
 */
export const firstAgreement = {
  label: 'Réglages de départ, en attendant la convention régionale',
  source: 'referral.md: default timers',
  figuresThreshold: 5,
  referral: {
    heldAlertDays: 2,
    heldWithdrawDays: 10,
    decide: { targetDays: 2, escalateDays: 5, expireDays: 14 },
    decideUrgent: { targetHours: 4, escalateDays: 1, expireDays: 2 },
    infoDays: 3,
    claimedUndecidedDays: 2,
    firstContactDays: 5,
    firstContactUrgentDays: 1,
    firstContactMarksDays: [15, 30, 45],
    stallDays: 14,
    stallEscalateDays: 5,
    waitlistReviewDays: 30,
    holdMaxDays: 60,
    cancelConfirmDays: 3,
    resultReviewDays: 7,
    unacceptHours: 24,
    reopenStoryDays: 90,
    outsideLinkDays: 8,
    breakGlassHours: 3,
  },
} as const;
