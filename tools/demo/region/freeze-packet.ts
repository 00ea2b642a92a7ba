import { createHash } from 'node:crypto';
import type { Instant } from '@relais/domain';
import type { Hours } from '../hours';
import { idAt } from '../ids';
import type { Dice } from '../random';
import type { DemoFile } from './file';
import { situationsOf } from './situations';
import type { DemoPost, Team } from './team';

/** What was handed over, frozen as the sender previewed it. */
export type Packet = {
  readonly id: string;
  readonly number: number;
  readonly summary: object;
  readonly content: object;
  readonly audienceUnitId: string;
  readonly hash: string;
  readonly frozenAt: Instant;
  readonly authorPostId: string;
};

type Matter = {
  readonly file: DemoFile;
  readonly need: string;
  readonly theme: string;
  readonly referralId: string;
  readonly sentAt: Instant;
  readonly to: Team;
  readonly author: DemoPost;
  readonly hours: Hours;
};

/** Freezes a pack: what the receiver needs so that the person does not tell everything again, and nothing of the private notes. */
export function freezePacket({ file, need, theme, sentAt, to, author, hours }: Matter, dice: Dice): Packet {
  const { person } = file;
  const past = file.steps.filter((step) => step.at < sentAt);
  const situations = situationsOf(file, hours).filter(({ from, until }) => from <= hours.dayOf(sentAt) && until === null);
  const summary = {
    need,
    theme,
    birthYear: Number(person.birthDate.slice(0, 4)),
    commune: person.place.name,
    from: file.team.plan.shortName,
    author: author.name,
  };
  const content = {
    ...summary,
    person: {
      familyName: person.familyName,
      givenName: person.givenName,
      birthDate: person.birthDate,
      language: person.languageCode,
      interpreter: person.interpreter,
    },
    contact: { preference: person.contactPreference, rule: person.contactRule, unsafe: person.unsafe },
    representative:
      person.representative === null
        ? null
        : { name: `${person.representative.givenName} ${person.representative.familyName}`, relation: person.representative.relation },
    sharing: person.sharing,
    situations: situations.map(({ kind, detail, from }) => ({ kind, detail, from })),
    goals: past.flatMap(({ goal }) => (goal === null ? [] : [goal])).slice(-3),
    actions: past
      .flatMap(({ actions }) =>
        actions.filter(({ status }) => status === 'open').map(({ words, owner, dueOn }) => ({ words, owner, dueOn })),
      )
      .slice(-4),
    lastContacts: past
      .filter(({ twoWay }) => twoWay)
      .slice(-3)
      .map(({ at, mode }) => ({ at, mode })),
  };
  return {
    id: idAt(sentAt, dice),
    number: 1,
    summary,
    content,
    audienceUnitId: to.unitId,
    hash: hashOf({ summary, content }),
    frozenAt: sentAt,
    authorPostId: author.id,
  };
}

/** SHA-256 of a value in one canonical text: keys in order, no spaces. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`;
}
