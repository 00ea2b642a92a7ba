import type { Id } from '../operators/actor';
import type { Refusal } from '../problems/refusals';

/** Audiences of a note, from the narrowest to the widest. Source: domain.md §2, "A note has an audience". */
export const NOTE_AUDIENCES = ['self', 'team', 'operator', 'network', 'person'] as const;

/** `self`: author only; `team`: own unit; `operator`; `network`: accompanying operators; `person`: also the person's own space. */
export type NoteAudience = (typeof NOTE_AUDIENCES)[number];

/** The audience of a note unless its author chooses another. Source: domain.md §2. */
export const DEFAULT_AUDIENCE: NoteAudience = 'operator';

/** The part of a note that decides who reads it. */
export type NoteOrigin = {
  readonly audience: NoteAudience;
  readonly authorPostId: Id;
  readonly unitId: Id;
  readonly operatorId: Id;
};

/** A professional who would read a note. `accompanies`: their unit supports the person, by an open support or an accepted referral, or they have broken the glass. */
export type NoteReader = { readonly postId: Id; readonly unitId: Id; readonly operatorId: Id; readonly accompanies: boolean };

/**
 * Whether a professional reads a note. The author always reads their own. Everyone else must accompany the person, and be
 * within the audience: hierarchy alone opens no note. Source: domain.md §2.
 */
export function maySeeNote(note: NoteOrigin, reader: NoteReader): boolean {
  if (reader.postId === note.authorPostId) return true;
  if (!reader.accompanies || note.audience === 'self') return false;
  if (note.audience === 'team') return reader.unitId === note.unitId;
  if (note.audience === 'operator') return reader.operatorId === note.operatorId;
  return true;
}

/** Whether the person reads a note in their own space: only one written for them. A request for access to the whole file is another matter. Source: domain.md §2. */
export function personSeesNote(note: Pick<NoteOrigin, 'audience'>): boolean {
  return note.audience === 'person';
}

/** What changing an audience does: a wider one is recorded as a deliberate act, a narrower one only stops further reading. */
export type AudienceChange = 'same' | 'widened' | 'narrowed';

/** Whether a change of audience widens or narrows a note. */
export function audienceChange(from: NoteAudience, to: NoteAudience): AudienceChange {
  const [before, after] = [NOTE_AUDIENCES.indexOf(from), NOTE_AUDIENCES.indexOf(to)];
  return after === before ? 'same' : after > before ? 'widened' : 'narrowed';
}

/**
 * Why an audience can't be changed: only the author does; what the person could read is never withdrawn from them, since
 * narrowing does not un-tell. Source: domain.md §2, "Widening is a deliberate act".
 */
export function whyNotAudience(note: NoteOrigin, to: NoteAudience, postId: Id): Refusal | undefined {
  if (note.authorPostId !== postId) return { refused: 'note.not_author' };
  return note.audience === 'person' && to !== 'person' ? { refused: 'note.narrowing', pointer: '/audience' } : undefined;
}
