import type { registry } from './registry.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const registryFrench: Readonly<Record<keyof typeof registry, string>> = {
  'R-29':
    'Aucune source n’accorde ce pouvoir, mais tout registre en a besoin : l’IHSA peut consigner une révocation avec un motif et un ' +
    'document. Pendant qu’une révocation est en vigueur, rien n’est délivré, et les délais continuent de courir. Un document daté ' +
    'd’un jour où elle est en vigueur n’est pas valable; celui qui est daté du jour de sa levée l’est. Une inscription n’est pas ' +
    'un tel document et demeure en vigueur. Une révocation consignée par erreur est corrigée, comme si elle n’avait jamais été ' +
    'consignée.',
  'R-30':
    'Les lignes directrices sont datées de février 2020, sans jour; leurs chiffres s’appliquent donc à compter du 1er février ' +
    '2020. Les mêmes chiffres s’appliquent aux jours antérieurs, de sorte que les certificats plus anciens que les lignes ' +
    'directrices sont aussi jugés selon eux.',
  'R-31':
    'Une inscription est en vigueur de sa confirmation jusqu’à son retrait ou jusqu’à la perte d’une certification du compte. Une ' +
    'perte met fin aux inscriptions confirmées et aux documents permettant de soumissionner délivrés avant son jour, mais non à ' +
    'ceux de ce jour. Ni une expiration ni une reprise du processus pendant la première certification ne met fin à une ' +
    'inscription.',
  'R-32':
    'Un certificat COR remplace tous les certificats antérieurs du compte et arrête leurs délais. Un certificat d’équivalence ' +
    'remplace seulement les certificats d’équivalence antérieurs, jamais un certificat COR. Deux certificats COR, ou deux ' +
    'certificats d’équivalence, d’un même compte le même jour sont une donnée erronée.',
  'R-33':
    'La première qui s’applique décide : révoqué, certifié, en attente, autorisé à soumissionner seulement, inscrit, certification ' +
    'perdue, expiré, non inscrit. Si un COR et un certificat d’équivalence sont tous deux en vigueur, c’est le COR qui est montré.',
  'R-36':
    'Une obligation est à échéance dès 90 jours avant son dernier jour, ou dès le jour où elle naît s’il est postérieur; avant, ' +
    'elle est à venir, et passé son dernier jour, elle est en retard. Si les lignes directrices fixent elles-mêmes une période, ' +
    'celle-ci s’applique. Si les sources ne donnent pas de dernier jour, l’obligation est à échéance dès le jour où elle naît. Le ' +
    'conseil de G-2.5.b a un dernier jour comme les autres, bien que le manquer soit sans conséquence. Une obligation qui ne peut ' +
    'plus être remplie n’est plus indiquée; celle qui l’a été le reste jusqu’au prochain certificat. Le registre ne consigne pas ' +
    'si un contrat a été obtenu; les vérifications qui le suivent sont donc à venir tant que le document permettant de ' +
    'soumissionner est en vigueur.',
  'R-39':
    'Lorsque le personnel délivre quelque chose ou y met fin, tout ce qu’une importation signalerait comme un problème est un ' +
    'motif de refus. Sont aussi refusés : un document pendant qu’une révocation est en vigueur le jour du document ou celui de la ' +
    'requête; une deuxième lettre pour une année; une inscription pendant qu’une autre, qu’aucun certificat n’a suivie, est en ' +
    'vigueur; une révocation pendant qu’une autre l’est; et le retrait ou la levée de ce qui n’est plus en vigueur. Un document ' +
    'est daté au plus tard du jour de la requête. Un certificat et une lettre nomment la vérification sur laquelle ils reposent, ' +
    'et tout ce que les lignes directrices exigent auparavant doit être consigné à leur jour; toutes les conditions manquantes ' +
    'sont nommées à la fois, et une exception (R-44) est la seule autre voie. Une correction est refusée pour les mêmes motifs, à ' +
    'moins que le personnel déclare que c’est ce qui s’est produit; elle est alors gardée comme une importation la garderait. Deux ' +
    'certificats du même type le même jour, et deux révocations à la fois, sont toujours refusés.',
  'R-44':
    'Les lignes directrices laissent une latitude à l’IHSA, et les dossiers ont des lacunes. Un administrateur peut consigner une ' +
    'exception : le compte, les clauses qu’elle écarte, le motif, le document et l’auteur de la décision. Elle sert à une seule ' +
    'délivrance et figure au dossier du compte, au journal d’audit et parmi les motifs de ce qui repose sur elle. Elle ' +
    'n’écarte jamais G-2.3, G-2.4.m, G-2.5.c, F-12, R-8, R-13, R-22, R-29 ni R-32. Sans exception, une condition manquante est un ' +
    'refus. Une correction qui ôterait à un document délivré ce sur quoi il repose en exige une aussi.',
  'R-46':
    'Une réponse telle qu’elle était connue à un instant dit tout comme c’était alors consigné : les noms des entreprises, la ' +
    'ville, les numéros et les jours des documents, et non seulement la situation. Une personne effacée est montrée comme effacée ' +
    'à tout instant; les renseignements personnels sont conservés à part de ce qui est gardé pour toujours.',
  'X-9':
    'La fédération compte 13 membres, dont deux en Saskatchewan et deux au Manitoba. WorkSafeBC délivre le COR de la ' +
    'Colombie-Britannique et le gouvernement celui de l’Alberta; il n’est pas certain que le membre du Québec délivre le COR.',
  'X-10':
    'Les numéros de compte de la WSIB ont sept chiffres, sans chiffre de contrôle connu, et leur forme change; ils sont donc ' +
    'traités comme du texte. Un numéro d’entreprise a neuf chiffres, avec un contrôle de Luhn, et peut porter un suffixe de ' +
    'programme. Le numéro de l’entreprise (firm number) ne désigne pas un compte.',
  'X-12':
    'Les acheteurs vérifient à divers moments : à la soumission, à la date de clôture, à l’adjudication ou pendant toute la durée ' +
    'du contrat.',
  'X-31': 'Depuis décembre 2024, le gouvernement écrit « directrice générale ou directeur général de la prévention (DGP) ».',
  'X-13':
    'Il n’existe pas de français officiel pour la lettre de certification en règle (Letter of Good Standing), l’équivalence, la ' +
    'réciprocité et l’attente; nos termes sont marqués comme non officiels.',
};
