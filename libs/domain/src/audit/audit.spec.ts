import { workingCalendar } from '../clocks/working-calendar';
import { plusMinutes, toCivilDate, toInstant } from '../time/time';
import { reviewDue, whyNotReview } from './glass-review';
import { FILES_AN_HOUR, fullName, suspicionsOf, type Reading } from './suspicions';

const start = toInstant('2026-11-25T09:00:00.000Z');
const read = (over: Partial<Reading> = {}): Reading => ({
  postId: 'post',
  beneficiaryId: 'person',
  at: start,
  readerFamilyName: 'Le Goff',
  familyName: 'Rousseau',
  givenName: 'Jeanne',
  closed: false,
  ...over,
});
const many = (count: number, minutesApart: number): Reading[] =>
  Array.from({ length: count }, (_, index) => read({ beneficiaryId: `person ${index}`, at: plusMinutes(start, index * minutesApart) }));
const kinds = (readings: Reading[], colleagues: string[] = []) => suspicionsOf(readings, new Set(colleagues)).map(({ kind }) => kind);

describe('reading that looks like curiosity', () => {
  it('is a person of the reader’s own name, however it is written', () => {
    expect(kinds([read({ familyName: 'LE-GOFF' })])).toEqual(['same_name']);
    expect(kinds([read()])).toEqual([]);
  });

  it('is a colleague, by given and family name', () => {
    expect(kinds([read()], [fullName('jeanne', 'Rousseau')])).toEqual(['colleague']);
    expect(kinds([read()], [fullName('Jean', 'Rousseau')])).toEqual([]);
  });

  it('is a file that is closed, told once however often it was read', () => {
    const [one, ...others] = suspicionsOf([read({ closed: true }), read({ closed: true, at: plusMinutes(start, 9) })], new Set());
    expect(one).toMatchObject({ kind: 'closed_file', count: 2, firstAt: start, lastAt: plusMinutes(start, 9) });
    expect(others).toEqual([]);
  });

  it('is more than fifty files within one hour, and not fifty, nor the same file again and again', () => {
    expect(kinds(many(FILES_AN_HOUR + 1, 1))).toEqual(['many_files']);
    expect(kinds(many(FILES_AN_HOUR, 1))).toEqual([]);
    expect(kinds(many(200, 2))).toEqual([]);
    expect(kinds(Array.from({ length: 200 }, () => read()))).toEqual([]);
  });
});

describe('the review of a broken glass', () => {
  const glass = { openedBy: 'post', reviewed: false };

  it('is due five working days later', () => {
    const calendar = workingCalendar('Europe/Paris', [toCivilDate('2026-12-01')]);
    expect(reviewDue(toInstant('2026-11-25T15:00:00.000Z'), calendar)).toBe(toInstant('2026-12-03T15:00:00.000Z'));
  });

  it('is given by somebody else, once, and with words when it was not justified', () => {
    expect(whyNotReview(glass, 'post', 'justified', '')).toEqual({ refused: 'glass.own_review' });
    expect(whyNotReview({ ...glass, reviewed: true }, 'lead', 'justified', '')).toEqual({ refused: 'glass.reviewed' });
    expect(whyNotReview(glass, 'lead', 'unjustified', ' ')).toEqual({ refused: 'glass.note_missing', pointer: '/note' });
    expect(whyNotReview(glass, 'lead', 'unjustified', 'Aucun motif de service.')).toBeUndefined();
    expect(whyNotReview(glass, 'lead', 'justified', '')).toBeUndefined();
  });
});
