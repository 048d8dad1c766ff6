import type { equivalency } from './equivalency.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const equivalencyFrench: Readonly<Record<keyof typeof equivalency, string>> = {
  'G-5':
    'La réciprocité hors province permet à une entreprise certifiée ailleurs de soumissionner un projet en Ontario qui exige le ' +
    'COR. Elle ne certifie rien.',
  'G-5.a':
    'La demande est présentée sur le formulaire de réciprocité avec une lettre du membre de la CFCSA de la province d’attache qui ' +
    'prouve la participation au COR.',
  'G-5.b':
    'Si le contrat est obtenu, et que l’acheteur l’exige ou que l’entreprise souhaite être certifiée, elle s’inscrit, demande des ' +
    'exemptions de formation, fait une vérification interne et réussit une vérification externe.',
  'F-16':
    'Avec une confirmation que son COR est en vigueur et un relevé du cours COR Internal Auditor, tous deux de son association ' +
    'd’attache, un employeur d’une autre province peut recevoir une lettre provisoire de certification en règle (Interim Letter of ' +
    'Good Standing) à joindre à sa soumission.',
  'F-16.a':
    'La lettre provisoire est destinée aux employeurs dont le COR de l’association d’attache est en vigueur et qui n’ont aucun ' +
    'bureau permanent en Ontario; avec un bureau ici, le COR s’obtient auprès de l’IHSA.',
  'F-16.b':
    'L’employeur qui obtient le contrat doit se soumettre à une vérification interne, puis à une vérification externe, de ce que ' +
    'le COR de l’IHSA exige en plus du COR de la province d’attache.',
  'G-6.1.a':
    'La demande est présentée avec le formulaire d’équivalence, le plus récent rapport de vérification ISO 45001 et le plus récent ' +
    'certificat; un vérificateur principal examine les documents dans les 30 jours suivant leur dépôt. Après approbation, l’IHSA délivre un ' +
    'certificat de reconnaissance valable un an.',
  'G-6.1.b':
    'Les entreprises sans compte valide de la WSIB, ou dont la vérification ISO 45001 ne porte sur aucun travail représentatif en ' +
    'Ontario, n’obtiennent que la réciprocité pour soumissionner.',
  'G-6.1.c': 'L’IHSA peut demander d’autres documents sur le système de gestion de la santé et de la sécurité au travail.',
  'G-6.2.a':
    'La demande exige le plus récent rapport de vérification, la preuve de l’accréditation, le plan d’action de cette ' +
    'vérification, le manuel du système, le rapport de la revue de direction, le plan d’action de cette revue et le registre ' +
    'principal des dangers. L’examen prend 30 jours; après approbation, l’IHSA délivre un certificat de reconnaissance valable un ' +
    'an.',
  'F-25':
    'Les normes et les COR d’autres provinces pris en considération pour une équivalence avec le COR le sont encore pour COR 2020; ' +
    'sans compte valide de la WSIB ou travail représentatif en Ontario, seule la réciprocité pour soumissionner est possible.',
  'X-5':
    'L’IHSA n’accorde l’équivalence que pour la norme ISO 45001:2018, avec la marque d’un organisme d’accréditation de l’accord ' +
    'IAF, et pour l’ensemble des activités de l’entreprise. Une directive ministérielle du 25 octobre 2024 l’a rendu permanent. Il ' +
    'n’y a pas de voie pour CSA Z45001.',
  'X-16':
    'L’IAF a pris fin le 31 décembre 2025. Global Accreditation Cooperation Incorporated lui a succédé le 1er janvier 2026, et son ' +
    'accord multilatéral de reconnaissance (MRA) remplace celui de l’IAF (MLA). Un certificat valable de 2026 peut porter le symbole ' +
    'de son organisme d’accréditation sans la marque de l’IAF.',
  'R-49':
    'La page de l’IHSA dit encore IAF; à compter du 1er janvier 2026, elle est lue comme visant l’organisme qui lui succède. Ce qui ' +
    'compte, c’est que l’organisme qui a accrédité le certificateur soit signataire de l’accord du jour, le MLA de l’IAF ou le MRA de ' +
    'Global ACI, et non la marque imprimée. Si personne ne l’a indiqué, le registre ne l’indique pas, et le personnel peut indiquer ce ' +
    'qu’il constate.',
  'X-27':
    'L’outil de vérification harmonisé des associations compte quatorze sections et sert depuis le 1er janvier 2023, plus tard dans ' +
    'certaines provinces. Les six éléments additionnels dont parle la foire aux questions ne décrivent ni COR 2020 ni le COR actuel ' +
    'd’une autre province.',
  'X-26':
    'En Colombie-Britannique, une lettre de réciprocité vaut six mois; au Manitoba, jusqu’à la fin du COR de l’association d’attache ' +
    'et douze mois au plus. La durée propre à l’Ontario n’est indiquée nulle part. L’association d’attache confirme le COR de ' +
    'l’entreprise et, au Manitoba, son échéance.',
  'R-62':
    'Une confirmation nomme l’association et la fin des trois ans du certificat, et repose sur celui-ci : elle est en vigueur tant qu’il ' +
    'l’est. Elle porte sur un COR obtenu par une vérification externe, et aucune n’est délivrée tant que la certification est en attente ' +
    '(G-2.4.n).',
  'R-18':
    'La foire aux questions dit « doit », les lignes directrices « si l’acheteur l’exige ou si l’entreprise le choisit ». Elles ' +
    'figurent parmi les obligations, avec les deux clauses. La foire aux questions limite les vérifications aux six éléments que l’Ontario ' +
    'a ajoutés à l’ancien COR; les lignes directrices ne fixent pas cette limite, et la remarque est dépassée : ni COR 2020 ni le COR ' +
    'd’une autre province, qui compte quatorze sections depuis 2023, ne les traitent comme tels (X-27).',
  'R-19':
    'Les 30 jours courent à compter du jour où le dossier est complet et s’interrompent tant que l’IHSA attend des documents ' +
    'qu’elle a demandés; les deux jours sont montrés. Pour la réciprocité, aucune source ne donne de délai; les mêmes 30 jours ' +
    'sont donc notre objectif.',
  'R-20':
    'Le dernier jour d’un certificat d’équivalence est la veille de sa première date anniversaire. Il n’y a ni délai de grâce ni ' +
    'lettre; passé ce jour, le certificat est expiré. Le renouvellement est une nouvelle demande.',
  'R-21':
    'Le document va jusqu’à la date de fin indiquée pour le COR de l’association d’attache ou le certificat ISO, ce jour compris, ' +
    'et au plus jusqu’à la veille de sa première date anniversaire. Sans date de fin indiquée, il n’est pas valable avant qu’une ' +
    'le soit. Le personnel peut fixer une date de fin antérieure. La perte ultérieure de la certification du compte lui-même y met ' +
    'fin. L’année a un précédent, les douze mois du Manitoba, mais il n’y a pas de règle commune (X-26).',
  'R-22':
    'Le registre tient un compte pour une entreprise sans compte de la WSIB; on le trouve par son identifiant au registre ou son ' +
    'numéro d’entreprise. Sa situation ne peut être que : autorisé à soumissionner seulement, inscrit, ou aucune.',
  'R-40':
    'Le fondement d’un octroi doit être en vigueur le jour de la décision. Cela vaut pour le certificat ISO 45001 et pour le COR ' +
    'de l’association d’attache, bien que pour la réciprocité les lignes directrices demandent une preuve de participation et que ' +
    'seule la foire aux questions dise « en vigueur ». Un fait que personne n’a consigné est réputé non démontré, et rien n’est ' +
    'accordé sur ce fondement. Un bureau permanent en Ontario exclut aussi la lettre de réciprocité, puisque le COR s’obtient ' +
    'alors ici. Les sources ne permettent d’accorder moins qu’un certificat que pour ISO 45001 : avec l’accréditation du ministère ' +
    'et sans compte valide de la WSIB, rien n’est accordé. L’IHSA peut, selon son jugement, accorder moins que les règles ne le ' +
    'permettent, avec un motif consigné; elle ne peut accorder plus.',
  'R-41':
    'Une demande peut être soumise lorsque tous les documents qu’elle exige ont été reçus. Elle est complète lorsque ses frais ' +
    'sont aussi consignés; aucune source ne parle de frais pour la réciprocité. La foire aux questions permet de demander une ' +
    'lettre provisoire par courriel, alors que les lignes directrices exigent le formulaire : ici, une seule demande sur le ' +
    'formulaire vaut pour les deux. Le relevé n’est pas exigé pour soumettre; sans lui, une lettre de réciprocité est le plus qui ' +
    'puisse être accordé. Tant que l’IHSA attend des documents, rien n’est accordé, mais la demande peut être refusée. Une attente ' +
    'qui commence après la fin du délai d’examen ne le prolonge pas. Le délai s’arrête le jour du rapport d’examen, et ' +
    'l’approbation d’une équivalence suit ce rapport. Une demande décidée ou retirée n’est pas rouverte : l’entreprise en fait une ' +
    'nouvelle.',
};
