import { own, ours, type Topic } from './topic';

/** Adults in work or between two jobs: prior learning, funding, creating a business. Pupils: choosing a school. */
export const ADULT: readonly Topic[] = [
  {
    key: 'vae',
    themes: ['vae', 'training'],
    when: (p) => (p.age >= 26 && p.years >= 3 && ['employee', 'jobseeker', 'returner', 'disabled'].includes(p.stage) ? 3 : 0),
    times: 3,
    reaches: ['vae'],
    beats: [
      [
        'VAE visée : {diplome}. [{ans} ans d’expérience en rapport|Recevabilité à déposer|Recevabilité obtenue|Livret commencé].',
        'Validation des acquis : [principe expliqué|calendrier posé|architecte de parcours contacté|modules possibles plutôt que tout d’un coup].',
      ],
      [
        'Travail sur [une situation marquante|le référentiel, bloc par bloc|la description d’une journée|les preuves à rassembler]. [Écrit peu, raconte bien|Beaucoup de matière|À structurer].',
        '[Deux blocs semblent acquis|Un bloc manque, formation courte possible|Jury en {mois:+5}|Accompagnement financé].',
      ],
    ],
    quotes: ['« Je ne savais pas que ça s’appelait comme ça, ce que je fais. »', '« Écrire sur moi, c’est le plus dur. »'],
    actions: [
      own(
        'rédiger deux situations de travail',
        [14, 25],
        ['Deux situations rédigées, [riches et précises|à alléger].'],
        ['Une seule situation rédigée, [manque de temps|page blanche].'],
      ),
      own('demander les attestations d’employeurs', [10, 20], ['Attestations reçues.'], ['Une attestation manque encore.']),
    ],
    goals: ['Obtenir un diplôme sans retourner à l’école'],
  },
  {
    key: 'funding',
    themes: ['retraining', 'training', 'rights'],
    when: (p) => (p.stage === 'employee' ? 5 : p.stage === 'jobseeker' ? 1.5 : 0),
    after: ['trade_chosen'],
    times: 3,
    beats: [
      [
        'Montage : [projet de transition professionnelle|CPF et abondement|démissionnaire|congé sans solde écarté]. Coût {prix} €, [reste à charge {prix_reste} €|prise en charge probable|commission en {mois:+2}].',
        'Dossier pour {diplome} chez {cfa} : [devis reçu|positionnement fait|autorisation d’absence à demander {date:+60}|lettre d’argumentation relue].',
      ],
      [
        'Scénarios comparés : [formation longue, salaire maintenu|soirs et samedis|mobilité interne|rupture conventionnelle]. [Le deuxième rassure|En parle à son conjoint|Ne veut rien brusquer].',
        'Calendrier : [demande à l’employeur 120 jours avant|entrée possible en {mois:+7}|dépôt avant le {date:+40}].',
      ],
    ],
    quotes: ['« Un an avec moins, on peut. Deux, non. »', '« Mon chef va tomber de sa chaise. »'],
    actions: [
      own('demander le devis et le programme', [7, 14], ['Devis et programme reçus.'], ['Devis demandé, pas encore reçu.']),
      ours('relire la lettre d’argumentation', [5, 10], ['Lettre d’argumentation relue et renvoyée.'], ['Lettre pas encore reçue.']),
    ],
    goals: ['Financer ma reconversion'],
  },
  {
    key: 'business',
    themes: ['project', 'retraining'],
    when: (p) => (p.age >= 24 && p.publicOf !== 'pupils' ? 0.9 : 0),
    times: 2,
    beats: [
      [
        'Idée d’installation dans {secteur}. [Micro-entreprise expliquée|Étude de marché à faire|Associé possible|Matériel déjà là]. [Projet porté depuis {2..5} ans|Idée récente].',
        'Création d’activité : [chiffres posés sur une page|seuil de rentabilité à calculer|assurance et qualification à vérifier|nom trouvé].',
      ],
      [
        '[Rendez-vous à la chambre proposé|Couveuse d’activité signalée|Prêt d’honneur évoqué|Test sur les marchés l’été prochain]. [Lucide sur les risques|Sous-estime les charges, on recalcule].',
      ],
    ],
    quotes: ['« Je ne serai pas riche, mais ce sera à moi. »', '« Les charges, on m’avait pas dit. »'],
    actions: [
      own(
        'interroger dix clients possibles',
        [14, 25],
        ['Dix personnes interrogées : [la moitié achèterait|prix trop haut|demande confirmée].'],
        ['Trois personnes interrogées seulement.'],
      ),
    ],
    goals: ['Créer mon activité'],
  },
  {
    key: 'skills_review',
    themes: ['orientation', 'retraining'],
    when: (p) => (p.age >= 25 ? 2.5 : 0),
    times: 2,
    beats: [
      [
        'Bilan des acquis : [frise de parcours|portefeuille de compétences|trois réussites racontées]. [Encadrement et organisation ressortent|Goût de transmettre|Besoin d’autonomie|Le relationnel, toujours].',
        'Retour sur le parcours de {poste} : [ce qui a plu, ce qui a usé|les tournants|les compétences invisibles]. [Échange dense|Émotion à l’évocation du départ].',
      ],
      [
        'Valeurs : [utilité, équipe, équilibre|sécurité, proximité|liberté d’organisation]. Métiers rapprochés : {metier}, {autre_metier}. [Le premier reste|On ouvre encore].',
        '[Test d’intérêts restitué|Contraintes hiérarchisées|Zone de mobilité : {10..20} km], [salaire plancher {euros_plancher} €|pas de travail le dimanche].',
      ],
    ],
    quotes: ['« Vu sur une frise, ça se tient. »', '« Je n’avais jamais fait le lien. »'],
    actions: [
      own(
        'raconter par écrit une réussite',
        [7, 15],
        ['Récit de réussite apporté, [très parlant|deux pages].'],
        ['Récit pas écrit, raconté de vive voix.'],
      ),
    ],
  },
];

