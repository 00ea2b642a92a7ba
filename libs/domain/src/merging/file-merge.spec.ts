import fc from 'fast-check';
import { ROLES } from '../operators/permissions';
import { REFERRAL_STATES } from '../referrals/vocabulary';
import { toInstant } from '../time/time';
import {
  MERGE_STATES,
  mergeUndoUntil,
  type MergeFacts,
  type MergeStanding,
  saferOf,
  takenFields,
  whyNotMerge,
  whyNotProposeMerge,
  whyNotReviewMerge,
  whyNotUndoMerge,
  whyNotWithdrawMerge,
} from './file-merge';
import { type TwinReferral, twinsOf } from './twins';

const facts: MergeFacts = {
  survivor: 'active',
  absorbed: 'active',
  gone: false,
  busy: false,
  proposed: false,
  opposedInOne: false,
  handover: false,
  lent: false,
  reviewers: 1,
};
const now = toInstant('2026-11-26T09:00:00Z');
const lead = { role: 'unit_lead', postId: 'lead' } as const;
const proposed: MergeStanding = { status: 'proposed', proposedByPostId: 'nadia', undoUntil: null };
const merged: MergeStanding = { ...proposed, status: 'merged', undoUntil: mergeUndoUntil(now) };

describe('two files of one person', () => {
  it('become one when nothing of them is on the move', () => {
    expect(whyNotMerge(facts)).toBeUndefined();
    expect(whyNotMerge({ ...facts, absorbed: 'closed' })).toBeUndefined();
    expect(whyNotMerge({ ...facts, survivor: 'closed', absorbed: 'closed' })).toBeUndefined();
  });

  it.each([
    [{ gone: true }, 'merge.gone'],
    [{ busy: true }, 'merge.busy'],
    [{ survivor: 'closed' as const }, 'merge.survivor_closed'],
    [{ opposedInOne: true }, 'merge.opposed_in_one'],
    [{ handover: true }, 'merge.lead_moves'],
    [{ lent: true }, 'merge.lead_moves'],
  ])('wait with %o', (but, code) => {
    expect(whyNotMerge({ ...facts, ...but })).toBe(code);
    expect(whyNotProposeMerge({ ...facts, ...but })).toEqual({ refused: code });
  });

  it('are proposed once, and only when somebody else can look', () => {
    expect(whyNotProposeMerge(facts)).toBeUndefined();
    expect(whyNotProposeMerge({ ...facts, proposed: true })).toEqual({ refused: 'merge.proposed_already' });
    expect(whyNotProposeMerge({ ...facts, reviewers: 0 })).toEqual({ refused: 'merge.no_reviewer' });
  });
});

describe('a proposal', () => {
  it('is answered by a unit lead, never by whoever made it', () => {
    expect(whyNotReviewMerge(proposed, lead)).toBeUndefined();
    expect(whyNotReviewMerge({ ...proposed, proposedByPostId: 'lead' }, lead)).toEqual({ refused: 'merge.own_proposal' });
    for (const role of ROLES.filter((each) => each !== 'unit_lead'))
      expect(whyNotReviewMerge(proposed, { role, postId: 'x' })).toEqual({ refused: 'permission.denied' });
  });

  it('is answered once', () => {
    for (const status of MERGE_STATES.filter((each) => each !== 'proposed'))
      expect(whyNotReviewMerge({ ...proposed, status }, lead)).toEqual({ refused: 'merge.not_in_this_state', params: { status } });
  });

  it('is taken back by whoever made it alone, and only until it is answered', () => {
    expect(whyNotWithdrawMerge(proposed, { postId: 'nadia' })).toBeUndefined();
    expect(whyNotWithdrawMerge(proposed, lead)).toEqual({ refused: 'permission.denied' });
    for (const status of MERGE_STATES.filter((state) => state !== 'proposed'))
      expect(whyNotWithdrawMerge({ ...proposed, status }, { postId: 'nadia' })).toMatchObject({ refused: 'merge.not_in_this_state' });
  });
});

