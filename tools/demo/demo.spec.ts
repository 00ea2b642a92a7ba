import { fold, ROLES, toInstant } from '@relais/domain';
import { CLOSES_AT, OPENS_AT } from './hours';
import { hashOf } from './region/freeze-packet';
import { generateRegion, type DemoWorld } from './region/generate-region';
import { storyRows } from './load/story-rows';
import type { DemoRegion } from './demo-region';

const now = toInstant('2026-11-24T09:40:00.000Z');
const told = (region: DemoRegion, people: number, seed = 'relais'): DemoWorld => generateRegion({ region, seed, now, people });

describe.each([
  { region: '53', name: 'Bretagne' },
  { region: '04', name: 'La Réunion' },
  { region: '84', name: 'Auvergne-Rhône-Alpes' },
] as const)('The demo of $name', ({ region }) => {
  const world = told(region, 600);
  const { files, referrals, appointments, network, hours } = world;
  const steps = files.flatMap((file) => file.steps);

  it('tells the same region again from the same seed', () => {
    const seen = (seed: string): string => {
      const again = told(region, 60, seed);
      return hashOf([again.files, again.referrals.map(({ referral, log }) => [referral, log]), again.appointments.map(({ id }) => id)]);
    };
    expect(seen('relais')).toBe(seen('relais'));
    expect(seen('relais')).not.toBe(seen('another'));
  });

  it('employs sixty professionals, in every role, some of them in two posts', () => {
    expect(network.staff).toHaveLength(60);
    expect(new Set(network.posts.map(({ role }) => role))).toEqual(new Set(ROLES));
    expect(network.posts.length).toBeGreaterThan(network.staff.length);
    expect(new Set(network.staff.map(({ email }) => email)).size).toBe(60);
  });

  it('has eight to twelve operators, with trees of two to four levels', () => {
    const parents = new Map(network.units.map((unit) => [unit['id'], unit['parent_id']]));
    const depth = (id: unknown): number => (id === null || id === undefined ? 0 : 1 + depth(parents.get(id)));
    const deepest = Math.max(...network.units.map((unit) => depth(unit['id'])));
    expect(network.operators.length).toBeGreaterThanOrEqual(8);
    expect(network.operators.length).toBeLessThanOrEqual(12);
    expect(deepest).toBeGreaterThanOrEqual(3);
    expect(deepest).toBeLessThanOrEqual(4);
  });

  it('serves people of 15 to 62, most of them from 16 to 30', () => {
    const ages = files.map(({ person }) => person.age);
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...ages)).toBeLessThanOrEqual(62);
    expect(Math.max(...ages)).toBeGreaterThan(50);
    expect(ages.filter((age) => age >= 16 && age <= 30).length).toBeGreaterThan(ages.length * 0.6);
  });

  it('names who holds parental authority for every minor', () => {
    const minors = files.filter(({ person }) => person.age < 18);
    expect(minors.length).toBeGreaterThan(20);
    expect(minors.filter(({ person }) => person.representative === null)).toEqual([]);
  });

  it('holds five interviews a person, and no two notes are equal', () => {
    expect(steps).toHaveLength(files.length * 5);
    expect(new Set(steps.map(({ note }) => note)).size).toBe(steps.length);
    const notes = (storyRows(world)['note'] ?? []).map(({ body }) => body);
    expect(notes.length).toBeGreaterThan(steps.length);
    expect(new Set(notes).size).toBe(notes.length);
  });

  it('leaves no hole in any note', () => {
    expect(steps.map(({ note }) => note).filter((note) => /[{}|⁠]|undefined|\[(?! \])/.test(note))).toEqual([]);
  });

  it('receives people during opening hours of its own time zone, on working days, never in the future', () => {
    const outside = steps.filter(({ at }) => {
      const minute = hours.minuteOf(at);
      return minute < OPENS_AT || minute >= CLOSES_AT || !hours.isWorkingDay(hours.dayOf(at)) || at > now;
    });
    expect(outside).toEqual([]);
    expect(appointments.filter(({ startsAt }) => hours.minuteOf(startsAt) < OPENS_AT || hours.minuteOf(startsAt) >= CLOSES_AT)).toEqual([]);
  });

  it('gives each professional who leads files somebody to meet today', () => {
    const today = appointments.filter(({ startsAt }) => hours.dayOf(startsAt) === hours.today);
    const leading = new Set(files.flatMap(({ closedOn, tenures }) => (closedOn === null ? [tenures[tenures.length - 1]?.postId] : [])));
    leading.delete(null);
    expect(new Set(today.map(({ post }) => post.id)).size).toBe(leading.size);
  });

  it('gives every active file one lead, without a gap since its opening', () => {
    for (const { tenures, closedOn, createdAt } of files) {
      expect(tenures.filter(({ until }) => until === null)).toHaveLength(closedOn === null ? 1 : 0);
      expect(tenures[0]?.since).toBe(createdAt);
      for (const { postId, unitId } of tenures) expect([postId, unitId].filter((lead) => lead !== null)).toHaveLength(1);
      tenures.slice(1).forEach(({ since }, index) => expect(tenures[index]?.until).toBe(since));
    }
  });

  it('walks every referral by the machine: its state is the fold of its log', () => {
    for (const { referral, log } of referrals) {
      const { status, closure, outcome, sequence } = fold(log);
      expect({ status, closure, sequence }).toEqual({ status: referral.status, closure: referral.closure, sequence: referral.sequence });
      if (referral.status === 'closed') expect(outcome).toBe(referral.outcome);
      expect(log.every(({ at }, index) => at <= now && at >= (log[index - 1]?.at ?? referral.createdAt))).toBe(true);
    }
  });

  it('shows every state of the straight path, some late, some of today, some sent again after a refusal', () => {
    const states = new Set(referrals.map(({ referral }) => referral.closure ?? referral.status));
    expect(states).toEqual(
      new Set(['draft', 'sent', 'received', 'accepted', 'in_progress', 'result_posted', 'completed', 'declined', 'withdrawn']),
    );
    expect(referrals).toHaveLength(files.length * 0.6);
    expect(referrals.filter(({ referral }) => referral.dueAt !== null && referral.dueAt < now).length).toBeGreaterThan(5);
    expect(referrals.some(({ referral }) => referral.sentAt !== null && hours.dayOf(referral.sentAt) === hours.today)).toBe(true);
    expect(referrals.some(({ referral }) => referral.parentId !== null)).toBe(true);
  });

  it('freezes with each referral that left a pack whose hash fits', () => {
    for (const { packet, referral } of referrals) {
      if (referral.status === 'draft') expect(packet).toBeNull();
      else expect(packet?.hash).toBe(hashOf({ summary: packet?.summary, content: packet?.content }));
    }
  });

  it('sends nobody to the unit they come from, nor a person who is opposed', () => {
    for (const { referral, file } of referrals) {
      expect(referral.senderOperatorId).not.toBe(referral.receiverOperatorId);
      expect(file.person.sharing).not.toBe('opposed');
    }
  });
});
