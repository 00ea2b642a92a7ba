import fc from 'fast-check';
import { plusMinutes, toCivilDate, toInstant } from '../time/time';
import { type FileFacts, fragilityOf, inUsualFiles, weightOf } from './fragility';
import { PACK_MOVES, PACK_STATES, startsAs, undoUntil, whyNotClosePost, whyNotPack } from './pack';
import { splitCaseload } from './split-caseload';

const today = toCivilDate('2026-11-25');
const now = toInstant('2026-11-25T09:00:00.000Z');
const daysAgo = (days: number) => plusMinutes(now, -days * 1440);
const usual: FileFacts = {
  birthDate: toCivilDate('2001-03-04'),
  hasSolution: true,
  unsafeToContact: false,
  lastContactAt: daysAgo(5),
  overdueActions: 0,
  openReferrals: 0,
  nextAppointmentAt: null,
};

describe('how fragile a file is', () => {
  it('is nothing for a person in training whom somebody just met', () => {
    expect(fragilityOf(usual, today, now)).toEqual({ score: 0, reasons: [] });
  });

  it('says why in words, the gravest first', () => {
    const grave = { ...usual, birthDate: toCivilDate('2010-01-15'), hasSolution: false, lastContactAt: daysAgo(64), overdueActions: 2 };
    expect(fragilityOf(grave, today, now).reasons).toEqual(['minor_without_solution', 'silent_60', 'action_overdue']);
    const expected = { ...usual, openReferrals: 1, nextAppointmentAt: plusMinutes(now, 3 * 1440), unsafeToContact: true };
    expect(fragilityOf(expected, today, now).reasons).toEqual(['unsafe_to_contact', 'referral_open', 'appointment_soon']);
  });

  it.each([
    ['2010-11-26', false],
    ['2010-11-25', true],
    ['2008-11-26', true],
    ['2008-11-25', false],
  ])('obliges for a minor born on %s: %s', (birthDate, obliged) => {
    const facts = { ...usual, birthDate: toCivilDate(birthDate), hasSolution: false };
    expect(fragilityOf(facts, today, now).reasons.includes('minor_without_solution')).toBe(obliged);
  });

  it('never falls when one more thing is wrong', () => {
    const facts = fc.record({ silent: fc.integer({ min: 0, max: 200 }), overdue: fc.nat(3), referrals: fc.nat(3), solution: fc.boolean() });
    fc.assert(
      fc.property(facts, ({ silent, overdue, referrals, solution }) => {
        const base = { ...usual, lastContactAt: daysAgo(silent), overdueActions: overdue, openReferrals: referrals, hasSolution: solution };
        const score = (more: Partial<FileFacts>) => fragilityOf({ ...base, ...more }, today, now).score;
        expect(score({ overdueActions: overdue + 1 })).toBeGreaterThanOrEqual(score({}));
        expect(score({ lastContactAt: daysAgo(silent + 30) })).toBeGreaterThanOrEqual(score({}));
        expect(score({ unsafeToContact: true })).toBeGreaterThan(score({}));
      }),
    );
  });
});

