import type { auditingEnglish, auditStepEnglish } from './auditing.en.ts';

/** Our French of the same. */
export const auditingFrench = {
  'element-name-note': 'Traduction propre au registre; le numéro suit l’ordre de la liste de l’IHSA.',
  // L’ordre des étapes
  'audit-step-needs': 'Au {on:day}, il n’est pas consigné que {needed:word}.',
  'audit-step-done': 'Il est déjà consigné que {step:word}, le {day:day}.',
  'audit-step-passed': 'Il est déjà consigné que {later:word}, le {day:day}; par la suite, on ne peut plus consigner que {step:word}.',
  'audit-documents-submitted':
    'La vérification a été soumise le {day:day}; à moins que l’IHSA ne la retourne pour correction, ses documents, ses notes, ses éléments de preuve et ses attestations de formation ne peuvent pas être modifiés.',
  'audit-held':
    'Le dossier est retenu depuis le {heldOn:day} parce que ses frais sont impayés; l’IHSA l’examinera dès que le paiement sera reçu.',
  'audit-held-already': 'Le dossier est retenu depuis le {heldOn:day} parce que ses frais sont impayés.',
  'audit-not-held': 'Le {on:day}, le dossier n’est pas retenu pour des frais impayés.',
  'audit-material-missing': 'Aucun document de la vérification n’a été reçu; la vérification doit être soumise avec ses documents.',
  'audit-internal-auditor-unnamed': 'Le vérificateur interne qui a effectué la vérification n’est pas désigné.',
  'audit-internal-auditor-untrained':
    'Le {startedOn:day}, premier jour de la vérification, le vérificateur interne n’avait ni réussi ces cours ni obtenu d’exemption : {courses:words}.',
  'audit-internal-auditor-unqualified': 'Le vérificateur interne n’était pas qualifié le {startedOn:day}, premier jour de la vérification.',
  'audit-representative-missing':
    'Le {startedOn:day}, premier jour de la vérification, aucun représentant de la haute direction n’était désigné.',
  'audit-representative-untrained':
    'Le {startedOn:day}, premier jour de la vérification, le représentant de la haute direction n’avait pas terminé COR Essentials.',
  'audit-declared-failed':
    'Les notes déclarées n’atteignent pas les notes de passage; la vérification doit être retournée pour correction.',
  'audit-without-registration': 'Aucune inscription du compte n’est en vigueur le {on:day}.',
  'audit-tool-outdated-for-step': 'Le {day:day}, seul l’outil de vérification COR 2020 peut être utilisé.',
  'audit-review-not-failed':
    'Le registre n’indique pas que la vérification interne n’a pas été réussie à l’examen : un plan de mesures correctives ou une nouvelle vérification interne ne se demandent que dans ce cas.',
  'audit-follow-up-chosen': 'La suite à donner à l’examen a été choisie le {day:day}.',
  'audit-scored-for-good':
    'Le rapport a été reçu le {day:day} : seules les vérifications de maintien et de transition sont notées de nouveau après une correction.',
  'audit-scored-before-report': 'Une nouvelle note doit porter une date postérieure au rapport du {day:day}, qui contient la première.',
  'correction-too-late':
    'Les lacunes devaient être corrigées au plus tard le {lastDay:day}; le {on:day} est postérieur à cette date, et le processus recommence.',

  // Le début d’une vérification
  're-audit-of-nothing':
    'Une vérification de reprise doit indiquer la vérification externe qu’elle suit; aucune vérification externe du compte n’est indiquée.',
  're-audit-other-tool': 'La vérification a été faite avec l’outil {tool:word}; la vérification de reprise doit l’être avec le même.',
  'maintenance-without-certificate': 'Aucune certification COR ou COR 2020 n’est en vigueur le {on:day}; il n’y a rien à maintenir.',
  'maintenance-other-tool': 'La certification relève de {standard:word} : sa vérification de maintien doit être faite avec cet outil.',
  'transition-not-possible': 'Une vérification de transition est faite avec l’outil COR 2020 pour une certification selon l’ancien COR.',
  'year-one-without-certificate': 'Aucun certificat COR ou COR 2020 n’a été délivré au {on:day}; aucun nouveau cycle ne commence.',

  // Vérifications externes
  're-audit-without-failure': 'Au {on:day}, aucune vérification externe non réussie, avec son rapport, n’est consignée.',
  're-audit-too-late':
    'Le rapport a été reçu le {receivedOn:day} : une vérification de reprise devait être terminée au plus tard le {deadline:day}, et le {on:day} est postérieur à cette date. Le processus recommence.',
  'external-without-internal': 'Au {on:day}, l’IHSA n’a reçu aucune vérification interne initiale depuis l’inscription en vigueur.',
  'external-after-failure':
    'Une vérification externe n’a pas été réussie, selon le rapport du {failedOn:day} : il faut d’abord une vérification de reprise ou une nouvelle vérification interne, et celle-ci n’est pas consignée au {on:day}.',
  'external-before-review': 'Au {on:day}, aucun rapport sur l’examen de la vérification interne n’est consigné.',
  'external-new-audit-asked': 'Le {on:day}, l’IHSA a demandé une nouvelle vérification interne.',
  'external-without-plan':
    'Au {on:day}, la vérification interne n’est pas réussie, et aucun plan de mesures correctives n’a été approuvé à sa suite.',
  'external-too-late':
    'Le rapport sur la vérification interne a été reçu le {receivedOn:day} : la vérification externe devait être terminée au plus tard le {deadline:day}, et le {on:day} est postérieur à cette date. Le processus recommence.',

  // Vérificateurs externes
  'audit-auditor-unlisted': 'Le {on:day}, le vérificateur ne figure pas sur la liste approuvée.',
  'audit-auditor-removed': 'Le vérificateur a été exclu du programme le {removedOn:day}.',
  'audit-auditor-consults': 'Le vérificateur conseille l’entreprise depuis le {from:day} et la conseillait encore le {on:day}.',
  'audit-auditor-asked-to-withdraw': 'Le {from:day}, l’IHSA a demandé au vérificateur de se retirer en raison d’un conflit d’intérêts.',
  'audit-same-auditor': 'Le même vérificateur a fait la vérification externe précédente, terminée le {completedOn:day}.',
  'audit-same-company': 'Le même cabinet de vérification a fait la vérification externe précédente, terminée le {completedOn:day}.',
  'list-period-overlaps': 'Le vérificateur figure déjà sur la liste approuvée depuis le {from:day}.',
  'auditor-removed-already': 'Le vérificateur a été exclu du programme le {removedOn:day}.',
  'auditor-erased-already': 'Le nom du vérificateur a été effacé le {erasedOn:day}.',
  'refused-erasing-listed':
    'Le vérificateur figure toujours sur la liste approuvée, depuis le {from:day}; il faut d’abord mettre fin à cette période.',
  'refused-erasing-unreported': 'Une vérification externe faite par ce vérificateur n’a pas encore de rapport.',
  'internal-plan-approved':
    'La vérification interne n’a pas été réussie à l’examen; l’IHSA a approuvé le plan de mesures correctives le {approvedOn:day}.',
  'internal-new-audit-asked':
    'La vérification interne n’a pas été réussie à l’examen; le {askedOn:day}, l’IHSA a demandé une nouvelle vérification interne.',
} as const satisfies Record<keyof typeof auditingEnglish, string>;

