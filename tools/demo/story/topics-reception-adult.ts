import { own, ours, type Topic } from './topic';

/** First receptions of adults, students and people new to the country. */
export const RECEPTION_ADULT: readonly Topic[] = [
  {
    key: 'reception_jobseeker',
    themes: ['job_search', 'rights'],
    when: (p) => p.stage === 'jobseeker',
    beats: [
      [
        '{P}, {age} ans, [inscrit{e} depuis {mois:-5}|en recherche depuis {3..9} mois|dont le contrat s’est terminé en {mois:-3}]. Dernier poste : {poste}, {ans} ans.',
        'Premier entretien. A travaillé {ans} ans comme {poste}[, licenciement économique|, fin de CDD non renouvelé|, rupture conventionnelle|, entreprise en liquidation].',
      ],
      [
        '[Sait ce qu’{il} ne veut plus|Voudrait changer mais a peur de repartir de zéro|Reprendrait le même métier si les horaires suivaient|Ne veut plus du travail posté]. [Le dos fatigue|La fatigue s’est installée|Bonne forme|Envie intacte].',
        'Atouts : [ponctualité|expérience solide|polyvalence|aisance avec le public], [bonnes références|permis B et véhicule|connaît bien le bassin]. Freins : [pas de diplôme reconnu|garde des enfants|trajets|peu à l’aise avec le numérique].',
      ],
      [
        'Droits : [ouverts jusqu’en {mois:+6}|reliquat de {3..9} mois|ASS en cours|RSA depuis {mois:-4}]. [Rien d’urgent|Budget serré en fin de mois|Le conjoint travaille|Seul revenu du foyer].',
        'Situation financière [tendue|stable pour l’instant|à surveiller], {aide} [en cours|à vérifier|demandée].',
      ],
      [
        'Deux axes : [retour à l’emploi rapide|missions pour garder un revenu] et [projet vers {secteur} à moyen terme|formation courte|validation des acquis].',
        'Idée de {metier} [évoquée spontanément|ancienne, jamais tentée|à confronter au terrain], [l’enquête métier s’impose|une immersion aiderait à trancher].',
      ],
    ],
    quotes: [
      '« À mon âge, repartir à l’école, ça me fait drôle. »',
      '« J’ai toujours travaillé, je ne sais pas rester chez moi. »',
      '« On ne me répond même plus. »',
      '« Je voudrais un métier où je tiens jusqu’à la retraite. »',
    ],
    actions: [
      own(
        'mettre à jour le profil en ligne',
        [5, 10],
        ['Profil [mis à jour|en ligne et visible des employeurs].', 'Le profil est à jour, [deux visites déjà|premier contact reçu].'],
        ['Profil pas encore à jour, [mot de passe perdu|on le fait ensemble].'],
      ),
      own(
        'lister les tâches tenues dans les trois derniers postes',
        [7, 14],
        ['Liste des tâches [très complète|faite avec soin], [on y lit de vraies compétences|de quoi refaire le CV].'],
        ['Liste [à peine commencée|restée à la maison].'],
      ),
    ],
    goals: [
      'Retrouver un emploi stable près de chez moi',
      'Changer de métier avant d’être {usé/usée}',
      'Avoir des horaires qui vont avec les enfants',
    ],
  },
  {
    key: 'reception_employee',
    themes: ['retraining', 'orientation'],
    when: (p) => p.stage === 'employee',
    beats: [
      [
        '{P}, en poste comme {poste} depuis {ans} ans, [souhaite évoluer|pense à une reconversion|a demandé un rendez-vous en dehors de ses heures|vient à titre confidentiel].',
        'Conseil en évolution professionnelle, premier niveau. {P} est {poste} en CDI[, à temps plein|, à 80 %|, en équipe de nuit]. L’employeur n’est pas informé.',
      ],
      [
        'Motif : [perte de sens|usure|réorganisation du service|envie de transmettre|déménagement du site annoncé]. [En parle avec recul|Ému{e} par moments|Y pense depuis {deux/deux} ans].',
        '[Entretien annuel décevant|Nouveau responsable|Poste qui se vide de son contenu] : [le besoin de bouger est net|la question du départ est posée|ne veut pas décider sous le coup de la colère].',
      ],
      [
        'Piste : {metier} ({diplome}). [A déjà rencontré une professionnelle|Connaît le métier par sa famille|Information de seconde main, à vérifier].',
        'Projet vers {secteur}, [plutôt {metier} que {autre_metier}|sans métier arrêté|avec l’idée de s’installer à terme].',
      ],
      [
        'Droits expliqués : [CPF {euros} €, projet de transition professionnelle|démission pour reconversion, conditions et délais|VAE et congé afférent|Pro-A et dispositifs de branche].',
        'CPF consulté ensemble : {euros} €. [Suffisant pour le bilan, pas pour la formation|Abondement possible|Reste à charge à anticiper].',
      ],
    ],
    quotes: [
      '« Je ne me vois pas encore dix ans à ce poste. »',
      '« J’ai un salaire, je ne peux pas tout lâcher. »',
      '« Ce qui me manque, c’est d’être utile. »',
    ],
    actions: [
      own(
        'rencontrer deux professionnels du métier visé',
        [14, 28],
        [
          'Deux enquêtes métier faites : [confirme l’envie, nuance sur les salaires|horaires plus lourds que prévu|accueil chaleureux, projet renforcé].',
        ],
        ['Une seule rencontre sur deux, [l’autre est calée|difficile de trouver le temps].'],
      ),
      own(
        'tenir un journal de ce qui plaît et de ce qui pèse au travail',
        [14, 21],
        [
          'Journal tenu [trois semaines|avec sérieux] : [l’autonomie revient souvent|c’est le management qui pèse, pas le métier|le contact humain manque].',
        ],
        ['Journal [tenu deux jours|abandonné], on en parle de mémoire.'],
      ),
    ],
    goals: [
      'Changer de métier sans mettre ma famille en difficulté',
      'Savoir si mon idée tient la route',
      'Faire reconnaître ce que je sais faire',
    ],
  },
  {
    key: 'reception_student',
    themes: ['orientation'],
    when: (p) => p.stage === 'student',
    beats: [
      [
        '{P}, {niveau}, [ne se retrouve pas dans sa filière|envisage une réorientation au second semestre|a décroché des travaux dirigés|se demande si la fac est faite pour {lui}].',
        'Étudiant{e} en {niveau}, premier entretien [demandé après les partiels|sur conseil d’un enseignant|à la suite du forum].',
      ],
      [
        'Les notes [ont chuté|sont moyennes|restent bonnes mais l’envie n’y est plus]. [Travaille {8..10} h par semaine à côté|{Boursier/Boursière}|Trajet de {2..3} h par jour|Vit seul{e} pour la première fois].',
        'A choisi cette licence [par défaut|pour rester près de sa famille|sur les conseils du lycée] ; [aimait pourtant le sujet|découvre un contenu très théorique].',
      ],
      [
        'Pistes : {diplome}, {secteur}[, alternance|, BTS en un an|, année de césure]. [Date limite en {mois:+2}|Passerelle possible|Place à vérifier].',
        'Ce qui compte : [du concret|une équipe|rester dans la région|partir un an]. On rapproche cela de {secteur}.',
      ],
      [
        '[Tutorat et aide d’urgence du Crous signalés|Bourse maintenue si assiduité, rappel fait|Statut et calendrier expliqués].',
        '[Plan B écrit ensemble|Deux scénarios comparés|Lettre de motivation à esquisser].',
      ],
    ],
    quotes: [
      '« Je fais semblant d’aller bien devant mes parents. »',
      '« Je ne veux pas perdre une année. »',
      '« J’ai besoin de voir à quoi ça sert. »',
    ],
    actions: [
      own(
        'prendre contact avec {cfa} sur les places en cours d’année',
        [5, 12],
        ['A eu {cfa} : [une place possible en janvier|liste d’attente|entretien fixé].'],
        ['Pas encore appelé {cfa}, [stress des partiels|à faire cette semaine].'],
      ),
    ],
    goals: ['Me réorienter sans perdre mon année', 'Trouver une alternance', 'Finir ma licence et savoir après'],
  },
  {
    key: 'reception_newcomer',
    themes: ['language', 'rights'],
    when: (p) => p.stage === 'newcomer',
    beats: [
      [
        '{P}, {age} ans, [en France depuis {2..5} ans|arrivé{e} {a_ville} l’an dernier]. [Échange en français simple|Interprète au téléphone ({langue})|Compréhension correcte, expression hésitante].',
        'Accueil avec [un interprète ({langue})|le bénévole de l’association|des phrases courtes et des dessins]. {P} [suit le cours du soir|a le niveau A2|a passé le DELF A2].',
      ],
      [
        'Au pays : {poste}, {ans} ans. [Diplôme non reconnu ici|Copies de diplômes disponibles|Papiers perdus en route]. Veut travailler vite.',
        'A travaillé [en cuisine|sur des chantiers|à la récolte|dans un atelier de couture] depuis l’arrivée[, contrats courts|, mission d’intérim].',
      ],
      [
        'Titre de séjour [valable jusqu’en {mois:+9}|en renouvellement, récépissé à jour], autorisation de travail [vérifiée|mentionnée]. Droits santé [ouverts|en cours].',
        'Objectif : {secteur}, avec [un français professionnel à renforcer|un niveau de langue suffisant pour un essai|un besoin de vocabulaire technique].',
      ],
    ],
    quotes: [
      '« Je veux parler mieux pour être tranquille au travail. »',
      '« Dans mon pays j’étais {chef/cheffe} d’équipe. »',
      '« Le travail, oui. Même loin. »',
    ],
    actions: [
      ours(
        'demander une place en français à visée professionnelle',
        [4, 10],
        ['Place obtenue en français professionnel, [début en {mois:+1}|deux matinées par semaine].'],
        ['Demande de cours [en liste d’attente|sans réponse], relance faite.'],
      ),
    ],
    goals: ['Parler mieux français pour travailler', 'Travailler dans mon métier'],
  },
  {
    key: 'reception_returner',
    themes: ['retraining', 'family'],
    when: (p) => p.stage === 'returner',
    beats: [
      [
        '{P}, {age} ans, [a élevé {enfants}|n’a pas travaillé depuis {4..9} ans|reprend après une séparation]. Ancien poste : {poste}.',
        'Premier entretien. {P} veut reprendre [maintenant que le plus jeune va à l’école|pour être autonome|après des années à la maison].',
      ],
      [
        '[Doute de ses compétences|Minimise ce qu’elle sait faire|Parle bien de son expérience associative]. On repère : [gestion du budget, organisation, écoute|bénévolat à l’école, trésorerie d’association|accompagnement d’un parent âgé].',
        'Garde : [place en périscolaire|{parent} dépanne le mercredi|crèche demandée] ; horaires possibles [9 h – 16 h|matin seulement pour commencer|temps partiel].',
      ],
      [
        'Métiers regardés : {metier}, {autre_metier}. [Le premier correspond aux horaires|À voir sur le terrain|Une formation courte existe].',
        '[Atelier confiance proposé|Point juridique pris avec la collègue juriste|Droits CAF à vérifier] ; [rythme à sa main|pas de précipitation].',
      ],
    ],
    quotes: ['« Je ne sais même plus faire un CV. »', '« Mes enfants sont fiers que je reprenne. »', '« Je veux mon propre salaire. »'],
    actions: [
      own(
        'visiter l’atelier collectif du jeudi',
        [5, 12],
        ['Est venue à l’atelier, [a pris la parole|y a retrouvé une voisine|en ressort plus confiante].'],
        ['N’a pas pu venir à l’atelier, [enfant malade|pas de garde].'],
      ),
    ],
    goals: ['Reprendre un travail à mon rythme', 'Être autonome', 'Reprendre confiance'],
  },
  {
    key: 'reception_disabled',
    themes: ['health', 'retraining'],
    when: (p) => p.stage === 'disabled',
    protected: true,
    beats: [
      [
        '{P}, {age} ans, RQTH [en cours de validité|demandée en {mois:-3}|renouvelée]. Dernier poste : {poste}, {ans} ans.',
        'Premier entretien. {P} ne peut plus exercer comme {poste} ; [avis du médecin du travail fourni|inaptitude prononcée en {mois:-4}].',
      ],
      [
        'Limites exprimées : [pas de port de charges|station debout à éviter|besoin de pauses|pas de travail de nuit] (détails gardés par la personne).',
        'Besoin d’aménagement : [horaires, poste assis|trajets courts|rythme progressif]. Rien d’autre n’est noté ici.',
      ],
      [
        'Compétences transférables : [organisation, relation client|lecture de plans, chiffrage|encadrement|informatique courante]. Piste {metier} [à éprouver|cohérente avec les limites|à valider par une immersion].',
        'Projet dans {secteur} : [prestation d’appui à demander|immersion aménagée possible|formation accessible à distance].',
      ],
    ],
    quotes: ['« Je ne suis pas {fini/finie}, il faut juste que ce soit adapté. »', '« Je veux qu’on regarde ce que je sais faire. »'],
    actions: [
      ours(
        'demander une étude ergonomique pour le poste visé',
        [10, 20],
        ['Étude [accordée|réalisée], préconisations simples et peu coûteuses.'],
        ['Demande d’étude [en instruction|incomplète], pièce à fournir.'],
      ),
    ],
    goals: ['Retrouver un poste compatible avec ma santé', 'Travailler sans me faire mal'],
  },
];
