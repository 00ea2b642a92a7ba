import { REFUSAL_CODES, type RefusalCode } from '@relais/domain';

/** Language of an answer. */
export type Language = 'fr' | 'en';

/** The reader's language from `Accept-Language`; French unless English comes first. */
export function languageOf(header: string | undefined): Language {
  return header?.trim().toLowerCase().startsWith('en') ? 'en' : 'fr';
}

/** Short sentence of a refusal for readers of the API; the screens have their own, fuller ones. */
export function titleOf(code: RefusalCode, language: Language): string {
  return TITLES[language][code] ?? generic(code, language);
}

const TITLES: Record<Language, Partial<Record<string, string>>> = {
  fr: {
    'request.invalid': 'Des champs sont à corriger.',
    'request.too_large': 'Le contenu est trop volumineux.',
    'request.too_many': 'Trop de demandes en peu de temps.',
    'request.unsupported': "Ce type de contenu n'est pas accepté.",
    'request.key_missing': "L'en-tête Idempotency-Key manque.",
    'request.key_reused': 'Cette clé a déjà servi pour un autre contenu.',
    'request.version_missing': "L'en-tête If-Match manque.",
    'request.version_stale': "Quelqu'un a modifié cet élément entre-temps.",
    'request.not_found': 'Introuvable.',
    'request.unavailable': 'Le service est momentanément indisponible.',
    'request.failed': 'Une erreur est survenue.',
    'session.missing': 'Connectez-vous.',
    'session.expired': 'La session a expiré.',
    'session.wrong_credentials': 'E-mail ou mot de passe incorrect.',
    'session.wait': 'Trop d’essais\u00A0: patientez.',
    'session.no_post': 'Choisissez un poste.',
    'session.region_closed': 'Votre région est fermée sur ce service.',
    'search.too_many': 'Beaucoup de recherches en peu de temps\u00A0: la suite dans un instant.',
    'session.code_needed': 'Entrez le code de votre téléphone.',
    'session.wrong_code': 'Ce code n’est pas le bon, ou il a déjà servi.',
    'session.code_required': 'Ce poste demande un second facteur.',
    'session.proof_needed': 'Confirmez que c’est bien vous.',
    'account.password_weak':
      'Ce mot de passe se devine vite\u00A0: il est connu, trop simple, ou fait de votre nom. Quatre mots sans lien font l’affaire.',
    'account.password_same': 'C’est le mot de passe actuel.',
    'session.forged_origin': "La demande ne vient pas de l'application.",
  },
  en: {
    'request.invalid': 'Some fields need correcting.',
    'request.too_large': 'The content is too large.',
    'request.too_many': 'Too many requests in a short time.',
    'request.unsupported': 'This type of content is not accepted.',
    'request.key_missing': 'The Idempotency-Key header is missing.',
    'request.key_reused': 'This key was already used for another content.',
    'request.version_missing': 'The If-Match header is missing.',
    'request.version_stale': 'Someone changed this in the meantime.',
    'request.not_found': 'Not found.',
    'request.unavailable': 'The service is unavailable for a moment.',
    'request.failed': 'Something went wrong.',
    'session.missing': 'Sign in.',
    'session.expired': 'The session has expired.',
    'session.wrong_credentials': 'Wrong e-mail or password.',
    'session.wait': 'Too many attempts: wait.',
    'session.no_post': 'Choose a post.',
    'session.region_closed': 'Your region is closed on this service.',
    'search.too_many': 'Many searches in a short time: the rest in a moment.',
    'session.code_needed': 'Enter the code of your telephone.',
    'session.wrong_code': 'This code is wrong, or was used already.',
    'session.code_required': 'This post asks for a second factor.',
    'session.proof_needed': 'Confirm that it is you.',
    'account.password_weak': 'This password is soon guessed: it is known, too simple, or made of your name. Four unrelated words will do.',
    'account.password_same': 'That is the current password.',
    'session.forged_origin': 'The request does not come from the application.',
  },
};

function generic(code: RefusalCode, language: Language): string {
  const known = REFUSAL_CODES.includes(code) ? code : 'request.failed';
  return language === 'fr' ? `Ce geste n'est pas possible (${known}).` : `This can't be done (${known}).`;
}
