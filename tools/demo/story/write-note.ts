import type { CivilDate } from '@relais/domain';
import type { Dice } from '../random';
import type { Person } from '../people/person';
import type { ToldAction } from './tell-story';
import type { Topic } from './topic';

/** How one professional writes: the same hand in all their notes. */
export type Writing = { readonly style: 'brief' | 'told' | 'headed'; readonly signature: string; readonly ticks: boolean };

/** What a note is made of. */
export type NoteMatter = {
  readonly person: Person;
  readonly day: CivilDate;
  readonly first: boolean;
  readonly mode: string;
  readonly topics: readonly Topic[];
  readonly since: readonly string[];
  readonly actions: readonly ToldAction[];
  readonly tell: (template: string) => string;
  readonly writing: Writing;
};

const OPENINGS: Readonly<Record<string, readonly string[]>> = {
  on_site: [
    '{P} [à l’heure|un peu en avance|avec dix minutes de retard|souriant{e}|fatigué{e} aujourd’hui|détendu{e}].',
    'Reçu{e} [ce jour|ce matin|en fin de journée|entre deux rendez-vous], [{parent} attend en bas|seul{e}|vient directement du stage|a fait le déplacement exprès].',
    'Vu {P} [au bureau|en salle d’entretien|dans le petit bureau de l’accueil].',
    'Point avec {P}.',
    '',
    '',
    '',
  ],
  phone: [
    'Par téléphone, [à sa demande|parce que {bus} ne passe pas|pendant sa pause|comme convenu].',
    'Entretien téléphonique : [disponible|dans la rue, écoute mal|au calme].',
    'Au téléphone.',
  ],
  video: [
    'En visio, [bonne connexion|image coupée, son correct|depuis son téléphone|première visio, content{e} que ça marche].',
    'Visio. {P} [chez {parent}|dans sa chambre|depuis la médiathèque].',
  ],
  outreach: [
    '[À la maison de quartier|Pendant la permanence {a_ville}|Au pied de l’immeuble|Au forum des associations] : {P} [s’arrête volontiers|vient vers moi|prend le temps].',
    'Rencontre [hors les murs|au café des jeunes|à la médiathèque].',
  ],
};

/** How one says when one meets again. */
export const NEXT: readonly string[] = [
  'Prochain rendez-vous le {date:+14}.',
  'On se revoit le {date:+10}, [même heure|ici|en visio].',
  'Nouveau rendez-vous [dans quinze jours|le {date:+20}].',
  'À revoir le {date:+16}[, après les tests|, avant si besoin|].',
  'Reprend contact [dès qu’{il} a la réponse|{jour}|après le {date:+10}].',
  'Prochain point [par téléphone|ici] le {date:+12}.',
];

/** Writes a note in the hand of its author. */
export function writeNote(matter: NoteMatter, dice: Dice): string {
  const { first, mode, topics, since, actions, tell, writing } = matter;
  const opening = first ? '' : tell(dice.pick(OPENINGS[mode] ?? ['']));
  const beats = topics.flatMap((topic, index) => chosen(topic, first, index, writing, dice).map(tell));
  const quotes = topics.flatMap((topic) => topic.quotes ?? []);
  const quote = quotes.length > 0 && dice.chance(0.33) ? tell(dice.pick(quotes)) : '';
  const next = dice.chance(0.62) ? tell(dice.pick(NEXT)) : '';
  const agreedOn = agreed(actions, writing, dice);
  if (writing.style === 'headed') return headed({ opening, since, beats, quote, agreedOn, next, first }, dice);
  const body = [opening, ...since, ...beats, quote].filter(Boolean);
  if (writing.style === 'brief') {
    const lines = body.length > 3 && dice.chance(0.4) ? dropped(body, dice) : body;
    return joined([lines.join(' '), agreedOn, next]);
  }
  const half = Math.max(1, Math.ceil(body.length / 2));
  const paragraphs = body.length > 4 && dice.chance(0.6) ? [body.slice(0, half).join(' '), body.slice(half).join(' ')] : [body.join(' ')];
  return joined([...paragraphs, writing.ticks ? agreedOn : [agreedOn, next].filter(Boolean).join(' '), writing.ticks ? next : '']);
}

function chosen(topic: Topic, first: boolean, index: number, writing: Writing, dice: Dice): string[] {
  const all = topic.beats.map((variants) => dice.pick(variants));
  if (index > 0) return all.slice(0, 1 + Number(dice.chance(0.5)));
  const least = first ? Math.min(3, all.length) : 1;
  const kept = writing.style === 'brief' ? Math.max(least, all.length - dice.int(1, 2)) : Math.max(least, all.length - dice.int(0, 1));
  return all.slice(0, kept);
}

/** Leaves one sentence of the middle out: people in a hurry do. */
function dropped(body: readonly string[], dice: Dice): string[] {
  const out = dice.int(1, body.length - 2);
  return body.filter((_, index) => index !== out);
}

function agreed(actions: readonly ToldAction[], writing: Writing, dice: Dice): string {
  if (actions.length === 0) return '';
  if (writing.ticks) {
    const lines = actions.map(({ words, owner, dueOn }) => {
      const due = `${dueOn.slice(8)}/${dueOn.slice(5, 7)}`;
      return `- [ ] ${words} ${owner === 'person' ? '@personne' : '@moi'} ${due}`;
    });
    return lines.join('\n');
  }
  const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
  const said = actions.map(({ words, owner }) => (owner === 'person' ? lower(words) : `de mon côté, ${lower(words)}`));
  return `${dice.pick(['Convenu :', 'À faire :', 'D’ici là :', 'Pour la prochaine fois :', 'Suite :', 'On retient :'])} ${said.join(' ; ')}.`;
}

type Headed = {
  opening: string;
  since: readonly string[];
  beats: readonly string[];
  quote: string;
  agreedOn: string;
  next: string;
  first: boolean;
};

function headed({ opening, since, beats, quote, agreedOn, next, first }: Headed, dice: Dice): string {
  const [now, after] = first
    ? ['Demande et situation', 'Projet']
    : [dice.pick(['Point', 'Échange', 'Où on en est']), dice.pick(['Analyse', 'Pistes', 'À retenir'])];
  const half = Math.max(1, Math.ceil(beats.length / 2));
  const parts = [
    since.length > 0 ? `Depuis la dernière fois : ${since.join(' ')}` : '',
    `${now} : ${[opening, ...beats.slice(0, half)].filter(Boolean).join(' ')}`,
    beats.length > half ? `${after} : ${[...beats.slice(half), quote].filter(Boolean).join(' ')}` : quote,
    agreedOn.startsWith('-') ? `Suite :\n${agreedOn}` : agreedOn,
    next,
  ];
  return joined(parts);
}

function joined(parts: readonly string[]): string {
  return parts
    .filter((part) => part.trim() !== '')
    .join('\n\n')
    .replace(/\n\n- /g, '\n- ');
}
