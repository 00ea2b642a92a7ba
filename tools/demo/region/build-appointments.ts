import { plusDays, type Instant } from '@relais/domain';
import type { Hours } from '../hours';
import { idAt } from '../ids';
import type { Dice } from '../random';
import type { DemoReferral } from './build-referrals';
import type { Diary } from './diary';
import type { DatedStep, DemoFile } from './file';
import type { DemoPost, Team } from './team';

/** A slot with a person. */
export type DemoAppointment = {
  readonly id: string;
  readonly file: DemoFile;
  readonly post: DemoPost;
  readonly team: Team;
  readonly referralId: string | null;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly place: string;
  readonly purpose: string;
  readonly status: 'planned' | 'honoured' | 'no_show' | 'excused' | 'cancelled';
  readonly createdAt: Instant;
  readonly step: DatedStep | null;
};

const PURPOSES = [
  'Point d’étape',
  'Préparer le dossier de formation',
  'Bilan d’immersion',
  'CV et candidatures',
  'Suite du projet',
  'Simulation d’entretien',
  'Droits et budget',
  'Lettre de motivation',
  'Point mobilité',
  'Retour sur la semaine',
  'Choix des vœux',
  'Questions avant l’entrée en formation',
];

/** Appointments of a region: those that made the interviews, those that were missed, those of today and of the weeks to come. */
export function buildAppointments(
  files: readonly DemoFile[],
  referrals: readonly DemoReferral[],
  teams: readonly Team[],
  hours: Hours,
  diary: Diary,
  dice: Dice,
): DemoAppointment[] {
  const made: DemoAppointment[] = [];
  const teamOf = new Map(teams.map((team) => [team.unitId, team]));
  const add = (file: DemoFile, post: DemoPost, startsAt: Instant, more: Partial<DemoAppointment>): void => {
    const team = teamOf.get(post.unitId);
    if (!team) return;
    const planned = plusDays(hours.dayOf(startsAt), -dice.int(3, 14));
    const first = file.createdAt < startsAt ? file.createdAt : startsAt;
    const wished = hours.at(planned, 600 + dice.int(0, 300));
    const createdAt = [wished, first].sort()[1] as Instant;
    const place = dice.chance(0.86) ? team.address : dice.pick(['Visio', 'Par téléphone', 'Permanence en mairie', 'Maison de quartier']);
    made.push({
      id: idAt(createdAt, dice),
      file,
      post,
      team,
      referralId: null,
      startsAt,
      minutes: dice.pick([30, 45, 45, 60]),
      place,
      purpose: dice.pick(PURPOSES),
      status: 'planned',
      createdAt: createdAt < hours.now ? createdAt : hours.lastOpen(hours.now),
      step: null,
      ...more,
    });
  };
  for (const file of files) {
    for (const step of file.steps) {
      const purpose = step.kind === 'reception' ? 'Premier rendez-vous' : dice.pick(PURPOSES);
      const met = (step.kind === 'meeting' && step.mode !== 'outreach' && step.mode !== 'phone') || step.referralId !== null;
      if (met && (step.referralId !== null || dice.chance(0.85)))
        add(file, step.post, step.at, { status: 'honoured', minutes: step.minutes, purpose, referralId: step.referralId, step });
      else if (step.kind === 'absence')
        add(file, step.post, step.at, { status: /excusé|prévenu tard|prévenu par/.test(step.note) ? 'excused' : 'no_show', purpose, step });
    }
  }
  planFirstMeetings(referrals, hours, diary, add, dice);
  fillToday(files, teams, hours, diary, add, dice);
  for (const file of files) {
    if (file.closedOn !== null || !dice.chance(0.46)) continue;
    const day = hours.plusWorkingDays(plusDays(hours.today, 1), dice.int(0, 18));
    const startsAt = diary.takeOn(leadOf(file).id, day, dice);
    if (startsAt !== undefined) add(file, leadOf(file), startsAt, {});
  }
  return made;
}

type Add = (file: DemoFile, post: DemoPost, startsAt: Instant, more: Partial<DemoAppointment>) => void;

/** Accepted and not met yet: most have a date, some wait for one. */
function planFirstMeetings(referrals: readonly DemoReferral[], hours: Hours, diary: Diary, add: Add, dice: Dice): void {
  for (const { referral, file, receiver, fate } of referrals) {
    if (fate !== 'accepted' || !dice.chance(0.72)) continue;
    const startsAt = diary.takeOn(receiver.id, hours.plusWorkingDays(plusDays(hours.today, 1), dice.int(0, 6)), dice);
    if (startsAt !== undefined) add(file, receiver, startsAt, { referralId: referral.id, purpose: 'Premier rendez-vous', minutes: 60 });
  }
}

/** Today is never empty: each professional who leads files meets some of them. */
function fillToday(files: readonly DemoFile[], teams: readonly Team[], hours: Hours, diary: Diary, add: Add, dice: Dice): void {
  const byPost = new Map<string, DemoFile[]>();
  for (const file of files) {
    if (file.closedOn !== null) continue;
    const { id } = leadOf(file);
    byPost.set(id, [...(byPost.get(id) ?? []), file]);
  }
  for (const post of teams.flatMap((team) => team.posts)) {
    const mine = dice.shuffle(byPost.get(post.id) ?? []);
    const wished = post.known ? 6 : post.role === 'unit_lead' ? 3 : dice.int(3, 5);
    for (const file of mine.slice(0, wished)) {
      const startsAt = diary.takeOn(post.id, hours.today, dice);
      if (startsAt !== undefined) add(file, post, startsAt, {});
    }
  }
}

/** Who answers for a file now, as far as a post does; the author while it stands in a queue. */
export function leadOf(file: DemoFile): DemoPost {
  const last = file.tenures[file.tenures.length - 1];
  return file.supports.find(({ referent }) => referent !== null && referent.id === last?.postId)?.referent ?? file.author;
}
