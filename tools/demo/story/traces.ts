/** Short traces: calls, messages, missed appointments, a third party who gives news. One template, one trace. */
export const CALLS: readonly string[] = [
  'Appel de {P} : [confirme sa venue {jour}|demande à décaler, nouvelle date le {date:+7}|a reçu un courrier qu’{il} ne comprend pas, lu ensemble|annonce une réponse positive|voudrait l’adresse de {cfa}|donne des nouvelles, tout va bien].',
  'Appelé {P} [en fin de matinée|en début d’après-midi|après le travail] : [répond aussitôt|rappelle dans la foulée|un peu pressé{e}]. [Rendez-vous maintenu|A bien reçu mon message|Dossier {cfa} envoyé hier|Attend la réponse de l’employeur|Pensera à apporter le justificatif].',
  'Échange de SMS avec {P} : [rappel du rendez-vous de {jour}|photo du justificatif reçue|« je suis devant », retrouvé{e} à l’accueil|adresse de l’information collective envoyée|félicitations pour le code].',
  'Bref appel. [Question sur {aide}|Question sur le trajet|Doute avant l’entretien|Besoin d’une attestation] : [réponse donnée|transmis à la collègue|envoyé par courriel|on regarde ensemble {jour}].',
  '{P} a laissé un message : [absent{e} {jour}, raison valable|veut parler de {secteur}|entretien décroché|nouveau numéro à noter]. Rappelé{e}, [calé|c’est vu|suite le {date:+9}].',
  'Deuxième tentative, [répondeur plein|pas de réponse|messagerie]. [SMS laissé, sans détail|Courriel envoyé|Essai prévu {jour} matin], {heure}.',
  'Courriel de {P} avec [le CV à relire|la convention|une offre repérée {a_ville}|le bulletin|une question sur {diplome}]. [Répondu point par point|Relu, deux remarques|Transmis|Imprimé pour le dossier], {heure}.',
];

export const ABSENCES: readonly string[] = [
  'Absent{e} au rendez-vous de {heure}. [Message laissé|SMS envoyé, sans détail|Appel sans réponse|A rappelé dans l’heure : {bus} en panne|A prévenu tard, enfant malade]. [Nouvelle date le {date:+6}|On retente {jour}|Troisième fois, en parler en équipe].',
  '{P} n’est pas venu{e} ({heure}). [Jamais arrivé jusqu’ici|Deuxième absence de suite|Avait confirmé la veille]. [Joint{e} le soir : s’était trompé{e} de jour|Je rappelle {jour}|Courrier simple envoyé|{parent_maj} me dit que tout va bien].',
  'Rendez-vous manqué, [excusé|non prévenu|prévenu par SMS à {heure}] : [réveil|mission d’intérim acceptée la veille|oubli|rendez-vous médical|grève des transports]. [Refixé le {date:+8}|Proposé un échange par téléphone|À reprendre sans reproche].',
];

export const THIRD_PARTY: readonly string[] = [
  'Point avec {partenaire} au sujet de {P} (accord donné le {date:-12}) : [dossier bien arrivé|rendez-vous honoré chez eux|attendent une pièce|avis favorable]. [Je reste l’interlocuteur|Prochain point en {mois:+1}|{P} sera prévenu{e} {jour}].',
  'Appel du formateur de {cfa} : [{P} s’accroche|deux absences à éclaircir|bonne intégration|stage à trouver avant le {date:+18}]. [J’en parle avec {lui} {jour}|Pas d’inquiétude|Rendez-vous à trois proposé].',
  'Appel de {lieu} : [prêt à revoir {P}|content du stage|horaires à préciser|convention à renvoyer]. [Transmis aussitôt|{P} rappelle {jour}|Merci fait], {heure}.',
  '{parent_maj} appelle : [demande où en est le projet|signale un changement d’adresse|inquiétude sur les absences|remercie]. [Répondu dans la limite de ce que {P} accepte|Renvoyé vers {P}|Proposé un rendez-vous ensemble le {date:+10}].',
  'Croisé{e} par hasard [au forum|à la médiathèque|en maraude avec l’équipe|sur le marché] : {P} [donne des nouvelles|passe {jour}|travaille deux jours par semaine|a gardé la carte]. [Pas de note de plus|Rappel du rendez-vous du {date:+5}].',
];

