import type { recognitionEnglish } from './recognition.en.ts';
import type { UnofficialFrench } from './unofficial.ts';

/** Our French of refusals about what is recorded for SOSE, and of a note on the WSIB’s rebate. */
export const recognitionFrench = {
  'refused-recognition-reported':
    'La reconnaissance {reference} de ce compte est déjà inscrite, accordée le {grantedOn:day}; ce qui y est inexact peut être corrigé.',
  'refused-recognition-revoked': 'La reconnaissance {reference} est déjà révoquée à compter du {revokedOn:day}.',
  'refused-lead-auditor-recorded':
    'Le vérificateur principal {auditor} de cette vérification est déjà inscrit; ce qui est inscrit peut être modifié.',
  'refused-action-plan-recorded':
    'Un plan d’action PRESTO suivant cette vérification est déjà inscrit; ce qui est inscrit peut être modifié.',
  'rebate-look-backs':
    'Pour les accusations, la page actuelle de la WSIB remonte à {months} mois, une page plus ancienne à {olderMonths}. Le jour à compter duquel la période la plus longue s’applique n’est pas publié\u00A0: une accusation que seule celle-ci atteint relève de la WSIB.',
} as const satisfies Record<keyof typeof recognitionEnglish, string | UnofficialFrench>;
