import type { cycleEnglish, stageEnglish } from './cycle.en.ts';
import { type UnofficialFrench, unofficial } from './unofficial.ts';

/** Our French of the certification cycle. */
export const cycleFrench = {
  // Première certification
  'internal-audit-awaited': 'Aucune vérification interne initiale n’a été reçue depuis l’inscription du {confirmedOn:day}.',
  'internal-audit-not-recorded':
    'Le registre contient une vérification externe de la première certification, sans vérification interne initiale avant elle.',
  'internal-audit-received': 'La vérification interne initiale a été reçue le {receivedOn:day}.',
  'internal-audit-first-submission': 'Aucun envoi antérieur n’a été renvoyé : le délai d’examen court du {receivedOn:day}.',
  'internal-audit-resubmitted': 'Un envoi antérieur a été remplacé : le délai d’examen a recommencé le {receivedOn:day}.',
  'internal-review-due': 'L’IHSA doit terminer l’examen de la vérification interne au plus tard le {dueOn:day}.',
  'internal-review-late':
    'L’examen de la vérification interne devait être terminé au plus tard le {dueOn:day}; aucun rapport n’est consigné.',
  'internal-review-in-time':
    'L’examen de la vérification interne, dû au plus tard le {dueOn:day}, a fait l’objet d’un rapport le {reportedOn:day}.',
  'internal-review-reported-late':
    'L’examen de la vérification interne devait être terminé au plus tard le {dueOn:day} et a fait l’objet d’un rapport le {reportedOn:day}.',
  'internal-audit-confirmed': 'Le rapport d’examen du {reportedOn:day} confirme les notes de passage.',
  'internal-audit-unscored': 'L’examen a fait l’objet d’un rapport le {reportedOn:day}; ses notes ne sont pas toutes consignées.',
  'internal-audit-not-confirmed':
    'Le rapport d’examen du {reportedOn:day} ne confirme pas les notes de passage : les lacunes sont corrigées selon un plan approuvé par l’IHSA, ou une nouvelle vérification interne est soumise, au choix de l’IHSA.',
  'six-months-from-report': 'Le délai court du rapport du {reportedOn:day} et prend fin le {deadline:day}.',
  'external-audit-awaited': 'La vérification externe doit être achevée au plus tard le {deadline:day}.',
  'external-audit-in-time': 'La vérification externe, à achever au plus tard le {deadline:day}, s’est achevée le {completedOn:day}.',
  'external-audit-missed':
    'Aucune vérification externe n’était achevée le {deadline:day} : le processus recommence par une nouvelle vérification interne.',
  'audit-tool-outdated':
    'La vérification du {day:day} emploie l’ancien outil COR, alors que COR 2020 est déjà obligatoire; elle ne compte pas.',
  'audit-tool-in-force': 'La vérification du {day:day} emploie l’outil {tool:word}, admis ce jour-là.',

  // Vérification externe et nouvelle vérification, de la première certification ou du renouvellement
  'external-audit-under-way': 'La vérification externe a commencé le {startedOn:day} et n’est pas achevée.',
  'external-audit-completed': 'Le dernier jour sur place de la vérification externe était le {completedOn:day}.',
  'external-report-awaited':
    'Le rapport approuvé de la vérification externe achevée le {completedOn:day}, ou ses notes, ne sont pas encore consignés.',
  'external-report-approved': 'La vérification externe a fait l’objet d’un rapport le {reportedOn:day}.',
  'external-audit-passed':
    'La vérification externe est réussie selon le rapport du {reportedOn:day}; le certificat de reconnaissance suit.',
  'external-audit-failed': 'La vérification externe a échoué selon le rapport du {reportedOn:day}.',
  're-audit-passed': 'La nouvelle vérification est réussie selon le rapport du {reportedOn:day}; le certificat de reconnaissance suit.',
  're-audit-not-needed': 'Aucune nouvelle vérification n’est nécessaire.',
  're-audit-awaited':
    'Après l’échec de la vérification externe, une nouvelle vérification réussie doit être achevée au plus tard le {deadline:day}.',
  're-audit-completed':
    'La nouvelle vérification s’est achevée le {completedOn:day}, au plus tard le {deadline:day}; son rapport est attendu.',
  're-audit-missed':
    'Aucune nouvelle vérification achevée au plus tard le {deadline:day} n’est réussie : le processus recommence par une nouvelle vérification interne.',
  're-audit-cut-short':
    'Sans nouveau certificat, la certification est perdue à compter du {lostFrom:day}, même si une nouvelle vérification peut être achevée jusqu’au {deadline:day}.',
  're-audit-not-cut-short':
    'Une nouvelle vérification peut être achevée jusqu’au {deadline:day}; sans nouveau certificat, la certification n’est perdue qu’à compter du {lostFrom:day}.',

  // Maintien et renouvellement
  'maintenance-audit-not-yet': 'La vérification de maintien de l’année {year} doit être soumise au plus tard le {dueOn:day}.',
  'maintenance-audit-missing':
    'La vérification de maintien de l’année {year} devait être soumise au plus tard le {dueOn:day} et n’avait pas été reçue à cette date.',
  'maintenance-audit-received':
    'La vérification de maintien de l’année {year}, à soumettre au plus tard le {dueOn:day}, a été reçue le {receivedOn:day}.',
  'maintenance-audit-received-late':
    'La vérification de maintien de l’année {year} devait être soumise au plus tard le {dueOn:day} et a été reçue en retard, le {receivedOn:day}.',
  'maintenance-review-awaited':
    'L’examen de la vérification de maintien reçue le {receivedOn:day}, ou ses notes, ne sont pas encore consignés.',
  'maintenance-review-passed': unofficial(
    'La vérification de maintien est réussie selon le rapport du {reportedOn:day}; la lettre d’attestation de conformité pour l’année {year} suit.',
  ),
  'maintenance-review-failed': 'L’examen du {reportedOn:day} a relevé des lacunes, à corriger au plus tard le {lastDay:day}.',
  'transition-audit-received': 'Il s’agit d’une vérification de transition : la lettre qui suit fait passer la norme à COR 2020.',
  'renewal-not-yet': 'Il est conseillé de commencer la vérification externe du nouveau cycle entre le {opensOn:day} et le {dueOn:day}.',
  'renewal-open':
    'La vérification externe du nouveau cycle n’a pas commencé; il est conseillé de la commencer entre le {opensOn:day} et le {dueOn:day}.',
} as const satisfies Record<keyof typeof cycleEnglish, string | UnofficialFrench>;

