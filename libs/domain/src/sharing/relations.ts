import type { Refusal } from '../problems/refusals';
import { plusMinutes, type Instant } from '../time/time';

/** How a professional relates to a person, inside one region. Source: domain.md §2, axis 2. */
export const RELATIONS = ['none', 'referral_sent', 'referral_received', 'accompanying', 'hierarchy', 'glass', 'region'] as const;

/** A relation to a person; `referral_sent` is a packet delivered to one's queue and not claimed yet. */
export type Relation = (typeof RELATIONS)[number];

/** What a relation opens. */
export type View = 'nothing' | 'index_card' | 'packet_summary' | 'packet' | 'caseload' | 'shared_file';

/** The one table of what each relation sees. The Region sees figures, never a person. Source: domain.md §2. */
const VIEWS: Readonly<Record<Relation, View>> = {
  none: 'index_card',
  referral_sent: 'packet_summary',
  referral_received: 'packet',
  accompanying: 'shared_file',
  hierarchy: 'caseload',
  glass: 'shared_file',
  region: 'nothing',
};

/** What is seen through a relation. */
export function sees(relation: Relation): View {
  return VIEWS[relation];
}

/** Relations from the one that opens most to the one that opens least; among equals the lasting one is told first. */
const STRENGTH: readonly Relation[] = ['accompanying', 'glass', 'hierarchy', 'referral_received', 'referral_sent', 'none', 'region'];

/** The relation that opens most among those one has; `none` without any. A role of the Region never adds a view to another. */
export function strongest(relations: readonly Relation[]): Relation {
  return STRENGTH.find((relation) => relations.includes(relation)) ?? 'none';
}

/** Why one sees an item, as a code with a French and an English sentence on the screens. */
export const WHY_CODES = [
  'why.own_work',
  'why.support_open',
  'why.referral_accepted',
  'why.referral_packet',
  'why.same_team',
  'why.same_operator',
  'why.shared_with_network',
  'why.shared_with_person',
  'why.hierarchy',
  'why.glass',
] as const;

/** A reason to see something. */
export type WhyCode = (typeof WHY_CODES)[number];

/** Whether a person's position lets anything new be shared with another operator. Opposed wins over any rule. Source: domain.md §2. */
export function maySharePosition(position: 'informed' | 'agreed' | 'opposed' | null): boolean {
  return position === 'informed' || position === 'agreed';
}

/** What happens to a request to accompany a person, as events. */
export const LINK_EVENTS = ['beneficiary.link_asked', 'beneficiary.link_granted', 'beneficiary.link_refused'] as const;

/** An event of a request for a link. */
export type LinkEvent = (typeof LINK_EVENTS)[number];

/** Limits of breaking the glass. Source: referral.md, "Default timers" (3 h); trust.md, break-the-glass (at least 20 characters, at most three per user in 30 days). */
export const GLASS = { minutes: 180, reasonLength: 20, times: 3, inDays: 30 } as const;

/** When an opened glass closes by itself. */
export function glassExpiry(openedAt: Instant): Instant {
  return plusMinutes(openedAt, GLASS.minutes);
}

/**
 * Why the glass can't be broken: a reason of less than 20 characters, or a post that has already broken it three times in
 * thirty days (`opened`: the instants of all of its openings).
 */
export function whyNotGlass(reason: string, opened: readonly Instant[], now: Instant): Refusal | undefined {
  if ([...reason.trim()].length < GLASS.reasonLength)
    return { refused: 'glass.reason_too_short', pointer: '/reason', params: { length: GLASS.reasonLength } };
  const since = plusMinutes(now, -GLASS.inDays * 1440);
  const recent = opened.filter((at) => at > since && at <= now).length;
  return recent >= GLASS.times ? { refused: 'glass.too_many', params: { times: GLASS.times, days: GLASS.inDays } } : undefined;
}