describe('splitting a caseload', () => {
  const file = fc.record({
    id: fc.uuid(),
    weight: fc.integer({ min: 4, max: 30 }),
    household: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
  });
  const files = fc.uniqueArray(file, { selector: ({ id }) => id, maxLength: 120 });
  const takers = fc.uniqueArray(fc.record({ postId: fc.uuid(), load: fc.integer({ min: 0, max: 900 }) }), {
    selector: ({ postId }) => postId,
    minLength: 1,
    maxLength: 6,
  });

  it('gives every file exactly once, to one of those who take', () => {
    fc.assert(
      fc.property(files, takers, (some, who) => {
        const given = splitCaseload(some, who);
        expect([...given.keys()].sort()).toEqual(some.map(({ id }) => id).sort());
        const posts = new Set(who.map(({ postId }) => postId));
        expect([...given.values()].every((postId) => posts.has(postId))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps brothers and sisters together', () => {
    fc.assert(
      fc.property(files, takers, (some, who) => {
        const given = splitCaseload(some, who);
        for (const household of ['a', 'b', 'c'])
          expect(new Set(some.filter((one) => one.household === household).map(({ id }) => given.get(id))).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('ends nobody above another by more than the lightest household that they took', () => {
    fc.assert(
      fc.property(files, takers, (some, who) => {
        const given = splitCaseload(some, who);
        const taken = who.map(({ postId, load }) => {
          const mine = some.filter(({ id }) => given.get(id) === postId);
          const groups = new Map<string, number>();
          for (const { id, weight, household } of mine) groups.set(household ?? id, (groups.get(household ?? id) ?? 0) + weight);
          return { load: load + mine.reduce((sum, { weight }) => sum + weight, 0), last: Math.min(...groups.values()) };
        });
        const least = Math.min(...taken.map(({ load }) => load));
        for (const { load, last } of taken) if (last !== Infinity) expect(load - last).toBeLessThanOrEqual(least);
      }),
      { numRuns: 300 },
    );
  });

  it('gives all to one when one takes, and is refused when nobody does', () => {
    const three = ['1', '2', '3'].map((id) => ({ id, weight: 4, household: null }));
    expect(new Set(splitCaseload(three, [{ postId: 'nadia', load: 12 }]).values())).toEqual(new Set(['nadia']));
    expect(() => splitCaseload(three, [])).toThrow(RangeError);
  });

  it('weighs a fragile file as several usual ones', () => {
    expect(weightOf({ score: 0 })).toBe(4);
    expect(inUsualFiles(weightOf({ score: 8 }))).toBe(3);
  });
});

describe('a continuity pack', () => {
  const pack = { status: 'prepared', endsAs: 'comes_back', undoUntil: null } as const;

  it('is prepared by whoever leaves, and moved by whoever leads the unit', () => {
    expect(whyNotPack('prepare', pack, 'own', now)).toBeUndefined();
    expect(whyNotPack('run', pack, 'own', now)).toEqual({ refused: 'pack.lead_decides' });
    expect(whyNotPack('run', pack, 'leads', now)).toBeUndefined();
    for (const move of PACK_MOVES) expect(whyNotPack(move, pack, 'reads', now)).toEqual({ refused: 'permission.denied' });
  });

  it('is undone for a day, and comes back before its day only when it comes back at all', () => {
    const moved = { ...pack, status: 'moved', undoUntil: undoUntil(now) } as const;
    expect(whyNotPack('undo', moved, 'leads', plusMinutes(now, 24 * 60 - 1))).toBeUndefined();
    expect(whyNotPack('undo', moved, 'leads', plusMinutes(now, 24 * 60))).toEqual({ refused: 'pack.too_late_to_undo' });
    expect(whyNotPack('return', moved, 'leads', now)).toBeUndefined();
    expect(whyNotPack('return', { ...moved, endsAs: 'for_good' }, 'leads', now)).toEqual({ refused: 'pack.for_good' });
  });

  it('belongs to nobody while the worker has it', () => {
    for (const status of PACK_STATES.filter((state) => state.endsWith('ing') && state !== 'waiting'))
      for (const move of PACK_MOVES)
        expect(whyNotPack(move, { ...pack, status }, 'leads', now)).toMatchObject({ refused: 'pack.not_in_this_state' });
  });

  it('waits for the first day of the absence', () => {
    expect(startsAs(toCivilDate('2026-11-26'), today)).toBe('waiting');
    expect(startsAs(today, today)).toBe('moving');
  });
});

describe('closing a post', () => {
  it('is refused while anything hangs on it, and says what', () => {
    const none = { files: 0, referrals: 0, actions: 0, appointments: 0 };
    expect(whyNotClosePost(none)).toBeUndefined();
    expect(whyNotClosePost({ ...none, appointments: 2 })).toEqual({ refused: 'post.still_holds', params: { ...none, appointments: 2 } });
  });
});
