import { own, ours, type Topic } from './topic';

/** Work: CV, applications, interviews, apprenticeship, first months in a job. */
export const WORK: readonly Topic[] = [
  {
    key: 'cv',
    themes: ['cv', 'job_search'],
    when: (p) => (p.stage === 'pupil' ? 1 : 5),
    unless: ['cv_ready'],
    reaches: ['cv_ready'],
    beats: [
      [
        'CV [refait de zéro|repris sur l’ordinateur|relu ligne à ligne]. [Une page, photo retirée|Rubrique « savoir-faire » ajoutée|Dates vérifiées|Trou de {3..9} mois expliqué simplement].',
        'Atelier CV. {P} [a du mal à parler de {lui}|minimise son expérience|retrouve des choses oubliées] : [garde d’enfants, coups de main|saison, bénévolat|stage et job d’été].',
      ],
      [
        'Accroche : « [Motivé{e} par|À l’aise dans|Attiré{e} par] {secteur}, [disponible de suite|mobile|{ponctuel/ponctuelle}] ».',
        'Deux versions : [une pour {secteur}, une pour l’alimentaire|courte et longue|papier et en ligne].',
      ],
      [
        'Adresse électronique [changée pour une plus sérieuse|conservée|créée ensemble]. [Répondeur à réenregistrer|Compte en ligne ouvert|CV envoyé sur son téléphone].',
        '[Modèle enregistré sur clé|Imprimé en dix exemplaires|{Il} sait maintenant le modifier seul{e}].',
      ],
    ],
    quotes: ['« Je pensais que ça comptait pas, ça. »', '« Vu comme ça, j’ai fait des trucs. »', '« Mettre une photo, c’est obligé ? »'],
    actions: [
      own(
        'faire relire le CV à deux personnes',
        [3, 8],
        ['CV relu par [{parent} et un ami|un ancien maître de stage].'],
        ['CV pas encore relu.'],
      ),
      own(
        'déposer cinq CV dans {secteur}',
        [6, 14],
        ['{3..7} CV déposés, [deux réponses polies|un rappel attendu|un entretien obtenu].'],
        ['{1..2} CV déposé[s seulement| seulement|s], [n’ose pas entrer|à reprendre avec une liste].'],
      ),
    ],
    goals: ['Avoir un CV dont je suis {fier/fière}'],
  },
  {
    key: 'applications',
    themes: ['job_search'],
    when: (p) => (p.stage === 'pupil' || p.minor ? 0 : 4),
    after: ['cv_ready'],
    unless: ['job_found'],
    times: 4,
    beats: [
      [
        'Candidatures : {3..9} envoyées, [{1..2} entretien[|s]|aucune réponse encore|un refus argumenté|une mission proposée].',
        'Tour des offres {a_ville} : [{2..6} retenues|peu de choses cette semaine|deux dans {secteur}, une alimentaire].',
        'Retour sur l’entretien [{du_jour_passe}|de la semaine passée] : [bon contact|a bafouillé sur les disponibilités|salaire abordé trop tôt|réponse dans dix jours].',
      ],
      [
        'On prépare [la question « parlez-moi de vous »|les disponibilités|une question à poser à la fin|le trajet et la tenue].',
        '[Relances faites au téléphone|Courriel de relance écrit ensemble|Tableau de suivi créé|Agences d’intérim listées].',
      ],
      [
        '[Moral correct|Un peu découragé{e}, on relativise|Énergie retrouvée|Dit que l’attente use]. [Objectif : trois envois par semaine|On vise plus petit|Élargir à vingt kilomètres].',
        'Piste du [marché caché|parrain|forum de {mois:+1}|chantier d’insertion] évoquée.',
      ],
    ],
    quotes: [
      '« Au moins, ils ont répondu. »',
      '« Ils veulent tous de l’expérience. »',
      '« J’ai dit que je pouvais commencer lundi. »',
      '« J’ai attendu le coup de fil toute la journée. »',
    ],
    actions: [
      own(
        'relancer les trois dernières candidatures',
        [3, 8],
        ['Relances faites : [une réponse positive|deux refus, une en attente|on lui a promis une réponse].'],
        ['Relances pas faites, [crainte de déranger|téléphone coupé].'],
      ),
      own(
        's’inscrire dans deux agences d’intérim',
        [3, 9],
        ['Inscrit{e} dans deux agences, [première mission possible|dossier complet].'],
        ['Une agence sur deux, [l’autre demande un permis|à finir].'],
      ),
      ours(
        'parler du profil à l’entreprise rencontrée au forum',
        [2, 7],
        ['L’entreprise veut bien {le} recevoir.', 'Contact pris, entretien proposé.'],
        ['Entreprise pas jointe, deuxième message.'],
      ),
    ],
    goals: ['Décrocher un contrat', 'Gagner un premier salaire'],
  },
  {
    key: 'apprenticeship',
    themes: ['apprenticeship', 'training'],
    when: (p) => (p.age <= 29 && p.stage !== 'employee' ? (p.trade.young ? 6 : 3) : 0),
    after: ['trade_chosen'],
    unless: ['job_found', 'training_accepted'],
    times: 3,
    beats: [
      [
        'Recherche d’un maître d’apprentissage pour {diplome} : [{4..9} contacts|deux entretiens|un essai d’une journée]. [Rentrée trop proche, entrée décalée possible|Places chez {cfa}|CFA prêt à inscrire sous réserve].',
        'Alternance : point des recherches. [{Lieu} réfléchit|Un patron propose un essai|Beaucoup veulent déjà formé|Réponse attendue {jour}].',
      ],
      [
        'Salaire d’apprenti expliqué [selon l’âge|et aides au permis|et prime d’équipement]. [Surpris{e} en bien|Compare avec le SMIC|En parle à {parent}].',
        'Travail sur [l’appel à un patron|la présentation sur le pas de la porte|les arguments d’un jeune sans expérience].',
      ],
      [
        '[Mise en relation avec la chambre de métiers|Liste d’artisans imprimée|Médiateur de l’apprentissage signalé], [tournée prévue {jour}|trois portes à pousser d’ici là].',
      ],
    ],
    quotes: [
      '« L’école et le travail, comme ça oui. »',
      '« Il m’a fait essayer la machine. »',
      '« On m’a dit de revenir avec le permis. »',
    ],
    actions: [
      own(
        'se présenter chez trois artisans',
        [5, 12],
        ['S’est présenté{e} chez {2..4} artisans, [un essai accordé|bon accueil|une réponse en {mois:+1}].'],
        ['Un seul artisan visité, [fermé le lundi|pas osé].'],
      ),
      ours(
        'contacter le développeur de l’apprentissage',
        [2, 6],
        ['Le développeur a {deux/deux} employeurs à proposer.'],
        ['Pas de retour du développeur.'],
      ),
    ],
    goals: ['Signer un contrat d’apprentissage'],
  },
  {
    key: 'job_started',
    themes: ['job_search'],
    when: (p) => (p.stage === 'pupil' || p.minor ? 0 : 2),
    after: ['cv_ready', 'goes_on'],
    times: 1,
    reaches: ['job_found'],
    beats: [
      [
        '[Contrat signé|Embauché{e}|Promesse d’embauche] : {lieu}, [CDD de {3..6} mois|CDI à temps partiel|contrat de saison|intérim longue durée|PEC de neuf mois].',
        'A commencé [lundi|la semaine dernière|le {date:-9}] : {lieu}. [Période d’essai d’un mois|Équipe accueillante|Horaires du matin].',
      ],
      [
        '[Fiche de paie à vérifier ensemble|Changement de situation à déclarer|Prime d’activité à demander|Trajet calé]. [{Fier/Fière}|Soulagé{e}|Fatigué{e} mais content{e}].',
        'On garde le lien [trois mois|jusqu’à la fin de l’essai|par téléphone] ; [projet de devenir {metier} mis de côté, pas oublié|la formation viendra après|à revoir en {mois:+3}].',
      ],
    ],
    quotes: ['« J’ai ma première fiche de paie. »', '« Le chef m’a serré la main. »', '« Je me lève pour quelque chose. »'],
    actions: [
      own(
        'déclarer le changement de situation',
        [3, 8],
        ['Changement de situation déclaré.'],
        ['Déclaration à faire, on la prépare ensemble.'],
      ),
    ],
    goals: ['Tenir la période d’essai'],
  },
  {
    key: 'job_follow',
    themes: ['job_search'],
    when: () => 8,
    after: ['job_found'],
    times: 4,
    beats: [
      [
        'En poste depuis {2..9} semaines. [Tout se passe bien|Un accroc avec un collègue, réglé|Trouve le rythme soutenu|Heures supplémentaires acceptées].',
        'Point dans l’emploi : [essai validé|essai prolongé|employeur satisfait|renouvellement évoqué].',
      ],
      [
        'Salaire [versé à temps|contesté, on relit la fiche|qui change le quotidien]. [Budget posé|Épargne pour le permis|Rembourse {parent}].',
        '[Projet de formation en parallèle|Pense déjà à la suite|Veut durer ici|Contrat jusqu’en {mois:+3}].',
      ],
    ],
    quotes: ['« Ça me change de payer ma part. »', '« Je commence à connaître tout le monde. »', '« Le soir je dors bien. »'],
    actions: [
      own(
        'demander une attestation de compétences à l’employeur',
        [10, 25],
        ['Attestation obtenue, [élogieuse|simple mais utile].'],
        ['Attestation pas encore demandée.'],
      ),
    ],
  },
];
