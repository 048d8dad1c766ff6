import type { recognitionEnglish } from './recognition.en.ts';

/** Our French of refusals about what is recorded for SOSE, and of a note on the WSIB’s rebate. */
export const recognitionFrench = {
  'refused-recognition-reported':
    'La reconnaissance {reference} de ce compte, accordée le {grantedOn:day}, est déjà consignée; toute erreur peut y être corrigée.',
  'refused-recognition-revoked': 'La reconnaissance {reference} est déjà révoquée depuis le {revokedOn:day}.',
  'refused-lead-auditor-recorded':
    '{auditor:word} est déjà consigné à titre de vérificateur principal (ou vérificatrice principale) de cette vérification; toute erreur peut y être corrigée.',
  'refused-action-plan-recorded': 'Un plan d’action PRESTO pour cette vérification est déjà consigné; il peut être modifié.',
  'rebate-look-backs':
    'Pour les accusations, la page actuelle de la WSIB fixe une période de référence de {months} mois, une page plus ancienne de {olderMonths} mois. La date à laquelle la période la plus longue s’applique n’est pas publiée : pour une accusation visée par cette seule période, il revient à la WSIB de trancher.',
} as const satisfies Record<keyof typeof recognitionEnglish, string>;
