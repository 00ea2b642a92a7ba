import { type ContactObjection, contactObjection, type ContactPreference, type ContactRules } from '../beneficiaries/contact-rules';
import type { Refusal } from '../problems/refusals';
import type { Instant } from '../time/time';

/** Ways to try to reach somebody, in the order in which a round goes when the person prefers none. */
export const ATTEMPT_CHANNELS = ['phone', 'sms', 'email', 'third_party', 'mail', 'visit'] as const;

/** A way to try to reach somebody. */
export type AttemptChannel = (typeof ATTEMPT_CHANNELS)[number];

/** What came of a try. Only `reached` is a contact. */
export const ATTEMPT_RESULTS = ['reached', 'message_left', 'no_answer', 'wrong_contact'] as const;

/** What came of a try. */
export type AttemptResult = (typeof ATTEMPT_RESULTS)[number];

/** One try to reach the person. */
export type Attempt = { readonly channel: AttemptChannel; readonly result: AttemptResult; readonly at: Instant };

/** Why a support ends. */
export const SUPPORT_OUTCOMES = ['employment', 'training', 'moved', 'own_way', 'lost_contact', 'deceased', 'other'] as const;

/** Why a support ends. */
export type SupportOutcome = (typeof SUPPORT_OUTCOMES)[number];

/** What is known of the ways to reach somebody. */
export type Reachable = ContactRules & { readonly phone: boolean; readonly email: boolean; readonly street: boolean };

/** A channel of the round: to be tried, tried already, or not to be used and why. */
export type ChannelOffer = {
  readonly channel: AttemptChannel;
  readonly tried: number;
  readonly standing: 'next' | 'open' | 'tried' | 'barred';
  /** Why it is barred, or what must be read before it is used. */
  readonly because: ContactObjection | 'no_contact_known' | null;
};

/** Tries and channels after which a contact counts as lost. */
export const LOST_AFTER = { tries: 3, channels: 2 } as const;

const ASKS: Partial<Record<AttemptChannel, keyof Pick<Reachable, 'phone' | 'email' | 'street'>>> = {
  phone: 'phone',
  sms: 'phone',
  email: 'email',
  mail: 'street',
  visit: 'street',
};

/**
 * The round of contacts: each channel with whether it may be used. Whoever is unsafe to contact is contacted by no channel, whoever asked
 * not to be is only met; the preferred channel comes first, then those that were not tried yet. Source: domain.md §4.
 */
export function roundOf(person: Reachable, attempts: readonly Attempt[]): readonly ChannelOffer[] {
  const offers = ATTEMPT_CHANNELS.map((channel): ChannelOffer => {
    const tried = attempts.filter((attempt) => attempt.channel === channel).length;
    const because = whyNotChannel(channel, person) ?? null;
    const barred = because !== null && because !== 'read_the_rule_first';
    return { channel, tried, standing: barred ? 'barred' : tried > 0 ? 'tried' : 'open', because };
  });
  const preferred = (channel: AttemptChannel): number => (channel === (person.preference as string) ? 0 : 1);
  const ordered = [...offers].sort((one, other) => rank(one) - rank(other) || preferred(one.channel) - preferred(other.channel));
  const next = ordered.find(({ standing }) => standing === 'open');
  return ordered.map((offer) => (offer === next ? { ...offer, standing: 'next' } : offer));
}

/** Why a channel must not be used for a person, or what to read first; undefined when nothing speaks against it. */
export function whyNotChannel(channel: AttemptChannel, person: Reachable): ChannelOffer['because'] | undefined {
  if (person.unsafe) return 'unsafe_to_contact';
  if (person.preference === 'none') return 'asked_not_to_be_contacted';
  const asks = ASKS[channel];
  if (asks !== undefined && !person[asks]) return 'no_contact_known';
  const objection = contactObjection(person, asContact(channel));
  return objection === 'other_channel_preferred' ? undefined : objection;
}

/** Why an attempt can't be logged: its channel may put the person in danger. That the person was met by chance can always be said. */
export function whyNotAttempt(attempt: Pick<Attempt, 'channel' | 'result' | 'at'>, unsafe: boolean, now: Instant): Refusal | undefined {
  if (attempt.at > now) return { refused: 'request.invalid', pointer: '/at' };
  return unsafe && attempt.result !== 'reached' ? { refused: 'contact.unsafe', pointer: '/channel' } : undefined;
}

/** Whether a contact counts as lost after these tries in vain; trying is asked of nobody when it would put the person in danger. */
export function isLost(inVain: readonly Pick<Attempt, 'channel'>[], unsafe: boolean): boolean {
  const channels = new Set(inVain.map(({ channel }) => channel)).size;
  return unsafe || (inVain.length >= LOST_AFTER.tries && channels >= LOST_AFTER.channels);
}

/**
 * Why a file can't be closed: it is, somebody else still accompanies the person or a referral is under way; a contact counts as lost only
 * after three tries by two channels, unless trying would put the person in danger.
 */
export function whyNotClose(
  file: {
    readonly status: 'active' | 'closed';
    readonly othersAccompany: boolean;
    readonly referralsLive: boolean;
    readonly unsafe: boolean;
  },
  outcome: SupportOutcome,
  attempts: readonly Pick<Attempt, 'channel'>[],
): Refusal | undefined {
  if (file.status === 'closed') return { refused: 'file.closed' };
  if (file.othersAccompany || file.referralsLive) return { refused: 'file.in_progress' };
  return outcome === 'lost_contact' && !isLost(attempts, file.unsafe)
    ? { refused: 'referral.attempts_missing', pointer: '/outcome' }
    : undefined;
}

function rank({ standing, tried }: ChannelOffer): number {
  return standing === 'barred' ? 99 : tried;
}

function asContact(channel: AttemptChannel): Exclude<ContactPreference, 'none'> {
  return channel === 'third_party' || channel === 'visit' ? 'mail' : channel;
}
