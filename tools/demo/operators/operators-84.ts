import type { OperatorPlan } from './plan';

/** Operators of the demo in Auvergne-Rhône-Alpes: real kinds, invented people and offices. */
export const OPERATORS_84: readonly OperatorPlan[] = [
  {
    key: 'ml-lyon',
    kind: 'MISSION_LOCALE',
    name: 'Mission locale de Lyon',
    shortName: 'ML Lyon',
    status: 'by_right',
    public: 'youth',
    ages: [16, 25],
    weight: 26,
    tree: {
      name: 'Direction',
      kind: 'directorate',
      commune: '69123',
      address: '24 rue Étienne Rognon',
      known: [{ role: 'operator_administrator', givenName: 'Claire', familyName: 'Vuillermoz', woman: true }],
      units: [
        {
          name: 'Antenne Part-Dieu',
          kind: 'site',
          commune: '69123',
          address: '41 rue Maurice Flandin',
          units: [
            {
              name: 'Accueil et Contrat d’engagement jeune',
              kind: 'team',
              commune: '69123',
              address: '41 rue Maurice Flandin',
              receives:
                'Premier accueil des 16-25 ans sortis d’études, Contrat d’engagement jeune, accès aux droits. Réponse sous deux jours.',
              known: [
                { role: 'unit_lead', givenName: 'Sébastien', familyName: 'Perret', woman: false },
                { role: 'counsellor', givenName: 'Inès', familyName: 'Chabert', woman: true },
              ],
              counsellors: 4,
            },
            {
              name: 'Projet et formation',
              kind: 'team',
              commune: '69123',
              address: '41 rue Maurice Flandin',
              receives:
                'Projet professionnel, immersions en entreprise, entrée en formation qualifiante, ateliers avec les branches de l’industrie.',
              leads: 1,
              counsellors: 2,
            },
          ],
        },
        {
          name: 'Antenne de Vénissieux',
          kind: 'site',
          commune: '69259',
          address: '14 avenue Jules Guesde',
          units: [
            {
              name: 'Équipe Sud Est',
              kind: 'team',
              commune: '69259',
              address: '14 avenue Jules Guesde',
              receives: 'Accueil de proximité des 16-25 ans de Vénissieux, Saint-Priest et Givors, permanences sur rendez-vous.',
              counsellors: 2,
            },
          ],
        },
      ],
    },
  },
  {
    key: 'ml-grenoble',
    kind: 'MISSION_LOCALE',
    name: 'Mission locale de Grenoble Alpes',
    shortName: 'ML Grenoble',
    status: 'by_right',
    public: 'youth',
    ages: [16, 25],
    weight: 19,
    tree: {
      name: 'Direction',
      kind: 'directorate',
      commune: '38185',
      address: '16 boulevard Agutte Sembat',
      administrators: 1,
      units: [
        {
          name: 'Site de Grenoble',
          kind: 'site',
          commune: '38185',
          address: '16 boulevard Agutte Sembat',
          units: [
            {
              name: 'Équipe Grenoble Centre',
              kind: 'team',
              commune: '38185',
              address: '16 boulevard Agutte Sembat',
              receives: 'Accompagnement des 16-25 ans de Grenoble et de Fontaine : emploi, formation, logement, mobilité en montagne.',
              leads: 1,
              counsellors: 3,
            },
          ],
        },
        {
          name: 'Site d’Échirolles',
          kind: 'site',
          commune: '38151',
          address: '9 avenue du Général de Gaulle',
          units: [
            {
              name: 'Équipe Échirolles et Sud Isère',
              kind: 'team',
              commune: '38151',
              address: '9 avenue du Général de Gaulle',
              receives:
                'Accueil des 16-25 ans d’Échirolles, de Saint-Martin-d’Hères et de La Mure ; parrainage avec les entreprises locales.',
              counsellors: 2,
            },
          ],
        },
      ],
    },
  },
  {
    key: 'cio-saint-etienne',
    kind: 'CIO',
    name: "Centre d'information et d'orientation de Saint-Étienne",
    shortName: 'CIO Saint-Étienne',
    status: 'by_right',
    public: 'pupils',
    ages: [11, 25],
    weight: 10,
    tree: {
      name: 'Direction',
      kind: 'directorate',
      commune: '42218',
      address: '16 rue Marcellin Allard',
      administrators: 1,
      units: [
        {
          name: 'Collégiens et lycéens',
          kind: 'team',
          commune: '42218',
          address: '16 rue Marcellin Allard',
          receives: "Entretien d'orientation approfondi pour les 14-20 ans scolarisés, réorientation en cours d'année, affectation.",
          known: [{ role: 'counsellor', givenName: 'Mehdi', familyName: 'Ferhat', woman: false }],
          leads: 1,
          counsellors: 2,
        },
        {
          name: 'Retour en formation',
          kind: 'team',
          commune: '42218',
          address: '16 rue Marcellin Allard',
          receives: 'Jeunes de 16 à 25 ans sans qualification : droit au retour en formation, entretien sous quinze jours.',
          counsellors: 1,
        },
      ],
    },
  },
  {
    key: 'france-travail-aura',
    kind: 'FRANCE_TRAVAIL',
    name: 'France Travail Auvergne-Rhône-Alpes',
    shortName: 'France Travail',
    status: 'by_right',
    public: 'jobseekers',
    weight: 16,
    tree: {
      name: 'Direction régionale',
      kind: 'directorate',
      commune: '69123',
      address: '13 rue Crépet',
      administrators: 1,
      units: [
        {
          name: 'Territoire Drôme-Ardèche',
          kind: 'directorate',
          commune: '26362',
          address: '57 avenue Sadi Carnot',
          units: [
            {
              name: 'Agence Valence Briffaut',
              kind: 'site',
              commune: '26362',
              address: '3 rue Henri Becquerel',
              units: [
                {
                  name: 'Accompagnement renforcé',
                  kind: 'team',
                  commune: '26362',
                  address: '3 rue Henri Becquerel',
                  receives: 'Demandeurs d’emploi de tous âges ayant besoin d’un suivi rapproché : projet, formation, appui social.',
                  leads: 1,
                  counsellors: 2,
                },
              ],
            },
          ],
        },
        {
          name: 'Agence Clermont Est',
          kind: 'site',
          commune: '63113',
          address: '65 boulevard François Mitterrand',
          units: [
            {
              name: 'Indemnisation et projet',
              kind: 'team',
              commune: '63113',
              address: '65 boulevard François Mitterrand',
              receives: 'Point complet sur les droits et le projet professionnel, financement de formation, immersion.',
              counsellors: 3,
            },
          ],
        },
      ],
    },
  },
];
