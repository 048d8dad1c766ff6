import type { equivalencyEnglish, equivalencyWordsEnglish } from './equivalency.en.ts';
import { type UnofficialFrench, unofficial } from './unofficial.ts';

/** Our French of requests for equivalency and reciprocity. */
export const equivalencyFrench = {
  // La liste des pièces; le nom d’une pièce peut être un terme sans français officiel
  'request-document-held': unofficial('Reçu le {receivedOn:day} : {document:word}.'),
  'request-document-missing': unofficial('Manquant : {document:word}.'),
  'request-fee-recorded': 'Les frais d’examen ont été consignés le {recordedOn:day}.',
  'request-fee-missing': 'Les frais d’examen ne sont pas consignés.',

  // Le délai d’examen
  'review-not-started': 'Le dossier n’est pas complet; le délai d’examen ne court pas encore.',
  'review-due':
    'Le dossier était complet le {startedOn:day}; l’examen, d’abord dû au plus tard le {originalDueOn:day}, est dû au plus tard le {dueOn:day}.',
  'review-overdue':
    'Le dossier était complet le {startedOn:day}; l’examen, d’abord dû au plus tard le {originalDueOn:day}, l’était au plus tard le {dueOn:day} et n’a fait l’objet d’aucun rapport.',
  'review-stopped':
    'L’IHSA attend depuis le {from:day} des documents qu’elle a demandés, et le délai d’examen, qui prenait d’abord fin le {originalDueOn:day}, est suspendu : s’ils arrivaient le {on:day}, l’examen serait dû au plus tard le {dueOn:day}. Le dossier était complet le {startedOn:day}.',
  'review-reported':
    'Le dossier était complet le {startedOn:day}; l’examen, d’abord dû au plus tard le {originalDueOn:day} et finalement le {dueOn:day}, a fait l’objet d’un rapport le {reviewedOn:day}.',
  'review-reported-late':
    'Le dossier était complet le {startedOn:day}; l’examen, d’abord dû au plus tard le {originalDueOn:day} et finalement le {dueOn:day}, n’a fait l’objet d’un rapport que le {reviewedOn:day}.',
  'review-ended':
    'Le dossier était complet le {startedOn:day}; l’examen, d’abord dû au plus tard le {originalDueOn:day} et finalement le {dueOn:day}, n’avait fait l’objet d’aucun rapport lorsque la demande a pris fin le {endedOn:day}.',
  'review-due-as-at-first': 'Le dossier était complet le {startedOn:day}; l’examen est dû au plus tard le {dueOn:day}.',
  'review-overdue-as-at-first':
    'Le dossier était complet le {startedOn:day}; l’examen était dû au plus tard le {dueOn:day} et n’a fait l’objet d’aucun rapport.',
  'review-reported-as-at-first':
    'Le dossier était complet le {startedOn:day}; l’examen, dû au plus tard le {dueOn:day}, a fait l’objet d’un rapport le {reviewedOn:day}.',
  'review-reported-late-as-at-first':
    'Le dossier était complet le {startedOn:day}; l’examen, dû au plus tard le {dueOn:day}, n’a fait l’objet d’un rapport que le {reviewedOn:day}.',
  'review-ended-as-at-first':
    'Le dossier était complet le {startedOn:day}; l’examen, dû au plus tard le {dueOn:day}, n’avait fait l’objet d’aucun rapport lorsque la demande a pris fin le {endedOn:day}.',
  'review-target': unofficial(
    'Aucune source ne fixe de délai pour une demande de réciprocité : la date est un objectif du présent registre.',
  ),

  // Ce sur quoi repose une approbation
  'no-equivalency-of-that-day': unofficial('Aucun autre certificat d’équivalence du {issuedOn:day} n’est consigné.'),
  'iso-standard': 'Le certificat vise la norme ISO 45001 de 2018.',
  'iso-standard-other': 'Le certificat ne vise pas la norme ISO 45001 de 2018; aucune autre norme, comme CSA Z45001, n’est admise.',
  'iso-standard-unknown': 'La norme visée par le certificat n’est pas consignée.',
  'iso-accredited': 'Le certificat porte la marque d’un organisme d’accréditation membre de l’accord de l’IAF.',
  'iso-not-accredited': 'Le certificat ne porte pas la marque d’un organisme d’accréditation membre de l’accord de l’IAF.',
  'iso-accreditation-unknown':
    'Le registre n’indique pas si le certificat porte la marque d’un organisme d’accréditation membre de l’accord de l’IAF.',
  'iso-accreditation-not-asked-yet':
    'À cette date, ni la marque d’un organisme d’accréditation ni la portée de toute l’entreprise n’étaient encore exigées.',
  'iso-whole-firm': 'Le certificat vise toute l’entreprise.',
  'iso-part-of-firm': 'Le certificat ne vise qu’une partie de l’entreprise.',
  'iso-scope-unknown': 'Le registre n’indique pas si le certificat vise toute l’entreprise.',
  'stated-end-to-come': 'Le certificat sur lequel repose la demande prend fin le {expiresOn:day}.',
  'stated-end-passed': 'Le certificat sur lequel repose la demande a pris fin le {expiresOn:day}.',
  'stated-end-unknown': 'Aucune fin n’est déclarée pour le certificat sur lequel repose la demande; il faut la demander.',
  'ontario-work': 'La portée de la vérification comprend des travaux représentatifs en Ontario.',
  'ontario-work-none': 'La portée de la vérification ne comprend aucuns travaux représentatifs en Ontario.',
  'ontario-work-unknown': 'Le registre n’indique pas si la portée de la vérification comprend des travaux représentatifs en Ontario.',
  'wsib-account-valid': 'Selon une déclaration du {on:day}, le compte de la WSIB est valide.',
  'wsib-account-not-valid': 'Selon une déclaration du {on:day}, le compte de la WSIB n’est pas valide.',
  'wsib-account-unknown': 'Le registre n’indique pas si le compte de la WSIB est valide.',
  'wsib-account-none': 'L’entreprise n’a pas de compte de la WSIB.',
  'host-association': 'L’association d’origine est {association}, membre de la FCASC hors de l’Ontario.',
  'host-association-of-ontario': '{association} est l’association de l’Ontario; un COR de l’Ontario ne vient pas d’ailleurs.',
  'host-association-unknown': 'L’association qui confirme le COR d’origine n’est pas consignée.',
  'host-cor-current': 'L’association d’origine confirme que le COR d’origine est en vigueur.',
  'host-cor-not-current': 'L’association d’origine indique que le COR d’origine n’est pas en vigueur.',
  'host-cor-unconfirmed': 'Aucune confirmation par l’association d’origine que le COR d’origine est en vigueur n’est consignée.',
  'ontario-office': 'Selon une déclaration du {on:day}, l’employeur a un bureau permanent en Ontario : le COR s’obtient auprès de l’IHSA.',
  'ontario-office-none': 'Selon une déclaration du {on:day}, l’employeur n’a pas de bureau permanent en Ontario.',
  'ontario-office-unknown': 'Le registre n’indique pas si l’employeur a un bureau permanent en Ontario.',

  // Refus
  'refused-before-request': 'La demande date du {createdOn:day} : rien ne peut en découler avant.',
  'refused-out-of-turn': 'État de la demande depuis le {since:day} : {status:word}. Il ne permet pas cette étape.',
  'refused-reviewed-already': 'L’examen a déjà fait l’objet d’un rapport le {reviewedOn:day}.',
  'refused-before-review': 'Le rapport d’examen du vérificateur principal n’est pas consigné; l’approbation vient après.',
  'refused-grant-of-kind': 'Une demande de cette sorte ne mène jamais à un tel document.',
  'refused-without-reason': 'La règle permet davantage : accorder moins relève du jugement et exige un motif consigné.',
  'refused-end-of-certificate': 'Une fin plus hâtive ne peut être fixée que pour un document pour soumissionner seulement.',
  'refused-end': 'Le dernier jour du document se situe entre le {issuedOn:day} et le {latest:day}.',
} as const satisfies Record<keyof typeof equivalencyEnglish, string | UnofficialFrench>;

