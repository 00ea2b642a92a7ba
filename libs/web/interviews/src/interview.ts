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

/** What stays on the device: the writing, from which version, under which key it would be created. */
export type KeptWriting = { readonly writing: Writing; readonly version: number; readonly once: string };

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
  const notes = writing.notes.map((note) => {
    const same = known.notes.find((other) => (note.id ? other.id === note.id : other.audience === note.audience));
    return same?.id ? { ...note, id: same.id } : note;
  });
  return { ...writing, notes };
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
