import { own, ours, type Topic } from './topic';

const adultish = (age: number): boolean => age >= 17;

/** What gets in the way, and what helps: transport, home, money, health, rights. */
export const LIFE: readonly Topic[] = [
  {
    key: 'licence',
    themes: ['mobility'],
    when: (p) => (!p.licence && adultish(p.age) ? 4 : 0),
    times: 2,
    reaches: ['licence_started'],
    beats: [
      [
        'Mobilité : [sans permis, {bus} seulement|code à repasser|{2..9} heures de conduite faites|scooter en panne]. [Deux offres refusées pour cette raison|Le CFA est mal desservi|Zone d’activité sans bus avant 7 h].',
        'Le permis [revient à chaque entretien|bloque pour {secteur}|est le prochain objectif]. [Devis d’auto-école : {prix} €|Code acheté en ligne|Inscription au code la semaine prochaine].',
      ],
      [
        'Aides regardées : [aide de la Région|CPF|aide apprenti|fonds d’aide aux jeunes|permis à un euro par jour]. [Dossier retiré|Simulation faite|Reste {prix_reste} € à trouver].',
        '[Vélo à assistance prêté par l’association|Carte de transport solidaire demandée|Covoiturage avec un voisin possible|Location de scooter sociale, caution expliquée].',
      ],
    ],
    quotes: [
      '« Sans le permis on est rien ici. »',
      '« Le code, je l’ai raté à deux fautes. »',
      '« Le premier car est à 7 h 40, l’embauche à 6 h. »',
    ],
    actions: [
      own(
        'faire deux séries de code par jour',
        [10, 20],
        ['S’entraîne au code, [{4..6} fautes en moyenne|date d’examen posée].', 'Code [obtenu du premier coup|obtenu].'],
        ['Séries de code [irrégulières|arrêtées une semaine], on relance.'],
      ),
      ours(
        'monter le dossier d’aide au permis',
        [5, 12],
        ['Aide au permis accordée.', 'Dossier permis déposé, commission en {mois:+1}.'],
        ['Dossier permis : devis manquant.'],
      ),
    ],
    goals: ['Avoir le permis', 'Être autonome pour mes trajets'],
  },
  {
    key: 'housing',
    themes: ['housing'],
    when: (p) => (p.age >= 17 && p.age < 40 && p.stage !== 'employee' ? 2 : 0),
    times: 2,
    beats: [
      [
        'Logement : [hébergé{e} chez un ami, ne peut pas durer|veut quitter le domicile de {parent}|cohabitation difficile|bail qui finit en {mois:+2}|dort chez sa sœur depuis {2..5} semaines].',
        'La question du logement [revient|prend toute la place aujourd’hui|conditionne l’entrée en formation].',
      ],
      [
        'Démarches : [demande en foyer de jeunes travailleurs|demande de logement social, numéro unique obtenu|Visale expliqué|rendez-vous avec l’assistante sociale|intermédiation locative].',
        '[Simulation APL faite|Garant trouvé|Dossier {fjt} rempli|Colocation visitée, trop chère|Liste de pièces remise].',
      ],
      [
        '[Solution d’attente trouvée jusqu’au {date:+20}|Pas d’urgence ce soir, vérifié|Numéro d’urgence rappelé|Peut rester le temps de la réponse].',
      ],
    ],
    quotes: [
      '« J’ai mes affaires dans deux sacs. »',
      '« Je veux pas retourner chez mon père. »',
      '« Une clé à moi, c’est tout ce que je demande. »',
    ],
    actions: [
      own(
        'rapporter les pièces du dossier logement',
        [4, 9],
        ['Dossier logement complet et déposé.'],
        ['Dossier logement : il manque l’avis d’imposition.'],
      ),
      ours(
        'appeler {fjt}',
        [1, 4],
        ['{fjt_maj} : place possible en {mois:+1}.', '{fjt_maj} : liste d’attente, inscrit{e}.'],
        ['{fjt_maj} pas joint, message laissé.'],
      ),
    ],
    goals: ['Avoir mon chez-moi', 'Trouver un logement avant la formation'],
  },
  {
    key: 'health',
    themes: ['health'],
    when: (p) => (p.stage === 'pupil' ? 0 : 1.4),
    protected: true,
    times: 2,
    beats: [
      [
        'A souhaité parler de [fatigue|sommeil|stress avant les entretiens|son suivi médical]. Rien de plus n’est écrit ici.',
        'Temps d’écoute. {P} [traverse une période difficile|dit aller mieux|a besoin de souffler] ; [pas d’urgence repérée|entourage présent].',
      ],
      [
        'Proposé [le point écoute|le bilan de santé gratuit|la psychologue de la structure|le médecin traitant d’abord] : [accepte l’idée|prend la carte|rendez-vous pris ensemble|préfère attendre].',
        '[Complémentaire santé solidaire demandée|Droits santé renouvelés|Médecin traitant à trouver, liste donnée|Lunettes : prise en charge expliquée].',
      ],
      [
        'Le rythme des rendez-vous est [allégé|gardé, à sa demande|espacé d’une semaine]. [Le projet attend, sans reproche|On garde un petit objectif].',
      ],
    ],
    quotes: ['« Ça fait du bien d’en parler deux minutes. »', '« En ce moment je dors mal. »'],
    actions: [
      own(
        'prendre rendez-vous pour le bilan de santé',
        [6, 14],
        ['Bilan de santé [fait|fixé].'],
        ['Bilan de santé pas encore pris, sans pression.'],
      ),
    ],
    goals: ['Retrouver de l’énergie'],
  },
  {
    key: 'budget',
    themes: ['budget', 'rights'],
    when: (p) => (p.minor ? 0 : 2.5),
    times: 2,
    beats: [
      [
        'Point budget : [loyer, téléphone, transport|{euros} € par mois pour tout|une dette de téléphone|découvert en fin de mois]. [On pose tout sur une feuille|Application de suivi installée|Abonnements résiliés ensemble].',
        'Droits : [{aide} à demander|{aide} suspendue, réclamation faite|trop-perçu expliqué|déclaration trimestrielle oubliée, refaite]. [Compte CAF débloqué|Courrier relu|Délai deux mois].',
      ],
      [
        '[Aide ponctuelle du fonds d’aide aux jeunes demandée|Colis alimentaire, adresse donnée|Échéancier accepté par l’opérateur|Rien de grave si l’on agit ce mois-ci].',
        'Allocation [versée|en retard, vérification faite|expliquée une nouvelle fois, conditions comprises].',
      ],
    ],
    quotes: ['« Je savais même pas que j’y avais droit. »', '« Le 15 j’ai plus rien. »', '« J’ouvre plus le courrier. »'],
    actions: [
      own(
        'faire la déclaration de ressources',
        [2, 7],
        ['Déclaration faite, droits recalculés.'],
        ['Déclaration pas faite, on la remplit ensemble.'],
      ),
      ours(
        'envoyer le dossier au fonds d’aide',
        [2, 6],
        ['Aide accordée : [bons de transport|aide alimentaire|équipement].'],
        ['Dossier d’aide en commission.'],
      ),
    ],
    goals: ['Ne plus être à découvert', 'Mettre un peu d’argent de côté'],
  },
  {
    key: 'digital',
    themes: ['digital'],
    when: (p) => (p.age > 35 || p.stage === 'newcomer' || p.stage === 'returner' ? 2 : 0.5),
    beats: [
      [
        'Démarches en ligne : [mots de passe oubliés|téléphone seul, pas d’ordinateur|ne sait pas joindre un fichier|peur de mal faire]. [On classe tout dans un dossier|Carnet de codes tenu|Adresse de secours créée].',
        'Numérique : [fait seul{e} son actualisation pour la première fois|atelier proposé|a scanné ses diplômes avec son téléphone].',
      ],
      [
        '[Inscription à l’atelier du mardi|Conseiller numérique {a_ville} signalé|Ordinateur reconditionné possible|Refera la démarche seul{e}, je reste à côté].',
      ],
    ],
    quotes: ['« Avec vous ça marche, chez moi ça bloque. »', '« Je clique et tout disparaît. »'],
    actions: [
      own(
        'venir à l’atelier numérique',
        [5, 12],
        ['Atelier numérique suivi, [sait joindre un CV|plus à l’aise].'],
        ['Atelier numérique manqué.'],
      ),
    ],
  },
  {
    key: 'language',
    themes: ['language', 'training'],
    when: (p) => (p.stage === 'newcomer' ? 5 : 0),
    times: 3,
    beats: [
      [
        'Français : [progrès nets à l’oral|l’écrit reste difficile|comprend les consignes de sécurité|vocabulaire de {secteur} travaillé]. [Interprète inutile aujourd’hui|Encore besoin d’interprète pour l’administratif].',
        'Cours [trois soirs par semaine|à l’association|en formation linguistique], [assidu{e}|test B1 prévu en {mois:+2}|fatigue après le travail].',
      ],
      [
        '[Reconnaissance du diplôme demandée|Traduction assermentée à payer|Attestation de comparabilité reçue]. [Contrat court trouvé à côté|Mission de nuit|Bénévolat pour parler].',
      ],
    ],
    quotes: ['« Au chantier on parle, je comprends tout maintenant. »', '« Écrire, c’est dur, parler ça va. »'],
    actions: [
      own(
        's’inscrire au test de langue',
        [8, 18],
        ['Inscrit{e} au test, [date le {date:+30}|convocation reçue].'],
        ['Pas encore inscrit{e} au test.'],
      ),
    ],
    goals: ['Réussir le test de français'],
  },
  {
    key: 'childcare',
    themes: ['family'],
    when: (p) => (p.children > 0 ? 3 : 0),
    times: 2,
    beats: [
      [
        'Garde : [crèche, commission en {mois:+1}|{parent} dépanne|assistante maternelle trouvée|horaires décalés impossibles pour l’instant]. [Aide à la garde demandée|Place à vocation d’insertion signalée].',
        'Organisation familiale [tendue|calée] : {enfants}, [école à 8 h 30|périscolaire jusqu’à 18 h|mercredi sans solution].',
      ],
      ['[On cherche des horaires de journée|La formation en discontinu conviendrait|Le temps partiel suffit pour commencer].'],
    ],
    quotes: ['« Si la petite est malade, je fais comment ? »', '« Le matin je dépose le grand à 8 h 30, pas avant. »'],
    actions: [
      own(
        'déposer la demande de place en crèche',
        [4, 10],
        ['Demande de crèche déposée.', 'Place en crèche obtenue deux jours par semaine.'],
        ['Demande de crèche pas encore déposée.'],
      ),
    ],
    goals: ['Trouver une garde pour travailler'],
  },
  {
    key: 'confidence',
    themes: ['confidence', 'project'],
    when: (p) => (p.stage === 'employee' ? 0.5 : 2),
    times: 2,
    beats: [
      [
        '[Petit moral|Semaine difficile|Se compare beaucoup aux autres|Dit « je suis {nul/nulle} » puis se reprend]. On liste [ce qui a avancé depuis le début|trois réussites récentes|ce que disent les autres de {lui}].',
        'Confiance : [parle plus fort qu’au début|regarde en face|a pris la parole en atelier|ose dire non]. [Je le {lui_dat} dis|Remarqué aussi par la collègue de l’accueil].',
      ],
      [
        'Proposé : [atelier théâtre|simulation devant la caméra|séance de sport collectif|parrainage|service civique]. [Partant{e}|Pas tout de suite|Veut bien si {il} n’est pas seul{e}].',
      ],
    ],
    quotes: [
      '« D’habitude on me dit ce que je fais mal. »',
      '« J’ai parlé devant tout le monde, j’y croyais pas. »',
      '« C’est bête mais ça m’a fait plaisir. »',
    ],
    actions: [
      own(
        'essayer l’atelier collectif',
        [5, 12],
        ['Atelier collectif essayé, [y retourne|bien intégré{e}].'],
        ['Pas venu{e} à l’atelier collectif.'],
      ),
    ],
    goals: ['Avoir plus confiance en moi', 'Parler sans trembler en entretien'],
  },
];
