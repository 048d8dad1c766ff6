import type { obligationsEnglish, obligationWordsEnglish } from './obligations.en.ts';

/** Our French of what is owed. */
export const obligationsFrench = {
  'calendar-entry': '{account} : {kind:word}',
  'calendar-entry-done': 'Fait : {account}, {kind:word}',
  'calendar-standing-change': 'À défaut d’un nouveau fait consigné, la situation sera la suivante à compter du {from:day} : {then:word}.',
  'calendar-standing-changed': 'La situation est la suivante depuis le {from:day} : {standing:word}.',
  'owe-application-acknowledgement': 'La demande d’inscription du {appliedOn:day} attend un accusé de réception.',
  'owe-application-verification':
    'Le numéro de compte et le numéro de l’entreprise (firm number) indiqués dans la demande d’inscription du {appliedOn:day} doivent être validés.',
  'owe-application-decision':
    'Les numéros de la demande d’inscription du {appliedOn:day} ont été validés; cette demande doit être confirmée ou rejetée.',
  'owe-internal-audit':
    'Après l’inscription du {confirmedOn:day}, l’entreprise doit soumettre à l’IHSA la vérification effectuée par un vérificateur interne ayant suivi la formation.',
  'owe-resubmission':
    'La vérification interne a été retournée pour correction le {returnedOn:day}; elle doit être corrigée et soumise de nouveau.',
  'owe-audit-receipt': 'La vérification soumise le {submittedOn:day} doit être reçue par l’IHSA, qui consigne la date de réception.',
  'owe-pre-assessment': 'La vérification interne reçue le {receivedOn:day} doit faire l’objet de l’évaluation préalable.',
  'owe-pre-assessment-held':
    'La vérification interne reçue le {receivedOn:day} est retenue depuis le {heldOn:day} parce que ses frais sont impayés : l’évaluation préalable aura lieu dès que le paiement sera reçu.',
  'owe-follow-up':
    'L’examen dont le rapport est daté du {reportedOn:day} n’a pas confirmé la vérification interne : l’IHSA doit demander un plan de mesures correctives ou une nouvelle vérification interne.',
  'owe-internal-audit-asked': 'Le {askedOn:day}, l’IHSA a demandé une nouvelle vérification interne, qui doit être soumise.',
  'owe-action-plan-asked': 'Le {askedOn:day}, l’IHSA a demandé un plan de mesures correctives, qui doit lui être soumis.',
  'owe-action-plan-failed':
    'La vérification n’a pas été réussie, selon le rapport reçu le {receivedOn:day} : un plan de mesures correctives assorti de dates doit être remis au vérificateur externe.',
  'owe-action-plan-passed':
    'La vérification est réussie, selon le rapport reçu le {receivedOn:day} : le plan de mesures correctives vise l’amélioration continue et ne retarde rien.',
  'owe-action-plan-approval': 'Le plan de mesures correctives soumis le {submittedOn:day} doit être approuvé ou retourné.',
  'owe-audit-plan-approval':
    'Le plan de la vérification externe, soumis le {submittedOn:day}, doit être approuvé avant le début de la vérification; l’IHSA prévoit de l’approuver au plus tard le {dueOn:day}.',
  'owe-new-internal-audit':
    'Le processus recommence par une nouvelle vérification interne, car la date limite, le {deadline:day}, est passée.',
  'owe-internal-review': 'L’examen de la vérification interne reçue le {receivedOn:day} doit être terminé au plus tard le {dueOn:day}.',
  'owe-internal-review-held':
    'La vérification interne reçue le {receivedOn:day} est retenue depuis le {heldOn:day} parce que ses frais sont impayés : elle sera examinée dès que le paiement sera reçu. Les 60 jours courent à compter de la réception et se terminent le {dueOn:day}.',
  'owe-audit-fee':
    'La vérification reçue le {receivedOn:day} a été retenue le {heldOn:day} parce que ses frais étaient impayés; l’IHSA l’examinera dès que le paiement sera reçu.',
  'owe-external-audit':
    'La vérification externe doit être terminée au plus tard le {dueOn:day}; l’IHSA doit en approuver le plan avant le début. Sinon, le processus recommence.',
  'owe-external-report': 'Le rapport de la vérification terminée le {completedOn:day} doit être soumis à l’IHSA pour approbation.',
  'owe-report-approval':
    'Le rapport de la vérification externe, parvenu à l’IHSA le {arrivedOn:day}, doit être approuvé avant de donner lieu à quelque suite que ce soit.',
  'owe-re-audit':
    'Après le rapport du {reportedOn:day}, un plan de mesures correctives doit être remis au vérificateur externe, et une vérification de reprise doit être terminée au plus tard le {dueOn:day}.',
  'owe-re-audit-received':
    'À la suite du rapport reçu le {receivedOn:day}, un plan de mesures correctives doit être remis au vérificateur externe, et une vérification de reprise doit être terminée au plus tard le {dueOn:day}.',
  'owe-certificate':
    'La vérification est réussie, selon le rapport du {reportedOn:day} : le certificat de reconnaissance doit être délivré.',
  'owe-certificate-rescored':
    'Selon les notes du {resultOn:day}, la vérification est réussie : le certificat de reconnaissance doit être délivré.',
  'owe-maintenance-audit':
    'La vérification de maintien de l’année {year} du certificat {certificate} doit être soumise au plus tard le {dueOn:day}. Passé cette date, elle est en retard, mais non refusée : la section 3.2 des lignes directrices la demande au plus tard à la date anniversaire, le {due:day}.',
  'owe-maintenance-audit-shown':
    'La vérification de maintien de l’année {year} du certificat {certificate} devait être soumise au plus tard le {dueOn:day}. La date de sa soumission n’est pas consignée; la lettre de certification en règle (Letter of Good Standing) du {issuedOn:day} montre qu’elle a été soumise.',
  'owe-maintenance-pre-assessment':
    'La vérification de l’année {year} du certificat {certificate}, reçue le {receivedOn:day}, doit faire l’objet de l’évaluation préalable.',
  'owe-maintenance-pre-assessment-held':
    'La vérification de l’année {year} du certificat {certificate}, reçue le {receivedOn:day}, est retenue depuis le {heldOn:day} parce que ses frais sont impayés : l’évaluation préalable aura lieu dès que le paiement sera reçu.',
  'owe-maintenance-review':
    'La vérification de l’année {year} du certificat {certificate}, reçue le {receivedOn:day}, doit être examinée; la lettre de certification en règle (Letter of Good Standing) n’est délivrée qu’après un examen réussi.',
  'owe-maintenance-review-held':
    'La vérification de l’année {year} du certificat {certificate}, reçue le {receivedOn:day}, est retenue depuis le {heldOn:day} parce que ses frais sont impayés : elle sera examinée dès que le paiement sera reçu, et la lettre de certification en règle (Letter of Good Standing) n’est délivrée qu’après un examen réussi.',
  'owe-maintenance-correction':
    'Les lacunes relevées par l’examen du {reportedOn:day} doivent être corrigées au plus tard le {dueOn:day}; sinon, tout le processus recommence.',
  'owe-failed-letter':
    'Selon les notes du {failedOn:day}, la vérification de la lettre {letter} n’est pas réussie. La lettre, délivrée avant, demeure valable; les lacunes doivent être corrigées.',
  'owe-failed-letter-by':
    'Selon les notes du {failedOn:day}, la vérification de la lettre {letter} n’est pas réussie. La lettre, délivrée avant, demeure valable; les lacunes doivent être corrigées au plus tard le {dueOn:day}.',
  'owe-failed-letter-alert':
    'Selon les notes du {failedOn:day}, la vérification de la lettre {letter} n’est pas réussie. La lettre, délivrée avant, demeure valable; l’IHSA décide de la suite.',
  'owe-letter':
    'La lettre de certification en règle (Letter of Good Standing) pour l’année {year} du certificat {certificate} doit être délivrée au plus tard le {dueOn:day}; si la lettre n’est pas délivrée le {lastDay:day} au plus tard, la certification est perdue.',
  'owe-staff-alert':
    'La lettre de certification en règle (Letter of Good Standing) pour l’année {year} du certificat {certificate} n’avait toujours pas été délivrée au {alertOn:day}; le dernier jour pour la délivrer est le {lastDay:day}.',
  'owe-re-registration':
    'Le cycle du certificat {certificate} prend fin le {dueOn:day}; pour continuer, l’entreprise doit s’inscrire de nouveau.',
  'owe-renewal-internal-audit':
    'La vérification interne du nouveau cycle doit être terminée et remise au vérificateur externe; elle n’est pas soumise à l’IHSA. Il est conseillé de la terminer au plus tard le {dueOn:day}.',
  'owe-renewal-audit': 'Il est conseillé de commencer la vérification externe du nouveau cycle entre le {opensOn:day} et le {dueOn:day}.',
  'owe-new-certificate':
    'Le certificat qui renouvelle le certificat {certificate} doit être délivré au plus tard le {dueOn:day}; s’il n’est pas délivré le {lastDay:day} au plus tard, la certification est perdue.',
  'owe-spot-check-implementation':
    'Les mesures correctives demandées par la lettre du {receivedOn:day} doivent être entièrement mises en œuvre et signalées au plus tard le {dueOn:day}; sinon, la certification est perdue.',
  'owe-spot-check-validation':
    'La mise en œuvre signalée le {reportedOn:day} à la suite de la lettre du {receivedOn:day} doit être validée.',
  'owe-spot-check-fee':
    'Les frais du contrôle ponctuel dont la lettre a été reçue le {receivedOn:day}, demandés le {chargedOn:day}, doivent être payés.',
  'owe-equivalency-renewal':
    'Le certificat d’équivalence {certificate} prend fin le {dueOn:day}, sans délai de grâce; le renouvellement exige une nouvelle demande.',
  'owe-audits-after-won-bid':
    'Si la soumission faite avec le document {document} est retenue, l’entreprise doit s’inscrire, terminer une vérification interne et réussir une vérification externe; les lignes directrices ne le demandent que si l’acheteur l’exige ou si l’entreprise souhaite être certifiée.',
  'owe-starting-over':
    'La certification a été perdue le {lostOn:day}; pour être certifiée de nouveau, l’entreprise doit s’inscrire et reprendre tout le processus.',
  'becoming-pending':
    'Il manque au certificat {certificate} la lettre ou le certificat qui devait être délivré le {dueOn:day}; à compter du {pendingFrom:day}, la certification est en attente.',
  'owe-wsib-good-standing':
    'Selon une déclaration, le compte de la WSIB était fermé ou n’était pas en règle à compter du {from:day}; un compte participant doit être actif et en règle. La situation ne change pas d’elle-même : l’IHSA décide.',
} as const satisfies Record<keyof typeof obligationsEnglish, string>;

