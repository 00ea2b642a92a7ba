import type { InterviewMode, InterviewTheme, NoteAudience } from '@relais/domain';
import type { InterviewView } from '@relais/api-client';

/** What the author writes, as it is kept on the device and sent to the API. */
export type Writing = {
  readonly mode: InterviewMode;
  readonly happenedAt: string;
  readonly minutes: number | null;
  readonly themes: readonly InterviewTheme[];
  readonly nextMeetingAt: string | null;
  readonly notes: readonly WrittenNote[];
};

/** One note: `id` once the API knows it. */
export type WrittenNote = { readonly id?: string; readonly audience: NoteAudience; readonly body: string };

/**
 * What stays on the device: the writing, from which version of the API, and what was sent without hearing back; `opening` is the
 * body of a creation that may have reached the API under the key `once`.
 */
export type KeptWriting = {
  readonly writing: Writing;
  readonly version: number;
  readonly once: string;
  readonly opening?: object | undefined;
  readonly unanswered: readonly Writing[];
};

/** The same interview as it stands elsewhere: in another tab, or sealed meanwhile. */
export type OtherVersion = { readonly view: InterviewView; readonly writing: Writing };

/** The author's part of an interview as the API has it. */
export function writingOf(view: InterviewView): Writing {
  const mine = view.notes.filter((note) => note.mine && !note.addendum);
  return {
    mode: view.mode,
    happenedAt: view.happenedAt,
    minutes: view.minutes,
    themes: view.themes,
    nextMeetingAt: view.nextMeetingAt,
    notes: mine.map(({ id, audience, body }) => ({ id, audience, body })),
  };
}

/** Whether two writings say the same; identifiers of notes aside. */
export function sameWriting(one: Writing, other: Writing): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** The identifiers that the API gave to the notes, put into what was written meanwhile. */
export function withIds(writing: Writing, known: Writing): Writing {
  const notes = writing.notes.map(({ audience, body, id }) => {
    const same = known.notes.find((other) => (id ? other.id === id : other.audience === audience));
    return { ...(same?.id && { id: same.id }), audience, body };
  });
  return { ...writing, notes };
}

/**
 * Two versions of one interview put together, nothing dropped: notes of one audience follow each other under the line `between`,
 * themes add up, and what only one says of the rest is kept; `mine` decides where both differ.
 */
export function bothWritings(mine: Writing, other: Writing, between: string): Writing {
  const notes = mine.notes.map((note) => {
    const twin = other.notes.find(({ id, audience }) => (note.id ? id === note.id : audience === note.audience));
    return twin ? { ...note, body: together(note.body, twin.body, between) } : note;
  });
  const alone = other.notes.filter(({ id, audience }) => !notes.some((note) => (note.id ? note.id === id : note.audience === audience)));
  return {
    ...mine,
    minutes: mine.minutes ?? other.minutes,
    nextMeetingAt: mine.nextMeetingAt ?? other.nextMeetingAt,
    themes: [...new Set([...mine.themes, ...other.themes])],
    notes: [...notes, ...alone],
  };
}

function together(mine: string, other: string, between: string): string {
  if (mine.includes(other)) return mine;
  return other.includes(mine) ? other : `${mine}\n\n${between}\n${other}`;
}

function plain(writing: Writing): unknown {
  const { mode, happenedAt, minutes, themes, nextMeetingAt, notes } = writing;
  return {
    mode,
    happenedAt,
    minutes,
    themes,
    nextMeetingAt,
    notes: notes.filter(({ body }) => body !== '').map(({ audience, body }) => ({ audience, body })),
  };
}
