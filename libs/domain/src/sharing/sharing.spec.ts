import { plusMinutes, toInstant } from '../time/time';
import {
  audienceChange,
  DEFAULT_AUDIENCE,
  maySeeNote,
  NOTE_AUDIENCES,
  personSeesNote,
  whyNotAudience,
  type NoteAudience,
  type NoteReader,
} from './notes';
import { glassExpiry, maySharePosition, RELATIONS, sees, strongest, whyNotGlass } from './relations';

const note = (audience: NoteAudience) => ({ audience, authorPostId: 'post-1', unitId: 'unit-1', operatorId: 'operator-1' });
const reader = (postId: string, unitId: string, operatorId: string, accompanies: boolean): NoteReader => ({
  postId,
  unitId,
  operatorId,
  accompanies,
});
const READERS = {
  author: reader('post-1', 'unit-1', 'operator-1', true),
  'author who has moved to another unit': reader('post-1', 'unit-9', 'operator-1', false),
  'colleague of the unit': reader('post-2', 'unit-1', 'operator-1', true),
  'colleague of another unit of the operator': reader('post-3', 'unit-2', 'operator-1', true),
  'lead above, who does not accompany': reader('post-4', 'unit-0', 'operator-1', false),
  'accompanying operator': reader('post-5', 'unit-5', 'operator-2', true),
  'operator that does not accompany': reader('post-6', 'unit-6', 'operator-3', false),
};

describe('who reads a note', () => {
  const all = [...NOTE_AUDIENCES];
  const expected: Record<keyof typeof READERS, readonly NoteAudience[]> = {
    author: all,
    'author who has moved to another unit': all,
    'colleague of the unit': ['team', 'operator', 'network', 'person'],
    'colleague of another unit of the operator': ['operator', 'network', 'person'],
    'lead above, who does not accompany': [],
    'accompanying operator': ['network', 'person'],
    'operator that does not accompany': [],
  };
  it.each(Object.keys(READERS) as (keyof typeof READERS)[])('is settled by its audience: %s', (who) => {
    expect(NOTE_AUDIENCES.filter((audience) => maySeeNote(note(audience), READERS[who]))).toEqual(expected[who]);
  });

  it('is the operator unless the author chooses otherwise, and the person only where it was written for them', () => {
    expect(DEFAULT_AUDIENCE).toBe('operator');
    expect(NOTE_AUDIENCES.filter((audience) => personSeesNote({ audience }))).toEqual(['person']);
  });

  it('can be widened by its author, which is recorded, and narrowed, which does not un-tell', () => {
    expect(audienceChange('self', 'network')).toBe('widened');
    expect(audienceChange('network', 'team')).toBe('narrowed');
    expect(audienceChange('team', 'team')).toBe('same');
    expect(whyNotAudience(note('network'), 'self', 'post-1')).toBeUndefined();
    expect(whyNotAudience(note('self'), 'network', 'post-2')).toEqual({ refused: 'note.not_author' });
    expect(whyNotAudience(note('person'), 'operator', 'post-1')).toEqual({ refused: 'note.narrowing', pointer: '/audience' });
  });
});

describe('what is seen of a person', () => {
  it('follows the relation, and nothing else', () => {
    expect(RELATIONS.map((relation) => [relation, sees(relation)])).toEqual([
      ['none', 'index_card'],
      ['referral_sent', 'packet_summary'],
      ['referral_received', 'packet'],
      ['accompanying', 'shared_file'],
      ['hierarchy', 'caseload'],
      ['glass', 'shared_file'],
      ['region', 'nothing'],
    ]);
  });

  it('is told by the strongest of several relations', () => {
    expect(strongest([])).toBe('none');
    expect(strongest(['referral_received', 'accompanying', 'glass'])).toBe('accompanying');
    expect(strongest(['hierarchy', 'glass'])).toBe('glass');
    expect(sees(strongest(['region']))).toBe('nothing');
  });

  it('is shared further only when the person was informed or has agreed', () => {
    expect(maySharePosition('informed')).toBe(true);
    expect(maySharePosition('agreed')).toBe(true);
    expect(maySharePosition('opposed')).toBe(false);
    expect(maySharePosition(null)).toBe(false);
  });
});

describe('breaking the glass', () => {
  const now = toInstant('2026-11-23T09:00:00Z');
  const reason = 'She is in the hall, her referent is away.';

  it('opens the file for three hours', () => {
    expect(glassExpiry(now)).toBe('2026-11-23T12:00:00.000Z');
    expect(whyNotGlass(reason, [], now)).toBeUndefined();
  });

  it('asks for a reason of twenty characters, spaces around it not counted', () => {
    expect(whyNotGlass('a'.repeat(19), [], now)).toMatchObject({ refused: 'glass.reason_too_short' });
    expect(whyNotGlass(`${'a'.repeat(19)}     `, [], now)).toMatchObject({ refused: 'glass.reason_too_short' });
    expect(whyNotGlass('a'.repeat(20), [], now)).toBeUndefined();
  });

  it('is possible three times in thirty days, and again when the first is older', () => {
    const daysAgo = (days: number) => plusMinutes(now, -days * 1440);
    expect(whyNotGlass(reason, [daysAgo(1), daysAgo(2)], now)).toBeUndefined();
    expect(whyNotGlass(reason, [daysAgo(1), daysAgo(2), daysAgo(29)], now)).toMatchObject({ refused: 'glass.too_many' });
    expect(whyNotGlass(reason, [daysAgo(1), daysAgo(2), daysAgo(30)], now)).toBeUndefined();
  });
});
