/** A slash template: typed on an empty line, it lays the plan of a note. */
export type NoteTemplate = {
  readonly command: `/${string}`;
  readonly title: { readonly fr: string; readonly en: string };
  readonly body: { readonly fr: string; readonly en: string };
};

/** The templates of a note, in French and English. */
export const NOTE_TEMPLATES: readonly NoteTemplate[] = [
  {
    command: '/premier-accueil',
    title: { fr: 'Premier accueil', en: 'First welcome' },
    body: {
      fr: 'Demande de la personne :\n\nSituation (études, emploi, ressources, mobilité) :\n\nCe qui compte pour elle :\n\nFreins repérés :\n\nCe que nous avons convenu :\n- [ ]  @moi\n- [ ]  @personne\n',
      en: 'What the person asks for:\n\nSituation (studies, work, resources, mobility):\n\nWhat matters to them:\n\nObstacles seen:\n\nWhat we agreed on:\n- [ ]  @me\n- [ ]  @person\n',
    },
  },
  {
    command: '/point-etape',
    title: { fr: "Point d'étape", en: 'Progress review' },
    body: {
      fr: 'Depuis le dernier entretien :\n\nActions faites, actions en attente :\n\nCe qui a changé :\n\nObjectif confirmé ou revu :\n\nSuite :\n- [ ]  @moi\n- [ ]  @personne\n',
      en: 'Since the last interview:\n\nActions done, actions pending:\n\nWhat has changed:\n\nGoal confirmed or revised:\n\nNext:\n- [ ]  @me\n- [ ]  @person\n',
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
];

/** The template of a command such as `/absence`, capitals aside; `undefined` when there is none. */
export function templateOf(command: string): NoteTemplate | undefined {
  return NOTE_TEMPLATES.find((template) => template.command === command.trim().toLowerCase());
}

/** The templates whose command begins like what was typed: the menu under the cursor. */
export function templatesLike(typed: string): readonly NoteTemplate[] {
  return typed.startsWith('/') ? NOTE_TEMPLATES.filter(({ command }) => command.startsWith(typed.toLowerCase())) : [];
}