/** Our French for the labels of the stages. */
export const stageFrench = {
  PREPARING_INTERNAL_AUDIT: 'préparation de la vérification interne initiale',
  INTERNAL_AUDIT_REVIEW: 'vérification interne en évaluation préalable ou en examen',
  INTERNAL_AUDIT_CORRECTION: 'corrections après l’examen de la vérification interne',
  EXTERNAL_AUDIT_DUE: 'vérification externe due',
  EXTERNAL_AUDIT_UNDER_WAY: 'vérification externe en cours',
  EXTERNAL_AUDIT_REPORT_AWAITED: 'vérification externe achevée, rapport attendu',
  RE_AUDIT_DUE: 'nouvelle vérification due',
  RE_AUDIT_REPORT_AWAITED: 'nouvelle vérification achevée, rapport attendu',
  CERTIFICATE_AWAITED: 'vérification externe réussie, certificat attendu',
  MUST_RESTART: 'processus à recommencer par une nouvelle vérification interne',
  CERTIFIED_YEAR_1: 'certifié, année 1',
  CERTIFIED_YEAR_2: 'certifié, année 2',
  CERTIFIED_YEAR_3: 'certifié, année 3',
  MAINTENANCE_AUDIT_DUE: 'vérification de maintien due',
  MAINTENANCE_AUDIT_LATE: 'vérification de maintien en retard',
  MAINTENANCE_AUDIT_REVIEW: 'vérification de maintien en examen',
  MAINTENANCE_AUDIT_CORRECTION: 'lacunes de la vérification de maintien à corriger',
  LETTER_AWAITED: 'vérification de maintien réussie, lettre d’attestation de conformité attendue',
  RENEWAL_DUE: 'vérification externe du nouveau cycle due',
  RENEWAL_AUDIT_UNDER_WAY: 'vérification externe du nouveau cycle en cours',
  RENEWAL_REPORT_AWAITED: 'vérification externe du nouveau cycle achevée, rapport attendu',
  RENEWAL_RE_AUDIT_DUE: 'nouvelle vérification du nouveau cycle due',
  RENEWAL_RE_AUDIT_REPORT_AWAITED: 'nouvelle vérification du nouveau cycle achevée, rapport attendu',
  RENEWAL_MUST_RESTART: 'renouvellement à recommencer par une nouvelle vérification interne',
  NEW_CERTIFICATE_AWAITED: 'vérification externe du nouveau cycle réussie, certificat attendu',
  PENDING_LETTER: 'en attente, lettre d’attestation de conformité manquante',
  PENDING_CERTIFICATE: 'en attente, nouveau certificat manquant',
  EQUIVALENCY_RUNNING: 'certifié par équivalence',
  EQUIVALENCY_EXPIRED: 'équivalence expirée',
} as const satisfies Record<keyof typeof stageEnglish, string>;
