import { plusDays, plusMinutes, type Agreement, type CivilDate, type DeclineReason, type Instant, type Outcome } from '@relais/domain';
import type { Hours } from '../hours';
import { idAt } from '../ids';
import { kilometres } from '../places/place';
import type { Dice } from '../random';
import { DECLINED, NEEDS, type Need } from '../story/needs';
import { say } from '../story/say';
import { slotsFor } from '../story/slots';
import { ADDED, RECEIVED } from '../story/traces';
import { partnerName, schemeOf } from './build-files';
import { contactAfter, sentAtOf } from './referral-times';
import { freezePacket, type Packet } from './freeze-packet';
import type { Diary } from './diary';
import type { DemoFile } from './file';
import type { DemoRegion } from '../demo-region';
import type { DemoPost, Team } from './team';
import { walkReferral, type Fate, type Walked } from './walk-referral';

/** A referral of the demo with its log, its pack and who answers it. */
export type DemoReferral = Walked & {
  readonly file: DemoFile;
  readonly packet: Packet | null;
  readonly receiver: DemoPost;
  readonly to: Team;
  readonly fate: Fate;
};

/** What referrals are made from. */
export type ReferralsPlan = {
  readonly region: DemoRegion;
  readonly teams: readonly Team[];
  readonly hours: Hours;
  readonly diary: Diary;
  readonly agreement: Agreement;
};

/** Sends people from one operator to another, by the machine itself; the files grow by what came of it. */
export function buildReferrals(plan: ReferralsPlan, files: readonly DemoFile[], fates: readonly Fate[], dice: Dice): DemoReferral[] {
  const seen = new Set(files.flatMap((file) => file.steps.map(({ note }) => note)));
  const open = dice.shuffle(files.filter((file) => file.closedOn === null && file.person.sharing !== 'opposed'));
  const made: DemoReferral[] = [];
  let turn = 0;
  for (const fate of dice.shuffle(fates)) {
    const parent = !dice.chance(0.09) ? undefined : made.find((one) => one.fate === 'declined' && one.file.referrals === 1);
    const again =
      fate !== 'declined' &&
      parent &&
      parent.referral.closedAt !== null &&
      plusDays(plan.hours.dayOf(parent.referral.closedAt), 4) < plan.hours.today
        ? parent
        : undefined;
    for (let tries = 0; ; tries++) {
      if (tries > 4000) throw new RangeError(`no file fits a referral that is ${fate}`);
      const file = again && tries === 0 ? again.file : (open[turn++ % open.length] as DemoFile);
      const done = send(
        { ...plan, seen },
        file,
        fate,
        again && tries === 0 ? again : undefined,
        dice.fork(`referral ${made.length} ${tries}`),
      );
      if (!done) continue;
      made.push(done);
      break;
    }
  }
  return made;
}

type Sending = ReferralsPlan & { readonly seen: Set<string> };

function send(plan: Sending, file: DemoFile, fate: Fate, parent: DemoReferral | undefined, dice: Dice): DemoReferral | undefined {
  const { hours } = plan;
  if (file.referrals >= 3) return undefined;
  const sentAt = sentAtOf(fate, file, parent?.referral.closedAt ?? null, hours, dice);
  if (sentAt === undefined) return undefined;
  const known = new Set([...file.supports.map((support) => support.team.operatorId), ...(parent ? [parent.to.operatorId] : [])]);
  const choices = plan.teams.flatMap((team) =>
    known.has(team.operatorId) || team.posts.length === 0
      ? []
      : NEEDS.filter((need) => need.to.includes(team.plan.kind) && need.when(file.person)).map((need) => ({ team, need })),
  );
  if (choices.length === 0) return undefined;
  const { team, need } = dice.weighted(
    choices,
    ({ team: to }) => to.plan.weight * Math.exp(-kilometres(to.place, file.person.place) / 30) + 0.02,
  );
  const receiver = dice.weighted(team.posts, (post) => (post.role === 'unit_lead' ? 0.25 : 1));
  const sender = file.author;
  const slots = slotsFor(file.person, file.thread, hours.dayOf(sentAt), dice);
  const tell = (template: string): string => say(template, { ...slots, commune: file.person.place.name }, file.person.woman, dice);
  const id = idAt(sentAt, dice);
  const words = tell(dice.pick(need.words));
  const writtenAt = plusMinutes(sentAt, -dice.int(6, 25));
  const matter = { kind: dice.chance(0.68) ? 'add' : 'redirect', need: words, theme: need.theme, urgent: dice.chance(0.07) } as const;
  const packet =
    fate === 'draft'
      ? null
      : freezePacket({ ...matter, region: plan.region, file, referralId: id, sentAt, to: team, author: sender, hours }, dice);
  const contactId = idAt(sentAt, dice);
  const declineReason = dice.choose({
    no_place: 34,
    wrong_public: 16,
    out_of_territory: 12,
    already_followed: 10,
    not_eligible: 12,
    person_does_not_want: 9,
    incomplete_file: 7,
  }) as DeclineReason;
  const alternatives = plan.teams
    .filter((other) => !known.has(other.operatorId) && other !== team && other.plan.kind === team.plan.kind)
    .map(({ unitId }) => unitId);
  const walked = walkReferral(
    {
      fate,
      writtenAt,
      sentAt,
      now: hours.now,
      agreement: plan.agreement,
      sharing: file.person.sharing === 'agreed' ? 'agreed' : 'informed',
      receiverPostId: receiver.id,
      packetId: packet?.id ?? '',
      contactId,
      lately: hours.workedBefore(hours.now, dice.int(40, 2700)),
      contactAt: (after) => contactAfter(after, fate, receiver, hours, plan.diary, dice),
      outcome: dice.choose({ met: 62, partly_met: 20, enrolled_elsewhere: 10, refused_by_person: 5, moved: 3 }) as Outcome,
      result: tell(dice.pick(need.result)),
      declineReason,
      declineWords: tell(DECLINED[declineReason] ?? 'Pas de suite possible.'),
      alternatives,
      draft: {
        region: plan.region,
        id,
        beneficiaryId: file.id,
        ...matter,
        senderOperatorId: file.team.operatorId,
        senderUnitId: file.team.unitId,
        senderPostId: sender.id,
        receiverOperatorId: team.operatorId,
        receiverUnitId: team.unitId,
        parentId: parent?.referral.id ?? null,
      },
    },
    dice,
  );
  file.referrals++;
  follow(plan, file, walked, team, receiver, need, contactId, tell, dice);
  return { ...walked, file, packet, receiver, to: team, fate };
}

