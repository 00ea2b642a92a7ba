/** Words of the country side of each region, for notes. */
export const LOCAL = {
  '53': {
    buses: ['le car BreizhGo', 'le bus', 'la ligne 4', 'le TER', 'le car scolaire'],
    centres: ['le GRETA', 'l’AFPA', 'le CFA', 'la MFR', 'l’organisme de formation', 'le centre de formation', 'l’IBEP', 'le CLPS'],
    homes: ['le foyer de jeunes travailleurs', 'la résidence habitat jeunes', 'le CLLAJ'],
    benefits: ['la prime d’activité', 'le RSA', 'l’allocation du CEJ', 'l’APL', 'l’aide au mérite', 'la complémentaire santé solidaire'],
  },
  '84': {
    buses: ['le car Région', 'le tram', 'le bus', 'le TER', 'la ligne C3', 'le car scolaire'],
    centres: ['le GRETA', 'l’AFPA', 'le CFA', 'la MFR', 'l’organisme de formation', 'le centre de formation', 'le CFPPA'],
    homes: ['le foyer de jeunes travailleurs', 'la résidence habitat jeunes', 'le CLLAJ', 'la résidence sociale'],
    benefits: ['la prime d’activité', 'le RSA', 'l’allocation du CEJ', 'l’APL', 'le Pass’Région', 'la complémentaire santé solidaire'],
  },
  '04': {
    buses: ['le car jaune', 'le bus Citalis', 'le bus Alternéo', 'le car', 'le bus CarSud'],
    centres: ['l’AFPAR', 'le GRETA', 'le CFA', 'le RSMA', 'l’organisme de formation', 'la MFR', 'le centre de formation'],
    homes: ['le foyer de jeunes travailleurs', 'la résidence jeunes', 'l’association de logement'],
    benefits: [
      'la prime d’activité',
      'le RSA',
      'l’allocation du CEJ',
      'l’APL',
      'le passeport mobilité',
      'la complémentaire santé solidaire',
    ],
  },
} as const;
