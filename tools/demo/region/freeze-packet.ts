import { createHash } from 'node:crypto';
import { fileNumber, type Instant, type ReferralKind, type RegionCode } from '@relais/domain';
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
  readonly kind: ReferralKind;
  readonly urgent: boolean;
  readonly region: RegionCode;
  readonly referralId: string;
  readonly sentAt: Instant;
  readonly to: Team;
  readonly author: DemoPost;
  readonly hours: Hours;
};

/** Freezes a pack: what the receiver needs so that the person does not tell everything again, and nothing of the private notes. */
export function freezePacket({ file, need, theme, kind, urgent, region, sentAt, to, author, hours }: Matter, dice: Dice): Packet {
  const { person } = file;
  const past = file.steps.filter((step) => step.at < sentAt);
  const situations = situationsOf(file, hours).filter(({ from, until }) => from <= hours.dayOf(sentAt) && until === null);
  const matter = { need, theme, urgent, kind };
  const { familyName, givenName, birthDate, interpreter, pronoun } = person;
  const identity = {
    name: `${person.nameOfUse ?? givenName} ${familyName}`,
    communeName: person.place.name,
    language: person.languageCode,
    interpreter,
  };
  const summary = { ...matter, ...identity, masked: false, birthYear: Number(birthDate.slice(0, 4)) };
  const content = {
    ...matter,
    message: '',
    identity: { ...identity, familyName, givenName, birthDate, pronoun, fileNumber: fileNumber(region, file.number) },
    contact: { preference: person.contactPreference, rule: person.contactRule, unsafe: person.unsafe },
    situations: situations.map(({ kind: of, detail, from }) => ({ kind: of, detail, validFrom: from })),
    goals: past.flatMap(({ goal }) => (goal === null ? [] : [{ words: goal, theme: null }])).slice(-3),
    actions: past
      .flatMap(({ actions }) =>
        actions.filter(({ status }) => status === 'open').map(({ words, owner, dueOn }) => ({ words, owner, dueOn })),
      )
      .slice(-4),
    notes: [],
    sender: { operatorName: file.team.plan.shortName, unitName: file.team.name, postName: author.name },
    audienceUnitName: to.name,
    audienceOperatorName: to.plan.shortName,
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