/** What a referral leaves in the file: a support, a first interview there, sometimes another lead. */
function follow(
  plan: Sending,
  file: DemoFile,
  walked: Walked,
  team: Team,
  receiver: DemoPost,
  need: Need,
  contactId: string,
  tell: (template: string) => string,
  dice: Dice,
): void {
  const { referral, contactAt } = walked;
  const { hours } = plan;
  if (referral.acceptedAt === null) return;
  const openedOn = hours.dayOf(referral.acceptedAt);
  const ended = referral.closedAt !== null && dice.chance(0.55);
  const closedOn = ended && referral.closedAt !== null ? hours.dayOf(referral.closedAt) : null;
  const drawn = schemeOf(team.plan.kind, file.person.age, dice);
  const taken = schemesTaken(file, team, openedOn, closedOn);
  const support = {
    id: idAt(referral.acceptedAt, dice),
    team,
    referent: receiver,
    scheme: taken.has(drawn) ? 'free' : drawn,
    openedOn,
    closedOn,
    outcome: ended ? referral.outcome : null,
    referralId: referral.id,
  };
  if (!taken.has(support.scheme)) file.supports.push(support);
  if (contactAt === null) return;
  const from = partnerName(file.team.plan.shortName);
  const words = referral.need.endsWith('.') ? referral.need : `${referral.need}.`;
  const write = (): string => tell(dice.pick(RECEIVED).replaceAll('{partenaire}', from).replace('{demande}', words));
  let note = write();
  while (plan.seen.has(note)) note = `${note} ${tell(dice.pick(ADDED))}`;
  plan.seen.add(note);
  const day = hours.dayOf(contactAt);
  file.steps.push({
    id: contactId,
    at: contactAt,
    day,
    post: receiver,
    operatorId: team.operatorId,
    referralId: referral.id,
    mode: 'on_site',
    minutes: dice.pick([30, 45, 60]),
    twoWay: true,
    themes: [],
    note,
    actions: [],
    goal: null,
    kind: 'reception',
    protected: false,
    code: need.theme,
  });
  if (referral.kind === 'redirect' && !ended && dice.chance(0.75)) handOver(file, receiver, contactAt, hours);
}

/** Schemes in which no further support may begin meanwhile: those of the same team, and contracts that another team holds. */
function schemesTaken(file: DemoFile, team: Team, from: CivilDate, until: CivilDate | null): ReadonlySet<string> {
  const meanwhile = file.supports.filter((one) => (one.closedOn ?? '9999') > from && (until ?? '9999') > one.openedOn);
  return new Set(
    meanwhile.filter((one) => one.team.unitId === team.unitId || ['pacea', 'cej'].includes(one.scheme)).map(({ scheme }) => scheme),
  );
}

/** The lead changes at the first contact, never before; the former one stops within two weeks. */
function handOver(file: DemoFile, receiver: DemoPost, at: Instant, hours: Hours): void {
  const last = file.tenures[file.tenures.length - 1];
  if (!last || last.until !== null || last.since >= at) return;
  last.until = at;
  file.tenures.push({ postId: receiver.id, unitId: null, since: at, until: null });
  const first = file.supports[0];
  const end = plusDays(hours.dayOf(at), 14);
  const lastStep = file.steps
    .filter((step) => step.operatorId === file.team.operatorId)
    .reduce((latest, step) => (step.day > latest ? step.day : latest), end);
  if (first && lastStep < hours.today) {
    first.closedOn = lastStep;
    first.outcome = 'handed_over';
  }
}