/** Pupils and those who left school early. */
export const SCHOOL: readonly Topic[] = [
  {
    key: 'wishes',
    themes: ['orientation'],
    when: (p) => (p.stage === 'pupil' ? 6 : 0),
    times: 3,
    beats: [
      [
        'Vœux [ordonnés|relus|presque finis] : [un premier choix ambitieux, deux sûrs|{diplome} en premier|deux académies comparées]. [{parent_maj} d’accord|Reste une hésitation|{prof_maj} favorable].',
        'Retour des portes ouvertes : [bonne impression de l’atelier|internat visité|trop loin finalement|a parlé avec des élèves].',
      ],
      [
        'Lettre [plus personnelle que la première|à raccourcir|relue à voix haute]. [Un exemple de stage ajouté|Fautes corrigées ensemble|Cite {tache}].',
        'Mini-stage en lycée professionnel : [une journée le {date:+14}|fait, concluant|demande envoyée]. [Y va avec un camarade|Tenue prêtée].',
      ],
      ['[Notes à tenir au troisième trimestre|Assiduité regardée dans le dossier|Plan B noté|Prochain point après le conseil de classe].'],
    ],
    quotes: [
      '« L’atelier, c’était trop bien. »',
      '« Mon père préférait le général, maintenant il comprend. »',
      '« Si je suis {pris/prise} là-bas, je dors à l’internat. »',
    ],
    actions: [
      own(
        'finir la lettre pour le premier vœu',
        [5, 12],
        ['Lettre du premier vœu finie, [sincère|bien tournée].'],
        ['Lettre toujours à l’état de brouillon.'],
      ),
      ours('demander le mini-stage au lycée', [2, 6], ['Mini-stage accordé.'], ['Mini-stage : réponse du lycée attendue.']),
    ],
    goals: ['Être {pris/prise} dans mon premier vœu'],
  },
  {
    key: 'school_life',
    themes: ['orientation', 'confidence'],
    when: (p) => (p.stage === 'pupil' ? 3 : 0),
    times: 2,
    beats: [
      [
        'Vie au lycée : [mieux depuis le changement de groupe|encore des absences|moins de retards|un délégué l’aide]. [Tutorat accepté|{prof_maj} attentif|Internat qui pèse].',
        '[Bulletin meilleur|Bulletin stable|Conseil de classe difficile], appréciations lues ensemble. [« Peut mieux faire » ne dit pas comment|Un professeur souligne les efforts].',
      ],
      [
        '[Méthode de révision essayée|Emploi du temps du soir posé|Téléphone hors de la chambre : négocié avec {lui}|Aide aux devoirs à la maison de quartier].',
      ],
    ],
    quotes: ['« Au moins en maths je comprends un peu. »', '« Y a que le sport où je suis tranquille. »'],
    actions: [
      own(
        'aller à l’aide aux devoirs deux fois',
        [7, 14],
        ['Est allé{e} à l’aide aux devoirs, [y retourne|utile pour le français].'],
        ['Pas encore allé{e} à l’aide aux devoirs.'],
      ),
    ],
  },
  {
    key: 'return_to_training',
    themes: ['dropout', 'training'],
    when: (p) => (p.stage === 'dropout' ? 6 : 0),
    times: 3,
    reaches: ['trade_chosen'],
    beats: [
      [
        'Retour en formation : [visite de l’E2C faite|place au micro-lycée demandée|module de remobilisation commencé|MFR contactée]. [Petit groupe, plaît|Rythme progressif|{parent_maj} y croit].',
        'Module : semaine {2..6}. [Présent{e} trois jours sur quatre|Assidu{e}|Deux absences expliquées|Revient après une pause].',
      ],
      [
        '[Se lève, c’est déjà beaucoup|S’entend avec le formateur|Rit avec le groupe|Reste en retrait]. [Stage d’observation : {lieu}|Essai dans {secteur} à caler|Rattrapage en français].',
        'Vigilance : [réveil|un ami qui tire vers le bas|tension avec {parent}|écran la nuit]. [On ne lâche pas|Message le matin convenu ensemble|Éducateur du quartier en lien].',
      ],
    ],
    quotes: [
      '« Ici on m’appelle par mon prénom. »',
      '« Je suis {venu/venue} trois jours d’affilée. »',
      '« Si je craque, je vous appelle. »',
    ],
    actions: [
      own(
        'tenir la semaine complète',
        [6, 10],
        ['Semaine complète tenue, félicitations.'],
        ['Trois jours sur cinq, [on note les trois|objectif gardé].'],
      ),
      ours(
        'faire le point avec le formateur',
        [4, 9],
        ['Formateur joint : [progrès nets|effort à tenir|bonne ambiance].'],
        ['Formateur à rappeler.'],
      ),
    ],
    goals: ['Ne pas lâcher cette fois'],
  },
];
