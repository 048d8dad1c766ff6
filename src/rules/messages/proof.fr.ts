import type { documentWordsEnglish, proofEnglish } from './proof.en.ts';

/** Our French of the proof documents; unofficial, since the kind of a document may be a term without official French. */
export const proofFrench = {
  'proof-in-effect':
    'Le document {number}, {kind:word}, délivré à {holder} le {issuedOn:day}, figure au registre et est en vigueur le {on:day}.',
  'proof-in-effect-until':
    'Le document {number}, {kind:word}, délivré à {holder} le {issuedOn:day}, figure au registre et est en vigueur le {on:day}; à défaut d’un nouveau fait consigné, il cessera de l’être le {until:day}.',
  'proof-not-in-effect':
    'Le document {number}, {kind:word}, délivré à {holder} le {issuedOn:day}, figure au registre; il n’est pas en vigueur le {on:day}.',
} as const satisfies Record<keyof typeof proofEnglish, string>;

/** Those for letters are unofficial. */
export const documentWordsFrench = {
  CONFIRMATION_OF_REGISTRATION: 'confirmation d’inscription',
  CERTIFICATE_OF_RECOGNITION: 'certificat de reconnaissance',
  LETTER_OF_GOOD_STANDING: 'lettre de certification en règle (Letter of Good Standing)',
  INTERIM_LETTER_OF_GOOD_STANDING: 'lettre provisoire de certification en règle (Interim Letter of Good Standing)',
} as const satisfies Record<keyof typeof documentWordsEnglish, string>;
