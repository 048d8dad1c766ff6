import type { cycleEnglish, stageEnglish } from './cycle.en.ts';

/** Our French of the certification cycle. */
export const cycleFrench = {
  // Première certification
  'internal-audit-awaited': 'Aucune vérification interne initiale n’a été reçue depuis l’inscription du {confirmedOn:day}.',
  'internal-receipt-awaited':
    'Une vérification interne initiale a été soumise le {submittedOn:day}; l’IHSA n’a pas encore consigné sa réception.',
  'internal-audit-returned':
    'La vérification interne initiale a été retournée pour correction le {returnedOn:day} et n’a pas été reçue de nouveau.',
  'internal-audit-not-recorded':
    'Une vérification externe de la première certification est consignée, mais aucune vérification interne initiale ne l’est avant elle.',
  'internal-audit-received': 'La vérification interne initiale a été reçue le {receivedOn:day}.',
  'internal-audit-first-submission': 'Aucun dossier antérieur n’a été retourné : le délai d’examen court depuis le {receivedOn:day}.',
  'internal-audit-resubmitted': 'Un dossier antérieur a été remplacé : le délai d’examen a recommencé le {receivedOn:day}.',
  'audit-held-unpaid':
    'La vérification est retenue depuis le {heldOn:day} parce que ses frais sont impayés; l’IHSA l’examinera dès que le paiement sera reçu.',
  'internal-review-due': 'L’IHSA doit terminer l’examen de la vérification interne au plus tard le {dueOn:day}.',
  'internal-review-late':
    'L’examen de la vérification interne devait être terminé au plus tard le {dueOn:day}; aucun rapport n’est consigné.',
  'internal-review-in-time':
    'L’examen de la vérification interne devait être terminé au plus tard le {dueOn:day}; le rapport a été remis le {reportedOn:day}.',
  'internal-review-reported-late':
    'L’examen de la vérification interne devait être terminé au plus tard le {dueOn:day}; le rapport n’a été remis que le {reportedOn:day}.',
  'internal-audit-confirmed': 'Le rapport d’examen du {reportedOn:day} confirme les notes de passage.',
  'internal-audit-unscored': 'Le rapport d’examen a été remis le {reportedOn:day}; ses notes ne sont pas toutes consignées.',
  'internal-audit-not-confirmed':
    'Le rapport d’examen du {reportedOn:day} ne confirme pas les notes de passage : les lacunes sont corrigées selon un plan approuvé par l’IHSA, ou une nouvelle vérification interne est soumise, au choix de l’IHSA.',
  'six-months-from-report': 'Le délai court à compter du rapport du {reportedOn:day} et prend fin le {deadline:day}.',
  'external-audit-awaited': 'La vérification externe doit être terminée au plus tard le {deadline:day}.',
  'external-audit-in-time': 'La vérification externe s’est terminée le {completedOn:day}, dans le délai fixé (le {deadline:day}).',
  'external-audit-missed':
    'Aucune vérification externe n’était terminée au {deadline:day} : le processus recommence par une nouvelle vérification interne.',
  'audit-tool-outdated':
    'La vérification du {day:day} a été faite avec l’ancien outil COR, alors que COR 2020 était déjà obligatoire; elle n’est pas valable.',
  'audit-tool-in-force': 'La vérification du {day:day} a été faite avec l’outil {tool:word}, admis ce jour-là.',

  // Vérification externe et vérification de reprise, de la première certification ou du renouvellement
  'external-audit-under-way': 'La vérification externe a commencé le {startedOn:day} et n’est pas terminée.',
  'external-audit-completed-by':
    'Le dernier jour sur place de la vérification externe n’est pas consigné; le {completedOn:day}, jour consigné suivant, en tient lieu.',
  'external-audit-completed': 'Le dernier jour sur place de la vérification externe était le {completedOn:day}.',
  'external-report-awaited':
    'Le rapport approuvé de la vérification externe terminée le {completedOn:day} ou ses notes ne sont pas encore consignés.',
  'external-report-approved': 'Le rapport de la vérification externe a été remis le {reportedOn:day}.',
  'external-audit-passed':
    'La vérification externe est réussie, selon le rapport du {reportedOn:day}; le certificat de reconnaissance sera délivré.',
  'external-audit-passed-rescored':
    'Selon les notes du {resultOn:day}, la vérification externe est réussie; le certificat de reconnaissance sera délivré.',
  'external-audit-failed-rescored': 'Selon les notes du {resultOn:day}, la vérification externe n’est pas réussie.',
  're-audit-passed-rescored':
    'Selon les notes du {resultOn:day}, la vérification de reprise est réussie; le certificat de reconnaissance sera délivré.',
  'external-audit-failed': 'La vérification externe n’a pas été réussie, selon le rapport du {reportedOn:day}.',
  're-audit-passed':
    'La vérification de reprise est réussie, selon le rapport du {reportedOn:day}; le certificat de reconnaissance sera délivré.',
  're-audit-not-needed': 'Aucune vérification de reprise n’est nécessaire.',
  're-audit-awaited':
    'La vérification externe n’ayant pas été réussie, une vérification de reprise réussie doit être terminée au plus tard le {deadline:day}.',
  're-audit-completed':
    'La vérification de reprise s’est terminée le {completedOn:day}, dans le délai fixé (le {deadline:day}); le rapport est attendu.',
  're-audit-missed':
    'Aucune vérification de reprise n’a été réussie dans le délai, le {deadline:day} : le processus recommence par une nouvelle vérification interne.',
  're-audit-cut-short':
    'Sans nouveau certificat, la certification sera perdue le {lostFrom:day}, même si une vérification de reprise peut être terminée jusqu’au {deadline:day}.',
  're-audit-not-cut-short':
    'Une vérification de reprise peut être terminée jusqu’au {deadline:day}; sans nouveau certificat, la certification ne sera perdue que le {lostFrom:day}.',

  // Maintien et renouvellement
  'maintenance-audit-not-yet': 'La vérification de maintien de l’année {year} doit être soumise au plus tard le {dueOn:day}.',
  'maintenance-audit-missing':
    'La vérification de maintien de l’année {year} devait être soumise au plus tard le {dueOn:day} et n’avait pas été reçue à cette date.',
  'maintenance-audit-by-anniversary':
    'La section 3.2 des lignes directrices la demande au plus tard à la date anniversaire, le {due:day}; elle est en retard, mais non refusée.',
  'maintenance-audit-received':
    'La vérification de maintien de l’année {year} a été reçue le {receivedOn:day}, dans le délai fixé (le {dueOn:day}).',
  'maintenance-audit-received-late':
    'La vérification de maintien de l’année {year} devait être soumise au plus tard le {dueOn:day} et a été reçue en retard, le {receivedOn:day}.',
  'maintenance-audit-submitted':
    'La vérification de maintien de l’année {year}, à soumettre au plus tard le {dueOn:day}, a été soumise le {submittedOn:day} et reçue le {receivedOn:day}.',
  'maintenance-audit-submitted-late':
    'La vérification de maintien de l’année {year}, à soumettre au plus tard le {dueOn:day}, a été soumise en retard, le {submittedOn:day}, et reçue le {receivedOn:day}.',
  'maintenance-receipt-awaited':
    'La vérification de maintien de l’année {year}, à soumettre au plus tard le {dueOn:day}, a été soumise le {submittedOn:day}; l’IHSA n’a pas encore consigné sa réception.',
  'maintenance-receipt-awaited-late':
    'La vérification de maintien de l’année {year}, à soumettre au plus tard le {dueOn:day}, a été soumise en retard, le {submittedOn:day}; l’IHSA n’a pas encore consigné sa réception.',
  'maintenance-review-awaited':
    'Le rapport d’examen de la vérification de maintien reçue le {receivedOn:day} ou ses notes ne sont pas encore consignés.',
  'maintenance-review-passed':
    'La vérification de maintien est réussie, selon le rapport du {reportedOn:day}; la lettre de certification en règle (Letter of Good Standing) pour l’année {year} sera délivrée.',
  'maintenance-review-passed-rescored':
    'Selon les notes du {resultOn:day}, la vérification de maintien est réussie; la lettre de certification en règle (Letter of Good Standing) pour l’année {year} sera délivrée.',
  'maintenance-review-failed-rescored':
    'Selon les notes du {resultOn:day}, la vérification de maintien n’est pas réussie; ses lacunes doivent être corrigées au plus tard le {lastDay:day}.',
  'maintenance-review-failed': 'L’examen du {reportedOn:day} a relevé des lacunes, à corriger au plus tard le {lastDay:day}.',
  'transition-audit-received':
    'Il s’agit d’une vérification de transition : la lettre à laquelle elle donne lieu fait passer la norme à COR 2020.',
  'renewal-not-yet': 'Il est conseillé de commencer la vérification externe du nouveau cycle entre le {opensOn:day} et le {dueOn:day}.',
  'renewal-open':
    'La vérification externe du nouveau cycle n’a pas commencé; il est conseillé de la commencer entre le {opensOn:day} et le {dueOn:day}.',
} as const satisfies Record<keyof typeof cycleEnglish, string>;

