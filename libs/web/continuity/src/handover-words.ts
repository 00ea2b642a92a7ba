import type { HandoverNote, HandoverView } from '@relais/api-client';
import type { Formats, Language } from '@relais/web/kernel';

/** Who gives and who takes, named: somebody with their team, or the team alone. */
export function namesOf({ fromPostName, fromUnitName, toPostName, toUnitName }: HandoverView): { from: string; to: string } {
  return { from: named(fromPostName, fromUnitName), to: named(toPostName, toUnitName) };
}

/** Somebody with their team, or the team alone. */
export function named(post: string | null, unit: string): string {
  return post ? `${post} (${unit})` : unit;
}

/** Which sentence says where a handover stands: while both may act, it depends on what ends it. */
export function sentenceOf({ status, kind, firstContactAt, effectiveOn }: HandoverView): string {
  if (status === 'lapsed' && kind === 'redirect') return 'lapsed_contact';
  if (status !== 'overlap') return status;
  if (kind !== 'redirect' || firstContactAt !== null) return effectiveOn ? 'overlap_date' : 'overlap';
  return effectiveOn ? 'overlap_date_and_contact' : 'overlap_contact';
}

/** The draft of the note, as a text one may go on writing: a title and short lines for each part. */
export function noteText(note: HandoverNote, language: Language, formats: Formats): string {
  const say = (key: string, params: Record<string, unknown> = {}): string => language.say(`continuity.note.${key}`, params);
  const part = (key: string, lines: readonly string[], none = say('none')): string =>
    [say(key), ...(lines.length > 0 ? lines : [none]).map((line) => `– ${line}`)].join('\n');
  const due = ({ words, dueOn }: { words: string; dueOn: string | null }): string =>
    dueOn ? say('due', { words, day: formats.date(dueOn) }) : words;
  const { lastContacts, openActions, promises, nextMeeting, contactRule, unsafeToContact } = note;
  const contacts = lastContacts.map(({ at, mode, themes, byName }) => {
    const about = themes.map((theme) => language.say(`continuity.theme.${theme}`)).join(', ');
    return say(about ? 'contact_about' : 'contact', {
      day: formats.day(at),
      mode: language.say(`continuity.mode.${mode}`),
      about,
      name: byName,
    });
  });
  const meeting = nextMeeting && [formats.moment(nextMeeting.at), nextMeeting.unitName, nextMeeting.place].filter(Boolean).join(', ');
  return [
    say('about', { name: note.personName, ...namesOf(note.handover) }),
    part('reach', [...(unsafeToContact ? [say('unsafe')] : []), ...(contactRule ? [contactRule] : [])], say('no_rule')),
    part('contacts', contacts),
    part('actions', openActions.map(due)),
    part('promises', promises.map(due)),
    part('meeting', meeting ? [meeting] : []),
  ].join('\n\n');
}
