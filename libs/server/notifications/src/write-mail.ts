import { type Id, type Instant, millisOf, plusMinutes } from '@relais/domain';
import type { Language } from '@relais/server/kernel';
import { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import ical from 'ical-generator';
import { FRAMES, MAIL_WORDS, type MailKind, PERSON_MAILS } from './mail-words';

/** A meeting that a mail to the person is about: when, never where or with whom. */
export type Meeting = {
  readonly id: Id;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly version: number;
  readonly timeZone: string;
};

/** What fills the words of a mail. `publicUrl` is the address of the product. */
export type MailFacts = {
  readonly publicUrl: string;
  readonly count?: number | undefined;
  readonly meeting?: Meeting | undefined;
  readonly writtenAt: Instant;
};

/** A mail that is ready to leave, but for its address. */
export type Mail = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where a professional chooses what arrives. */
  readonly preferences: string | undefined;
  readonly invitation: string | undefined;
};

type Link = { readonly words: string; readonly to: string };

/** Writes a mail in general words: plain text and the same in simple HTML. No name, no need, no note ever comes near it. */
export function writeMail(kind: MailKind, language: Language, facts: MailFacts): Mail {
  const { subject, lines } = MAIL_WORDS[language][kind];
  const frame = FRAMES[language];
  const { meeting, publicUrl } = facts;
  const filled = lines.map((line) =>
    line.replace('{count}', String(facts.count ?? 0)).replace('{when}', meeting ? spoken(meeting, language) : ''),
  );
  const preferences = `${publicUrl}/avis/preferences`;
  const toPerson = (PERSON_MAILS as readonly string[]).includes(kind);
  const links: Link[] = toPerson
    ? []
    : [
        { words: frame.open, to: `${publicUrl}/avis` },
        { words: frame.choose, to: preferences },
      ];
  const paragraphs = toPerson ? [...filled, frame.person] : [...filled, frame.discreet];
  return {
    subject,
    text:
      [
        frame.hello,
        ...paragraphs,
        ...links.map(({ words, to }) => `${words} :\n${to}`.replace(' :', language === 'fr' ? '\u00A0:' : ':')),
      ].join('\n\n') + '\n',
    html: page(subject, language, frame.hello, paragraphs, links),
    preferences: toPerson ? undefined : preferences,
    invitation: meeting && invitation(meeting, frame.meeting, facts.writtenAt, kind === 'appointment_cancelled'),
  };
}

/** `mercredi 25 novembre 2026 à 14:00`, in the hour of the region. */
function spoken({ startsAt, timeZone }: Meeting, language: Language): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone } as const;
  return new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', day).format(millisOf(startsAt));
}

/** The meeting as iCalendar (RFC 5545), in UTC; the same meeting keeps its identifier, a later version replaces it or takes it away. */
function invitation(meeting: Meeting, summary: string, writtenAt: Instant, cancelled: boolean): string {
  const method = cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  const calendar = ical({ prodId: '//Relais//Relais//FR', method });
  calendar.createEvent({
    id: `${meeting.id}@relais`,
    sequence: meeting.version,
    stamp: writtenAt,
    start: meeting.startsAt,
    end: plusMinutes(meeting.startsAt, meeting.minutes),
    summary,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

function page(subject: string, language: Language, hello: string, paragraphs: readonly string[], links: readonly Link[]): string {
  const said = [hello, ...paragraphs].map((line) => `<p>${escaped(line)}</p>`);
  const ways = links.map(({ words, to }) => `<p><a href="${escaped(to)}">${escaped(words)}</a></p>`);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;background:#fbfaf7;color:#14213d;font:1rem/1.5 sans-serif">
<main style="margin:0 auto;max-width:34rem;padding:1.5rem">
<h1 style="font-size:1.25rem">${escaped(subject)}</h1>
${[...said, ...ways].join('\n')}
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
