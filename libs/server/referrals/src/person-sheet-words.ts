import { handoverSheet, type Instant, type SheetPart } from '@relais/domain';
import type { HandoverView } from './handovers.messages';
import type { PacketContent } from './packet.messages';
import type { ReferralView } from './referral-views.messages';

/** A sheet of paper that the person keeps. */
export type Sheet = { readonly title: string; readonly parts: readonly SheetPart[] };

/** The sheet in plain French: short sentences, no word of the trade. It says nothing that the packet does not. */
export function personSheet(referral: ReferralView, timeZone: string): Sheet {
  const { sender, receiver, appointment, firstContactAt, packet } = referral;
  const [here, there] = [`${sender.unitName} (${sender.operatorName})`, `${receiver.unitName} (${receiver.operatorName})`];
  const at = (instant: string): string =>
    new Intl.DateTimeFormat('fr-FR', { timeZone, dateStyle: 'full', timeStyle: 'short' }).format(Date.parse(instant));
  const planned = appointment?.status === 'planned' ? appointment : undefined;
  const until = firstContactAt
    ? ''
    : planned
      ? ` jusqu’au rendez-vous du ${at(planned.startsAt)}`
      : ' jusqu’à votre premier rendez-vous là-bas';
  return {
    title: `Vous êtes orienté·e vers ${receiver.operatorName}`,
    parts: [
      {
        title: 'Ce que vous cherchez',
        sentences: [`«\u00A0${referral.need}\u00A0»`, `Nous avons demandé à ${there} de vous recevoir.`],
      },
      ...(planned
        ? [{ title: 'Votre rendez-vous', sentences: [`${at(planned.startsAt)}${planned.place ? `, ${planned.place}` : ''}.`] }]
        : []),
      {
        title: 'Ce que nous avons transmis',
        sentences: [`Seule l’équipe ${there} peut lire ces informations.`],
        list: packet ? toldOf(packet.content) : [],
      },
      {
        title: 'Ce qui reste privé',
        sentences: [
          'Les notes que la personne qui vous accompagne garde pour elle ne sont jamais transmises.',
          'Rien d’autre ne sera transmis sans vous le dire.',
        ],
      },
      {
        title: 'Qui appeler',
        sentences: [
          ...(until ? [`${sender.postName ?? here}, ${here}, reste votre interlocuteur${until}.`] : []),
          `Ensuite\u00A0: ${receiver.postName ? `${receiver.postName}, ` : ''}${there}.`,
        ],
      },
      {
        title: 'Vos droits',
        sentences: [
          'Vous pouvez demander d’arrêter à tout moment, sans vous justifier. Dites-le à l’une des deux équipes.',
          'Vous pouvez lire, corriger ou faire effacer ce qui vous concerne.',
        ],
      },
    ],
  };
}

/** The sheet of a person whose referent changes hands with the referral. */
export function handedOverSheet(referral: ReferralView, handover: HandoverView, timeZone: string): Sheet {
  const { sender, receiver, appointment, packet } = referral;
  const { effectiveOn, effectiveAt, warmUntil } = handover;
  const named = (post: string | null, { unitName, operatorName }: { unitName: string; operatorName: string }): string =>
    `${post ? `${post}, ` : ''}${unitName} (${operatorName})`;
  const nextMeeting = appointment?.status === 'planned' ? { at: appointment.startsAt as Instant, place: appointment.place } : null;
  const names = { fromName: named(handover.fromPostName, sender), toName: named(handover.toPostName, receiver) };
  const told = packet ? { told: toldOf(packet.content) } : {};
  return {
    title: effectiveAt ? 'Une nouvelle équipe vous accompagne' : 'Une nouvelle équipe va vous accompagner',
    parts: handoverSheet({ timeZone, ...names, effectiveOn, effectiveAt, warmUntil, nextMeeting, ...told }),
  };
}

/** What the packet tells, named and counted rather than repeated: the sheet may be read by others at home. */
function toldOf({ identity, contact, situations, goals, actions, notes }: PacketContent): string[] {
  const many = (count: number, one: string, several: string): string[] => (count === 0 ? [] : [count === 1 ? one : `${count} ${several}`]);
  return [
    `Votre nom, votre date de naissance${identity.communeName ? ' et votre commune' : ''}`,
    ...(contact.preference === 'none' ? [] : ['Comment vous préférez être joint·e']),
    ...many(situations.length, 'Un élément de votre situation', 'éléments de votre situation'),
    ...many(goals.length, 'Votre objectif', 'objectifs'),
    ...many(actions.length, 'Une démarche en cours', 'démarches en cours'),
    ...many(notes.length, 'Le compte rendu d’un entretien', 'comptes rendus d’entretiens'),
  ];
}
