import type { adviceEnglish } from './advice.en.ts';
import { type UnofficialFrench, unofficial } from './unofficial.ts';

/** Our French of what a standing means and what to do about it. */
export const adviceFrench = {
  'consequence-certified': 'En date du {on:day}, le compte est certifié.',
  'consequence-pending': unofficial(
    'En date du {on:day}, le compte est en attente : un document est en retard, et le compte est entre-temps considéré comme certifié.',
  ),
  'consequence-bidding-only':
    'En date du {on:day}, le compte peut soumissionner grâce à une certification obtenue ailleurs; il n’est pas certifié par l’IHSA.',
  'consequence-registered':
    'En date du {on:day}, le compte est inscrit et peut présenter sa confirmation d’inscription pour soumissionner; il n’est pas certifié.',
  'consequence-lost': 'En date du {on:day}, le compte n’est pas certifié : sa certification a été perdue.',
  'consequence-expired': unofficial('En date du {on:day}, le compte n’est pas certifié : son certificat d’équivalence est expiré.'),
  'consequence-revoked': 'En date du {on:day}, le compte n’est pas certifié : une révocation est en vigueur.',
  'consequence-not-registered': 'En date du {on:day}, le compte n’est ni certifié ni inscrit.',
  'consequence-none': 'Aucune certification en cours n’est inscrite au registre en date du {on:day}.',
  'consequence-malformed': 'Rien n’a été recherché : le numéro est mal formé.',
  'consequence-several': 'Rien n’est dit d’un compte : plusieurs portent ce numéro.',
  'advice-check-again':
    'Vérifier de nouveau le {holdsUntil:day} : si rien d’autre n’est inscrit au registre, la situation à compter de ce jour sera « {then:word} ».',
  'advice-before-pending': unofficial(
    'Vérifier de nouveau au plus tard le {holdsUntil:day} : si rien d’autre n’est inscrit au registre, le compte sera en attente à compter de ce jour, et toujours considéré comme certifié.',
  ),
  'advice-before-the-end':
    'Vérifier de nouveau au plus tard le {holdsUntil:day} : si rien d’autre n’est inscrit au registre, le compte ne sera plus considéré comme certifié à compter de ce jour.',
  'advice-before-expiry': unofficial(
    'Présenter à temps une nouvelle demande d’équivalence : le certificat prend fin avant le {holdsUntil:day}, sans délai de grâce.',
  ),
  'advice-pending':
    'Demander à l’entrepreneur quand le document en retard sera délivré, et vérifier de nouveau au plus tard le {holdsUntil:day} : si rien d’autre n’est inscrit au registre, le compte ne sera plus considéré comme certifié à compter de ce jour.',
  'advice-bidding-only':
    'À accepter pour soumissionner seulement; si rien d’autre n’est inscrit au registre, cela prend fin avant le {holdsUntil:day}. Si l’entrepreneur obtient le contrat, lui demander son inscription auprès de l’IHSA.',
  'advice-registered':
    'N’accepter la confirmation d’inscription que si l’appel d’offres le permet, et demander à l’entrepreneur quand il prévoit être certifié.',
  'advice-start-over': 'L’entrepreneur doit s’inscrire de nouveau et reprendre le processus du début.',
  'advice-expired': unofficial(
    'Pour être certifié de nouveau, l’entrepreneur présente une nouvelle demande d’équivalence, ou s’inscrit à COR 2020 et se soumet aux vérifications.',
  ),
  'advice-revoked':
    'Demander à l’IHSA ce qui ferait lever la révocation : rien n’est délivré tant qu’elle est en vigueur, et les délais des anniversaires continuent de courir.',
  'advice-not-registered': 'Pour participer, l’entrepreneur inscrit le compte auprès de l’IHSA.',
  'advice-correct-number': 'Corriger le numéro et demander de nouveau.',
  'advice-choose': 'Choisir un des comptes proposés et demander par son numéro de compte de la WSIB : un COR appartient à un seul compte.',
  'advice-ask-ihsa':
    'Vérifier le numéro auprès de l’entrepreneur. S’il est exact, lui demander un document et en vérifier le numéro, ou s’adresser à l’IHSA.',
} as const satisfies Record<keyof typeof adviceEnglish, string | UnofficialFrench>;