/** Those for equivalency and reciprocity are unofficial. */
export const equivalencyWordsFrench = {
  EQUIVALENCY_FORM: 'formulaire d’équivalence',
  ISO_45001_AUDIT_REPORT: 'plus récent rapport de vérification ISO 45001',
  ISO_45001_CERTIFICATE: 'plus récent certificat ISO 45001',
  ACCREDITATION_AUDIT_REPORT: 'plus récent rapport de vérification',
  PROOF_OF_ACCREDITATION: 'preuve de l’agrément du ministère',
  AUDIT_ACTION_PLAN: 'plan d’action issu de la plus récente vérification',
  OHSMS_MANUAL: 'manuel du système de gestion de la santé et de la sécurité au travail',
  MANAGEMENT_REVIEW_REPORT: 'rapport de revue de direction',
  MANAGEMENT_REVIEW_ACTION_PLAN: 'plan d’action issu de la revue de direction',
  MASTER_HAZARD_REGISTRY: 'registre principal des dangers',
  RECIPROCITY_FORM: 'formulaire de réciprocité',
  HOST_ASSOCIATION_LETTER: 'lettre de l’association d’origine',
  INTERNAL_AUDITOR_TRANSCRIPT: 'relevé du cours de vérificateur interne COR',
  FURTHER_DOCUMENTATION: 'documents supplémentaires',
  FEE: 'frais d’examen',
  CERTIFICATE_ONE_YEAR: 'certificat de reconnaissance pour un an',
  BIDDING_ONLY_RECIPROCITY: 'lettre de réciprocité, pour soumissionner seulement',
  NOTHING: 'rien',
  DRAFT: 'brouillon',
  SUBMITTED: 'déposée, incomplète',
  WAITING_FOR_DOCUMENTS: 'documents attendus',
  UNDER_REVIEW: 'en cours d’examen',
  GRANTED: 'approuvée',
  GRANTED_FOR_BIDDING_ONLY: 'approuvée pour soumissionner seulement',
  REFUSED: 'refusée',
  WITHDRAWN: 'retirée',
} as const satisfies Record<keyof typeof equivalencyWordsEnglish, string>;
