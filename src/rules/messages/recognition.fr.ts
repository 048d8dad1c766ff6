import type { UnofficialFrench } from '../messages.ts';
import type { recognitionEnglish } from './recognition.en.ts';

/** Our French of refusals about what is recorded for SOSE. */
export const recognitionFrench = {
  'refused-recognition-reported':
    'La reconnaissance {reference} de ce compte est déjà inscrite, accordée le {grantedOn:day}; ce qui y est inexact peut être corrigé.',
  'refused-recognition-revoked': 'La reconnaissance {reference} est déjà révoquée à compter du {revokedOn:day}.',
  'refused-lead-auditor-recorded':
    'Le vérificateur principal {auditor} de cette vérification est déjà inscrit; ce qui est inscrit peut être modifié.',
  'refused-action-plan-recorded':
    'Un plan d’action PRESTO suivant cette vérification est déjà inscrit; ce qui est inscrit peut être modifié.',
} as const satisfies Record<keyof typeof recognitionEnglish, string | UnofficialFrench>;