/** Our French for the labels of obligations, their parties and their states. */
export const obligationWordsFrench = {
  REGISTRATION_APPLICATION: 'demande d’inscription',
  INTERNAL_AUDIT: 'vérification interne',
  AUDIT_FEE: 'frais de la vérification',
  AUDIT_RECEIPT: 'réception de la vérification',
  PRE_ASSESSMENT: 'évaluation préalable de la vérification interne',
  INTERNAL_REVIEW: 'examen de la vérification interne',
  REVIEW_FOLLOW_UP: 'décision après l’examen',
  CORRECTIVE_ACTION_PLAN: 'plan de mesures correctives',
  CORRECTIVE_ACTION_PLAN_APPROVAL: 'approbation du plan de mesures correctives',
  AUDIT_PLAN_APPROVAL: 'approbation du plan de vérification',
  EXTERNAL_AUDIT_REPORT: 'rapport de vérification externe',
  AUDIT_REPORT_APPROVAL: 'approbation du rapport de vérification externe',
  RE_AUDIT: 'vérification de reprise',
  CERTIFICATE: 'certificat de reconnaissance',
  MAINTENANCE_AUDIT: 'vérification de maintien',
  MAINTENANCE_CORRECTION: 'correction des lacunes',
  LETTER_OF_GOOD_STANDING: 'lettre de certification en règle (Letter of Good Standing)',
  STAFF_ALERT: 'alerte au personnel au sujet d’une lettre',
  RE_REGISTRATION: 'inscription pour le nouveau cycle',
  RENEWAL_INTERNAL_AUDIT: 'vérification interne du nouveau cycle',
  RENEWAL_AUDIT: 'vérification externe du nouveau cycle',
  NEW_CERTIFICATE: 'nouveau certificat',
  SPOT_CHECK_IMPLEMENTATION: 'mesures correctives après un contrôle ponctuel',
  SPOT_CHECK_VALIDATION: 'validation après un contrôle ponctuel',
  SPOT_CHECK_FEE: 'frais d’un contrôle ponctuel',
  EQUIVALENCY_RENEWAL: 'renouvellement de l’équivalence',
  AUDITS_AFTER_WON_BID: 'vérifications après une soumission retenue',
  STANDING_CHANGE: 'changement de situation',
  STANDING_CHANGED: 'la situation a changé',
  STARTING_OVER: 'reprise du processus après une perte',
  WSIB_GOOD_STANDING: 'compte de la WSIB en règle',
  EQUIVALENCY_REVIEW: 'examen d’une demande',
  EQUIVALENCY_DOCUMENTS: 'documents demandés',
  EQUIVALENCY_DECISION: 'décision sur une demande',
  BIDDING_DOCUMENT_END: 'fin d’un document permettant de soumissionner',
  BECOMING_PENDING: 'certification bientôt en attente',
  PENDING_CERTIFICATION: 'certification en attente',
  ORGANIZATION: 'l’entreprise',
  IHSA: 'l’IHSA',
  EXTERNAL_AUDITOR: 'le vérificateur externe',
  UPCOMING: 'à venir',
  DUE: 'à échéance',
  OVERDUE: 'en retard',
  DONE: 'remplie',
} as const satisfies Record<keyof typeof obligationWordsEnglish, string>;
