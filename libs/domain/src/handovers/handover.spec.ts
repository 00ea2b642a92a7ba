import fc from 'fast-check';
import { instantAt, millisOf, plusMinutes, toInstant, type Instant } from '../time/time';
import {
  HANDOVER_KINDS,
  HANDOVER_MOVES,
  HANDOVER_STATES,
  proposeHandover,
  type HandedOver,
  type Handover,
  type HandoverState,
} from './handover';
import {
  contactMade,
  dueMoveOf,
  HANDOVER_TABLE,
  hasHandedOver,
  isHandoverOpen,
  isHandoverOver,
  moveHandover,
  type HandoverAnswer,
} from './move-handover';

const monday = toInstant('2026-11-23T09:00:00+01:00');
const later = (days: number): Instant => plusMinutes(monday, days * 1440);
const GIVER: HandoverAnswer = { side: 'giver', postId: 'post-giver' };
const TAKER: HandoverAnswer = { side: 'taker', postId: 'post-taker' };
const SYSTEM: HandoverAnswer = { side: 'system', postId: null };

function aHandover(more: Partial<Handover> = {}): Handover {
  const between = { fromPostId: 'post-giver', fromUnitId: 'unit-giver', toPostId: 'post-taker', toUnitId: 'unit-taker' };
  const about = { region: '53', id: 'handover-1', beneficiaryId: 'person-1', referralId: 'referral-1', kind: 'redirect' } as const;
  const proposal = { ...about, ...between, effectiveOn: null, reason: null, proposedByPostId: 'post-giver' };
  return { ...proposeHandover(proposal, monday, later(7)), ...more };
}
const done = (moved: ReturnType<typeof moveHandover>): HandedOver => {
  if ('refused' in moved) throw new Error(moved.refused);
  return moved;
};
const inOverlap = (more: Partial<Handover> = {}): Handover =>
  done(moveHandover('open_overlap', done(moveHandover('agree', aHandover(more), TAKER, monday)).handover, TAKER, monday)).handover;

