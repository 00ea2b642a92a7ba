import type { OperatorPlan } from './plan';

/** Operators of the demo in Bretagne: real kinds, invented people and offices. */
export const OPERATORS_53: readonly OperatorPlan[] = [
  {
    key: 'ml-rennes',
    kind: 'MISSION_LOCALE',
    name: 'Mission locale du Pays de Rennes',
    shortName: 'ML Rennes',
    status: 'by_right',
    public: 'youth',
    ages: [16, 25],
    weight: 26,
    tree: {
      name: 'Direction',
      kind: 'directorate',
      commune: '35238',
      address: "7 rue de la Parcheminerie d'en Bas",
      known: [{ role: 'operator_administrator', givenName: 'Gaëlle', familyName: 'Morvan', woman: true }],
      units: [
        {
          name: 'Antenne Rennes Centre',
          kind: 'site',
          commune: '35238',
          address: '12 boulevard du Colombier',
          units: [
            {
              name: 'Accueil et Contrat d’engagement jeune',
              kind: 'team',
              commune: '35238',
              address: '12 boulevard du Colombier',
              receives:
                'Premier accueil des 16-25 ans sortis d’études, Contrat d’engagement jeune, accès aux droits. Réponse sous deux jours.',
              known: [
                { role: 'unit_lead', givenName: 'Yann', familyName: 'Le Bihan', woman: false },
                { role: 'counsellor', givenName: 'Nolwenn', familyName: 'Riou', woman: true },
              ],
              counsellors: 4,
            },
            {
              name: 'Projet et formation',
              kind: 'team',
              commune: '35238',
              address: '12 boulevard du Colombier',
              receives:
                'Construction du projet, immersions en entreprise, entrée en formation qualifiante, lien avec les centres de formation.',
              leads: 1,
              counsellors: 2,
            },
          ],
        },
        {
          name: 'Antenne de Bruz',
          kind: 'site',
          commune: '35047',
          address: '3 place du Vert Buisson',
          units: [
            {
              name: 'Équipe Sud Rennes',
              kind: 'team',
              commune: '35047',
              address: '3 place du Vert Buisson',
              receives: 'Accueil de proximité des 16-25 ans de Bruz, Guichen, Bain-de-Bretagne et Redon, permanences sur rendez-vous.',
              counsellors: 2,
            },
          ],
        },
      ],
    },
  },
  {
    key: 'ml-brest',
    kind: 'MISSION_LOCALE',
    name: 'Mission locale du Pays de Brest',
    shortName: 'ML Brest',
    status: 'by_right',
    public: 'youth',
    ages: [16, 25],
    weight: 19,
    tree: {
      name: 'Direction',
      kind: 'directorate',
      commune: '29019',
      address: '18 rue Jean-Marie Le Bris',
      administrators: 1,
      units: [
        {
          name: 'Site de Brest',
          kind: 'site',
          commune: '29019',
          address: '18 rue Jean-Marie Le Bris',
          units: [
            {
              name: 'Équipe Brest Rive droite',
              kind: 'team',
              commune: '29019',
              address: '18 rue Jean-Marie Le Bris',
              receives: 'Accompagnement des 16-25 ans de Brest et de ses environs : emploi, formation, logement, mobilité.',
              leads: 1,
              counsellors: 3,
            },
          ],
        },
        {
          name: 'Site de Landerneau',
          kind: 'site',
          commune: '29103',
          address: '26 quai de Léon',
          units: [
            {
              name: 'Équipe Élorn et Léon',
              kind: 'team',
              commune: '29103',
              address: '26 quai de Léon',
              receives: 'Accueil des 16-25 ans de Landerneau, Lesneven et Landivisiau ; parrainage avec les entreprises locales.',
              counsellors: 2,
            },
          ],
        },
      ],
    },
  },
  {
    key: 'cio-rennes',
    kind: 'CIO',
    name: "Centre d'information et d'orientation de Rennes",
    shortName: 'CIO Rennes',
    status: 'by_right',
    public: 'pupils',
    ages: [11, 25],
    weight: 10,
    tree: {
      name: 'Direction',
      kind: 'directorate',
      commune: '35238',
      address: '32 rue de la Monnaie Vieille',
      administrators: 1,
      units: [
        {
          name: 'Collégiens et lycéens',
          kind: 'team',
          commune: '35238',
          address: '32 rue de la Monnaie Vieille',
          receives: "Entretien d'orientation approfondi pour les 14-20 ans scolarisés, réorientation en cours d'année, affectation.",
          known: [{ role: 'counsellor', givenName: 'Karim', familyName: 'Benali', woman: false }],
          leads: 1,
          counsellors: 2,
        },
        {
          name: 'Retour en formation',
          kind: 'team',
          commune: '35238',
          address: '32 rue de la Monnaie Vieille',
          receives: 'Jeunes de 16 à 25 ans sans qualification : droit au retour en formation, entretien sous quinze jours.',
          counsellors: 1,
        },
      ],
    },
  },
  {
    key: 'france-travail-bretagne',
    kind: 'FRANCE_TRAVAIL',
    name: 'France Travail Bretagne',
    shortName: 'France Travail',
    status: 'by_right',
    public: 'jobseekers',
    weight: 16,
    tree: {
      name: 'Direction régionale',
      kind: 'directorate',
      commune: '35238',
      address: '36 avenue de la Préfecture',
      administrators: 1,
      units: [
        {
          name: 'Territoire Haute-Bretagne',
          kind: 'directorate',
          commune: '35238',
          address: '36 avenue de la Préfecture',
          units: [
            {
              name: 'Agence Rennes Poterie',
              kind: 'site',
              commune: '35238',
              address: '5 allée Ukraine',
              units: [
                {
                  name: 'Accompagnement renforcé',
                  kind: 'team',
                  commune: '35238',
                  address: '5 allée Ukraine',
                  receives: 'Demandeurs d’emploi de tous âges ayant besoin d’un suivi rapproché : projet, formation, appui social.',
                  leads: 1,
                  counsellors: 2,
                },
              ],
            },
          ],
        },
        {
          name: 'Agence Lorient Ville',
          kind: 'site',
          commune: '56121',
          address: '14 rue de Kerguestenen',
          units: [
            {
              name: 'Indemnisation et projet',
              kind: 'team',
              commune: '56121',
              address: '14 rue de Kerguestenen',
              receives: 'Point complet sur les droits et le projet professionnel, financement de formation, immersion.',
              counsellors: 3,
            },
          ],
        },
      ],
    },
  },
];
