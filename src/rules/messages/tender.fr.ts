import type { tenderEnglish, tenderWordsEnglish } from './tender.en.ts';

/** Our French of the requirements of a tender. */
export const tenderFrench = {
  'tender-route-met': 'Le {on:day}, le compte satisfait à l’exigence «\u00A0{route:word}\u00A0».',
  'tender-route-missed': 'Le {on:day}, le compte ne satisfait pas à l’exigence «\u00A0{route:word}\u00A0»\u00A0: {standing:word}.',
  'tender-route-not-known': 'Le registre ignore si le soumissionnaire satisfait à l’exigence «\u00A0{route:word}\u00A0».',
  'tender-pending-not-accepted': 'Le {on:day}, le compte est en attente, ce que cet appel d’offres n’accepte pas.',
  'tender-other-certificate': 'Le certificat en vigueur n’est pas de ceux qu’exige «\u00A0{route:word}\u00A0».',
  'tender-for-bidding-only':
    'Un document valable pour soumissionner seulement ne couvre pas les travaux\u00A0: l’entreprise retenue s’inscrit et subit une vérification.',
  'tender-cure-pending': 'La lettre ou le certificat manquant y remédie s’il est délivré avant le {holdsUntil:day}.',
  'tender-cure-standard':
    'Le passage au COR 2020 y remédie, par une vérification de transition ou la prochaine vérification externe, au plus tard le {on:day}.',
  'tender-cure-bidding-only': 'L’inscription et un certificat de l’IHSA y remédient s’il est délivré au plus tard le {on:day}.',
  'tender-cure-certificate': 'Un certificat en vigueur le {on:day} y remédie.',
  'tender-ask-ministry':
    'Le bureau de la directrice générale ou du directeur général de la prévention peut le dire, ou le soumissionnaire par sa reconnaissance.',
  'tender-ask-for-confirmation': 'Le soumissionnaire peut le dire, par sa confirmation d’inscription, ou l’IHSA.',
  'tender-ask-bidder': 'Le soumissionnaire peut le dire, par son certificat.',
  'tender-ask-choose': 'Vous pouvez le dire\u00A0: choisissez un des candidats et interrogez le registre par son numéro de compte.',
  'tender-ask-correct': 'Vous pouvez le dire\u00A0: corrigez la ligne ou demandez au soumissionnaire son numéro de compte de la WSIB.',
  'tender-ask-partners': 'L’appel d’offres dit quels partenaires doivent y satisfaire\u00A0: chacun a sa propre réponse.',
  'tender-warning':
    'Selon le Règl. de l’Ont. 364/25, en vigueur depuis le 1er janvier 2026, un maître d’ouvrage public qui exige pour la construction un système accrédité de gestion de la santé et de la sécurité au travail accepte également chaque système accrédité. Cette exigence en nomme certains, et non tous. Nous n’avons pas lu les articles 2 à 5 du règlement.',
} as const satisfies Record<keyof typeof tenderEnglish, string>;

export const tenderWordsFrench = {
  COR_2020_ROUTE: 'COR 2020',
  ISO_45001_ROUTE: 'équivalence par ISO 45001',
  MLITSD_ROUTE: 'équivalence fondée sur l’accréditation du ministère',
  RECIPROCITY: 'réciprocité, pour soumissionner',
  REGISTRATION: 'inscription ou lettre d’intention',
  SOSE_RECOGNITION: 'reconnaissance PRESTO',
  OTHER_ACCREDITED_SYSTEM: 'autre système accrédité',
} as const satisfies Record<keyof typeof tenderWordsEnglish, string>;
