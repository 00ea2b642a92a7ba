import { millisOf, plusDays, plusMinutes, type Instant } from '@relais/domain';
import { OPENS_AT, type Hours } from '../hours';
import type { Dice } from '../random';
import type { Diary } from './diary';
import type { DemoFile } from './file';
import type { DemoPost } from './team';
import type { Fate } from './walk-referral';

/** Shares of a year of referrals, in thousandths. */
const SHARES: Readonly<Record<Fate, number>> = {
  draft: 20,
  sent: 55,
  received: 22,
  accepted: 46,
  in_progress: 150,
  result_posted: 42,
  completed: 487,
  declined: 122,
  withdrawn: 56,
};
const MET: readonly Fate[] = ['in_progress', 'result_posted', 'completed'];

/** The fates of `total` referrals, in a fixed proportion. */
export function fatesOf(total: number): Fate[] {
  const fates = (Object.keys(SHARES) as Fate[]).flatMap((fate) => Array<Fate>(Math.floor((SHARES[fate] * total) / 1000)).fill(fate));
  return [...fates, ...Array<Fate>(total - fates.length).fill('completed')];
}

/** How many of them led to a first meeting: as many interviews at the receivers. */
export function meetingsOf(fates: readonly Fate[]): number {
  return fates.filter((fate) => MET.includes(fate)).length;
}

/** When it left: live ones lately, so that their clocks say something; closed ones over the past year. */
export function sentAtOf(fate: Fate, file: DemoFile, parentClosedAt: Instant | null, hours: Hours, dice: Dice): Instant | undefined {
  const ago = (low: number, high: number): Instant => hours.workedBefore(hours.now, dice.int(low, high));
  const late = dice.chance(0.22);
  const live: Partial<Record<Fate, () => Instant>> = {
    draft: () => ago(20, 1800),
    sent: () => (late ? ago(1100, 3600) : dice.chance(0.45) ? ago(12, 300) : ago(300, 1000)),
    received: () => ago(90, 1500),
    accepted: () => (late ? ago(3400, 5200) : ago(700, 2900)),
    in_progress: () => ago(3200, late ? 16_000 : 9000),
    result_posted: () => ago(5200, 8000),
  };
  const wished = live[fate]?.() ?? oldOne(file, hours, dice);
  if (wished === undefined || wished < plusMinutes(file.createdAt, 90)) return undefined;
  return parentClosedAt !== null && wished < parentClosedAt ? undefined : wished;
}

function oldOne(file: DemoFile, hours: Hours, dice: Dice): Instant | undefined {
  const days = Math.floor((millisOf(hours.now) - millisOf(file.createdAt)) / 86_400_000);
  if (days < 60) return undefined;
  const day = hours.workingDay(plusDays(hours.today, -dice.int(58, Math.min(days, 400))), -1);
  return hours.at(day, OPENS_AT + dice.int(5, 440));
}

/** The first meeting at the receiver's: soon, on a free slot, before now. */
export function contactAfter(after: Instant, fate: Fate, receiver: DemoPost, hours: Hours, diary: Diary, dice: Dice): Instant {
  const last = plusDays(hours.today, fate === 'in_progress' ? -1 : -7);
  const wished = hours.plusWorkingDays(hours.dayOf(after), dice.chance(0.8) ? dice.int(1, 5) : dice.int(6, 14));
  for (let day = wished < last ? wished : hours.workingDay(last, -1); ; day = hours.workingDay(plusDays(day, 1))) {
    const at = diary.takeOn(receiver.id, day, dice);
    if (at !== undefined && at > after && plusMinutes(at, 45) < hours.now) return at;
    if (day >= hours.today) return plusMinutes(after, 5);
  }
}
