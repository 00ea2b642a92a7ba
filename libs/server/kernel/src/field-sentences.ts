import type { Language } from './sentences';

const SENTENCES: Record<string, Record<Language, string>> = {
  isString: { fr: 'Écrivez un texte.', en: 'Write a text.' },
  isLength: { fr: 'Ce texte est trop court ou trop long.', en: 'This text is too short or too long.' },
  matches: { fr: "Ce texte n'a pas la forme attendue.", en: 'This text does not have the expected form.' },
  isIn: { fr: 'Choisissez une valeur de la liste.', en: 'Choose a value of the list.' },
  isUuid: { fr: "Cet identifiant n'est pas valable.", en: 'This identifier is not valid.' },
  isCivilDate: { fr: "Cette date n'existe pas.", en: 'This date does not exist.' },
  isInstant: { fr: "Ce moment n'existe pas.", en: 'This moment does not exist.' },
  isBoolean: { fr: 'Répondez par oui ou non.', en: 'Answer yes or no.' },
  isInt: { fr: 'Écrivez un nombre entier.', en: 'Write a whole number.' },
  isNumber: { fr: 'Écrivez un nombre.', en: 'Write a number.' },
  min: { fr: 'Ce nombre est trop petit.', en: 'This number is too small.' },
  max: { fr: 'Ce nombre est trop grand.', en: 'This number is too large.' },
  isArray: { fr: 'Donnez une liste.', en: 'Give a list.' },
  arrayMaxSize: { fr: 'Cette liste est trop longue.', en: 'This list is too long.' },
  whitelistValidation: { fr: "Ce champ n'existe pas.", en: 'This field does not exist.' },
  isObject: { fr: 'Donnez un objet JSON.', en: 'Give a JSON object.' },
};

/** One sentence for a field at fault, from the name of the broken constraint. */
export function fieldSentence(constraint: string, language: Language): string {
  return (SENTENCES[constraint] ?? { fr: "Cette valeur n'est pas acceptée.", en: 'This value is not accepted.' })[language];
}
