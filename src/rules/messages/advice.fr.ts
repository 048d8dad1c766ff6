import type { adviceEnglish } from './advice.en.ts';

/** Our French of what a standing means and what to do about it. */
export const adviceFrench = {
  'consequence-certified': 'Au {on:day}, le compte est certifié.',
  'consequence-pending': 'Au {on:day}, le compte est en attente : un document est en retard, mais le compte est considéré comme certifié.',
  'consequence-bidding-only':
    'Au {on:day}, le compte est autorisé à soumissionner seulement, grâce à une certification obtenue ailleurs; il n’est pas certifié par l’IHSA.',
  'consequence-registered':
    'Au {on:day}, le compte est inscrit et peut présenter sa confirmation d’inscription pour soumissionner; il n’est pas certifié.',
  'consequence-lost': 'Au {on:day}, le compte n’est pas certifié : sa certification a été perdue.',
  'consequence-expired': 'Au {on:day}, le compte n’est pas certifié : son certificat d’équivalence est expiré.',
  'consequence-revoked': 'Au {on:day}, le compte n’est pas certifié : une révocation est en vigueur.',
  'consequence-not-registered': 'Au {on:day}, le compte n’est ni certifié ni inscrit.',
  'consequence-none': 'Aucune certification en vigueur n’est consignée au registre au {on:day}.',
  'consequence-malformed': 'Aucune recherche n’a été faite : le numéro n’a pas la forme attendue.',
  'consequence-no-number': 'Ce qui a été saisi indique seulement qu’il n’y a pas de numéro\u00A0: aucune situation n’est donc indiquée.',
  'consequence-another':
    'Aucun résultat pour ce qui a été saisi, qui ne semble pas être un numéro du type demandé\u00A0: aucune situation n’est donc indiquée.',
  'consequence-several': 'Ce numéro correspond à plusieurs comptes; aucun n’a été choisi.',
  'advice-check-again':
    'Vérifier de nouveau le {holdsUntil:day} : à défaut d’un nouveau fait consigné, la situation à compter de ce jour sera « {then:word} ».',
  'advice-before-pending':
    'Vérifier de nouveau au plus tard le {holdsUntil:day} : à défaut d’un nouveau fait consigné, le compte sera en attente à compter de ce jour, et toujours considéré comme certifié.',
  'advice-before-the-end':
    'Vérifier de nouveau au plus tard le {holdsUntil:day} : à défaut d’un nouveau fait consigné, le compte ne sera plus considéré comme certifié à compter de ce jour.',
  'advice-before-expiry':
    'À défaut d’une nouvelle demande d’équivalence présentée à temps par l’entreprise, le certificat n’est plus valable à compter du {holdsUntil:day}, sans délai de grâce.',
  'advice-pending':
    'Demander à l’entrepreneur quand le document en retard sera délivré, et vérifier de nouveau au plus tard le {holdsUntil:day} : à défaut d’un nouveau fait consigné, le compte ne sera plus considéré comme certifié à compter de ce jour.',
  'advice-bidding-only':
    'N’accepter que pour la soumission; à défaut d’un nouveau fait consigné, le document n’est plus valable à compter du {holdsUntil:day}. Si l’entrepreneur obtient le contrat, lui demander la preuve de son inscription auprès de l’IHSA.',
  'advice-registered':
    'N’accepter la confirmation d’inscription que si l’appel d’offres le permet, et demander à l’entrepreneur quand il prévoit être certifié.',
  'advice-start-over': 'L’entrepreneur doit s’inscrire de nouveau et reprendre tout le processus.',
  'advice-expired':
    'Pour être certifié de nouveau, l’entrepreneur doit présenter une nouvelle demande d’équivalence, ou s’inscrire à COR 2020 et se soumettre aux vérifications.',
  'advice-revoked':
    'Demander à l’IHSA à quelles conditions la révocation serait levée : aucun document n’est délivré tant qu’elle est en vigueur, et les délais liés à la date anniversaire continuent de courir.',
  'advice-not-registered': 'Pour participer, l’entrepreneur doit inscrire son compte auprès de l’IHSA.',
  'advice-give-as-it-is':
    'Vérifier de quel numéro il s’agit et l’indiquer comme tel, ou demander à l’entreprise son numéro de compte de la WSIB.',
  'advice-ask-for-number': 'Demander à l’entreprise son numéro de compte de la WSIB.',
  'advice-correct-number': 'Corriger le numéro et refaire la recherche.',
  'advice-choose':
    'Choisir un des comptes proposés et refaire la recherche avec son numéro de compte de la WSIB : chaque COR n’appartient qu’à un seul compte.',
  'advice-ask-ihsa':
    'Vérifier le numéro auprès de l’entrepreneur. S’il est exact, lui demander un document et en vérifier le numéro, ou s’adresser à l’IHSA.',
} as const satisfies Record<keyof typeof adviceEnglish, string>;
