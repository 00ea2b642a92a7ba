/** What a post may be. Source: domain.md §1–2; the Region coordinates, no role of it reads names. */
export const ROLES = [
  'counsellor',
  'unit_lead',
  'operator_administrator',
  'regional_manager',
  'regional_coordinator',
  'regional_administrator',
  'data_protection_officer',
] as const;

/** The role of a post. */
export type Role = (typeof ROLES)[number];

const ACCOMPANY = ['counsellor', 'unit_lead'] as const;
const EVERYONE = ROLES;
const CONTINUITY = ['counsellor', 'unit_lead', 'operator_administrator'] as const;
const REGION = ['regional_manager', 'regional_coordinator', 'regional_administrator'] as const;

/**
 * The one table of rights: permission → roles that hold it. The API asks it on each route, the screens for each button.
 * It says what a role may try; which file, which referral is decided by the rules of that object and by the database.
 */
export const PERMISSIONS = {
  'session.use': EVERYONE,
  'operator.list': EVERYONE,
  'operator.show': EVERYONE,
  'destination.list': [...ACCOMPANY, 'regional_coordinator'],
  'beneficiary.search': ACCOMPANY,
  'beneficiary.create': ACCOMPANY,
  'beneficiary.list': ACCOMPANY,
  'beneficiary.show': ACCOMPANY,
  'beneficiary.edit': ACCOMPANY,
  'beneficiary.ask_link': ACCOMPANY,
  'beneficiary.answer_link': ACCOMPANY,
  'beneficiary.break_glass': ACCOMPANY,
  'beneficiary.read_journal': ['counsellor', 'unit_lead', 'data_protection_officer'],
  'interview.log': ACCOMPANY,
  'interview.show': ACCOMPANY,
  'plan.show': ACCOMPANY,
  'plan.write': ACCOMPANY,
  'appointment.plan': ACCOMPANY,
  'referral.write': ACCOMPANY,
  'referral.show': ACCOMPANY,
  'referral.answer': ACCOMPANY,
  'handover.force': ['unit_lead'],
  'places.tell': ['unit_lead'],
  'coordination.show': ['regional_coordinator'],
  'coordination.decide': ['regional_coordinator'],
  'notice.read': EVERYONE,
  'message.settle': ['unit_lead', 'operator_administrator'],
  'day.show': ACCOMPANY,
  'absence.show': CONTINUITY,
  'absence.note': CONTINUITY,
  'post.close': ['unit_lead', 'operator_administrator'],
  'merge.propose': ACCOMPANY,
  'merge.review': ['unit_lead'],
  'glass.review': ['unit_lead', 'data_protection_officer'],
  'suspicion.settle': ['data_protection_officer'],
  'journal.read': ['data_protection_officer'],
  'board.show': ACCOMPANY,
  'attempt.log': ACCOMPANY,
  'lead.assign': ACCOMPANY,
  'lead.assign_to_others': ['unit_lead'],
  'file.close': ACCOMPANY,
  'clock.show': ACCOMPANY,
  'clock.keep': ACCOMPANY,
  'figure.show': REGION,
} as const satisfies Record<string, readonly Role[]>;

/** Roles that never act without a second factor; an operator may ask it of all its posts. Source: trust.md §3. */
export const ROLES_WITH_CODE: readonly Role[] = ['operator_administrator', 'regional_administrator'];

/** Whether a post is acted as only after a code. */
export function needsCode(post: { readonly role: Role; readonly asksCode: boolean }): boolean {
  return post.asksCode || ROLES_WITH_CODE.includes(post.role);
}

/** A right, `area.verb`. */
export type Permission = keyof typeof PERMISSIONS;

/** Whether a role holds a right. */
export function may(role: Role, permission: Permission): boolean {
  return (PERMISSIONS[permission] as readonly Role[]).includes(role);
}
