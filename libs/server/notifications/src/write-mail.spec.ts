import { toInstant } from '@relais/domain';
import ICAL from 'ical.js';
import { MAIL_KINDS, type MailKind, PERSON_MAILS } from './mail-words';
import { type MailFacts, writeMail } from './write-mail';

const LANGUAGES = ['fr', 'en'] as const;
const writtenAt = toInstant('2026-11-25T09:00:00Z');
const meeting = {
  id: '0197b3c1-7f7e-7b7a-9d6e-0a1b2c3d4e5f',
  startsAt: toInstant('2026-11-27T09:30:00+04:00'),
  minutes: 45,
  version: 3,
  timeZone: 'Indian/Reunion',
};
const facts = (kind: MailKind): MailFacts => ({
  publicUrl: 'https://relais.example',
  count: 7,
  writtenAt,
  meeting: kind.startsWith('appointment') ? meeting : undefined,
});
const every = LANGUAGES.flatMap((language) => MAIL_KINDS.map((kind) => [kind, language] as const));
const linksOf = (html: string): string[] => [...html.matchAll(/href="([^"]+)"/g)].map(([, link]) => link ?? '');

describe('every mail', () => {
  it.each(every)('%s in %s says the same in plain text and in HTML, without a hole', (kind, language) => {
    const { subject, text, html } = writeMail(kind, language, facts(kind));
    expect(subject.length).toBeGreaterThan(5);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toMatch(/<title>.+<\/title>[\s\S]*<main[\s\S]*<h1[^>]*>.+<\/h1>/);
    expect(html).not.toMatch(/<img|<script|<table|https?:\/\/(?!relais\.example)/);
    const words = html.replace(/<head>[\s\S]*<\/head>|<[^>]+>/g, ' ');
    for (const line of text.split('\n').filter((part) => part && !part.startsWith('https:')))
      expect(words).toContain(line.replace(/\s?:$/, ''));
    expect(text + html + subject).not.toMatch(/\{|undefined|null/);
  });

  it.each(every)('%s in %s leads a professional to Relais and to the choices, a person to people', (kind, language) => {
    const { html, text, preferences } = writeMail(kind, language, facts(kind));
    if ((PERSON_MAILS as readonly string[]).includes(kind)) {
      expect(linksOf(html)).toEqual([]);
      expect(preferences).toBeUndefined();
    } else {
      expect(linksOf(html)).toEqual(['https://relais.example/avis', 'https://relais.example/avis/preferences']);
      for (const link of linksOf(html)) expect(text).toContain(link);
      expect(preferences).toBe('https://relais.example/avis/preferences');
    }
  });
});

describe('a mail about a meeting', () => {
  it('tells day and hour of the region, never where or with whom', () => {
    expect(writeMail('appointment_reminder', 'fr', facts('appointment_reminder')).text).toContain('vendredi 27 novembre 2026 à 09:30');
    expect(writeMail('appointment_planned', 'en', facts('appointment_planned')).text).toMatch(/Friday,? 27 November 2026 at 09:30/);
  });

  it('carries an invitation that a calendar reads: same meeting, same identifier, no place and no name', () => {
    const { invitation = '' } = writeMail('appointment_reminder', 'fr', facts('appointment_reminder'));
    const calendar = new ICAL.Component(ICAL.parse(invitation));
    const [event] = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
    expect(event).toMatchObject({ uid: `${meeting.id}@relais`, sequence: 3, summary: 'Rendez-vous', location: null, description: null });
    expect(event?.startDate.toJSDate().toISOString()).toBe(meeting.startsAt);
    expect(event?.duration.toSeconds()).toBe(45 * 60);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  });

  it('is the only one with an invitation', () => {
    for (const [kind, language] of every)
      expect(writeMail(kind, language, facts(kind)).invitation !== undefined).toBe(kind.startsWith('appointment'));
  });
});