/** Notes for oneself: memory, a doubt, what to try next time. */
export const TO_SELF: readonly string[] = [
  'Pour moi : [ne pas aller trop vite|laisser les silences|revenir sur {secteur} la prochaine fois|demander comment va {parent}|ne pas parler du permis d’entrée], {P} [se ferme quand on presse|répond mieux par écrit|a besoin de concret].',
  'À garder en tête : [le rendez-vous du matin ne marche pas|préfère le tutoiement|rit quand on parle de {loisir}|a dit « on verra » trois fois]. [Essayer un rendez-vous dehors|Préparer deux offres|Proposer une visite plutôt qu’un dossier] le {date:+14}.',
  'Doute : [est-ce bien son choix ou celui de {parent} ?|le projet de devenir {metier} tient-il ?|la fatigue cache peut-être autre chose|trop d’objectifs à la fois]. [En parler en analyse de pratique|Reposer la question simplement|Ralentir], revoir {jour}.',
];

/** For one's own team. */
export const TO_TEAM: readonly string[] = [
  'Équipe : si {P} passe sans rendez-vous, [le dossier {cfa} est dans la bannette|donner la convention à signer|me prévenir même en entretien|proposer {jour} matin]. [Merci à l’accueil|Numéro à jour].',
  'À voir en réunion : [place pour {P} à l’atelier de {mois:+1}|passage de relais pendant mes congés|visite d’entreprise à plusieurs ({secteur})|demande d’aide exceptionnelle]. [Pas urgent|Avant le {date:+10}].',
];

/** For all who accompany the person. */
export const TO_NETWORK: readonly string[] = [
  'Pour les collègues des autres structures : {P} vise {metier}, [{diplome} en {mois:+4}|immersion en cours|dossier déposé chez {cfa}]. [Prochain rendez-vous ici le {date:+15}|Merci de me signaler toute absence|Éviter de redemander l’histoire depuis le début].',
  'Partagé avec l’accord de {P} : [projet dans {secteur} confirmé|en recherche d’employeur|entrée en formation proche|attend une réponse de logement]. Besoin : [un garant|une place de garde|le permis|un employeur] ; [je fais le lien|contact par courriel], le {date:0}.',
];

/** For the person to read in their own space. */
export const TO_PERSON: readonly string[] = [
  'Bonjour {prenom}, [voici ce que nous avons décidé|ce que l’on a dit aujourd’hui|un petit résumé de notre rendez-vous] : {etape}. [Bravo pour le chemin parcouru|Gardez confiance|N’hésitez pas à appeler en cas de doute|Le plus dur est commencé]. À bientôt, le {date:+15} [à {heure}|comme convenu].',
];

/** A few words more, after a short trace. */
export const ADDED: readonly string[] = [
  '[Vu|Noté|Rappel prévu] le {date:+4}.',
  'Rien d’autre, [{heure}|échange de quelques minutes|à suivre {jour}].',
  'Prochain rendez-vous maintenu, le {date:+9}.',
  '({2..9} minutes, {heure}.)',
];

/** The first exchange at the operator that received a person. */
export const RECEIVED: readonly string[] = [
  'Premier rendez-vous avec {P}, orienté{e} par {partenaire}. [Dossier lu avant, pas besoin de tout redire|Soulagé{e} de ne pas recommencer son histoire|Un peu intimidé{e}, puis à l’aise]. Demande : {demande} [On fixe trois étapes|Calendrier expliqué|Accord sur la suite]. [Nouveau rendez-vous le {date:+12}|On se revoit {jour}|Prochain point le {date:+9}].',
  '{P} vient de la part de {partenaire} ({date:-9}). {demande} [Première analyse partagée|Documents complets|Il manque une pièce, apportée {jour}]. [Je tiens le collègue au courant|Retour fait à l’envoyeur|{P} sait qui appeler], {heure}.',
  'Accueil après orientation de {partenaire}. [Le relais est bien compris|{P} a bien lu ce qui nous a été transmis|Le résumé transmis est juste]. {demande} [Place confirmée|On commence {jour}|Premier atelier le {date:+7}].',
];
