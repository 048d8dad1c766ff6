import type { documentWordsEnglish, proofEnglish } from './proof.en.ts';

/** Our French of the proof documents; unofficial, since the kind of a document may be a term without official French. */
export const proofFrench = {
  'proof-in-effect':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre et est en vigueur le {on:day}.',
  'proof-in-effect-until':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre et est en vigueur le {on:day}; à défaut d’un nouveau fait consigné, il cessera de l’être le {until:day}.',
  'proof-pending':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre; le {on:day}, la certification est en attente, et le compte est considéré comme certifié.',
  'proof-pending-until':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre; le {on:day}, la certification est en attente, et le compte est considéré comme certifié; à défaut d’un nouveau fait consigné, le document cessera d’être en vigueur le {until:day}.',
  'proof-not-yet':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre; il n’est pas en vigueur le {on:day}, qui précède sa date.',
  'proof-lost':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre; il n’est pas en vigueur le {on:day} : la certification est perdue.',
  'proof-expired':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre; il n’est pas en vigueur le {on:day} : il est arrivé à échéance.',
  'proof-superseded':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre; il n’est pas en vigueur le {on:day} : un document ultérieur l’a remplacé.',
  'proof-superseded-by':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre; il n’est pas en vigueur le {on:day} : le document {by} l’a remplacé.',
  'proof-withdrawn':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre; il n’est pas en vigueur le {on:day} : il a été retiré.',
  'proof-never-in-effect':
    'Le document {number}, {kind:word}, délivré le {issuedOn:day} à {holder}, figure au registre; il n’a jamais été en vigueur.',
  'proof-never-issued': 'Aucun document du registre ne porte ce numéro.',
} as const satisfies Record<keyof typeof proofEnglish, string>;

/** Those for letters are unofficial. */
export const documentWordsFrench = {
  CONFIRMATION_OF_REGISTRATION: 'confirmation d’inscription',
  CERTIFICATE_OF_RECOGNITION: 'certificat de reconnaissance',
  LETTER_OF_GOOD_STANDING: 'lettre de certification en règle (Letter of Good Standing)',
  INTERIM_LETTER_OF_GOOD_STANDING: 'lettre provisoire de certification en règle (Interim Letter of Good Standing)',
  HOLDER_NOT_NAMED: 'une entreprise qui n’est pas nommée ici',
  LETTER_OF_EQUIVALENCY: 'lettre d’équivalence COR',
  CONFIRMATION_OF_COR: 'confirmation du COR à une autre association',
  LETTER_OF_INTENT: 'lettre d’intention',
} as const satisfies Record<keyof typeof documentWordsEnglish, string>;
