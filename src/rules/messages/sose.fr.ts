import type { soseEnglish, soseWordsEnglish } from './sose.en.ts';

/** Our French of recognition under SOSE (PRESTO) and of the WSIB's rebate. */
export const soseFrench = {
  // Système
  'sose-system-accredited':
    'L’employeur utilise {system:word}, un système accrédité par la directrice générale ou le directeur général de la prévention.',
  'sose-system-older-cor': 'Le certificat {certificate} vise l’ancien COR, qui n’est pas accrédité; COR 2020 l’est.',
  'sose-system-not-listed':
    'Le système de l’employeur ne figure pas parmi les systèmes accrédités que connaît le registre; la liste du ministère peut en compter d’autres.',
  'sose-system-unknown': 'Aucun système accrédité n’est consigné pour l’employeur, et personne n’en a déclaré.',
  'sose-system-by-equivalency':
    'L’IHSA a accordé le certificat d’équivalence {certificate} du {issuedOn:day} en se fondant sur la certification {system:word} : c’est ce système qui est accrédité, et c’est sa vérification qui est prise en considération.',
  'sose-need-system':
    'Un système accrédité mis en œuvre par l’employeur : COR 2020, ISO 45001, CSA Z45001 ou un autre système de la liste du ministère.',

  // Certificat
  'sose-certificate-held': 'Le certificat {certificate}, délivré le {issuedOn:day}, est toujours en vigueur.',
  'sose-certificate-pending':
    'La certification du certificat {certificate} est en attente et sera perdue le {lostFrom:day}, sauf si le document manquant est délivré avant cette date; il revient au ministère de dire si ce certificat suffit pour PRESTO.',
  'sose-certificate-lost': 'La certification du certificat {certificate} a été perdue le {lostOn:day}.',
  'sose-certificate-revoked': 'La certification est révoquée depuis le {from:day}.',
  'sose-certificate-of-before':
    'Le certificat {certificate} du {issuedOn:day} a été délivré avant la vérification du {verifiedOn:day}, qui n’a encore donné lieu à aucun certificat; il revient au ministère de dire si l’ancien certificat suffit.',
  'sose-certificate-none': 'Le registre n’indique aucun certificat du système.',
  'sose-certificate-later': 'Le certificat {certificate} n’a été délivré que le {issuedOn:day}.',
  'sose-certificate-ended': 'Le certificat {certificate} a pris fin le {lastDay:day}.',
  'sose-need-certificate': 'Le certificat obtenu à la suite de la vérification du système, détenu le jour de la demande.',

  // Vérification par un tiers
  'sose-audit-without-certificate':
    'La vérification externe terminée le {completedOn:day} est consignée, mais aucun certificat n’y a fait suite; le registre n’indique pas ce qu’elle établit d’un système accrédité de l’employeur.',
  'sose-audit-none-of-system': 'Aucune vérification par un tiers terminée au {applicationDay:day} n’est consignée pour {system:word}.',
  'sose-audit-none': 'Aucune vérification par un tiers terminée au {applicationDay:day} n’est consignée.',
  'sose-audit-verified': 'La vérification par un tiers terminée le {completedOn:day} a confirmé le système.',
  'sose-audit-re-verified':
    'La vérification externe terminée le {completedOn:day} n’a pas été réussie, et la vérification de reprise terminée le {reAuditOn:day} a confirmé le système.',
  'sose-audit-own-staff': 'La vérification terminée le {completedOn:day} n’a pas été faite par un tiers.',
  'sose-audit-older-tool':
    'La vérification externe terminée le {completedOn:day} a été faite avec l’ancien outil COR; elle n’a donc pas confirmé COR 2020.',
  'sose-audit-failed': 'La vérification terminée le {completedOn:day} n’a pas été réussie.',
  'sose-audit-result-unknown': 'Le registre n’indique pas le résultat de la vérification terminée le {completedOn:day}.',
  'sose-need-audit':
    'Une vérification par un tiers qui confirme le système; pour COR 2020, la vérification externe et non celle de maintien.',
  'sose-audit-in-time': 'La vérification s’est terminée le {completedOn:day} et vaut pour les demandes présentées jusqu’au {lastDay:day}.',
  'sose-audit-in-time-by-re-audit':
    'La vérification terminée le {completedOn:day} vaut jusqu’au {lastDay:day}, et la vérification de reprise du {reAuditOn:day}, plus longtemps; le registre n’indique pas laquelle des deux le ministère retient.',
  'sose-audit-too-old':
    'La vérification s’est terminée le {completedOn:day} et valait pour les demandes présentées jusqu’au {lastDay:day}.',
  'sose-need-audit-in-time': 'Une vérification par un tiers terminée entre le {from:day} et le {to:day}.',

  // Organisme
  'sose-body-ihsa': 'L’IHSA est un organisme de certification accepté le jour de la demande.',
  'sose-body-accepted': '{body} ({kind:word}) est un organisme accepté le jour de la demande.',
  'sose-body-accepted-later': '{body} ({kind:word}) est accepté pour les demandes présentées à compter du {from:day} seulement.',
  'sose-body-not-accepted': '{body} n’est pas un organisme d’un type accepté.',
  'sose-body-unknown': 'Le registre n’indique pas quel organisme a certifié la vérification, ni selon quelle norme.',
  'sose-need-body':
    'Un organisme accrédité selon ISO 17024 ou reconnu par la directrice générale ou le directeur général de la prévention ou, si le jour le permet, un organisme selon ISO 17021-1 et 17021-10; pour COR 2020, c’est l’IHSA.',

  // Direction de la vérification
  'sose-auditor-in-good-standing':
    '{auditor:word}, à titre de vérificateur principal (ou vérificatrice principale), était en règle le jour de la vérification, soit le {completedOn:day}, et le jour de la fermeture du dossier, soit le {closedOn:day}.',
  'sose-auditor-not-in-good-standing':
    '{auditor:word}, à titre de vérificateur principal (ou vérificatrice principale), n’était pas en règle le {day:day}.',
  'sose-auditor-before-closing':
    '{auditor:word}, à titre de vérificateur principal (ou vérificatrice principale), était en règle le jour de la vérification, soit le {completedOn:day}; la date de fermeture du dossier n’est pas encore arrivée ou n’est pas connue.',
  'sose-auditor-unknown-on':
    'Le registre n’indique pas si {auditor:word}, à titre de vérificateur principal (ou vérificatrice principale), était en règle le {day:day}.',
  'sose-auditor-unknown':
    'Le registre n’indique pas qui était le vérificateur principal (ou la vérificatrice principale) de la vérification terminée le {completedOn:day}, ni si cette personne était en règle.',
  'sose-need-auditor':
    'Un vérificateur principal ou une vérificatrice principale certifié, inscrit et en règle le jour de la vérification et le jour de la fermeture du dossier.',

  // Fermeture du dossier
  'sose-closed': 'Le dossier de la vérification terminée le {completedOn:day} a été fermé le {closedOn:day}.',
  'sose-closed-later': 'Le dossier de la vérification terminée le {completedOn:day} n’a été fermé que le {closedOn:day}.',
  'sose-closing-unknown': 'Le registre n’indique pas la date de fermeture du dossier de la vérification terminée le {completedOn:day}.',
  'sose-need-closing': 'Les lacunes corrigées et le dossier de vérification fermé au plus tard le jour de la demande.',

  // Plan d’action PRESTO
  'sose-plan-not-asked': 'Un plan d’action PRESTO n’est demandé qu’aux entreprises COR 2020.',
  'sose-plan-checked':
    'Le plan d’action PRESTO a été approuvé par {approvedBy} le {approvedOn:day}, et ses corrections ont été contrôlées par un tiers, {checkedBy}, le {checkedOn:day}.',
  'sose-plan-approved-later': 'Le plan d’action PRESTO n’a été approuvé que le {approvedOn:day}.',
  'sose-plan-checked-later': 'Les corrections du plan d’action PRESTO n’ont été contrôlées que le {checkedOn:day}.',
  'sose-plan-own-check': 'Les corrections du plan d’action PRESTO n’ont pas été contrôlées par un tiers.',
  'sose-plan-not-approved': 'Un plan d’action PRESTO est consigné, mais le registre n’indique ni qui l’a approuvé ni quel jour.',
  'sose-plan-not-checked':
    'Le plan d’action PRESTO a été approuvé par {approvedBy} le {approvedOn:day}; le registre n’indique ni quel tiers en a contrôlé les corrections, ni quel jour.',
  'sose-plan-none':
    'Aucun plan d’action PRESTO n’est consigné pour la vérification; un certificat COR 2020 ne suffit pas à rendre un employeur prêt pour PRESTO.',
  'sose-need-plan':
    'Un plan d’action PRESTO approuvé et un autre contrôle de ses corrections par un tiers, au plus tard le jour de la demande.',

  // Conduite
  'sose-no-conviction':
    'Aucune déclaration de culpabilité pour infraction à la LSST, dans une instance introduite en vertu de la partie III de la Loi sur les infractions provinciales, n’entre en ligne de compte le jour de la demande.',
  'sose-convicted': 'La déclaration de culpabilité du {convictedOn:day} entre en ligne de compte jusqu’au {lastDay:day}.',
  'sose-no-conviction-stated':
    'L’absence de déclaration de culpabilité pour infraction à la LSST (partie III de la Loi sur les infractions provinciales) n’est attestée que par {broughtBy:word}; seul le ministère peut la confirmer.',
  'sose-convictions-unknown':
    'Le registre n’indique pas s’il y a eu une déclaration de culpabilité pour infraction à la LSST (partie III de la Loi sur les infractions provinciales).',
  'sose-need-no-conviction':
    'La confirmation, par le ministère, qu’aucune déclaration de culpabilité de ce genre n’entre en ligne de compte le jour de la demande.',
  'sose-no-prosecution': 'Aucune poursuite en vertu de la LSST n’est en cours.',
  'sose-no-prosecution-stated':
    'L’absence de poursuite en vertu de la LSST n’est attestée que par {broughtBy:word}; seul le ministère peut la confirmer.',
  'sose-prosecution': 'Une poursuite en vertu de la LSST est en cours.',
  'sose-prosecution-unknown': 'Le registre n’indique pas si une poursuite en vertu de la LSST est en cours.',
  'sose-need-no-prosecution': 'La confirmation, par le ministère, qu’aucune poursuite en vertu de la LSST n’est en cours.',
  'sose-participation': 'L’employeur s’est engagé à faire participer les travailleurs.',
  'sose-no-participation': 'L’employeur ne s’est pas engagé à faire participer les travailleurs.',
  'sose-participation-unknown': 'Le registre n’indique pas si l’employeur s’est engagé à faire participer les travailleurs.',
  'sose-need-participation': 'L’engagement de l’employeur à faire participer les travailleurs.',

  // Dernier jour pour présenter une demande, et avertissements
  'sose-moved-by-first-audit': 'Une vérification par un tiers qui confirme le système fixe le dernier jour pour présenter une demande.',
  'sose-moved-by-new-audit':
    'Le délai court à compter de la vérification terminée le {completedOn:day}; une autre vérification par un tiers le prolonge, mais pas une vérification de maintien ni une lettre.',
  'sose-moved-by-re-audit':
    'Si le ministère compte à partir de la vérification de reprise du {reAuditOn:day}, le dernier jour pour présenter une demande est le {lastDay:day}.',
  'sose-cut-short': 'Le certificat {certificate} prend fin le {endsOn:day}, avant ce jour; il doit être détenu au moment de la demande.',
  'sose-cut-short-by-loss':
    'Selon les faits consignés, la certification est perdue à compter du {lostFrom:day}, et plus rien ne permet de présenter une demande.',
  'sose-warning-pending':
    'La certification est en attente et sera perdue le {lostFrom:day}, sauf si le document manquant est délivré avant cette date.',
  'sose-warning-lost': 'La certification a été perdue le {lostOn:day}; il faut s’inscrire de nouveau et reprendre tout le processus.',
  'sose-warning-revoked': 'La révocation de l’IHSA du {from:day} est en vigueur pour le compte.',

  // Rabais de la WSIB
  'rebate-recognized': 'La directrice générale ou le directeur général de la prévention a reconnu l’employeur à compter du {from:day}.',
  'rebate-recognized-later':
    'La directrice générale ou le directeur général de la prévention n’a reconnu l’employeur qu’à compter du {from:day}.',
  'rebate-recognition-ended': 'La reconnaissance du {from:day} a pris fin le {endedOn:day}.',
  'rebate-recognition-unknown':
    'Le registre n’indique pas si la directrice générale ou le directeur général de la prévention a reconnu l’employeur.',
  'rebate-need-recognition': 'La reconnaissance de l’employeur par la directrice générale ou le directeur général de la prévention.',
  'rebate-schedule-1': 'L’employeur relève de l’annexe 1.',
  'rebate-other-schedule': 'L’employeur ne relève pas de l’annexe 1.',
  'rebate-schedule-unknown': 'Le registre n’indique pas si l’employeur relève de l’annexe 1.',
  'rebate-need-schedule-1': 'La confirmation de la WSIB que l’employeur relève de l’annexe 1.',
  'rebate-active-account': 'Le compte de la WSIB est actif.',
  'rebate-no-active-account': 'Le compte de la WSIB n’est pas actif.',
  'rebate-active-account-unknown': 'Le registre n’indique pas si le compte de la WSIB est actif.',
  'rebate-need-active-account': 'Un compte de la WSIB actif.',
  'rebate-balances-paid': 'Les primes et les soldes sont payés.',
  'rebate-balances-owed': 'Des primes ou des soldes restent dus.',
  'rebate-balances-unknown': 'Le registre n’indique pas si les primes et les soldes sont payés.',
  'rebate-need-balances-paid': 'Le paiement de toutes les primes et de tous les soldes dus à la WSIB.',
  'rebate-no-charges': 'Il n’y a aucune accusation en vertu de la LSPAAT ou du Code criminel.',
  'rebate-charges-of-before': 'L’accusation du {chargedOn:day} entrait en ligne de compte jusqu’au {lastDay:day}; ce n’est plus le cas.',
  'rebate-charged':
    'L’accusation du {chargedOn:day} entre en ligne de compte jusqu’au {olderLastDay:day} selon l’ancienne période de référence et jusqu’au {lastDay:day} selon l’actuelle.',
  'rebate-look-backs-differ':
    'L’accusation du {chargedOn:day} entre en ligne de compte jusqu’au {lastDay:day} selon la période de référence actuelle, mais seulement jusqu’au {olderLastDay:day} selon l’ancienne; le registre n’indique pas la date du changement.',
  'rebate-charges-unknown': 'Le registre n’indique pas s’il y a des accusations en vertu de la LSPAAT ou du Code criminel.',
  'rebate-need-no-charges': 'La confirmation, par la WSIB, qu’aucune accusation ne tombe dans sa période de référence.',
  'rebate-no-fatality': 'Il n’y a aucun décès lié au travail.',
  'rebate-fatality-of-before':
    'Le décès lié au travail du {happenedOn:day} précède la reconnaissance du {from:day}; il n’entre donc pas en ligne de compte.',
  'rebate-fatality': 'Le décès lié au travail du {happenedOn:day} est survenu le jour de la reconnaissance du {from:day} ou après.',
  'rebate-fatality-before-or-after': 'Le registre n’indique pas si le décès lié au travail du {happenedOn:day} précède la reconnaissance.',
  'rebate-fatalities-unknown': 'Le registre n’indique pas s’il y a eu un décès lié au travail.',
  'rebate-need-no-fatality': 'La confirmation, par la WSIB, qu’il n’y a eu aucun décès lié au travail depuis la reconnaissance.',
} as const satisfies Record<keyof typeof soseEnglish, string>;

