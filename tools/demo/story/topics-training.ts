import { own, ours, type Topic } from './topic';

const grown = (stage: string): boolean => stage !== 'pupil';

/** Training: applying, being answered, holding on. */
export const TRAINING: readonly Topic[] = [
  {
    key: 'training_apply',
    themes: ['training'],
    when: (p) => (grown(p.stage) ? 5 : 2),
    after: ['trade_chosen'],
    unless: ['training_accepted'],
    times: 3,
    reaches: ['training_asked'],
    beats: [
      [
        'Dossier pour {diplome} ({cfa}). [Lettre commencée ensemble|Lettre relue|CV et lettre prêts|Pièces rassemblées].',
        'Candidature à {cfa} : [information collective le {date:+12}|tests en {mois:+1}|dossier à déposer avant le {date:+15}|entretien annoncé].',
      ],
      [
        'Préparation : [exercices de calcul|simulation d’entretien|présentation en deux minutes|questions pièges]. [Plus à l’aise à la fin|Parle trop vite, s’en rend compte|Bons exemples tirés du stage].',
        'Motivation [claire et personnelle|à étoffer avec un exemple|bien dite à l’oral, plus difficile à écrire].',
      ],
      [
        'Financement : [Région, rémunération de stagiaire|prise en charge France Travail|CPF mobilisé|pas de reste à charge]. [Délai de réponse trois semaines|Expliqué et noté|Formulaire signé].',
        '{bus_maj} pour y aller : [faisable|une heure, accepté|covoiturage à trouver|internat possible].',
      ],
    ],
    quotes: [
      '« Écrire une lettre, c’est pire que le test. »',
      '« Si j’ai la place, je lâche pas. »',
      '« Et si je rate ? »',
      '« J’ai relu trois fois avant d’envoyer. »',
    ],
    actions: [
      own(
        'déposer le dossier à {cfa}',
        [6, 14],
        ['Dossier déposé à {cfa}, [accusé de réception|réponse sous trois semaines].'],
        ['Dossier [incomplet|pas encore déposé], [il manque une pièce|date limite rappelée].'],
      ),
      own(
        'assister à l’information collective',
        [7, 15],
        ['Information collective suivie, [convaincu{e}|a posé deux questions|sort rassuré{e}].'],
        ['A manqué l’information collective, [inscrit{e} à la suivante|bus raté].'],
      ),
      ours(
        'prescrire la formation',
        [2, 7],
        ['Prescription faite et reçue par l’organisme.'],
        ['Prescription en attente d’une place sur la session.'],
      ),
    ],
    goals: ['Entrer en formation', 'Obtenir {diplome}'],
  },
  {
    key: 'training_answer',
    themes: ['training'],
    when: () => 5,
    after: ['training_asked'],
    times: 2,
    reaches: ['training_accepted'],
    beats: [
      [
        'Réponse de {cfa} : [admis{e}, entrée le {date:+20}|admis{e} sous réserve d’un employeur|place confirmée en {mois:+2}|liste complémentaire, deuxième].',
        'Résultat des tests : [réussis|réussis de justesse|français bien, calcul à travailler|très bons].',
      ],
      [
        '[Appelle aussitôt {parent}|Sourire, enfin|Un peu sonné{e}, content{e}|Reste prudent{e}]. On regarde [le calendrier|les horaires|la rémunération|le trajet].',
        'Avant l’entrée : [tenue et matériel|dossier de rémunération|changement de situation à déclarer|garde à organiser|carte de transport].',
      ],
    ],
    quotes: ['« Je l’ai dit à tout le monde. »', '« Maintenant faut tenir. »', '« J’ai relu le courriel dix fois. »'],
    actions: [
      own(
        'renvoyer le contrat de formation signé',
        [3, 8],
        ['Contrat de formation signé et renvoyé.'],
        ['Contrat de formation [à signer|attend la signature de {parent}].'],
      ),
      ours('préparer le dossier de rémunération', [3, 8], ['Dossier de rémunération déposé.'], ['Dossier de rémunération : RIB manquant.']),
    ],
  },
  {
    key: 'training_follow',
    themes: ['training'],
    when: () => 7,
    after: ['training_accepted'],
    times: 4,
    beats: [
      [
        'En formation depuis {2..9} semaines. [Assidu{e}|Deux retards, repris en main|Bon groupe|Se lève tôt et tient].',
        'Point pendant la formation ({cfa}). [Le formateur est satisfait|Notes correctes|Difficulté en théorie, à l’aise en pratique|Se plaît].',
      ],
      [
        '[Stage prévu en {mois:+1}|Premier stage fini, bonne évaluation|Cherche un lieu pour la deuxième période]. [{Lieu} est d’accord|Une piste par le formateur|Aide demandée].',
        'Vie pratique : [transport trouvé|fatigue les vendredis|rémunération arrivée|retard de rémunération signalé à l’organisme].',
      ],
      [
        '[Rien d’inquiétant|On reste en lien par message|À revoir à mi-parcours|Soutien proposé le mercredi].',
        'Risque d’abandon : [faible|évoqué, puis écarté|à surveiller, le premier mois est le plus dur].',
      ],
    ],
    quotes: ['« Pour la première fois j’ai envie d’y aller. »', '« La théorie, c’est long. »', '« On est cinq à s’entraider. »'],
    actions: [
      own(
        'trouver le deuxième lieu de stage',
        [10, 25],
        ['Lieu de stage trouvé : {lieu}.'],
        ['Toujours sans lieu de stage, [liste reprise|le formateur aide].'],
      ),
    ],
    goals: ['Aller au bout de la formation'],
  },
];
