import type { equivalencyEnglish, equivalencyWordsEnglish } from './equivalency.en.ts';

/** Our French of requests for equivalency and reciprocity. */
export const equivalencyFrench = {
  // La liste des pièces; le nom d’une pièce peut être un terme sans français officiel
  'request-document-held': 'Document reçu le {receivedOn:day} : {document:word}.',
  'request-document-missing': 'Document manquant : {document:word}.',
  'request-fee-recorded': 'Les frais d’examen ont été consignés le {recordedOn:day}.',
  'request-fee-missing': 'Les frais d’examen ne sont pas consignés.',

  // Le délai d’examen
  'review-not-started': 'Le dossier n’est pas complet; le délai d’examen ne court pas encore.',
  'review-due':
    'Le dossier était complet le {startedOn:day}; l’examen devait d’abord être terminé au plus tard le {originalDueOn:day} et doit maintenant l’être au plus tard le {dueOn:day}.',
  'review-overdue':
    'Le dossier était complet le {startedOn:day}; l’examen devait d’abord être terminé au plus tard le {originalDueOn:day}, puis au plus tard le {dueOn:day}, et aucun rapport n’a été remis.',
  'review-stopped':
    'L’IHSA attend depuis le {from:day} des documents qu’elle a demandés; le délai d’examen, qui prenait d’abord fin le {originalDueOn:day}, est suspendu : s’ils arrivaient le {on:day}, l’examen devrait être terminé au plus tard le {dueOn:day}. Le dossier était complet le {startedOn:day}.',
  'review-stopped-late':
    'Le dossier était complet le {startedOn:day}; l’examen devait être terminé au plus tard le {dueOn:day}, et aucun rapport n’a été remis. Depuis le {from:day}, l’IHSA attend des documents qu’elle a demandés après cette date : le délai est suspendu, mais l’échéance ne change pas.',
  'review-reported':
    'Le dossier était complet le {startedOn:day}; l’examen devait d’abord être terminé au plus tard le {originalDueOn:day}, puis au plus tard le {dueOn:day}; le rapport a été remis le {reviewedOn:day}.',
  'review-reported-late':
    'Le dossier était complet le {startedOn:day}; l’examen devait d’abord être terminé au plus tard le {originalDueOn:day}, puis au plus tard le {dueOn:day}; le rapport n’a été remis que le {reviewedOn:day}.',
  'review-ended':
    'Le dossier était complet le {startedOn:day}; l’examen devait d’abord être terminé au plus tard le {originalDueOn:day}, puis au plus tard le {dueOn:day}; aucun rapport n’avait été remis lorsque la demande a pris fin le {endedOn:day}.',
  'review-due-as-at-first': 'Le dossier était complet le {startedOn:day}; l’examen doit être terminé au plus tard le {dueOn:day}.',
  'review-overdue-as-at-first':
    'Le dossier était complet le {startedOn:day}; l’examen devait être terminé au plus tard le {dueOn:day}, et aucun rapport n’a été remis.',
  'review-reported-as-at-first':
    'Le dossier était complet le {startedOn:day}; l’examen devait être terminé au plus tard le {dueOn:day}; le rapport a été remis le {reviewedOn:day}.',
  'review-reported-late-as-at-first':
    'Le dossier était complet le {startedOn:day}; l’examen devait être terminé au plus tard le {dueOn:day}; le rapport n’a été remis que le {reviewedOn:day}.',
  'review-ended-as-at-first':
    'Le dossier était complet le {startedOn:day}; l’examen devait être terminé au plus tard le {dueOn:day}; aucun rapport n’avait été remis lorsque la demande a pris fin le {endedOn:day}.',
  'review-target': 'Aucune source ne fixe de délai pour une demande de réciprocité : la date est un objectif du présent registre.',

  // Ce sur quoi repose une approbation
  'no-equivalency-of-that-day': 'Aucun autre certificat d’équivalence du {issuedOn:day} n’est consigné.',
  'iso-standard': 'Le certificat vise la norme ISO 45001:2018.',
  'iso-standard-other': 'Le certificat ne vise pas la norme ISO 45001:2018; aucune autre norme, comme CSA Z45001, n’est admise.',
  'iso-standard-unknown': 'Le registre n’indique pas quelle norme le certificat vise.',
  'iso-accredited': 'L’organisme qui a accrédité le certificateur était signataire de l’accord de l’IAF (MLA).',
  'iso-not-accredited': 'L’organisme qui a accrédité le certificateur n’était pas signataire de l’accord de l’IAF (MLA).',
  'iso-accreditation-unknown':
    'Le registre n’indique pas si l’organisme qui a accrédité le certificateur était signataire de l’accord de l’IAF (MLA).',
  'iso-accredited-by-successor':
    'L’organisme qui a accrédité le certificateur est signataire de l’accord de Global ACI (MRA), qui remplace celui de l’IAF.',
  'iso-not-accredited-by-successor':
    'L’organisme qui a accrédité le certificateur n’est pas signataire de l’accord de Global ACI (MRA), qui remplace celui de l’IAF.',
  'iso-successor-unknown':
    'Le registre n’indique pas si l’organisme qui a accrédité le certificateur est signataire de l’accord de Global ACI (MRA), qui remplace celui de l’IAF; la marque imprimée sur le certificat n’en décide pas, et le personnel peut indiquer ce qu’il constate.',
  'iso-accreditation-not-asked-yet':
    'À cette date, ni la marque d’un organisme d’accréditation ni la portée de toute l’entreprise n’étaient encore exigées.',
  'iso-whole-firm': 'Le certificat vise toute l’entreprise.',
  'iso-part-of-firm': 'Le certificat ne vise qu’une partie de l’entreprise.',
  'iso-scope-unknown': 'Le registre n’indique pas si le certificat vise toute l’entreprise.',
  'stated-end-to-come': 'Le certificat sur lequel repose la demande prend fin le {expiresOn:day}.',
  'stated-end-passed': 'Le certificat sur lequel repose la demande a pris fin le {expiresOn:day}.',
  'stated-end-unknown': 'La date de fin du certificat sur lequel repose la demande n’est pas indiquée; il faut la demander.',
  'ontario-work': 'La portée de la vérification comprend des travaux représentatifs en Ontario.',
  'ontario-work-none': 'La portée de la vérification ne comprend aucuns travaux représentatifs en Ontario.',
  'ontario-work-unknown': 'Le registre n’indique pas si la portée de la vérification comprend des travaux représentatifs en Ontario.',
  'wsib-account-valid': 'Selon une déclaration du {on:day}, le compte de la WSIB est valide.',
  'wsib-account-not-valid': 'Selon une déclaration du {on:day}, le compte de la WSIB n’est pas valide.',
  'wsib-account-unknown': 'Le registre n’indique pas si le compte de la WSIB est valide.',
  'wsib-account-none': 'L’entreprise n’a pas de compte de la WSIB.',
  'host-association': 'L’association d’attache est {association}, membre de la CFCSA hors de l’Ontario.',
  'host-association-of-ontario': '{association} est l’association de l’Ontario; un COR de l’Ontario ne vient pas d’ailleurs.',
  'host-association-unknown': 'Le registre n’indique pas quelle association confirme le COR.',
  'host-cor-current': 'L’association d’attache confirme que son COR est en vigueur.',
  'host-cor-not-current': 'L’association d’attache indique que son COR n’est pas en vigueur.',
  'host-cor-unconfirmed': 'Aucune confirmation que le COR de l’association d’attache est en vigueur n’est consignée.',
  'ontario-office': 'Selon une déclaration du {on:day}, l’employeur a un bureau permanent en Ontario : le COR s’obtient auprès de l’IHSA.',
  'ontario-office-none': 'Selon une déclaration du {on:day}, l’employeur n’a pas de bureau permanent en Ontario.',
  'ontario-office-unknown': 'Le registre n’indique pas si l’employeur a un bureau permanent en Ontario.',

  // Refus
  'refused-before-request': 'La demande date du {createdOn:day} : aucune étape ne peut porter une date antérieure.',
  'refused-out-of-turn': 'La demande est dans l’état suivant depuis le {since:day} : {status:word}. Cette étape n’est donc pas possible.',
  'refused-reviewed-already': 'Le rapport d’examen a déjà été remis le {reviewedOn:day}.',
  'grant-in-turn': 'La demande peut être tranchée : aucun document demandé n’est attendu et aucune étape antérieure ne manque.',
  'refused-before-review': 'Le rapport d’examen du vérificateur principal n’est pas consigné; l’approbation vient après.',
  'refused-grant-of-kind': 'Ce type de demande ne peut donner lieu à ce document.',
  'refused-without-reason': 'La règle permet davantage : accorder moins relève du jugement et exige un motif consigné.',
  'refused-end-of-certificate':
    'Une date de fin plus rapprochée ne peut être fixée que pour un document permettant de soumissionner seulement.',
  'refused-end': 'Le dernier jour du document doit se situer entre le {issuedOn:day} et le {latest:day}, ces jours compris.',
} as const satisfies Record<keyof typeof equivalencyEnglish, string>;

