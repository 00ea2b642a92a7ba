import type { ValidRequests } from './request';

export const auditRequests: ValidRequests = {
  listGlasses: (s) => ({ as: s.lead }),
  reviewGlass: async (s) => ({ as: s.lead, id: (await s.glass()).id, body: { verdict: 'justified', note: s.secret('Appel du lycée') } }),
  listSuspicions: (s) => ({ as: s.officer }),
  settleSuspicion: async (s) => ({
    as: s.officer,
    id: (await s.suspicion()).id,
    body: { endedAs: 'explained', note: s.secret('Homonyme') },
  }),
  readJournal: (s) => ({ as: s.officer }),
};
