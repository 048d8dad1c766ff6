import type { participation } from './participation.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const participationFrench: Readonly<Record<keyof typeof participation, string>> = {
  'G-1.2.a': 'Participe au programme un compte ontarien de la WSIB qui est actif et en règle.',
  'G-1.2.b':
    'L’entreprise qui a plusieurs comptes inscrit chacun de ceux qu’elle veut faire participer; chaque compte est vérifié et ' +
    'obtient le COR séparément.',
  'F-11':
    'Chaque compte de l’employeur doit être actif et en règle et obtenir le COR séparément; son programme devrait être en place ' +
    'depuis au moins un an.',
  'F-15': 'Chaque compte de la WSIB d’un employeur peut obtenir son propre COR.',
  'G-1.2.c':
    'Un représentant du plus haut échelon de l’entreprise est désigné pour veiller au système de gestion de la santé et de la ' +
    'sécurité au travail et aux vérifications COR.',
  'G-1.2.d':
    'Le système de gestion de la santé et de la sécurité au travail est en place depuis au moins un an avant la vérification interne ' +
    'initiale.',
  'G-1.2.e': 'Les éléments de preuve utilisés pour une vérification datent des douze mois précédant le jour où elle est soumise.',
  'F-12': 'Un compte détient une seule certification COR. Passé à COR 2020, il conserve sa certification sous COR 2020.',
  'G-3.2.a':
    'L’entreprise avise l’IHSA sans délai de tout changement touchant son inscription, son représentant de la haute direction ou ' +
    'son vérificateur interne, et désigne et forme le successeur.',
  'G-3.2.b': 'Le logo et la marque COR ne peuvent être utilisés qu’après la certification.',
  'G-3.2.c':
    'L’entreprise conserve son COR d’année en année en soumettant sa vérification interne et les documents à l’appui au plus tard à la ' +
    'date anniversaire. La section 2.4 la demande 60 jours plus tôt : passé ce jour, elle est en retard, et les deux sont citées.',
  'R-1':
    'Un compte qui n’est plus en règle auprès de la WSIB après la certification conserve sa situation; un avertissement figure au compte, dans la file du personnel et ' +
    'parmi les obligations, et le personnel décide. Avant la certification, être en règle est une condition : ' +
    'tant que le dernier rapport de la WSIB visant ce jour dit que le compte n’est pas valide, aucune inscription n’est confirmée ' +
    'et aucun certificat n’est délivré, même pour un renouvellement; une lettre l’est pour un certificat en vigueur. Si la WSIB n’a ' +
    'rien dit, le registre n’indique rien à ce sujet et ne refuse rien pour ce motif.',
  'G-2.1.a':
    'Chaque compte fait sa propre demande, dont l’IHSA accuse réception par courriel. L’IHSA valide les numéros de compte et ' +
    'de l’entreprise (firm number), puis confirme l’inscription ou demande de s’inscrire de nouveau si les numéros étaient inexacts.',
  'G-2.1.b': 'Une fois inscrite, l’entreprise peut présenter sa confirmation d’inscription dans un appel d’offres.',
  'F-8':
    'Une entreprise inscrite n’a pas à refaire une demande pour COR 2020 : la vérification indique son outil et se fait selon ' +
    'celui-ci.',
  'G-2.5.a':
    'La fin de la troisième année met fin au cycle; pour continuer, l’entreprise s’inscrit de nouveau au moyen du formulaire de ' +
    'demande.',
  'G-2.2.a':
    'Le représentant de la haute direction suit COR Essentials. Au moins un employé permanent à temps plein suit COR Essentials, ' +
    'Basic Auditing Principles, COR Internal Auditor et Introduction to Hazard & Risk Management pour être le vérificateur ' +
    'interne.',
  'G-2.2.b':
    'Une exemption de COR Essentials ou de Basic Auditing Principles peut être demandée, cours par cours, avec les relevés de ' +
    'notes et les plans de cours d’un membre de la CFCSA ou d’un autre formateur reconnu de vérificateurs principaux, pour des ' +
    'cours terminés dans les trois ans précédant la demande. Les certificats, les cartes de portefeuille et l’expérience ne sont ' +
    'pas acceptés.',
  'F-14':
    'L’attestation de formation appartient à la personne qui a suivi la formation; le certificat COR appartient à l’employeur, qui ' +
    'doit former et désigner un autre vérificateur interne lorsque l’un d’eux part.',
  'G-3.3.a':
    'Le vérificateur interne est un employé permanent à temps plein dont le nom et les attestations de formation sont soumis avec ' +
    'la vérification interne.',
  'G-4.1':
    'L’IHSA examine une vérification interne par une évaluation préalable et par un examen détaillé. Elle y établit que le ' +
    'représentant de la haute direction et le vérificateur interne ont suivi la formation exigée.',
  'G-4.2':
    'Un vérificateur interne ou un représentant de la haute direction peut devoir suivre une nouvelle formation si des problèmes ' +
    'se répètent d’une vérification à l’autre.',
  'R-51':
    'La qualification d’un vérificateur interne s’apprécie au premier jour de la vérification : un cours terminé, une exemption ' +
    'accordée ou un rôle pris plus tard n’aide pas, et une nouvelle formation exigée plus tard ne nuit pas. À compter du jour où ' +
    'l’IHSA exige une nouvelle formation et jusqu’à ce qu’elle soit terminée, la personne ne fait aucune nouvelle vérification.',
  'R-52':
    'Le nom et l’adresse de courriel d’une personne sont conservés à part de ce qui est gardé pour toujours. Ils sont visibles par ' +
    'le personnel de l’IHSA et, pour les personnes qui ont ou ont eu un rôle à ses comptes, par l’entreprise. Ils sont effacés sur ' +
    'demande, et trois ans après la fin du dernier rôle; la personne est alors montrée comme effacée à tout instant.',
  'R-63':
    'Le nom d’un vérificateur externe est public tant que celui-ci est sur la liste approuvée, et nécessaire jusqu’à ce que chacune de ses ' +
    'vérifications ait son rapport. Ensuite, un administrateur l’efface sur demande : du registre, des vérifications et de tout ce qui en est ' +
    'conservé, y compris le journal. Le vérificateur est alors montré comme effacé à tout instant. L’inscription reste au registre, sans nom, et R-45 ' +
    's’en sert pour continuer à comparer les vérificateurs.',
};
