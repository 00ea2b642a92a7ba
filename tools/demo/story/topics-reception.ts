import { own, ours, type Topic } from './topic';

/** First receptions: why the person comes, where they stand, what is agreed. */
export const RECEPTION: readonly Topic[] = [
  {
    key: 'reception_school_leaver',
    themes: ['orientation', 'rights'],
    when: (p) => p.stage === 'school_leaver' || p.stage === 'young_jobseeker',
    beats: [
      [
        '{P} vient [seul{e}|accompagné{e} de {parent}|sur les conseils de {parent}|orienté{e} par {partenaire}|après avoir vu notre affiche au lycée] pour [faire le point|savoir quoi faire maintenant|trouver une formation|un premier emploi].',
        'Premier accueil. {P}, {age} ans, sorti{e} de {niveau} [en {mois:-8}|il y a {3..10} mois|avant les examens|sans chercher de suite].',
        'Premier rendez-vous avec {P}, {age} ans, [venu{e} spontanément|adressé{e} par {partenaire}|qui a pris rendez-vous par téléphone].',
      ],
      [
        'Dernière classe : {niveau}. [Diplôme obtenu|Diplôme non validé, quelques unités manquent|Arrêt en cours d’année|N’a pas repris à la rentrée].',
        "Parcours : {niveau}, puis [quelques missions d'intérim|deux mois de saison|rien de stable|un service civique écourté|de l’aide dans l’entreprise d’un oncle].",
        'Sorti{e} de {niveau}, [vit chez {parent}|hébergé{e} chez {parent}|en colocation depuis peu|logé{e} en famille] {a_ville}.',
      ],
      [
        '[Ressources : aucune pour l’instant|Pas de revenu, aidé{e} par {parent}|A perçu quelques salaires d’intérim|Petites économies de la saison]. [Couverture maladie à jour|Carte Vitale à jour, pas de mutuelle|Attestation de droits à demander].',
        'Inscription France Travail [faite la semaine dernière|à faire|faite mais pas actualisée ce mois-ci]. [Je lui montre la démarche en ligne|On l’a faite ensemble|{Il} s’en occupe avant la prochaine fois].',
        'Transport : [{bus} jusqu’ici, correct|{bus}, mais peu de passages après 19 h|dépend de {parent} pour les trajets|à pied, habite à dix minutes].',
      ],
      [
        'Idées : {metier}, [sans être sûr{e}|depuis longtemps|parce qu’un proche le fait|après un stage de troisième] ; {autre_metier} [a été évoqué aussi|ne l’intéresse plus].',
        'Projet encore [flou|large] : [le secteur, c’est {secteur}|quelque chose dans {secteur}], [dehors ou en atelier, pas de bureau|en contact avec du monde|avec des horaires réguliers].',
        'Dit [ne pas savoir|avoir du mal à choisir], mais [s’anime quand on parle de {secteur}|revient deux fois sur {secteur}].',
      ],
      [
        'Présentation de [notre accompagnement|ce que l’on peut faire ensemble|la mission de chacun] ; [est d’accord pour un suivi régulier|préfère réfléchir avant de s’engager|accepte un rendez-vous tous les quinze jours].',
        'Expliqué [le Contrat d’engagement jeune|le parcours d’accompagnement|les étapes possibles] : [intéressé{e}, surtout par l’allocation|inquiet{e} des heures demandées|d’accord sur le principe].',
        'Information donnée sur le partage avec les autres structures : {P} [est d’accord|comprend et accepte|demande que l’on évite d’en parler à {parent}].',
      ],
    ],
    quotes: [
      '« Je veux pas rester à rien faire. »',
      '« Au lycée on m’a mis là où il restait de la place. »',
      '« J’ai envie de bosser, mais je sais pas par où commencer. »',
      '« Cette fois je voudrais choisir moi-même. »',
      '« Mes potes sont tous partis, moi je tourne en rond. »',
    ],
    actions: [
      own(
        "apporter la carte d'identité, l'attestation de droits et un relevé de notes",
        [6, 14],
        ['A apporté [tous ses documents|les documents demandés], dossier complet.', 'Pièces reçues, [dossier ouvert|tout est en ordre].'],
        ['Documents [encore incomplets|oubliés], [il manque l’attestation de droits|à rapporter la prochaine fois].'],
      ),
      own(
        "s'inscrire à France Travail",
        [5, 12],
        [
          'Inscription France Travail [faite|confirmée], identifiant noté.',
          'Est [bien inscrit{e}|maintenant inscrit{e}] à France Travail.',
        ],
        [
          'Inscription France Travail [toujours à faire|bloquée sur une pièce manquante], [on la reprend ensemble|rendez-vous pris à l’espace numérique].',
        ],
      ),
      ours(
        'envoyer la documentation sur {secteur}',
        [2, 6],
        ['A lu la documentation sur {secteur}, [des questions précises|pose de bonnes questions].'],
        ['Documentation [pas encore ouverte|reçue mais pas lue].'],
      ),
    ],
    goals: [
      'Trouver ce qui me plaît et arrêter de tourner en rond',
      'Avoir une formation à la rentrée',
      'Gagner ma vie et prendre un appartement',
      'Ne plus dépendre de mes parents',
    ],
  },
  {
    key: 'reception_pupil',
    themes: ['orientation'],
    when: (p) => p.stage === 'pupil',
    beats: [
      [
        '{P}, {age} ans, en {niveau}, [reçu{e} avec {parent}|reçu{e} seul{e}, {parent} est au courant|vient sur les conseils de {prof}].',
        'Entretien demandé par [{prof}|la famille|{P}] : [réorientation envisagée|hésite sur la suite|que faire après {niveau}].',
        'Première rencontre avec {P} ({niveau}) [au lycée|ici|pendant la permanence].',
      ],
      [
        'Résultats [corrects mais en baisse depuis {mois:-2}|fragiles en matières générales, bons en atelier|irréguliers|bons, sauf en mathématiques]. [Assiduité sans reproche|Quelques absences le lundi|Retards répétés, explique les trajets].',
        'Dit [s’ennuyer en cours|aimer les matières pratiques|ne pas avoir choisi cette filière|se sentir perdu{e} dans la classe]. [Bonne entente avec les autres|Peu d’amis dans la classe|Un groupe d’amis solide].',
      ],
      [
        'Intérêts : {secteur}[, les animaux|, le dessin|, le sport|, la musique|], [passe son temps libre à {loisir}|pratique {loisir} en club|voudrait continuer {loisir}].',
        'Exploré {secteur} et les formations qui y mènent ({diplome}). [Ignorait qu’une telle voie existait|Connaissait déjà les journées portes ouvertes|Surpris{e} par la durée des études].',
        'Deux pistes comparées : {metier} et {autre_metier}. [La première l’emporte nettement|À approfondir par un stage|Les parents penchent pour la seconde].',
      ],
      [
        '[{parent_maj} soutient|{parent_maj} s’inquiète de|{parent_maj} s’interroge sur] ce choix ; [on en reparle ensemble|explications données sur les passerelles|calendrier d’affectation remis].',
        'Calendrier [de Parcoursup|d’affectation|des vœux] expliqué, [échéance en {mois:+3}|dossier à rendre à {prof}|portes ouvertes notées].',
      ],
    ],
    quotes: [
      '« J’aime bien faire, pas rester {assis/assise}. »',
      '« Tout le monde me dit de faire un bac général, mais c’est pas pour moi. »',
      '« Je voudrais un métier où on bouge. »',
      '« J’ai peur de me tromper. »',
    ],
    actions: [
      own(
        'faire le questionnaire d’intérêts en ligne',
        [7, 14],
        [
          'Questionnaire d’intérêts [rempli|fait à la maison] : [profil concret et social|ressortent le contact et le concret|pas de surprise, {secteur} en tête].',
        ],
        ['Questionnaire [pas fait|commencé seulement], [on le termine ensemble|à finir au CDI].'],
      ),
      own(
        'rencontrer {prof} pour parler des vœux',
        [8, 18],
        ['A vu {prof}, [avis favorable|discussion utile, vœux à ordonner].'],
        ['N’a pas encore vu {prof}, [conseil de classe repoussé|n’ose pas demander].'],
      ),
    ],
    goals: [
      'Trouver une filière où je me sens bien',
      'Savoir quoi mettre dans mes vœux',
      'Faire un métier manuel sans décevoir mes parents',
    ],
  },
  {
    key: 'reception_dropout',
    themes: ['dropout', 'orientation'],
    when: (p) => p.stage === 'dropout',
    beats: [
      [
        '{P}, {age} ans, [n’est plus en cours depuis {mois:-3}|ne va plus au lycée depuis {2..5} mois|a cessé en {niveau} en {mois:-4}]. [Contacté{e} par téléphone après signalement|Vient avec {parent}|Orienté{e} par {partenaire}].',
        'Droit au retour en formation : premier entretien. {P} a arrêté en {niveau} [après un conflit|faute d’intérêt|après un déménagement|quand le stage s’est mal passé].',
      ],
      [
        'Raconte [des réveils difficiles et l’envie qui s’en va|un climat de classe pesant|une orientation non choisie|un patron de stage qui ne lui parlait pas]. [Ne regrette pas le lycée|Regrette l’atelier|Garde un bon souvenir d’un professeur].',
        '[Rythme de sommeil décalé|Journées vides, aide à la maison|Sort peu|S’occupe de ses petits frères] ; [{parent} travaille tôt|{parent} s’inquiète|les relations avec {parent} sont tendues mais le dialogue existe].',
      ],
      [
        'Ne veut pas [retourner en classe entière|revenir au même lycée|entendre parler de cours à temps plein]. [Ouvert{e} à l’alternance|Accepterait un petit groupe|Voudrait d’abord essayer un métier].',
        'Ce qui accroche : {secteur}, [grâce à un stage de troisième|parce qu’un voisin y travaille|en regardant des vidéos], surtout {tache}.',
      ],
      [
        'Trois pistes posées : [micro-lycée, E2C, apprentissage|module de remobilisation, service civique, apprentissage|réaffectation, MFR, chantier école]. [Visite à organiser|On les regarde une par une|Décision laissée ouverte].',
        'Obligation de formation jusqu’à 18 ans rappelée [sans dramatiser|calmement|à {P} et {parent}].',
      ],
    ],
    quotes: [
      '« Le matin j’y arrivais plus, c’est tout. »',
      '« Si c’est pour être {assis/assise} toute la journée, non. »',
      '« Je veux bien essayer, mais pas longtemps au début. »',
      '« Personne m’a demandé pourquoi j’étais {parti/partie}. »',
    ],
    actions: [
      ours(
        'appeler {parent} pour expliquer les pistes',
        [2, 6],
        ['Échange avec {parent} : [d’accord pour la visite|soutient la démarche].'],
        ['Appel à {parent} sans réponse, message laissé.'],
      ),
      own(
        'venir à la visite collective',
        [7, 16],
        ['A participé à la visite, [a parlé avec deux stagiaires|revient avec le sourire|pose la question des horaires].'],
        ['Absent{e} à la visite, [réveil|n’a pas osé venir seul{e}], on en refixe une.'],
      ),
    ],
    goals: ['Reprendre quelque chose sans retourner au lycée', 'Faire un essai en entreprise', 'Retrouver un rythme'],
  },
];
