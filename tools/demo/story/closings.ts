/** Last notes of a support, by outcome. */
export const CLOSINGS: Readonly<Record<'job' | 'training' | 'moved' | 'silent' | 'own_way', readonly string[]>> = {
  job: [
    'Fin d’accompagnement : {P} est en poste ({lieu}), [essai validé|CDI signé|contrat renouvelé]. [Bilan partagé, content{e} du chemin|Garde ma carte]. Suivi à trois et six mois [accepté|par téléphone].',
    'On clôt ensemble. {Metier} depuis {mois:-2}, [autonome|le projet tient]. [Remercie, dit qu’{il} reviendra pour le permis|Reparle du premier rendez-vous en riant]. Contact gardé pour le suivi de {mois:+3}.',
  ],
  training: [
    'Sortie vers la formation : {diplome} ({cfa}), [entrée faite|premier mois passé]. Relais [pris par le formateur référent|assuré sur place]. {P} sait [où revenir|qui appeler]. Point en {mois:+3}.',
    'Clôture : parcours engagé chez {cfa}. [Objectif de départ atteint|Projet mûri depuis l’accueil]. On se rappelle à [mi-parcours|la fin du stage], {mois:+3}.',
  ],
  moved: [
    '{P} quitte la région en {mois:+1} [pour suivre sa famille|pour une formation|pour un emploi]. [Coordonnées de la structure d’arrivée données|Accord pour transmettre l’essentiel]. Dossier clos, [bonne route|bon courage].',
  ],
  silent: [
    'Sans nouvelles depuis {3..5} mois malgré [appels, SMS et courrier|quatre tentatives par trois canaux]. Dossier clos après information écrite ; la porte reste ouverte, [notre numéro rappelé|retour possible sans condition] ({date:0}).',
  ],
  own_way: [
    '{P} souhaite [continuer seul{e}|faire une pause|s’arrêter là]. [Décision posée, sans conflit|Projet dans {secteur} en cours à son rythme]. Clôture d’un commun accord, [droits rappelés|revient quand {il} veut], {date:0}.',
  ],
};
