import { plusDays } from '@relais/domain';
import type { Hours } from '../hours';
import type { Situation } from '../people/person';
import type { Stage } from '../story/profile';
import type { DemoFile } from './file';

/** Where somebody stood on arrival, by situation. */
const ARRIVED: Readonly<Record<Stage, readonly [kind: Situation['kind'], words: string]>> = {
  pupil: ['schooling', 'Scolarisé{e} en {niveau}'],
  dropout: ['schooling', 'N’est plus en cours depuis {niveau}'],
  student: ['schooling', 'Inscrit{e} en {niveau}'],
  school_leaver: ['job_seeking', 'Sorti{e} d’études ({niveau}), sans emploi'],
  young_jobseeker: ['job_seeking', 'Cherche un emploi, niveau {niveau}'],
  newcomer: ['job_seeking', 'Arrivé{e} récemment, cherche un emploi'],
  jobseeker: ['job_seeking', 'Inscrit{e} à France Travail, dernier poste : {poste}'],
  employee: ['employment', 'En emploi : {poste}'],
  returner: ['job_seeking', 'Reprise d’activité après une interruption'],
  disabled: ['job_seeking', 'RQTH, dernier poste : {poste}'],
};

/** The dated facts of a file, each said once; the ones that ended have a last day. */
export function situationsOf(file: DemoFile, hours: Hours): Situation[] {
  const { person } = file;
  const told = (words: string): string =>
    words
      .replace('{e}', person.woman ? 'e' : '')
      .replace('{niveau}', person.level)
      .replace('{poste}', person.job);
  const from = hours.dayOf(file.createdAt);
  const started = file.steps.find(({ note }) => /Contrat signé|Embauché|A commencé/.test(note));
  const trained = file.steps.find(({ note }) => /^En formation depuis|En formation depuis/.test(note));
  const turned = started ?? trained;
  const [kind, words] = ARRIVED[person.stage];
  const facts: Situation[] = [{ kind, detail: told(words), from, until: turned && turned.day > from ? turned.day : null }];
  if (turned && turned.day > from) {
    facts.push(
      started
        ? {
            kind: 'employment',
            detail: `En contrat : ${person.woman ? person.trade.woman : person.trade.man}`,
            from: turned.day,
            until: null,
          }
        : { kind: 'training', detail: `En formation : ${person.trade.diploma}`, from: turned.day, until: null },
    );
  }
  const number = file.number;
  facts.push({
    kind: 'mobility',
    detail: person.licence ? (number % 3 === 0 ? 'Permis B, véhicule' : 'Permis B, sans véhicule') : 'Sans permis, transports en commun',
    from,
    until: null,
  });
  if (number % 3 !== 0)
    facts.push({
      kind: 'housing',
      detail:
        person.age < 23
          ? `Hébergé${person.woman ? 'e' : ''} chez ${person.parent}`
          : number % 2 === 0
            ? 'Locataire'
            : `Hébergé${person.woman ? 'e' : ''} par un proche`,
      from: plusDays(from, 0),
      until: null,
    });
  if (person.children > 0)
    facts.push({
      kind: 'family',
      detail: person.children === 1 ? 'Un enfant à charge' : `${person.children} enfants à charge`,
      from,
      until: null,
    });
  if (person.age >= 18 && number % 4 === 0)
    facts.push({
      kind: 'resources',
      detail: person.age < 26 ? 'Allocation du Contrat d’engagement jeune' : 'RSA ou allocation chômage',
      from,
      until: null,
    });
  return facts;
}
