/** Ways to reach a person, in their order of preference on the screens; `none` asks not to be contacted. */
export const CONTACT_PREFERENCES = ['phone', 'sms', 'email', 'mail', 'none'] as const;

/** A way to reach a person. */
export type ContactPreference = (typeof CONTACT_PREFERENCES)[number];

/** What the file says about reaching a person safely (domain.md §4): every call, message and letter honours it. */
export type ContactRules = {
  readonly preference: ContactPreference;
  /** In the person's words: hours, words to avoid, someone to keep out. Empty when there is nothing to heed. */
  readonly rule: string;
  /** Any contact outside a meeting may put the person in danger. */
  readonly unsafe: boolean;
};

/** Why a channel must not be used. */
export type ContactObjection = 'unsafe_to_contact' | 'asked_not_to_be_contacted' | 'read_the_rule_first' | 'other_channel_preferred';

/** The strongest objection to a channel, undefined when there is none. `read_the_rule_first` and `other_channel_preferred` only warn. */
export function contactObjection(rules: ContactRules, channel: Exclude<ContactPreference, 'none'>): ContactObjection | undefined {
  if (rules.unsafe) return 'unsafe_to_contact';
  if (rules.preference === 'none') return 'asked_not_to_be_contacted';
  if (rules.rule.trim() !== '') return 'read_the_rule_first';
  return rules.preference === channel ? undefined : 'other_channel_preferred';
}

/** Whether an automatic message may leave by a channel: only the preferred one, and only when no rule needs a human to read it. */
export function mayWriteAutomatically(rules: ContactRules, channel: Exclude<ContactPreference, 'none'>): boolean {
  return contactObjection(rules, channel) === undefined;
}