/** Mots pour les systèmes, les organismes et les détenteurs d’une réponse. */
export const soseWordsFrench = {
  ERASED_NAME: '(nom effacé)',
  ISO_45001: 'ISO 45001',
  CSA_Z45001: 'CSA Z45001',
  OTHER_SYSTEM: 'un autre système',
  ISO_17024: 'accrédité selon ISO 17024',
  CPO_ACKNOWLEDGED: 'reconnu par la directrice générale ou le directeur général de la prévention',
  ISO_17021_1_WITH_17021_10: 'ISO 17021-1 avec 17021-10',
  OTHER_BODY: 'autre type d’organisme',
  CERTIFICATION_BODY: 'l’organisme de certification',
  MINISTRY: 'le ministère',
  APPLICANT: 'le demandeur',
  WSIB: 'la WSIB',
  ACCREDITED_SYSTEM: 'système accrédité',
  THIRD_PARTY_AUDIT: 'vérification par un tiers',
  AUDIT_IN_TIME: 'vérification dans les douze mois précédant la demande',
  SOSE_ACTION_PLAN: 'plan d’action PRESTO',
  NO_CONVICTION: 'aucune déclaration de culpabilité',
  NO_PROSECUTION: 'aucune poursuite en cours',
  WORKER_PARTICIPATION: 'participation des travailleurs',
  CPO_RECOGNITION: 'reconnaissance par la directrice générale ou le directeur général de la prévention',
  SCHEDULE_1: 'annexe 1',
  ACTIVE_ACCOUNT: 'compte de la WSIB actif',
  BALANCES_PAID: 'primes et soldes payés',
  NO_CHARGES: 'aucune accusation',
  NO_FATALITY: 'aucun décès lié au travail',
  LEAD_AUDITOR: 'vérificateur principal',
  MET: 'rempli',
  NOT_MET: 'non rempli',
  NOT_KNOWN_HERE: 'non indiqué au registre',
  ELIGIBLE: 'admissible',
  NOT_ELIGIBLE: 'non admissible',
  CANNOT_SAY_YET: 'indéterminé pour l’instant',
} as const satisfies Record<keyof typeof soseWordsEnglish, string>;
