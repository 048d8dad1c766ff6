import type { tenderEnglish, tenderWordsEnglish } from './tender.en.ts';

/** Our French of the requirements of a tender. */
export const tenderFrench = {
  'tender-route-met': 'Le {on:day}, le compte satisfait à l’exigence «\u00A0{route:word}\u00A0».',
  'tender-route-missed':
    'Le {on:day}, le compte ne satisfait pas à l’exigence «\u00A0{route:word}\u00A0» (situation\u00A0: {standing:word}).',
  'tender-route-not-known': 'Le registre n’indique pas si le soumissionnaire satisfait à l’exigence «\u00A0{route:word}\u00A0».',
  'tender-document-not-in-effect':
    'Le document {document} n’est pas en vigueur le {on:day}. Le registre n’indique pas si le soumissionnaire satisfait par un autre à l’exigence «\u00A0{route:word}\u00A0».',
  'tender-pending-not-accepted': 'Le {on:day}, le compte est en attente, ce que cet appel d’offres n’accepte pas.',
  'tender-other-certificate': 'Le certificat en vigueur n’est pas de ceux qu’exige «\u00A0{route:word}\u00A0».',
  'tender-for-bidding-only':
    'Un document permettant de soumissionner seulement ne couvre pas les travaux\u00A0: l’entreprise retenue doit s’inscrire et se soumettre à une vérification.',
  'tender-cure-pending': 'Pour y satisfaire, il faut que la lettre ou le certificat manquant soit délivré au plus tard le {on:day}.',
  'tender-cure-past':
    'Rien de ce qui sera délivré à compter d’aujourd’hui ne permet d’y satisfaire\u00A0: le {on:day} est passé, et un document ne vaut qu’à compter de sa propre date. Il se peut qu’un document de ce jour ou d’avant ne soit pas encore consigné au registre\u00A0: le soumissionnaire peut le présenter.',
  'tender-cure-standard':
    'Pour y satisfaire, il faut passer à COR 2020, par une vérification de transition ou la prochaine vérification externe, au plus tard le {on:day}.',
  'tender-cure-bidding-only': 'Pour y satisfaire, il faut une inscription et un certificat de l’IHSA, délivré au plus tard le {on:day}.',
  'tender-cure-certificate': 'Pour y satisfaire, il faut un certificat en vigueur le {on:day}.',
  'tender-cure-equivalency':
    'Pour y satisfaire, il faut un certificat au titre de «\u00A0{route:word}\u00A0», en vigueur le {on:day}. L’examen de l’IHSA est attendu à temps si la demande est complète au plus tard le {submitBy:day}.',
  'tender-cure-equivalency-late':
    'Pour y satisfaire, il faut un certificat au titre de «\u00A0{route:word}\u00A0», en vigueur le {on:day}. Il est tard pour une nouvelle demande\u00A0: l’examen de l’IHSA peut durer au-delà de ce jour.',
  'tender-cure-reciprocity': 'Pour y satisfaire, il faut une lettre de réciprocité ou une lettre provisoire en vigueur le {on:day}.',
  'tender-cure-registration': 'Pour y satisfaire, il faut une inscription confirmée au plus tard le {on:day}.',
  'tender-cure-none':
    'Rien de ce qu’accepte cet appel d’offres ne couvre les jours d’un contrat\u00A0: un document permettant de soumissionner seulement ne suffit pas.',
  'tender-cure-partners': 'Voir, pour chaque partenaire, ce qu’il lui faut pour y satisfaire.',
  'tender-partners-all': 'Chaque partenaire satisfait à l’exigence.',
  'tender-partners-none': 'Aucun partenaire ne satisfait à l’exigence.',
  'tender-partners-differ': 'Il n’est pas établi que chaque partenaire satisfait à l’exigence.',
  'tender-ask-ministry':
    'S’adresser au bureau de la directrice générale ou du directeur général de la prévention, ou demander au soumissionnaire la preuve de sa reconnaissance.',
  'tender-ask-for-confirmation': 'Demander au soumissionnaire sa confirmation d’inscription, ou s’adresser à l’IHSA.',
  'tender-ask-for-letter': 'Demander au soumissionnaire sa lettre de réciprocité ou sa lettre provisoire, ou s’adresser à l’IHSA.',
  'tender-ask-bidder': 'Demander au soumissionnaire son certificat.',
  'tender-ask-choose': 'Choisir un des candidats et refaire la recherche avec son numéro de compte.',
  'tender-ask-correct': 'Corriger la ligne, ou demander au soumissionnaire son numéro de compte de la WSIB.',
  'tender-ask-other-name':
    'Le numéro est celui de {firm}, et le nom à côté est différent. Vérifier laquelle des deux entreprises est visée, puis refaire la recherche avec le numéro seul ou avec le bon nom.',
  'tender-ask-compare-name': 'Le numéro est celui de {firm}; le nom à côté n’est que semblable. Comparer les deux.',
  'tender-ask-compare-document':
    'Le numéro n’indique pas à qui appartient le document {document}. Comparer l’entreprise nommée sur le document avec le soumissionnaire, ou inscrire le nom du soumissionnaire à côté du numéro.',
  'tender-ask-partners': 'Voir dans l’appel d’offres quels partenaires doivent y satisfaire\u00A0: chacun a sa propre réponse.',
  'tender-warning':
    'Selon le Règl. de l’Ont. 364/25, en vigueur depuis le 1er janvier 2026, un propriétaire du secteur public qui exige pour la construction un système accrédité de gestion de la santé et de la sécurité au travail doit accepter tous les systèmes accrédités au même titre. Cette exigence en nomme certains, et non tous. Le règlement vise aussi la préqualification, les demandes de renseignements et les listes de fournisseurs attitrés. Nous n’avons pas lu les articles 3 à 5 du règlement.',
  'tender-warning-owner-not-given':
    'L’émetteur de l’appel d’offres n’a pas été indiqué\u00A0: le registre n’a donc pas jugé si le Règl. de l’Ont. 364/25 vise cette exigence. En vigueur depuis le 1er janvier 2026, il veut qu’un propriétaire du secteur public qui exige pour la construction un système accrédité de gestion de la santé et de la sécurité au travail accepte tous les systèmes accrédités au même titre; cette exigence en nomme certains, et non tous. Indiquez qui lance l’appel d’offres. Nous n’avons pas lu les articles 3 à 5 du règlement.',
  'tender-warning-not-known':
    'Selon le Règl. de l’Ont. 364/25, en vigueur depuis le 1er janvier 2026, un propriétaire du secteur public qui exige pour la construction un système accrédité de gestion de la santé et de la sécurité au travail doit accepter tous les systèmes accrédités au même titre. Cette exigence nomme chaque système que le registre sait accrédité; quant à ceux qu’elle ne nomme pas, le registre n’indique pas s’ils le sont. Le règlement vise aussi la préqualification, les demandes de renseignements et les listes de fournisseurs attitrés. Nous n’avons pas lu les articles 3 à 5 du règlement.',
  'tender-warning-owner-not-given-not-known':
    'L’émetteur de l’appel d’offres n’a pas été indiqué\u00A0: le registre n’a donc pas jugé si le Règl. de l’Ont. 364/25 vise cette exigence. En vigueur depuis le 1er janvier 2026, il veut qu’un propriétaire du secteur public qui exige pour la construction un système accrédité de gestion de la santé et de la sécurité au travail accepte tous les systèmes accrédités au même titre; cette exigence nomme chaque système que le registre sait accrédité et, quant à ceux qu’elle ne nomme pas, le registre n’indique pas s’ils le sont. Indiquez qui lance l’appel d’offres. Nous n’avons pas lu les articles 3 à 5 du règlement.',
} as const satisfies Record<keyof typeof tenderEnglish, string>;

export const tenderWordsFrench = {
  COR_2020_ROUTE: 'COR 2020',
  ISO_45001_ROUTE: 'équivalence par ISO 45001',
  MLITSD_ROUTE: 'équivalence fondée sur l’accréditation du ministère',
  RECIPROCITY: 'réciprocité pour soumissionner',
  REGISTRATION: 'inscription ou lettre d’intention',
  SOSE_RECOGNITION: 'reconnaissance PRESTO',
  OTHER_ACCREDITED_SYSTEM: 'autre système accrédité',
} as const satisfies Record<keyof typeof tenderWordsEnglish, string>;
