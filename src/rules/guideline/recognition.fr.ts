import type { recognition } from './recognition.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const recognitionFrench: Readonly<Record<keyof typeof recognition, string>> = {
  'W.1':
    'Le ministère publie la liste des systèmes de gestion de la santé et de la sécurité au travail qu’il reconnaît; COR 2020, ISO 45001 et ' +
    'CSA Z45001 en font partie.',
  'F-23':
    'PRESTO accrédite des systèmes et reconnaît les employeurs qui en ont mis un en œuvre et répondent à d’autres critères. La ' +
    'directrice générale ou le directeur général de la prévention a accrédité COR 2020.',
  'F-17': 'En obtenant COR 2020, un lieu de travail met entièrement en œuvre un système accrédité; l’ancien COR n’est pas accrédité.',
  'W.3.a': 'Une vérification externe donne droit au certificat, et il faut le certificat pour présenter une demande.',
  'L.a':
    'Des vérificateurs principaux ont vérifié, dans les douze mois précédant la demande, que le système est mis en œuvre. La ' +
    'lettre le dit des organismes ISO 17021; les critères de reconnaissance le disent de tous les organismes (X-1).',
  'W.3.b':
    'Une vérification par un tiers établit que le système est conforme à sa norme. Pour COR 2020, c’est la vérification externe; ' +
    'une vérification de maintien par le personnel de l’employeur n’est pas une vérification par un tiers.',
  'L.b': 'Depuis le 20 janvier 2021, les organismes conformes à ISO 17021-1 avec le supplément 17021-10 sont aussi acceptables.',
  'X-14':
    'Les organismes acceptables sont les organismes de gouvernance des vérificateurs accrédités selon ISO 17024 ou reconnus par la ' +
    'directrice générale ou le directeur général de la prévention et, depuis le 20 janvier 2021, les organismes ISO 17021-1 avec 17021-10. Le vérificateur ' +
    'principal était certifié, inscrit et en règle le jour de la vérification et le jour de la fermeture du dossier.',
  'W.3.c': 'Les lacunes relevées par la vérification sont corrigées avant la remise du certificat.',
  'W.3.d':
    'Selon toutes les normes, une vérification par un tiers a lieu tous les trois ans. C’est une obligation après la ' +
    'reconnaissance, et non un critère de celle-ci.',
  'W.4':
    'L’employeur dont la demande est approuvée est reconnu publiquement sur le site Web de la directrice générale ou du directeur général de la prévention. Ici, une reconnaissance est publique ' +
    'à compter du jour où le ministère dit l’avoir publiée, tant qu’elle est en vigueur.',
  'X-1':
    'Un système accrédité; une vérification par un tiers dans les douze mois précédents, dont les lacunes sont corrigées et le ' +
    'dossier fermé; aucune déclaration de culpabilité en vertu de la partie III de la Loi sur les infractions provinciales pour ' +
    'une infraction à la LSST dans les trois ans précédents; aucune poursuite en cours en vertu de la LSST; un engagement envers ' +
    'la participation des travailleurs.',
  'X-1b':
    'Une entreprise COR 2020 a aussi besoin d’un plan d’action PRESTO approuvé et d’un autre contrôle par un tiers de ses ' +
    'corrections, examiné par l’IHSA.',
  'X-2':
    'En plus de la reconnaissance : l’annexe 1, un compte actif, les primes et les soldes payés, aucune accusation en vertu de la ' +
    'LSPAAT ou du Code criminel pendant la période de référence (12 mois selon une page plus ancienne, 24 selon la page actuelle; ' +
    'le jour du changement n’est pas connu) et aucun décès lié au travail le jour de la reconnaissance ou après. La foire aux ' +
    'questions (question 23) dit que tout employeur reconnu est admissible; la lettre de la directrice générale ou du directeur général de la prévention dit ' +
    'que d’autres critères s’appliquent.',
  'R-23':
    '« Considéré comme certifié » vaut pour le COR. Le registre n’indique pas si un compte en attente détient son certificat aux ' +
    'fins de PRESTO : il faut le demander au ministère, et noter que la certification sera perdue le 91e jour.',
  'R-24':
    'Lorsqu’une entreprise ISO 45001 détient un certificat d’équivalence, son système accrédité est ISO 45001 et la vérification ' +
    'qui compte est la vérification ISO.',
  'R-42':
    'S’il y a plusieurs systèmes et vérifications par un tiers, c’est ce qui mène l’employeur le plus loin qui est apprécié. La suite ' +
    'concerne COR 2020; l’ancien COR n’est pas accrédité, si bien que rien n’en dépend pour lui. Une ' +
    'vérification de reprise réussie établit ce que la vérification externe non réussie n’a pas établi; si seule la reprise tombe ' +
    'dans les douze mois, le registre n’indique pas lequel des deux jours compte. Fermer le dossier d’une vérification non réussie avant ' +
    'sa reprise ne le ferme pas à cette fin. L’article exige que les lacunes soient corrigées avant la remise du certificat; les ' +
    'critères de reconnaissance, qui l’emportent, exigent que le dossier soit fermé avant la demande. Une vérification externe ' +
    'avec l’ancien outil COR n’a pas établi COR 2020, même si une vérification de transition a changé la norme depuis. Si le ' +
    'certificat détenu est antérieur à la vérification, comme lors d’un renouvellement, le registre n’indique pas si l’employeur ' +
    'peut présenter une demande avec lui.',
};
