/** A slash template: typed on an empty line, it lays the plan of a note, or begins a line that means something. */
export type NoteTemplate = {
  readonly command: `/${string}`;
  readonly title: { readonly fr: string; readonly en: string };
  /** `{same}` offers what stood under the same heading last time, `{goals}` and `{actions}` what is still open, `{since}` the last day. */
  readonly body: { readonly fr: string; readonly en: string };
};

/** What a template may offer again, so that nothing is asked twice. `since` is a day as it is written. */
export type LastValues = {
  readonly since: string | null;
  readonly goals: readonly string[];
  readonly actions: readonly string[];
  readonly notes: readonly string[];
};

/** The templates of a note, in French and English. */
export const NOTE_TEMPLATES: readonly NoteTemplate[] = [
  {
    command: '/premier-accueil',
    title: { fr: 'Premier accueil', en: 'First welcome' },
    body: {
      fr: 'Demande de la personne :\n\nSituation (études, emploi, ressources, mobilité) : {same}\n\nCe qui compte pour elle : {same}\n\nFreins repérés : {same}\n\nObjectif : \n\nCe que nous avons convenu :\n- [ ]  @moi\n- [ ]  @personne\n',
      en: 'What the person asks for:\n\nSituation (studies, work, resources, mobility): {same}\n\nWhat matters to them: {same}\n\nObstacles seen: {same}\n\nGoal: \n\nWhat we agreed on:\n- [ ]  @me\n- [ ]  @person\n',
    },
  },
  {
    command: '/point-etape',
    title: { fr: "Point d'étape", en: 'Progress review' },
    body: {
      fr: 'Depuis le dernier entretien{since} :\n\nActions en attente : {actions}\n\nCe qui a changé :\n\nObjectif confirmé ou revu : {goals}\n\nSuite :\n- [ ]  @moi\n- [ ]  @personne\n',
      en: 'Since the last interview{since}:\n\nActions pending: {actions}\n\nWhat has changed:\n\nGoal confirmed or revised: {goals}\n\nNext:\n- [ ]  @me\n- [ ]  @person\n',
    },
  },
  {
    command: '/absence',
    title: { fr: 'Absence', en: 'Absence' },
    body: {
      fr: 'Rendez-vous manqué le :\n\nPrévenu (oui, non, comment) :\n\nMotif donné :\n\nRelance faite :\n- [ ] Rappeler la personne @moi\n',
      en: 'Appointment missed on:\n\nNotice given (yes, no, how):\n\nReason given:\n\nFollow-up:\n- [ ] Call the person back @me\n',
    },
  },
  {
    command: '/objectif',
    title: { fr: 'Objectif, dans les mots de la personne', en: "A goal, in the person's words" },
    body: { fr: 'Objectif : ', en: 'Goal: ' },
  },
  {
    command: '/action',
    title: { fr: 'Action : qui fait quoi, pour quand', en: 'An action: who does what, by when' },
    body: { fr: '- [ ] ', en: '- [ ] ' },
  },
];

const NOTHING_KNOWN: LastValues = { since: null, goals: [], actions: [], notes: [] };

/** The text that a template lays, with what is known from last time offered in its place. */
export function laidBy(template: NoteTemplate, language: 'fr' | 'en', last: LastValues = NOTHING_KNOWN): string {
  return template.body[language]
    .split('\n')
    .map((line) =>
      line
        .replace('{since}', last.since === null ? '' : ` (${last.since})`)
        .replace('{goals}', last.goals.join(' ; '))
        .replace('{actions}', last.actions.join(' ; '))
        .replace('{same}', lastUnder(line.slice(0, line.indexOf('{same}')).trim(), last.notes))
        .replace(/(?<=:) +$/u, (spaces) => (/^(objectif|goal) ?:/iu.test(line) ? spaces : '')),
    )
    .join('\n');
}

/** The template of a command such as `/absence`, capitals aside; `undefined` when there is none. */
export function templateOf(command: string): NoteTemplate | undefined {
  return NOTE_TEMPLATES.find((template) => template.command === command.trim().toLowerCase());
}

/** The templates whose command begins like what was typed: the menu under the cursor. */
export function templatesLike(typed: string): readonly NoteTemplate[] {
  return typed.startsWith('/') ? NOTE_TEMPLATES.filter(({ command }) => command.startsWith(typed.toLowerCase())) : [];
}

/** What the latest note says under a heading: on its line, or on the one below. */
function lastUnder(heading: string, notes: readonly string[]): string {
  if (heading === '') return '';
  for (const note of notes) {
    const lines = note.split('\n').map((line) => line.trim());
    const at = lines.findIndex((line) => line.startsWith(heading));
    if (at < 0) continue;
    const beside = lines[at]?.slice(heading.length).trim() ?? '';
    const below = lines[at + 1] ?? '';
    const said = beside || (/:$|^- \[/u.test(below) ? '' : below);
    if (said !== '') return said;
  }
  return '';
}
