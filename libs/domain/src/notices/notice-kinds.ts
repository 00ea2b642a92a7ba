import { APPOINTMENT_TOLD } from '../appointments/appointment';
import type { HandoverParty } from '../handovers/propose-handover';
import { MERGE_TOLD } from '../merging/file-merge';
import { LINK_EVENTS } from '../sharing/relations';
import { REFERRAL_EVENTS } from '../referrals/vocabulary';

/** Steps of a handover of which somebody is told, and on which side; never the one who took the step. */
export const HANDOVER_TOLD = {
  'handover.proposed': ['taker'],
  'handover.agreed': ['giver'],
  'handover.refused': ['giver'],
  'handover.lapsed': ['giver', 'taker'],
  'handover.date_agreed': ['giver', 'taker'],
  'handover.effective': ['giver', 'taker'],
  'handover.ended': ['giver', 'taker'],
  'handover.recalled': ['giver', 'taker'],
  'handover.forced': ['giver', 'taker'],
} as const satisfies Record<`handover.${string}`, readonly HandoverParty[]>;

/** What becomes of a caseload that somebody is told of: it came to them, or came back. */
export const PACK_TOLD = ['pack.moved', 'pack.returned'] as const;

/** What becomes of a caseload that somebody is told of. */
export type PackTold = (typeof PACK_TOLD)[number];

/** A step of a handover of which somebody is told. */
export type HandoverTold = keyof typeof HANDOVER_TOLD;

/**
 * What a professional is told of: the moves of a referral, a date of it that has come, a link asked for or answered, a handover of the
 * referent, a glass broken on a file of theirs, a message that could not leave to the person, so that somebody tells them, a dated
 * obligation that comes near or is due, a meeting of theirs that somebody moved or cancelled, and the merge of two files of one person.
 */
export const NOTICE_KINDS = [
  ...Object.values(REFERRAL_EVENTS),
  'referral.reminded',
  ...LINK_EVENTS,
  ...(Object.keys(HANDOVER_TOLD) as HandoverTold[]),
  ...PACK_TOLD,
  'glass.broken',
  'glass.review_overdue',
  'person.not_told',
  'clock.soon',
  'clock.due',
  ...APPOINTMENT_TOLD,
  'sighting.asked',
  'sighting.answered',
  ...MERGE_TOLD,
] as const;

/** What a notice is about. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Why a post is told: it stands on a side, leads a side, coordinates the region, watches over data, or answers for the person. */
export const NOTICE_AUDIENCES = ['sender', 'receiver', 'lead', 'coordinator', 'guardian', 'referent'] as const;

/** Why a post is told. */
export type NoticeAudience = (typeof NOTICE_AUDIENCES)[number];

/** Notices in the groups that a professional chooses a way for, in the order of the screens. */
export const NOTICE_TOPICS = ['due', 'security', 'arrival', 'answer', 'course', 'watch'] as const;

/** A group of notices. `due`: something waits for you; `security`: a glass was broken. */
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];

/** How a notice reaches somebody: in the application and at once by e-mail, in the e-mail of the day, in the application alone, not at all. */
export const NOTICE_WAYS = ['at_once', 'digest', 'in_app', 'never'] as const;

/** How a notice reaches somebody. */
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** Groups that nobody can silence: what waits for oneself, and what protects people. */
export const LOCKED_TOPICS = ['due', 'security'] as const satisfies readonly NoticeTopic[];

/** The groups that one chooses a way for. */
export const OPEN_TOPICS = ['arrival', 'answer', 'course', 'watch'] as const satisfies readonly NoticeTopic[];

/** A group that one chooses a way for. */
export type OpenTopic = (typeof OPEN_TOPICS)[number];

/** What a professional chose; a group that is not there has its usual way. */
export type NoticeChoices = Readonly<Partial<Record<OpenTopic, NoticeWay>>>;

/** The way of each open group before anybody chose. */
export const USUAL_WAYS = {
  arrival: 'at_once',
  answer: 'digest',
  course: 'in_app',
  watch: 'digest',
} as const satisfies Record<OpenTopic, NoticeWay>;

/** Moves that give somebody the ball, that bring a referral, that answer it; the others tell its course. */
const TOPIC_OF: Partial<Record<NoticeKind, NoticeTopic>> = {
  'referral.info_asked': 'due',
  'referral.result_posted': 'due',
  'referral.cancel_requested': 'due',
  'referral.result_contested': 'due',
  'referral.decline_returned': 'due',
  'referral.reminded': 'due',
  'person.not_told': 'due',
  'clock.due': 'due',
  'appointment.moved': 'due',
  'appointment.cancelled': 'due',
  'sighting.asked': 'due',
  'sighting.answered': 'answer',
  'beneficiary.link_asked': 'due',
  'merge.proposed': 'due',
  'merge.refused': 'answer',
  'merge.stopped': 'answer',
  'beneficiary.merged': 'answer',
  'merge.undone': 'answer',
  'handover.proposed': 'due',
  'handover.agreed': 'answer',
  'handover.refused': 'answer',
  'handover.lapsed': 'answer',
  'beneficiary.link_granted': 'answer',
  'beneficiary.link_refused': 'answer',
  'glass.broken': 'security',
  'glass.review_overdue': 'security',
  'referral.sent': 'arrival',
  'referral.released': 'arrival',
  'referral.claim_dropped': 'arrival',
  'referral.info_answered': 'arrival',
  'referral.received': 'answer',
  'referral.accepted': 'answer',
  'referral.waitlisted': 'answer',
  'referral.declined': 'answer',
  'referral.decline_confirmed': 'answer',
  'referral.rerouted': 'answer',
  'referral.expired': 'answer',
};

/** The side that a move gives the ball to; the other side only follows its course. */
const BALL_WITH: Partial<Record<NoticeKind, NoticeAudience>> = {
  'referral.info_asked': 'sender',
  'referral.result_posted': 'sender',
  'referral.cancel_requested': 'receiver',
  'referral.result_contested': 'receiver',
  'referral.decline_returned': 'receiver',
};

/** The group of a notice: a reminder is always due; of a move, those who lead or coordinate only watch. */
export function topicOf(kind: NoticeKind, audience: NoticeAudience): NoticeTopic {
  const topic = TOPIC_OF[kind] ?? 'course';
  if (kind === 'referral.reminded' || topic === 'security') return topic;
  if (audience === 'lead' || audience === 'coordinator') return 'watch';
  const ball = BALL_WITH[kind];
  return ball !== undefined && ball !== audience ? 'course' : topic;
}

/** How a notice reaches somebody who chose. Locked groups come at once, whatever was chosen. */
export function wayOf(topic: NoticeTopic, choices: NoticeChoices): NoticeWay {
  if (topic === 'due' || topic === 'security') return 'at_once';
  return choices[topic] ?? USUAL_WAYS[topic];
}
