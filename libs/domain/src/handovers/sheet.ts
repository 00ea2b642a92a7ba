import { civilDateIn, type Instant, millisOf } from '../time/time';

/** What the person's sheet is made of. */
export type SheetFacts = {
  readonly timeZone: string;
  readonly fromName: string;
  readonly toName: string;
  /** The agreed date, or null when the first meeting decides. */
  readonly effectiveOn: Instant | null;
  readonly effectiveAt: Instant | null;
  readonly warmUntil: Instant | null;
  readonly nextMeeting: { readonly at: Instant; readonly place: string } | null;
  /** What was passed on, named one by one; without it, in general. */
  readonly told?: readonly string[];
};

/** One part of a sheet that the person keeps: a title, sentences, a list. */
export type SheetPart = { readonly title: string; readonly sentences: readonly string[]; readonly list?: readonly string[] };

/**
 * What the person keeps, in plain French: short sentences, no initials, no trade's word. What is passed on, what stays private, whom to
 * call until when. Source: referral.md, "Handover of the referent".
 */
export function handoverSheet(facts: SheetFacts): readonly SheetPart[] {
  const { fromName, toName, effectiveOn, effectiveAt, warmUntil, nextMeeting, timeZone, told } = facts;
  const day = (at: Instant): string => frenchDay(civilDateIn(timeZone, at));
  const until = effectiveOn ? `jusqu’au ${day(effectiveOn)}` : 'jusqu’à votre premier rendez-vous avec votre nouvelle équipe';
  const meeting =
    nextMeeting &&
    `Votre prochain rendez-vous\u00A0: le ${day(nextMeeting.at)} à ${frenchHour(timeZone, nextMeeting.at)}${nextMeeting.place ? `, ${nextMeeting.place}` : ''}.`;
  return [
    {
      title: 'Qui vous accompagne',
      sentences: [
        `Votre accompagnement continue. ${effectiveAt ? `C’est maintenant ${toName} qui vous accompagne.` : `Bientôt, c’est ${toName} qui vous accompagnera.`}`,
        ...(meeting ? [meeting] : []),
      ],
    },
    {
      title: 'Qui appeler',
      sentences: effectiveAt
        ? [`Pour toute question, appelez ${toName}.`]
        : [`Pour toute question, appelez ${fromName} ${until}.`, `Ensuite, appelez ${toName}.`],
    },
    told
      ? { title: 'Ce que nous transmettons', sentences: [`Nous transmettons à ${toName}\u00A0:`], list: told }
      : {
          title: 'Ce que nous transmettons',
          sentences: ['Nous transmettons\u00A0: votre nom, comment vous joindre, ce que vous voulez faire et ce qui est déjà commencé.'],
        },
    {
      title: 'Ce qui reste privé',
      sentences: [
        'Restent privées\u00A0: les notes que votre conseiller garde pour lui ou pour son équipe.',
        ...(warmUntil ? [`${fromName} peut encore lire votre dossier jusqu’au ${day(warmUntil)}, puis plus du tout.`] : []),
      ],
    },
    {
      title: 'Vos droits',
      sentences: ['Vous pouvez demander à voir ce qui est écrit sur vous, et dire non au partage, à tout moment.'],
    },
  ];
}

/** The same words without their titles, to be read on a screen. */
export function personSheet(facts: SheetFacts): readonly string[] {
  return handoverSheet(facts).flatMap(({ sentences }) => sentences);
}

const MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** `9 h` or `14 h 30`. */
function frenchHour(timeZone: string, at: Instant): string {
  const [hour, minute = '00'] = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(millisOf(at)).split(':');
  return minute === '00' ? `${Number(hour)}\u00A0h` : `${Number(hour)}\u00A0h\u00A0${minute}`;
}

function frenchDay(date: string): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  return `${Number(day) === 1 ? '1er' : Number(day)} ${MONTHS[Number(month) - 1]} ${year}`;
}