describe('a handover of the referent', () => {
  it('goes from proposed to ended, and the lead changes once, when it takes effect', () => {
    const overlap = inOverlap();
    expect(overlap).toMatchObject({ status: 'overlap', dueAt: later(60) });
    const met = done(contactMade(overlap, { ...TAKER, contactAt: later(1) }, later(1)));
    expect(met.transitions.map(({ move, toStatus }) => [move, toStatus])).toEqual([
      ['record_contact', 'overlap'],
      ['take_effect', 'effective'],
      ['warm_up', 'warm'],
    ]);
    expect(met.lead).toEqual({ toPostId: 'post-taker', toUnitId: null });
    expect(met.handover).toMatchObject({ status: 'warm', effectiveAt: later(1), warmUntil: later(31), dueAt: later(31) });
    expect(moveHandover('end', met.handover, SYSTEM, later(30))).toMatchObject({ refused: 'referral.not_due_yet' });
    expect(done(moveHandover('end', met.handover, SYSTEM, later(31)))).toMatchObject({
      handover: { status: 'ended', dueAt: null },
      lead: undefined,
    });
  });

  it('of a redirect is never effective before first contact, even on its date', () => {
    const dated = done(moveHandover('agree_date', inOverlap(), { ...GIVER, effectiveOn: later(3) }, monday)).handover;
    expect(moveHandover('take_effect', dated, SYSTEM, later(10))).toMatchObject({ refused: 'referral.no_contact_yet' });
    const met = done(contactMade(dated, { ...TAKER, contactAt: later(1) }, later(1)));
    expect(met).toMatchObject({ lead: undefined, handover: { status: 'overlap', dueAt: later(3) } });
    expect(done(moveHandover('take_effect', met.handover, SYSTEM, later(3))).lead).toEqual({ toPostId: 'post-taker', toUnitId: null });
    expect(moveHandover('agree_date', met.handover, { ...TAKER, effectiveOn: monday }, later(1))).toMatchObject({
      refused: 'referral.date_out_of_range',
    });
  });

  it('for an absence takes effect with the agreement, on its date', () => {
    expect(inOverlap({ kind: 'absence', referralId: null, effectiveOn: later(5) }).dueAt).toBe(later(5));
    expect(inOverlap({ kind: 'decision', referralId: null }).dueAt).toBe(monday);
  });

  it('ends by itself when the first contact never comes: nobody stays co-referent for ever, and the lead stays', () => {
    const overlap = inOverlap();
    const dated = done(moveHandover('agree_date', overlap, { ...TAKER, effectiveOn: later(90) }, later(2)));
    expect(dated.handover.dueAt).toBe(later(90));
    expect(dueMoveOf(overlap)).toBe('lapse');
    expect(moveHandover('lapse', overlap, SYSTEM, later(59))).toMatchObject({ refused: 'referral.not_due_yet' });
    expect(done(moveHandover('lapse', overlap, SYSTEM, later(60)))).toMatchObject({
      handover: { status: 'lapsed', dueAt: null },
      lead: undefined,
    });
    expect(dueMoveOf(inOverlap({ kind: 'decision', referralId: null }))).toBe('take_effect');
  });

  it('that is refused or lapses leaves the lead where it is', () => {
    expect(moveHandover('refuse', aHandover(), TAKER, monday)).toMatchObject({ refused: 'referral.reason_missing' });
    expect(done(moveHandover('refuse', aHandover(), { ...TAKER, reason: 'Complet' }, monday)).lead).toBeUndefined();
    expect(moveHandover('lapse', aHandover(), SYSTEM, later(6))).toMatchObject({ refused: 'referral.not_due_yet' });
    expect(done(moveHandover('lapse', aHandover(), SYSTEM, later(7)))).toMatchObject({ handover: { status: 'lapsed' }, lead: undefined });
  });

  it('that is recalled gives the lead back, when it had gone over', () => {
    expect(done(moveHandover('recall', inOverlap(), GIVER, monday)).lead).toBeUndefined();
    const warm = done(contactMade(inOverlap(), TAKER, later(1))).handover;
    expect(done(moveHandover('recall', warm, SYSTEM, later(2)))).toMatchObject({
      handover: { status: 'recalled' },
      lead: { toPostId: 'post-giver' },
    });
    const fromQueue = done(contactMade(inOverlap({ fromPostId: null }), TAKER, later(1))).handover;
    expect(done(moveHandover('recall', fromQueue, SYSTEM, later(2))).lead).toEqual({ toPostId: null, toUnitId: 'unit-giver' });
  });

  it('is forced only when the giver is gone, with a reason, and towards somebody', () => {
    expect(moveHandover('force', aHandover(), { ...TAKER, reason: 'Urgent' }, monday)).toMatchObject({
      refused: 'handover.giver_is_there',
    });
    expect(moveHandover('force', aHandover(), { ...TAKER, giverGone: true }, monday)).toMatchObject({ refused: 'referral.reason_missing' });
    const forced = done(
      moveHandover('force', aHandover({ toPostId: null }), { ...TAKER, giverGone: true, reason: 'Structure fermée' }, monday),
    );
    expect(forced).toMatchObject({ handover: { status: 'forced' }, lead: { toPostId: null, toUnitId: 'unit-taker' } });
  });

  it('keeps its promises on ten thousand walks: one lead always, a log that tells the state, nobody by force alone', () => {
    const reached = new Set<HandoverState>();
    const step = fc.record({
      move: fc.constantFrom(...HANDOVER_MOVES),
      who: fc.constantFrom(GIVER, TAKER, SYSTEM),
      hours: fc.nat(300),
      gone: fc.boolean(),
      word: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.constantFrom(...HANDOVER_KINDS), fc.array(step, { maxLength: 24 }), (kind, steps) => {
        let handover = aHandover({ kind });
        let now: Instant = monday;
        let lead: string | null = 'post-giver';
        for (const { move, who, hours, gone, word } of steps) {
          now = instantAt(millisOf(now) + hours * 3_600_000);
          const answer = {
            ...who,
            giverGone: gone,
            ...(word && { reason: 'because' }),
            effectiveOn: plusMinutes(now, 1440),
            contactAt: now,
          };
          const name = who.side === 'system' ? (dueMoveOf(handover) ?? move) : move;
          const moved = moveHandover(name, handover, answer, now);
          if ('refused' in moved) continue;
          for (const line of moved.transitions) {
            const row = HANDOVER_TABLE[line.move];
            if (!row.from.includes(line.fromStatus) || !row.by.includes(line.actorSide))
              throw new Error(`not in the table: ${JSON.stringify(line)}`);
          }
          if (moved.transitions.at(-1)?.toStatus !== moved.handover.status) throw new Error('the log tells another state');
          if (moved.handover.sequence !== handover.sequence + moved.transitions.length) throw new Error('a gap in the log');
          if (moved.lead) {
            if ((moved.lead.toPostId === null) === (moved.lead.toUnitId === null)) throw new Error('exactly one lead');
            lead = moved.lead.toPostId;
          }
          if (moved.handover.status === 'warm' && kind === 'redirect' && moved.handover.firstContactAt === null)
            throw new Error('effective before contact');
          if (['refused', 'lapsed'].includes(moved.handover.status) && lead !== 'post-giver') throw new Error('the lead stays');
          if (moved.handover.status === 'recalled' && lead !== 'post-giver') throw new Error('the lead comes back');
          handover = moved.handover;
          reached.add(handover.status);
        }
      }),
      { numRuns: 10_000 },
    );
    expect([...reached].sort()).toEqual(['agreed', 'ended', 'forced', 'lapsed', 'overlap', 'recalled', 'refused', 'warm']);
  }, 60_000);
});

describe('where a handover stands', () => {
  it('is under way, in effect, or over', () => {
    const standing = (status: HandoverState) => [isHandoverOpen({ status }), hasHandedOver({ status }), isHandoverOver({ status })];
    expect(Object.fromEntries(HANDOVER_STATES.map((status) => [status, standing(status)]))).toEqual({
      proposed: [true, false, false],
      agreed: [true, false, false],
      overlap: [true, false, false],
      effective: [false, true, false],
      warm: [false, true, false],
      ended: [false, true, true],
      refused: [false, false, true],
      lapsed: [false, false, true],
      recalled: [false, false, true],
      forced: [false, true, true],
    });
  });
});