/** Our French for the labels of the stages. */
export const stageFrench = {
  PREPARING_INTERNAL_AUDIT: 'préparation de la vérification interne initiale',
  INTERNAL_AUDIT_REVIEW: 'vérification interne à l’évaluation préalable ou à l’examen',
  INTERNAL_AUDIT_CORRECTION: 'corrections après l’examen de la vérification interne',
  EXTERNAL_AUDIT_DUE: 'vérification externe à effectuer',
  EXTERNAL_AUDIT_UNDER_WAY: 'vérification externe en cours',
  EXTERNAL_AUDIT_REPORT_AWAITED: 'vérification externe terminée, rapport attendu',
  RE_AUDIT_DUE: 'vérification de reprise à effectuer',
  RE_AUDIT_REPORT_AWAITED: 'vérification de reprise terminée, rapport attendu',
  CERTIFICATE_AWAITED: 'vérification externe réussie, certificat attendu',
  MUST_RESTART: 'processus à recommencer par une nouvelle vérification interne',
  CERTIFIED_YEAR_1: 'certifié, année 1',
  CERTIFIED_YEAR_2: 'certifié, année 2',
  CERTIFIED_YEAR_3: 'certifié, année 3',
  MAINTENANCE_AUDIT_DUE: 'vérification de maintien à soumettre',
  MAINTENANCE_AUDIT_LATE: 'vérification de maintien en retard',
  MAINTENANCE_AUDIT_REVIEW: 'vérification de maintien à l’examen',
  MAINTENANCE_AUDIT_CORRECTION: 'lacunes de la vérification de maintien à corriger',
  LETTER_AWAITED: 'vérification de maintien réussie, lettre de certification en règle (Letter of Good Standing) attendue',
  RENEWAL_DUE: 'vérification externe du nouveau cycle à effectuer',
  RENEWAL_AUDIT_UNDER_WAY: 'vérification externe du nouveau cycle en cours',
  RENEWAL_REPORT_AWAITED: 'vérification externe du nouveau cycle terminée, rapport attendu',
  RENEWAL_RE_AUDIT_DUE: 'vérification de reprise du nouveau cycle à effectuer',
  RENEWAL_RE_AUDIT_REPORT_AWAITED: 'vérification de reprise du nouveau cycle terminée, rapport attendu',
  RENEWAL_MUST_RESTART: 'renouvellement à recommencer par une nouvelle vérification interne',
  NEW_CERTIFICATE_AWAITED: 'vérification externe du nouveau cycle réussie, certificat attendu',
  PENDING_LETTER: 'en attente (considéré comme certifié), lettre de certification en règle (Letter of Good Standing) manquante',
  PENDING_CERTIFICATE: 'en attente (considéré comme certifié), nouveau certificat manquant',
  EQUIVALENCY_RUNNING: 'certifié par équivalence',
  EQUIVALENCY_EXPIRED: 'équivalence expirée',
} as const satisfies Record<keyof typeof stageEnglish, string>;
