import { own, ours, type Topic } from './topic';

/** The project: finding a trade, trying it, looking back. */
export const PROJECT: readonly Topic[] = [
  {
    key: 'explore',
    themes: ['project', 'orientation'],
    when: () => 5,
    unless: ['immersion_done'],
    times: 2,
    reaches: ['trade_chosen'],
    beats: [
      [
        '[Exploration|Travail sur le projet] : [fiches métiers lues ensemble|trois vidéos regardées et discutées|tri de cartes d’intérêts|enquête sur {secteur}].',
        'On reprend les intérêts : [le concret, l’équipe|être dehors|aider|fabriquer|l’ordre et la précision] ressortent[ encore|, comme la dernière fois|].',
        'Point sur le projet. {P} [a réfléchi depuis|revient avec des questions|a parlé du projet avec {parent}].',
      ],
      [
        '{Metier} [se détache|reste en tête|passe devant {autre_metier}], pour {tache}. [Réserve sur les horaires|Réserve sur le salaire de début|Sans illusion sur la difficulté|À confronter au réel].',
        'Avantages et limites de {metier} [écrits noir sur blanc|notés sur une feuille en deux colonnes] : [bilan plutôt favorable|hésitation sur les déplacements|le rythme interroge].',
      ],
      [
        'Marché local : [des offres régulières {a_ville} et autour|peu d’offres mais des départs en retraite|secteur qui recrute, surtout l’été|plutôt par le bouche-à-oreille].',
        'Voie d’accès : {diplome}, [en alternance ou en continu|six à neuf mois selon l’organisme|rentrée en {mois:+4}|sur test et entretien].',
        'Prérequis de {diplome} regardés : [tout y est|remise à niveau en maths utile|permis souhaité|stage préalable demandé].',
      ],
    ],
    quotes: [
      '« En vrai, ça me parle. »',
      '« J’y avais jamais pensé. »',
      '« Si je peux essayer avant, je signe. »',
      '« Faut que j’en parle à la maison. »',
      '« J’aime bien quand à la fin on voit ce qu’on a fait. »',
    ],
    actions: [
      own(
        'appeler un professionnel du métier',
        [6, 14],
        [
          'A appelé un professionnel, [échange de vingt minutes, très concret|invité{e} à passer une matinée|conseil : viser une petite structure].',
        ],
        ['N’a pas osé appeler, [on prépare trois phrases ensemble|reporté].'],
      ),
      own(
        'lire la fiche métier et noter trois questions',
        [4, 10],
        ['Trois questions notées, [bien vues|dont une sur les évolutions].'],
        ['Fiche métier [survolée|pas relue].'],
      ),
      ours(
        'trouver une date de portes ouvertes',
        [3, 8],
        ['Portes ouvertes repérées [samedi|mi-{mois:+1}], inscription faite.'],
        ['Pas de portes ouvertes avant {mois:+2}.'],
      ),
    ],
    goals: ['Choisir un métier pour de bon', 'Voir le métier en vrai'],
  },
  {
    key: 'immersion_search',
    themes: ['internship', 'project'],
    when: () => 5,
    after: ['trade_chosen'],
    unless: ['immersion_found'],
    times: 2,
    reaches: ['immersion_found'],
    beats: [
      [
        'Recherche d’immersion dans {secteur} : [liste de {4..8} entreprises faite|appels passés depuis le bureau|deux pistes par le réseau|passage prévu en fin de matinée chez l’employeur].',
        'On cherche un lieu de stage. [Carte des entreprises à moins de vingt minutes|Sans permis, on vise {bus}|{P} préfère se présenter sur place].',
      ],
      [
        '{Lieu} [accepte de {le} recevoir|est d’accord pour {une_semaine}|demande un CV avant de répondre|rappelle demain].',
        'Appel au téléphone avec {lieu} : [voix posée, a bien expliqué sa demande|un peu de stress puis bien parti|a su relancer quand on lui a dit non].',
        'Accord de principe : {lieu}, {une_semaine} [mi-{mois:+1}|à partir {du_jour}].',
      ],
      [
        'Convention [remplie|à faire signer|envoyée] ; [chaussures de sécurité fournies|tenue correcte demandée|horaires 8 h – 16 h|trajet vérifié].',
        'Objectifs d’immersion : [voir une journée entière|vérifier le rythme|poser la question de l’alternance].',
      ],
    ],
    quotes: [
      '« J’ai eu peur au téléphone mais la dame était gentille. »',
      '« Si je leur plais, ils me gardent ? »',
      '« C’est la première fois qu’on me dit oui. »',
    ],
    actions: [
      own(
        'déposer la convention signée',
        [4, 9],
        ['Convention signée [déposée|reçue par courriel], immersion confirmée.'],
        ['Convention [pas encore signée|restée chez l’employeur], [appel fait|{il} y repasse {jour}].'],
      ),
      ours(
        'envoyer la convention à l’employeur',
        [1, 4],
        ['Convention envoyée et signée.', 'L’employeur a renvoyé la convention.'],
        ['Pas de retour de l’employeur sur la convention, relance.'],
      ),
    ],
    goals: ['Faire une semaine en entreprise', 'Montrer ce que je vaux'],
  },
  {
    key: 'immersion_review',
    themes: ['internship'],
    when: () => 9,
    after: ['immersion_found'],
    reaches: ['immersion_done'],
    beats: [
      [
        'Bilan d’immersion ({lieu}). [Présent{e} tous les jours|Une absence, justifiée|À l’heure chaque matin|A demandé à rester un jour de plus].',
        'Retour de {une_semaine} : {lieu}. [Fatigué{e} mais content{e}|Bilan très positif|Avis partagé|Déception sur l’ambiance, pas sur le métier].',
      ],
      [
        'A aimé {tache}. [Plus dur : rester debout|Plus dur : le réveil|Moins aimé : les temps morts|Difficile au début, à l’aise ensuite].',
        'L’employeur note : [volontaire, à l’écoute|doit gagner en rapidité|bon contact, pose des questions|{discret/discrète}, appliqué{e}]. [Prêt à revoir pour un contrat|Ne recrute pas avant {mois:+3}|Propose une deuxième période].',
      ],
      [
        'Conclusion : [projet confirmé|le métier oui, mais dans une plus petite équipe|projet à revoir, {autre_metier} revient|à confirmer ailleurs].',
        'Suite : [viser {diplome}|chercher un employeur pour l’alternance|deuxième immersion pour comparer|tests d’entrée à préparer].',
      ],
    ],
    quotes: [
      '« Le patron m’a dit que j’avais la main. »',
      '« J’ai pas vu passer la semaine. »',
      '« Au moins maintenant je sais. »',
      '« J’étais crevé, mais fier. »',
    ],
    actions: [
      own(
        'écrire un mot de remerciement à l’employeur',
        [2, 6],
        ['Remerciement envoyé, [réponse chaleureuse|l’employeur a répondu].'],
        ['Mot de remerciement pas encore envoyé.'],
      ),
      own(
        'faire le bilan écrit du stage',
        [4, 10],
        ['Bilan écrit apporté, [une page claire|précis et honnête].'],
        ['Bilan écrit [à finir|oublié à la maison].'],
      ),
    ],
    goals: ['Continuer dans ce métier'],
  },
];
