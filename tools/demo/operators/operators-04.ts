import type { OperatorPlan } from './plan';

/** Operators of the demo in La Réunion: real kinds, invented people and offices. */
export const OPERATORS_04: readonly OperatorPlan[] = [
  {
    key: 'ml-nord',
    kind: 'MISSION_LOCALE',
    name: 'Mission locale Nord Réunion',
    shortName: 'ML Nord',
    status: 'by_right',
    public: 'youth',
    weight: 24,
    tree: {
      name: 'Direction',
      kind: 'directorate',
      commune: '97411',
      address: '28 rue Sainte-Anne',
      known: [{ role: 'operator_administrator', givenName: 'Marie-Annick', familyName: 'Payet', woman: true }],
      units: [
        {
          name: 'Antenne Saint-Denis',
          kind: 'site',
          commune: '97411',
          address: '28 rue Sainte-Anne',
          units: [
            {
              name: 'Accueil et Contrat d’engagement jeune',
              kind: 'team',
              commune: '97411',
              address: '28 rue Sainte-Anne',
              receives:
                'Premier accueil des 16-25 ans du Nord, Contrat d’engagement jeune, mobilité vers l’Hexagone. Réponse sous deux jours.',
              known: [
                { role: 'unit_lead', givenName: 'Jean-Hugues', familyName: 'Hoarau', woman: false },
                { role: 'counsellor', givenName: 'Aurélie', familyName: 'Grondin', woman: true },
              ],
              counsellors: 4,
            },
            {
              name: 'Projet et formation',
              kind: 'team',
              commune: '97411',
              address: '28 rue Sainte-Anne',
              receives: 'Projet professionnel, immersions, entrée en formation, parrainage par des chefs d’entreprise.',
              leads: 1,
              counsellors: 2,
            },
          ],
        },
        {
          name: 'Antenne Est',
          kind: 'site',
          commune: '97410',
          address: '15 rue Georges Pompidou',
          units: [
            {
              name: 'Équipe Saint-Benoît et Saint-André',
              kind: 'team',
              commune: '97410',
              address: '15 rue Georges Pompidou',
              receives: 'Accueil de proximité dans l’Est, permanences à Sainte-Rose, Salazie et La Plaine-des-Palmistes.',
              leads: 1,
              counsellors: 3,
            },
          ],
        },
      ],
    },
  },
  {
    key: 'ml-sud',
    kind: 'MISSION_LOCALE',
    name: 'Mission locale Sud Réunion',
    shortName: 'ML Sud',
    status: 'by_right',
    public: 'youth',
    weight: 20,
    tree: {
      name: 'Direction',
      kind: 'directorate',
      commune: '97416',
      address: '40 rue du Four à Chaux',
      administrators: 1,
      units: [
        {
          name: 'Antenne Saint-Pierre',
          kind: 'site',
          commune: '97416',
          address: '40 rue du Four à Chaux',
          units: [
            {
              name: 'Équipe Saint-Pierre et Saint-Joseph',
              kind: 'team',
              commune: '97416',
              address: '40 rue du Four à Chaux',
              receives: 'Accompagnement des 16-25 ans du Sud : emploi, formation, logement, remobilisation.',
              leads: 1,
              counsellors: 3,
            },
          ],
        },
        {
          name: 'Antenne du Tampon',
          kind: 'site',
          commune: '97422',
          address: '6 rue Hubert Delisle',
          units: [
            {
              name: 'Équipe Le Tampon et Saint-Louis',
              kind: 'team',
              commune: '97422',
              address: '6 rue Hubert Delisle',
              receives: 'Accueil des 16-25 ans du Tampon, de Saint-Louis et de l’Entre-Deux ; ateliers d’insertion.',
              counsellors: 2,
            },
          ],
        },
      ],
    },
  },
  {
    key: 'cio-saint-denis',
    kind: 'CIO',
    name: "Centre d'information et d'orientation de Saint-Denis",
    shortName: 'CIO Saint-Denis',
    status: 'by_right',
    public: 'pupils',
    weight: 8,
    tree: {
      name: 'Direction',
      kind: 'directorate',
      commune: '97411',
      address: '3 rue Monthyon',
      administrators: 1,
      units: [
        {
          name: 'Lycées du Nord',
          kind: 'team',
          commune: '97411',
          address: '3 rue Monthyon',
          receives:
            "Entretien d'orientation approfondi des 14-20 ans scolarisés, réorientation, affectation, poursuite d'études dans l'Hexagone.",
          known: [{ role: 'counsellor', givenName: 'Fabrice', familyName: 'Moutoussamy', woman: false }],
          leads: 1,
          counsellors: 2,
        },
      ],
    },
  },
  {
    key: 'mlds-reunion',
    kind: 'MLDS',
    name: 'Mission de lutte contre le décrochage scolaire, bassins Ouest et Sud',
    shortName: 'MLDS',
    status: 'by_right',
    public: 'pupils',
    weight: 6,
    tree: {
      name: 'Coordination académique',
      kind: 'directorate',
      commune: '97415',
      address: '11 chaussée Royale',
      units: [
        {
          name: 'Actions de retour en formation',
          kind: 'team',
          commune: '97415',
          address: '11 chaussée Royale',
          receives:
            'Jeunes de plus de 16 ans sortis du lycée depuis moins d’un an : entretien de situation, module de remobilisation, réaffectation.',
          leads: 1,
          counsellors: 2,
        },
      ],
    },
  },
  {
    key: 'france-travail-reunion',
    kind: 'FRANCE_TRAVAIL',
    name: 'France Travail La Réunion',
    shortName: 'France Travail',
    status: 'by_right',
    public: 'jobseekers',
    weight: 17,
    tree: {
      name: 'Direction régionale',
      kind: 'directorate',
      commune: '97411',
      address: '62 boulevard du Chaudron',
      administrators: 1,
      units: [
        {
          name: 'Agence Le Port',
          kind: 'site',
          commune: '97407',
          address: '9 avenue Rico Carpaye',
          units: [
            {
              name: 'Accompagnement renforcé',
              kind: 'team',
              commune: '97407',
              address: '9 avenue Rico Carpaye',
              receives: 'Demandeurs d’emploi de l’Ouest ayant besoin d’un suivi rapproché : projet, formation, appui social.',
              leads: 1,
              counsellors: 3,
            },
          ],
        },
        {
          name: 'Agence Saint-Pierre',
          kind: 'site',
          commune: '97416',
          address: '55 rue Luc Lorion',
          units: [
            {
              name: 'Indemnisation et projet',
              kind: 'team',
              commune: '97416',
              address: '55 rue Luc Lorion',
              receives: 'Point complet sur les droits et le projet professionnel, financement de formation, immersion.',
              counsellors: 2,
            },
          ],
        },
      ],
    },
  },
];
