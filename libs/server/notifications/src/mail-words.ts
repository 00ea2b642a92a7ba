import type { NoticeTopic } from '@relais/domain';

/** Mails to professionals: one per group of notices, and the one of the day. */
export const STAFF_MAILS = ['due', 'security', 'arrival', 'answer', 'course', 'watch', 'digest'] as const satisfies readonly (
  NoticeTopic | 'digest'
)[];

/** Mails to the person. */
export const PERSON_MAILS = [
  'accepted',
  'waitlisted',
  'appointment_planned',
  'appointment_moved',
  'appointment_reassigned',
  'appointment_cancelled',
  'appointment_reminder',
] as const;

/** Every mail that can leave. */
export const MAIL_KINDS = [...STAFF_MAILS, ...PERSON_MAILS] as const;

/** A mail that can leave. */
export type MailKind = (typeof MAIL_KINDS)[number];

/** What a mail says: general words only. `{count}` and `{when}` are filled in. */
export type MailWords = { readonly subject: string; readonly lines: readonly string[] };

/** Words around every mail. */
export type Frame = {
  readonly hello: string;
  readonly open: string;
  readonly choose: string;
  readonly discreet: string;
  readonly person: string;
  readonly meeting: string;
};

const fr: Record<MailKind, MailWords> = {
  due: { subject: 'Quelque chose vous attend dans Relais', lines: ['Une réponse, une relecture ou une échéance vous attend dans Relais.'] },
  security: {
    subject: 'Un accès à vérifier dans Relais',
    lines: ['Un dossier a été ouvert en urgence. Relais vous montre par qui, quand et pourquoi.'],
  },
  arrival: {
    subject: 'Une orientation arrive dans Relais',
    lines: ['Une orientation est arrivée, ou revenue, dans la file de votre équipe.'],
  },
  answer: { subject: 'Une réponse vous attend dans Relais', lines: ['Une orientation que vous avez envoyée a reçu une réponse.'] },
  course: { subject: 'Une orientation a avancé dans Relais', lines: ['Une orientation qui vous concerne a franchi une étape.'] },
  watch: { subject: 'Du nouveau dans les orientations que vous encadrez', lines: ['Une orientation que vous encadrez a changé.'] },
  digest: {
    subject: 'Votre journée dans Relais',
    lines: [
      'Nombre d’avis non lus depuis le dernier envoi\u00A0: {count}.',
      'Cet e-mail part une fois par jour ouvré, seulement s’il y a du nouveau.',
    ],
  },
  accepted: {
    subject: 'Votre demande avance',
    lines: ['Votre demande a été acceptée.', 'Quelqu’un prendra contact avec vous pour un premier rendez-vous.'],
  },
  waitlisted: {
    subject: 'Votre demande est enregistrée',
    lines: ['Votre demande est bien enregistrée. Il n’y a pas encore de place libre.', 'Vous serez tenu au courant.'],
  },
  appointment_planned: { subject: 'Votre rendez-vous', lines: ['Votre rendez-vous est prévu le {when}.'] },
  appointment_moved: {
    subject: 'Votre rendez-vous change de date',
    lines: ['Votre rendez-vous a maintenant lieu le {when}. La date d’avant ne compte plus.'],
  },
  appointment_reassigned: {
    subject: 'Votre rendez-vous\u00A0: une autre personne vous recevra',
    lines: ['Votre rendez-vous du {when} est maintenu. La personne qui vous recevra n’est plus la même.'],
  },
  appointment_cancelled: { subject: 'Votre rendez-vous est annulé', lines: ['Votre rendez-vous du {when} est annulé.'] },
  appointment_reminder: { subject: 'Rappel de votre rendez-vous', lines: ['Vous avez rendez-vous le {when}.'] },
};

const en: Record<MailKind, MailWords> = {
  due: { subject: 'Something waits for you in Relais', lines: ['An answer, a review or a date waits for you in Relais.'] },
  security: {
    subject: 'An access to look at in Relais',
    lines: ['A file was opened in an emergency. Relais shows you by whom, when and why.'],
  },
  arrival: { subject: 'A referral arrives in Relais', lines: ['A referral arrived in your team’s queue, or came back to it.'] },
  answer: { subject: 'An answer waits for you in Relais', lines: ['A referral that you sent got an answer.'] },
  course: { subject: 'A referral moved on in Relais', lines: ['A referral that concerns you took a step.'] },
  watch: { subject: 'News of the referrals you oversee', lines: ['A referral that you oversee has changed.'] },
  digest: {
    subject: 'Your day in Relais',
    lines: ['Unread notices since the last mail: {count}.', 'This e-mail leaves once per working day, only when there is news.'],
  },
  accepted: {
    subject: 'Your request moves on',
    lines: ['Your request was accepted.', 'Somebody will contact you for a first appointment.'],
  },
  waitlisted: {
    subject: 'Your request is recorded',
    lines: ['Your request is recorded. There is no free place yet.', 'You will be kept informed.'],
  },
  appointment_planned: { subject: 'Your appointment', lines: ['Your appointment is planned on {when}.'] },
  appointment_moved: {
    subject: 'Your appointment has a new date',
    lines: ['Your appointment is now on {when}. The earlier date no longer counts.'],
  },
  appointment_reassigned: {
    subject: 'Your appointment: somebody else will see you',
    lines: ['Your appointment on {when} takes place. The person who will see you is another one.'],
  },
  appointment_cancelled: { subject: 'Your appointment is cancelled', lines: ['Your appointment on {when} is cancelled.'] },
  appointment_reminder: { subject: 'Reminder of your appointment', lines: ['You have an appointment on {when}.'] },
};

/** What each mail says, by language. */
export const MAIL_WORDS = { fr, en } as const;

/** What stands around it. */
export const FRAMES: Record<'fr' | 'en', Frame> = {
  fr: {
    hello: 'Bonjour,',
    open: 'Ouvrir Relais',
    choose: 'Choisir les e-mails que vous recevez',
    discreet: 'Par prudence, cet e-mail ne contient ni nom ni détail.',
    person: 'Pour toute question, ou si cette date ne vous convient plus, parlez-en à la personne qui vous accompagne.',
    meeting: 'Rendez-vous',
  },
  en: {
    hello: 'Hello,',
    open: 'Open Relais',
    choose: 'Choose the e-mails you receive',
    discreet: 'To be careful, this e-mail holds no name and no detail.',
    person: 'If you have a question, or if that date no longer suits you, talk to the person who accompanies you.',
    meeting: 'Appointment',
  },
};