export const auditStepFrench = {
  AUDIT_SIGNED_OFF: 'la haute direction a signé la vérification',
  AUDIT_SUBMITTED: 'la vérification a été soumise',
  AUDIT_RECEIVED: 'l’IHSA a reçu la vérification',
  AUDIT_PRE_ASSESSED: 'l’évaluation préalable a établi que la vérification est complète',
  AUDIT_RETURNED: 'la vérification a été retournée pour correction',
  AUDIT_HELD_UNPAID: 'le dossier est retenu parce que ses frais sont impayés',
  AUDIT_PAYMENT_RECEIVED: 'les frais du dossier ont été payés',
  AUDIT_REVIEWER_ASSIGNED: 'l’examinateur a été désigné',
  AUDIT_REVIEWED: 'l’IHSA a examiné la vérification',
  AUDIT_REPORT_RECEIVED: 'l’entreprise a reçu le rapport',
  AUDIT_REPORT_APPROVED: 'l’IHSA a approuvé le rapport',
  AUDIT_ACTION_PLAN_CHOSEN: 'l’IHSA a demandé un plan de mesures correctives',
  AUDIT_NEW_AUDIT_CHOSEN: 'l’IHSA a demandé une nouvelle vérification interne',
  AUDIT_ACTION_PLAN_SUBMITTED: 'le plan de mesures correctives a été soumis',
  AUDIT_ACTION_PLAN_SENT_BACK: 'le plan de mesures correctives a été retourné',
  AUDIT_ACTION_PLAN_APPROVED: 'le plan de mesures correctives a été approuvé',
  AUDIT_SHOWN_TO_AUDITOR: 'la vérification a été montrée au vérificateur externe',
  AUDIT_AUDITOR_SELECTED: 'le vérificateur externe a été choisi',
  AUDIT_AUDIT_PLAN_SUBMITTED: 'le plan de vérification a été soumis',
  AUDIT_AUDIT_PLAN_SENT_BACK: 'le plan de vérification a été retourné',
  AUDIT_AUDIT_PLAN_APPROVED: 'l’IHSA a approuvé le plan de vérification',
  AUDIT_STARTED: 'la vérification a commencé',
  AUDIT_COMPLETED: 'la vérification est terminée',
  AUDIT_SCORED: 'la vérification a une note pour chaque élément',
  AUDIT_CLOSED: 'le dossier de vérification a été fermé',
} as const satisfies Record<keyof typeof auditStepEnglish, string>;