describe('a merge', () => {
  it('is undone for thirty days, while its file has not been merged on', () => {
    expect(merged.undoUntil).toBe('2026-12-26T09:00:00.000Z');
    expect(whyNotUndoMerge(merged, false, lead, now)).toBeUndefined();
    expect(whyNotUndoMerge(merged, true, lead, now)).toEqual({ refused: 'merge.gone' });
    expect(whyNotUndoMerge(merged, false, lead, toInstant('2026-12-26T09:00:00Z'))).toEqual({ refused: 'merge.too_late_to_undo' });
    expect(whyNotUndoMerge(merged, false, { role: 'counsellor' }, now)).toEqual({ refused: 'permission.denied' });
    for (const status of MERGE_STATES.filter((each) => each !== 'merged'))
      expect(whyNotUndoMerge({ ...merged, status }, false, lead, now)).toEqual({ refused: 'merge.not_in_this_state', params: { status } });
  });

  it('keeps what protects the person from both files', () => {
    const quiet = { unsafeToContact: false, interpreter: false, contactRule: 'Pas le matin' };
    expect(saferOf(quiet, { unsafeToContact: true, interpreter: false, contactRule: 'Ne pas appeler chez sa mère' })).toEqual({
      unsafeToContact: true,
      interpreter: false,
      contactRule: 'Pas le matin\nNe pas appeler chez sa mère',
    });
    expect(saferOf(quiet, quiet)).toEqual(quiet);
  });
});

describe('a choice by field', () => {
  it('takes what was chosen and what only the other file says, and never nothing', () => {
    const says =
      (...fields: string[]) =>
      (field: string) =>
        fields.includes(field);
    expect(takenFields(['phone', 'email'], says('phone', 'email', 'givenName'), says('phone', 'birthName', 'givenName'))).toEqual([
      'birthName',
      'phone',
    ]);
  });
});

describe('referrals that two files hold twice', () => {
  const one = (id: string, beneficiaryId: string, status: TwinReferral['status'], receiverUnitId = 'cio'): TwinReferral => ({
    id,
    beneficiaryId,
    status,
    receiverUnitId,
    theme: 'training',
  });

  it('go on once: the one that has come further, of equals that of the file that stays', () => {
    expect(twinsOf('kept', [one('a', 'kept', 'sent'), one('b', 'old', 'received')])).toEqual([{ id: 'a', successorId: 'b' }]);
    expect(twinsOf('kept', [one('b', 'old', 'sent'), one('a', 'kept', 'sent')])).toEqual([{ id: 'b', successorId: 'a' }]);
    expect(twinsOf('kept', [one('a', 'kept', 'draft'), one('b', 'old', 'sent')])).toEqual([{ id: 'a', successorId: 'b' }]);
  });

  it('are no twins with another need, another team, as drafts, or when one is closed', () => {
    expect(twinsOf('kept', [one('a', 'kept', 'sent'), one('b', 'old', 'sent', 'mission locale')])).toEqual([]);
    expect(twinsOf('kept', [one('a', 'kept', 'draft'), one('b', 'old', 'held')])).toEqual([]);
    expect(twinsOf('kept', [one('a', 'kept', 'closed'), one('b', 'old', 'sent')])).toEqual([]);
  });

  it('never leave two live ones for one need and one team, whatever they were', () => {
    const any = fc.record({
      beneficiaryId: fc.constantFrom('kept', 'old'),
      status: fc.constantFrom(...REFERRAL_STATES),
      receiverUnitId: fc.constantFrom('cio', 'mission locale'),
    });
    const live = (status: string): boolean => !['draft', 'held', 'closed'].includes(status);
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (some) => {
        const seen = new Set<string>();
        const all = some
          .map((each, index) => one(String(index), each.beneficiaryId, each.status, each.receiverUnitId))
          // Each file alone never holds two: the database refuses them.
          .filter(({ beneficiaryId, receiverUnitId, status }) => {
            const twin = `${beneficiaryId} ${receiverUnitId}`;
            return !live(status) || (!seen.has(twin) && seen.add(twin));
          });
        const gone = twinsOf('kept', all);
        const left = all.filter(({ id, status }) => live(status) && !gone.some((twin) => twin.id === id));
        expect(new Set(left.map(({ receiverUnitId }) => receiverUnitId)).size).toBe(left.length);
        for (const { successorId } of gone) expect(left.map(({ id }) => id)).toContain(successorId);
      }),
    );
  });
});
