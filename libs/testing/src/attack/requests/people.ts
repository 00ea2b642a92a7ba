import type { ValidRequests } from './request';

const born = { birthDate: '2005-03-14', sharing: 'informed', how: 'said' };
const mother = { givenName: 'Rozenn', familyName: 'Kervella', relation: 'mother', phone: '0611223344', parentalAuthority: true };

export const peopleRequests: ValidRequests = {
  listBeneficiaries: (s) => ({ as: s.me }),
  createBeneficiary: (s) => ({
    as: s.me,
    body: { familyName: 'Tanguy', givenName: 'Maëlle', phone: '0612345678', email: 'm.tanguy@example.org', ...born },
  }),
  showBeneficiary: (s) => ({ as: s.me, id: s.person.id }),
  editBeneficiary: (s) => ({
    as: s.me,
    id: s.person.id,
    body: {
      pronoun: 'elle',
      phone: '0612345678',
      street: '3 rue des Lilas',
      communeCode: '35238',
      birthName: null,
      interpreter: false,
      contactPreference: 'sms',
    },
  }),
  listTimeline: (s) => ({ as: s.me, id: s.person.id }),
  showJournal: (s) => ({ as: s.me, id: s.person.id }),
  noteSituation: (s) => ({ as: s.me, id: s.person.id, body: { kind: 'housing', detail: s.secret('En foyer'), validFrom: s.dayIn(-30) } }),
  recordSharing: (s) => ({ as: s.me, id: s.person.id, body: { status: 'agreed', how: 'signed', detail: 'Au guichet' } }),
  askLink: (s) => ({ as: s.stranger, id: s.card, body: { reason: s.secret('Suivi demandé par le lycée') } }),
  listLinkRequests: (s) => ({ as: s.me, id: s.person.id }),
  grantLink: async (s) => ({ as: s.me, id: (await s.linkRequest()).id, body: { answer: s.secret('Bienvenue') } }),
  refuseLink: async (s) => ({ as: s.me, id: (await s.linkRequest()).id, body: { answer: s.secret('Pas maintenant') } }),
  breakGlass: async (s) => ({
    as: await s.passerby(),
    id: s.card,
    body: { reasonCode: 'danger', reason: s.secret('Là, en danger, sans papiers') },
  }),
  tellApart: async (s) => ({ as: s.me, id: s.person.id, body: { cardId: (await s.twin()).card } }),
  findLikenesses: (s) => ({ as: s.me, id: s.person.id }),
  listLinkBox: (s) => ({ as: s.me, query: { box: 'received' } }),
  endRepresentative: async (s) => ({ as: s.me, id: (await s.representative()).id }),
  nameRepresentative: (s) => ({ as: s.me, id: s.person.id, body: mother }),
  searchPeople: (s) => ({ as: s.me, body: { text: s.person.family_name } }),
  findCandidates: (s) => ({
    as: s.me,
    body: { familyName: s.person.family_name, givenName: 'Jeanne', birthDate: '2006-05-14', phone: '0612345678', email: 'j@example.org' },
  }),
};
