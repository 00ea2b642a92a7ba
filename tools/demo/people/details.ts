import type { Dice } from '../random';
import type { Stage } from '../story/profile';
import type { DemoRegion } from '../demo-region';

/** Last class by situation, said after « en » or « de ». */
export const LEVELS: Readonly<Partial<Record<Stage, readonly string[]>>> = {
  dropout: [
    'seconde professionnelle',
    'première professionnelle vente',
    'CAP cuisine',
    'seconde générale',
    'première STMG',
    'CAP maçonnerie',
    'troisième',
    'seconde MTNE',
    'première ASSP',
  ],
  student: [
    'L1 de droit',
    'L1 de psychologie',
    'L2 d’histoire',
    'L1 STAPS',
    'première année de BUT GEA',
    'L2 de biologie',
    'L1 d’anglais',
    'L3 de sociologie',
    'première année de PASS',
    'L1 d’économie-gestion',
  ],
};

const CLASSES: Readonly<Record<'young' | 'first' | 'last' | 'after', readonly string[]>> = {
  young: ['troisième', 'troisième prépa-métiers', 'seconde générale', 'seconde professionnelle', 'CAP première année', 'seconde MELEC'],
  first: [
    'première STMG',
    'première générale',
    'première professionnelle commerce',
    'première ST2S',
    'première professionnelle ASSP',
    'CAP vente',
  ],
  last: [
    'terminale générale',
    'terminale STI2D',
    'terminale ST2S',
    'terminale professionnelle',
    'terminale STMG',
    'terminale MELEC',
    'CAP petite enfance',
  ],
  after: [
    'terminale commerce',
    'terminale STMG',
    'terminale générale',
    'première année de BTS',
    'terminale ASSP',
    'CAP cuisine',
    'terminale professionnelle',
    'deuxième année de BTS',
  ],
};
const ADULTS = ['troisième', 'CAP', 'BEP', 'terminale', 'terminale professionnelle', 'BTS', 'licence'];

/** The last class of somebody, as their age allows. */
export function levelOf(stage: Stage, age: number, dice: Dice): string {
  const young = stage === 'pupil' || stage === 'school_leaver' || stage === 'young_jobseeker';
  if (!young) return dice.pick(LEVELS[stage] ?? ADULTS);
  if (age <= 16) return dice.pick(CLASSES.young);
  if (age === 17) return dice.pick(CLASSES.first);
  return dice.pick(stage === 'pupil' || age === 18 ? CLASSES.last : CLASSES.after);
}

/** Jobs held, man/woman. */
export const JOBS: readonly string[] = [
  'préparateur de commandes/préparatrice de commandes',
  'employé de rayon/employée de rayon',
  'agent de production/agente de production',
  'serveur/serveuse',
  'hôte de caisse/hôtesse de caisse',
  'aide à domicile',
  'agent d’entretien/agente d’entretien',
  'assistant administratif/assistante administrative',
  'vendeur en prêt-à-porter/vendeuse en prêt-à-porter',
  'chauffeur-livreur/chauffeuse-livreuse',
  'commis de cuisine',
  'manœuvre/ouvrière du bâtiment',
  'aide-soignant/aide-soignante',
  'téléconseiller/téléconseillère',
  'magasinier/magasinière',
  'agent des écoles/agente des écoles',
  'technicien informatique/technicienne informatique',
  'ouvrier agricole/ouvrière agricole',
  'comptable',
  'chef d’équipe/cheffe d’équipe',
  'peintre en bâtiment',
  'secrétaire',
];

export const PARENTS: readonly string[] = ['sa mère', 'sa mère', 'sa mère', 'sa grand-mère', 'sa tante', 'sa grande sœur'];

/** Streets one finds in every commune of a region. */
export const STREETS: Readonly<Record<DemoRegion, readonly string[]>> = {
  '53': [
    'rue de la Mairie',
    'rue du Stade',
    'allée des Ajoncs',
    'rue Anatole Le Braz',
    'rue de Kerlann',
    'impasse des Genêts',
    'rue du Port',
    'rue Jean Jaurès',
    'avenue de la Gare',
    'rue des Écoles',
    'rue du Moulin',
    'allée des Camélias',
    'rue Per Jakez Helias',
    'square de la Rance',
    'rue de Brest',
    'rue des Korrigans',
    'boulevard Clemenceau',
    'hent ar Mor',
    'rue de la Fontaine',
    'place de l’Église',
    'résidence du Parc',
    'rue Victor Hugo',
    'rue de Bretagne',
    'chemin de Traverse',
  ],
  '84': [
    'rue de la République',
    'montée de la Croix',
    'rue des Tisserands',
    'avenue Jean Jaurès',
    'chemin des Vignes',
    'rue Antoine de Saint-Exupéry',
    'impasse du Lavoir',
    'cours de la Libération',
    'rue des Frères Lumière',
    'allée des Marronniers',
    'rue du Vercors',
    'boulevard Gambetta',
    'rue Pierre et Marie Curie',
    'chemin du Belvédère',
    'rue des Canuts',
    'avenue du Rhône',
    'place du Champ-de-Mars',
    'rue du 8-Mai-1945',
    'résidence Les Balmes',
    'rue Blaise Pascal',
    'quai de l’Isère',
    'rue des Mineurs',
    'chemin de la Combe',
    'allée du Mont-Blanc',
  ],
  '04': [
    'chemin des Letchis',
    'rue du Général de Gaulle',
    'chemin Bois de Nèfles',
    'impasse des Flamboyants',
    'rue Leconte de Lisle',
    'chemin Ligne Paradis',
    'allée des Filaos',
    'rue de l’Église',
    'chemin Grand Canal',
    'rue Mahatma Gandhi',
    'chemin Concession',
    'rue des Bougainvilliers',
    'résidence Les Vacoas',
    'chemin Notre-Dame',
    'rue Raymond Barre',
    'impasse des Tamarins',
    'chemin Lagourgue',
    'rue du Lagon',
    'chemin Cap Rond',
    'boulevard Sud',
    'rue Marius et Ary Leblond',
    'rampe Saint-Joseph',
  ],
};

type Tongue = { readonly code: string; readonly name: string };
const OTHER: readonly Tongue[] = [{ code: 'en', name: 'anglais' }];

/** Languages spoken by people new to the country, by origin. */
export const TONGUES: Readonly<Record<string, readonly Tongue[]>> & { readonly other: readonly Tongue[] } = {
  west_african: [
    { code: 'ff', name: 'peul' },
    { code: 'bm', name: 'bambara' },
    { code: 'sus', name: 'soussou' },
  ],
  eastern: [
    { code: 'uk', name: 'ukrainien' },
    { code: 'ka', name: 'géorgien' },
    { code: 'hy', name: 'arménien' },
  ],
  middle_eastern: [
    { code: 'prs', name: 'dari' },
    { code: 'ps', name: 'pachto' },
    { code: 'ar', name: 'arabe' },
  ],
  central_african: [{ code: 'ln', name: 'lingala' }],
  comorian: [
    { code: 'swb', name: 'shimaoré' },
    { code: 'zdj', name: 'shingazidja' },
  ],
  malagasy: [{ code: 'mg', name: 'malgache' }],
  other: OTHER,
};

/** Hobbies, after « à » or alone. */
export const HOBBIES: readonly string[] = [
  'le foot',
  'la mécanique',
  'le dessin',
  'la danse',
  'la musique',
  'les jeux vidéo',
  'la pâtisserie',
  'la boxe',
  'le handball',
  'le bricolage',
  'la pêche',
  'la photo',
  'le vélo',
];
