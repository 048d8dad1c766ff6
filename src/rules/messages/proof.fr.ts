import type { documentWordsEnglish, proofEnglish } from './proof.en.ts';
import { type UnofficialFrench, unofficial } from './unofficial.ts';

/** Our French of the proof documents; unofficial, since the kind of a document may be a term without official French. */
export const proofFrench = {
  'proof-in-effect': unofficial(
    'Le document {number} ({kind:word}), délivré à {holder} et daté du {issuedOn:day}, est inscrit au registre et a effet le {on:day}.',
  ),
  'proof-in-effect-until': unofficial(
    'Le document {number} ({kind:word}), délivré à {holder} et daté du {issuedOn:day}, est inscrit au registre et a effet le {on:day}; si rien d’autre n’est inscrit, il n’en a plus à compter du {until:day}.',
  ),
  'proof-not-in-effect': unofficial(
    'Le document {number} ({kind:word}), délivré à {holder} et daté du {issuedOn:day}, est inscrit au registre; il n’a pas d’effet le {on:day}.',
  ),
} as const satisfies Record<keyof typeof proofEnglish, string | UnofficialFrench>;

/** Those for letters are unofficial. */
export const documentWordsFrench = {
  CONFIRMATION_OF_REGISTRATION: 'confirmation d’inscription',
  CERTIFICATE_OF_RECOGNITION: 'certificat de reconnaissance',
  LETTER_OF_GOOD_STANDING: 'lettre d’attestation de conformité',
  INTERIM_LETTER_OF_GOOD_STANDING: 'lettre provisoire d’attestation de conformité',
} as const satisfies Record<keyof typeof documentWordsEnglish, string>;