/** Those for equivalency and reciprocity are unofficial. */
export const equivalencyWordsFrench = {
  EQUIVALENCY_FORM: 'formulaire d’équivalence',
  ISO_45001_AUDIT_REPORT: 'plus récent rapport de vérification ISO 45001',
  ISO_45001_CERTIFICATE: 'plus récent certificat ISO 45001',
  ACCREDITATION_AUDIT_REPORT: 'plus récent rapport de vérification',
  PROOF_OF_ACCREDITATION: 'preuve de l’accréditation par le ministère',
  AUDIT_ACTION_PLAN: 'plan d’action issu de la plus récente vérification',
  OHSMS_MANUAL: 'manuel du système de gestion de la santé et de la sécurité au travail',
  MANAGEMENT_REVIEW_REPORT: 'rapport de revue de direction',
  MANAGEMENT_REVIEW_ACTION_PLAN: 'plan d’action issu de la revue de direction',
  MASTER_HAZARD_REGISTRY: 'registre principal des dangers',
  RECIPROCITY_FORM: 'formulaire de réciprocité',
  HOST_ASSOCIATION_LETTER: 'lettre de l’association d’attache',
  INTERNAL_AUDITOR_TRANSCRIPT: 'relevé de notes du cours « COR Internal Auditor »',
  FURTHER_DOCUMENTATION: 'documents supplémentaires',
  FEE: 'frais d’examen',
  CERTIFICATE_ONE_YEAR: 'certificat de reconnaissance pour un an',
  BIDDING_ONLY_RECIPROCITY: 'lettre de réciprocité, autorisant à soumissionner seulement',
  NOTHING: 'rien',
  DRAFT: 'brouillon',
  SUBMITTED: 'déposée, incomplète',
  WAITING_FOR_DOCUMENTS: 'documents attendus',
  UNDER_REVIEW: 'en cours d’examen',
  GRANTED: 'approuvée',
  GRANTED_FOR_BIDDING_ONLY: 'approuvée, autorise à soumissionner seulement',
  REFUSED: 'refusée',
  WITHDRAWN: 'retirée',
} as const satisfies Record<keyof typeof equivalencyWordsEnglish, string>;
