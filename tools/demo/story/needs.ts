import type { Profile } from './profile';

/** What one asks of an operator of a kind: for whom, under which theme, in which words. */
export type Need = {
  readonly to: readonly string[];
  readonly theme:
    | 'guidance'
    | 'training'
    | 'schooling'
    | 'employment'
    | 'apprenticeship'
    | 'business_creation'
    | 'skills_assessment'
    | 'rights'
    | 'housing'
    | 'mobility'
    | 'resources'
    | 'digital';
  readonly when: (person: Profile) => boolean;
  readonly words: readonly string[];
  readonly result: readonly string[];
};

const young = (p: Profile): boolean => p.age <= 25;
const adult = (p: Profile): boolean => p.age >= 18;

/** Needs sent from one operator to another. */
export const NEEDS: readonly Need[] = [
  {
    to: ['MISSION_LOCALE'],
    theme: 'employment',
    when: (p) => p.age >= 16 && p.age <= 25,
    words: [
      'Accompagnement global : sorti{e} de {niveau}, cherche [un premier emploi|une alternance] dans {secteur}. [Sans ressources|Sans permis|Motivé{e}].',
      'Entrée en Contrat d’engagement jeune : besoin d’un rythme et d’un référent proche de chez {lui}.',
    ],
    result: ['CEJ signé, premier atelier fait.', 'Suivi engagé, immersion trouvée.', 'Accompagnement en place.'],
  },
  {
    to: ['MISSION_LOCALE'],
    theme: 'mobility',
    when: (p) => p.age >= 17 && p.age <= 25,
    words: [
      'Aide au permis : {diplome} inaccessible sans véhicule depuis {commune}.',
      'Mobilité : [location de scooter|bourse au permis|carte de transport] pour une embauche en {mois:+1}.',
    ],
    result: ['Aide au permis accordée.', 'Scooter prêté trois mois.'],
  },
  {
    to: ['CIO'],
    theme: 'guidance',
    when: (p) => p.age <= 22,
    words: [
      'Bilan d’orientation : hésite entre {metier} et {autre_metier}, sorti{e} de {niveau}.',
      'Recherche d’un établissement pour préparer {diplome}, vœux à poser avant {mois:+2}.',
    ],
    result: ['Projet précisé, deux vœux posés.', 'Bilan rendu, filière choisie.'],
  },
  {
    to: ['MLDS', 'CIO'],
    theme: 'schooling',
    when: (p) => p.age <= 18,
    words: [
      'Plus en cours depuis {2..5} mois, ouvert{e} à un petit groupe. Retour en formation à préparer avec {parent}.',
      'Droit au retour en formation : souhaite reprendre [en alternance|en lycée professionnel|à mi-temps].',
    ],
    result: ['Place trouvée en module de remobilisation.', 'Réaffectation obtenue.'],
  },
  {
    to: ['FRANCE_TRAVAIL'],
    theme: 'employment',
    when: adult,
    words: [
      'Inscription et point sur les droits ; projet {metier} à financer ({diplome}).',
      'Prestation d’appui à la recherche d’emploi, marché de {secteur} autour de {commune}.',
      'Immersion à conventionner : {lieu} [d’accord|intéressé].',
    ],
    result: ['Droits ouverts, formation prescrite.', 'Immersion réalisée, employeur satisfait.', 'Entretien fait, offre acceptée.'],
  },
  {
    to: ['CAP_EMPLOI'],
    theme: 'employment',
    when: (p) => adult(p) && (p.stage === 'disabled' || p.stage === 'jobseeker'),
    words: [
      'RQTH [obtenue|en cours] : chercher un poste compatible, ne peut plus être {poste}.',
      'Appui à l’aménagement de poste pour un projet de {metier}.',
    ],
    result: ['Étude de poste faite, projet validé.', 'Accompagnement engagé.'],
  },
  {
    to: ['INFO_JEUNESSE'],
    theme: 'housing',
    when: (p) => p.age >= 16 && p.age <= 30,
    words: [
      'Recherche de logement avant l’entrée en formation ({mois:+1}), garant à trouver.',
      'Logement : dossier {fjt} à monter, [hébergement précaire|fin de bail|colocation qui s’arrête].',
    ],
    result: ['Chambre obtenue en résidence.', 'Dossier Visale accepté.'],
  },
  {
    to: ['INFO_JEUNESSE'],
    theme: 'mobility',
    when: (p) => p.age >= 17 && p.age <= 30,
    words: [
      'Souhaite partir [six mois en volontariat européen|en service civique|en chantier international], premières informations demandées.',
      'Projet de mobilité hors de la région, aides à vérifier.',
    ],
    result: ['Mission de service civique signée.', 'Dossier de mobilité déposé.'],
  },
  {
    to: ['UNIVERSITY_GUIDANCE'],
    theme: 'guidance',
    when: (p) => p.age >= 17 && p.age <= 27,
    words: [
      'Réorientation après {niveau} : passerelles vers {secteur} à étudier.',
      'Poursuite d’études envisagée, calendrier et aides à expliquer.',
    ],
    result: ['Réorientation acceptée au second semestre.', 'Plan d’études établi.'],
  },
  {
    to: ['CEP_REGIONAL'],
    theme: 'skills_assessment',
    when: (p) => p.age >= 22,
    words: [
      'En poste ou tout juste sorti{e} d’un contrat ({poste}) : reconversion vers {secteur} à bâtir.',
      'VAE : {ans} ans comme {poste}, {diplome} visé, recevabilité à préparer.',
    ],
    result: ['Recevabilité obtenue.', 'Projet de transition déposé.', 'Plan d’action écrit.'],
  },
  {
    to: ['CHAMBER'],
    theme: 'apprenticeship',
    when: (p) => p.age <= 30,
    words: [
      'Recherche d’un maître d’apprentissage pour {diplome}, mobile autour de {commune}.',
      'Projet {metier} confirmé par un stage ; besoin d’une mise en relation avec des artisans.',
    ],
    result: ['Contrat d’apprentissage signé.', 'Trois artisans rencontrés, essai concluant.'],
  },
  {
    to: ['CHAMBER'],
    theme: 'business_creation',
    when: (p) => p.age >= 24,
    words: ['Idée de création dans {secteur} : étude de faisabilité et statut à voir.', 'Veut s’installer, prévisionnel à construire.'],
    result: ['Prévisionnel fait, test d’activité commencé.'],
  },
  {
    to: ['CIDFF'],
    theme: 'rights',
    when: (p) => p.woman && p.age >= 18,
    words: [
      'Besoin d’une information juridique, à sa demande, en confidentialité.',
      'Accompagnement vers l’emploi après [une longue interruption|une séparation] ; garde et droits à voir.',
    ],
    result: ['Entretien juridique fait.', 'Suivi en place.'],
  },
  {
    to: ['E2C'],
    theme: 'training',
    when: (p) => p.age >= 16 && p.age <= 25,
    words: [
      'Sans diplôme, besoin de remise à niveau et de stages ; prochaine entrée en {mois:+1}.',
      'Parcours en alternance sur sept mois souhaité, visite faite avec {lui}.',
    ],
    result: ['Entrée validée à l’issue de la période d’essai.', 'Parcours commencé.'],
  },
  {
    to: ['MISSION_LOCALE', 'FRANCE_TRAVAIL'],
    theme: 'training',
    when: (p) => adult(p) && young(p),
    words: [
      'Prescription de {diplome} ({cfa}) : tests réussis, rémunération à ouvrir.',
      'Formation visée : {diplome}. Projet validé par une immersion ({lieu}).',
    ],
    result: ['Formation commencée.', 'Prescription faite, entrée en {mois:+1}.'],
  },
  {
    to: ['FRANCE_TRAVAIL', 'CEP_REGIONAL'],
    theme: 'resources',
    when: adult,
    words: ['Budget très tendu, {aide} à vérifier avant l’entrée en formation.', 'Fin de droits en {mois:+2}, scénarios à poser.'],
    result: ['Droits rétablis.', 'Aide ponctuelle obtenue.'],
  },
];

/** Words of a receiver that declines, by reason. */
export const DECLINED: Readonly<Record<string, string>> = {
  no_place: 'Groupe complet jusqu’à la prochaine session.',
  out_of_territory: 'Commune suivie par une autre antenne.',
  wrong_public: 'Hors de notre public (âge ou statut).',
  already_followed: 'Déjà suivi{e} par une collègue de notre structure.',
  not_eligible: 'Ne remplit pas encore les conditions du dispositif.',
  person_does_not_want: 'Au téléphone, dit ne pas souhaiter ce relais pour l’instant.',
  incomplete_file: 'Il manque l’accord écrit et la pièce d’identité.',
};
