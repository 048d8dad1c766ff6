import type { obligationsEnglish, obligationWordsEnglish } from './obligations.en.ts';
import { type UnofficialFrench, unofficial } from './unofficial.ts';

/** Our French of what is owed. */
export const obligationsFrench = {
  'owe-internal-audit':
    'Après l’inscription du {confirmedOn:day}, la vérification du vérificateur interne formé doit être soumise à l’IHSA.',
  'owe-new-internal-audit': 'Le processus recommence par une nouvelle vérification interne, car le {deadline:day} est passé.',
  'owe-internal-review': 'L’examen de la vérification interne reçue le {receivedOn:day} doit être terminé au plus tard le {dueOn:day}.',
  'owe-external-audit':
    'La vérification externe doit être achevée au plus tard le {dueOn:day}; l’IHSA en approuve le plan avant le début. Sans elle, le processus recommence.',
  'owe-external-report': 'Le rapport de la vérification achevée le {completedOn:day} doit être soumis à l’IHSA pour approbation.',
  'owe-re-audit':
    'Après le rapport du {reportedOn:day}, un plan de mesures correctives est remis au vérificateur externe, et une nouvelle vérification doit être achevée au plus tard le {dueOn:day}.',
  'owe-certificate':
    'Après la vérification réussie selon le rapport du {reportedOn:day}, le certificat de reconnaissance doit être délivré.',
  'owe-maintenance-audit':
    'La vérification de maintien de l’année {year} du certificat {certificate} doit être soumise au plus tard le {dueOn:day}; après, elle est en retard.',
  'owe-maintenance-correction':
    'Les lacunes relevées par l’examen du {reportedOn:day} doivent être corrigées au plus tard le {dueOn:day}; sinon le processus recommence du début.',
  'owe-letter': unofficial(
    'La lettre d’attestation de conformité pour l’année {year} du certificat {certificate} est due le {dueOn:day}; la certification est perdue si elle n’est pas délivrée au plus tard le {lastDay:day}.',
  ),
  'owe-staff-alert': unofficial(
    'La lettre d’attestation de conformité pour l’année {year} du certificat {certificate} manquait le {alertOn:day}; le {lastDay:day} est le dernier jour pour la délivrer.',
  ),
  'owe-re-registration': 'Le cycle du certificat {certificate} prend fin le {dueOn:day}; pour continuer, l’organisme s’inscrit de nouveau.',
  'owe-renewal-internal-audit':
    'La vérification interne du nouveau cycle doit être achevée pour le vérificateur externe; elle n’est pas soumise à l’IHSA. Le jour conseillé est le {dueOn:day}.',
  'owe-renewal-audit': 'Il est conseillé de commencer la vérification externe du nouveau cycle entre le {opensOn:day} et le {dueOn:day}.',
  'owe-new-certificate':
    'Le certificat qui renouvelle le certificat {certificate} est dû le {dueOn:day}; la certification est perdue s’il n’est pas délivré au plus tard le {lastDay:day}.',
  'owe-spot-check-implementation':
    'Les mesures correctives demandées par la lettre du {receivedOn:day} doivent être pleinement mises en œuvre et signalées au plus tard le {dueOn:day}; sinon la certification est perdue.',
  'owe-spot-check-validation':
    'La mise en œuvre signalée le {reportedOn:day} à la suite de la lettre du {receivedOn:day} doit être validée.',
  'owe-equivalency-renewal': unofficial(
    'Le certificat d’équivalence {certificate} prend fin le {dueOn:day}, sans jours de grâce; son renouvellement est une nouvelle demande.',
  ),
  'owe-audits-after-won-bid':
    'Si la soumission faite avec le document {document} est retenue, l’organisme s’inscrit, achève une vérification interne et réussit une vérification externe; le guide ajoute : si l’acheteur l’exige ou si l’organisme souhaite être certifié.',
  'owe-starting-over':
    'La certification a été perdue le {lostOn:day}; pour être certifié de nouveau, l’organisme s’inscrit et reprend le processus du début.',
  'owe-wsib-good-standing':
    'Selon une déclaration, le compte de la WSIB était fermé ou n’était pas en règle à compter du {from:day}; un compte qui participe est actif et en règle. La situation ne change pas d’elle-même : l’IHSA décide.',
} as const satisfies Record<keyof typeof obligationsEnglish, string | UnofficialFrench>;

/** Our French for the labels of obligations, their parties and their states. */
export const obligationWordsFrench = {
  INTERNAL_AUDIT: 'vérification interne',
  INTERNAL_REVIEW: 'examen de la vérification interne',
  EXTERNAL_AUDIT_REPORT: 'rapport de vérification externe',
  RE_AUDIT: 'nouvelle vérification',
  CERTIFICATE: 'certificat de reconnaissance',
  MAINTENANCE_AUDIT: 'vérification de maintien',
  MAINTENANCE_CORRECTION: 'correction des lacunes',
  LETTER_OF_GOOD_STANDING: 'lettre d’attestation de conformité',
  STAFF_ALERT: 'alerte au personnel, lettre manquante',
  RE_REGISTRATION: 'inscription pour le nouveau cycle',
  RENEWAL_INTERNAL_AUDIT: 'vérification interne du nouveau cycle',
  RENEWAL_AUDIT: 'vérification externe du nouveau cycle',
  NEW_CERTIFICATE: 'nouveau certificat',
  SPOT_CHECK_IMPLEMENTATION: 'mesures correctives après un contrôle ponctuel',
  SPOT_CHECK_VALIDATION: 'validation après un contrôle ponctuel',
  EQUIVALENCY_RENEWAL: 'renouvellement de l’équivalence',
  AUDITS_AFTER_WON_BID: 'vérifications après une soumission retenue',
  STARTING_OVER: 'inscription après une perte',
  WSIB_GOOD_STANDING: 'compte de la WSIB en règle',
  EQUIVALENCY_REVIEW: 'examen d’une demande',
  EQUIVALENCY_DOCUMENTS: 'documents demandés',
  EQUIVALENCY_DECISION: 'décision sur une demande',
  BIDDING_DOCUMENT_END: 'fin d’un document pour soumissionner',
  PENDING_CERTIFICATION: 'certification en attente',
  ORGANIZATION: 'l’organisme',
  IHSA: 'l’IHSA',
  EXTERNAL_AUDITOR: 'le vérificateur externe',
  UPCOMING: 'à venir',
  DUE: 'dû',
  OVERDUE: 'en retard',
  DONE: 'rempli',
} as const satisfies Record<keyof typeof obligationWordsEnglish, string>;
