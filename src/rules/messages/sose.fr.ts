import type { soseEnglish, soseWordsEnglish } from './sose.en.ts';
import { type UnofficialFrench, unofficial } from './unofficial.ts';

/** Our French of recognition under SOSE (PRESTO) and of the WSIB's rebate. */
export const soseFrench = {
  // Système
  'sose-system-accredited': 'L’employeur met en œuvre {system:word}, un système agréé par le directeur général de la prévention.',
  'sose-system-older-cor': 'Le certificat {certificate} vise l’ancien COR, qui n’est pas agréé; COR 2020 l’est.',
  'sose-system-not-listed':
    'Le système de l’employeur n’est pas de ceux dont ce registre sait qu’ils sont agréés; la liste du ministère peut en compter d’autres.',
  'sose-system-unknown': 'Ce registre ne connaît aucun système agréé de l’employeur, et personne n’en a fait état.',
  'sose-system-by-equivalency': unofficial(
    'L’IHSA a accordé le certificat d’équivalence {certificate} du {issuedOn:day} sur la foi de {system:word} : c’est là le système agréé, et sa propre vérification compte.',
  ),
  'sose-need-system':
    'Un système agréé que l’employeur a mis en œuvre : COR 2020, ISO 45001, CSA Z45001 ou un autre de la liste du ministère.',

  // Certificat
  'sose-certificate-held': 'Le certificat {certificate} a été délivré le {issuedOn:day} et demeure.',
  'sose-certificate-pending': unofficial(
    'Le certificat {certificate} est en attente et sera perdu à compter du {lostFrom:day}, sauf si le document manquant est délivré avant; il revient au ministère de dire s’il compte pour PRESTO.',
  ),
  'sose-certificate-lost': 'Le certificat {certificate} a été perdu le {lostOn:day}.',
  'sose-certificate-revoked': 'La certification est révoquée à compter du {from:day}.',
  'sose-certificate-of-before':
    'Le certificat {certificate} du {issuedOn:day} a été délivré avant la vérification du {verifiedOn:day}, qui n’a encore valu aucun certificat; il revient au ministère de dire si l’ancien suffit à la demande.',
  'sose-certificate-none': 'Aucun certificat du système n’est connu ici.',
  'sose-certificate-later': 'Le certificat {certificate} n’a été délivré que le {issuedOn:day}.',
  'sose-certificate-ended': 'Le certificat {certificate} a pris fin le {lastDay:day}.',
  'sose-need-certificate': 'Le certificat que la vérification du système a valu, détenu le jour de la demande.',

  // Vérification par une tierce partie
  'sose-audit-none': 'Aucune vérification par une tierce partie terminée au {applicationDay:day} n’est connue ici.',
  'sose-audit-verified': 'La vérification par une tierce partie terminée le {completedOn:day} a confirmé le système.',
  'sose-audit-re-verified':
    'La vérification externe terminée le {completedOn:day} a échoué, et la nouvelle vérification terminée le {reAuditOn:day} a confirmé le système.',
  'sose-audit-own-staff': 'La vérification terminée le {completedOn:day} n’était pas celle d’une tierce partie.',
  'sose-audit-older-tool':
    'La vérification externe terminée le {completedOn:day} a utilisé l’ancien outil COR; elle n’a donc pas confirmé COR 2020.',
  'sose-audit-failed': 'La vérification terminée le {completedOn:day} a échoué.',
  'sose-audit-result-unknown': 'Le résultat de la vérification terminée le {completedOn:day} n’est pas connu ici.',
  'sose-need-audit':
    'Une vérification par une tierce partie qui confirme le système; pour COR 2020, la vérification externe et non celle de maintien.',
  'sose-audit-in-time': 'La vérification s’est terminée le {completedOn:day} et compte pour les demandes jusqu’au {lastDay:day}.',
  'sose-audit-in-time-by-re-audit':
    'La vérification terminée le {completedOn:day} compte jusqu’au {lastDay:day}, et la nouvelle vérification du {reAuditOn:day}, plus longtemps; on ignore ici laquelle des deux le ministère retient.',
  'sose-audit-too-old': 'La vérification s’est terminée le {completedOn:day} et comptait pour les demandes jusqu’au {lastDay:day}.',
  'sose-need-audit-in-time': 'Une vérification par une tierce partie terminée entre le {from:day} et le {to:day}.',

  // Organisme
  'sose-body-accepted': '{body} ({kind:word}) est un organisme accepté le jour de la demande.',
  'sose-body-accepted-later': '{body} ({kind:word}) est accepté pour les demandes présentées à compter du {from:day}.',
  'sose-body-not-accepted': '{body} n’est pas un organisme d’un genre accepté.',
  'sose-body-unknown': 'On ignore ici quel organisme a certifié la vérification, et selon quelle norme.',
  'sose-need-body':
    'Un organisme accrédité selon ISO 17024 ou reconnu par le directeur général de la prévention ou, si le jour le permet, un organisme selon ISO 17021-1 et 17021-10; pour COR 2020, c’est l’IHSA.',

  // Direction de la vérification
  'sose-auditor-in-good-standing':
    '{auditor}, qui a dirigé la vérification, était en règle le jour de la vérification, soit le {completedOn:day}, et le jour de la clôture, soit le {closedOn:day}.',
  'sose-auditor-not-in-good-standing': '{auditor}, qui a dirigé la vérification, n’était pas en règle le {day:day}.',
  'sose-auditor-before-closing':
    '{auditor}, qui a dirigé la vérification, était en règle le jour de la vérification, soit le {completedOn:day}; le jour de la clôture n’est pas venu ou n’est pas connu.',
  'sose-auditor-unknown-on': 'On ignore ici si {auditor}, qui a dirigé la vérification, était en règle le {day:day}.',
  'sose-auditor-unknown': 'On ignore ici qui a dirigé la vérification terminée le {completedOn:day} et si cette personne était en règle.',
  'sose-need-auditor':
    'Une vérification dirigée par une personne certifiée, inscrite et en règle le jour de la vérification et le jour de la clôture.',

  // Clôture
  'sose-closed': 'La vérification terminée le {completedOn:day} a été close le {closedOn:day}.',
  'sose-closed-later': 'La vérification terminée le {completedOn:day} n’a été close que le {closedOn:day}.',
  'sose-closing-unknown': 'Aucun jour de clôture de la vérification terminée le {completedOn:day} n’est connu ici.',
  'sose-need-closing': 'Les lacunes corrigées et la vérification close au plus tard le jour de la demande.',

  // Plan d’action PRESTO
  'sose-plan-not-asked': 'Un plan d’action PRESTO n’est demandé qu’aux entreprises COR 2020.',
  'sose-plan-checked':
    'Le plan d’action PRESTO a été approuvé par {approvedBy} le {approvedOn:day}, et ses corrections ont été contrôlées par {checkedBy}, une tierce partie, le {checkedOn:day}.',
  'sose-plan-approved-later': 'Le plan d’action PRESTO n’a été approuvé que le {approvedOn:day}.',
  'sose-plan-checked-later': 'Les corrections du plan d’action PRESTO n’ont été contrôlées que le {checkedOn:day}.',
  'sose-plan-own-check': 'Les corrections du plan d’action PRESTO n’ont pas été contrôlées par une tierce partie.',
  'sose-plan-not-approved': 'Un plan d’action PRESTO est connu ici, mais non qui l’a approuvé ni quel jour.',
  'sose-plan-not-checked':
    'Le plan d’action PRESTO a été approuvé par {approvedBy} le {approvedOn:day}; on ignore ici quelle tierce partie en a contrôlé les corrections, et quel jour.',
  'sose-plan-none':
    'Aucun plan d’action PRESTO pour la vérification n’est connu ici; un certificat COR 2020 ne suffit pas à rendre un employeur prêt pour PRESTO.',
  'sose-need-plan':
    'Un plan d’action PRESTO approuvé et un autre contrôle de ses corrections par une tierce partie, au plus tard le jour de la demande.',

  // Conduite
  'sose-no-conviction':
    'Aucune condamnation en vertu de la partie III de la Loi sur les infractions provinciales pour la LSST ne compte le jour de la demande.',
  'sose-convicted': 'La condamnation du {convictedOn:day} compte jusqu’au {lastDay:day}.',
  'sose-convictions-unknown':
    'On ignore ici s’il y a une condamnation en vertu de la partie III de la Loi sur les infractions provinciales pour la LSST.',
  'sose-need-no-conviction': 'La confirmation du ministère qu’aucune telle condamnation ne compte le jour de la demande.',
  'sose-no-prosecution': 'Aucune poursuite en vertu de la LSST n’est en cours.',
  'sose-prosecution': 'Une poursuite en vertu de la LSST est en cours.',
  'sose-prosecution-unknown': 'On ignore ici si une poursuite en vertu de la LSST est en cours.',
  'sose-need-no-prosecution': 'La confirmation du ministère qu’aucune poursuite en vertu de la LSST n’est en cours.',
  'sose-participation': 'L’employeur s’est engagé à faire participer les travailleurs.',
  'sose-no-participation': 'L’employeur ne s’est pas engagé à faire participer les travailleurs.',
  'sose-participation-unknown': 'On ignore ici si l’employeur s’est engagé à faire participer les travailleurs.',
  'sose-need-participation': 'L’engagement de l’employeur à faire participer les travailleurs.',

  // Dernier jour pour présenter une demande, et avertissements
  'sose-moved-by-first-audit':
    'Une vérification par une tierce partie qui confirme le système fixe le dernier jour pour présenter une demande.',
  'sose-moved-by-new-audit':
    'Le jour court de la vérification terminée le {completedOn:day}; une autre vérification par une tierce partie le déplace, mais non une vérification de maintien ni une lettre.',
  'sose-moved-by-re-audit':
    'Si le ministère compte à partir de la nouvelle vérification du {reAuditOn:day}, le dernier jour pour présenter une demande est le {lastDay:day}.',
  'sose-cut-short': 'Le certificat {certificate} prend fin le {endsOn:day}, avant ce jour; il doit être détenu au moment de la demande.',
  'sose-cut-short-by-loss':
    'Selon ce qui est inscrit, la certification est perdue à compter du {lostFrom:day}, et il ne reste rien avec quoi présenter une demande.',
  'sose-warning-pending': unofficial(
    'La certification est en attente et sera perdue à compter du {lostFrom:day}, sauf si le document manquant est délivré avant.',
  ),
  'sose-warning-lost': 'La certification a été perdue le {lostOn:day}; il faut une nouvelle inscription et tout reprendre.',
  'sose-warning-revoked': 'La révocation de l’IHSA du {from:day} est en vigueur pour le compte.',

  // Remise de la WSIB
  'rebate-recognized': 'Le directeur général de la prévention a reconnu l’employeur à compter du {from:day}.',
  'rebate-recognized-later': 'Le directeur général de la prévention n’a reconnu l’employeur qu’à compter du {from:day}.',
  'rebate-recognition-ended': 'La reconnaissance du {from:day} a pris fin le {endedOn:day}.',
  'rebate-recognition-unknown': 'On ignore ici si le directeur général de la prévention a reconnu l’employeur.',
  'rebate-need-recognition': 'La reconnaissance de l’employeur par le directeur général de la prévention.',
  'rebate-schedule-1': 'L’employeur relève de l’annexe 1.',
  'rebate-other-schedule': 'L’employeur ne relève pas de l’annexe 1.',
  'rebate-schedule-unknown': 'On ignore ici si l’employeur relève de l’annexe 1.',
  'rebate-need-schedule-1': 'La confirmation de la WSIB que l’employeur relève de l’annexe 1.',
  'rebate-active-account': 'Le compte auprès de la WSIB est actif.',
  'rebate-no-active-account': 'Le compte auprès de la WSIB n’est pas actif.',
  'rebate-active-account-unknown': 'On ignore ici si le compte auprès de la WSIB est actif.',
  'rebate-need-active-account': 'Un compte actif auprès de la WSIB.',
  'rebate-balances-paid': 'Les primes et les soldes sont payés.',
  'rebate-balances-owed': 'Des primes ou des soldes restent dus.',
  'rebate-balances-unknown': 'On ignore ici si les primes et les soldes sont payés.',
  'rebate-need-balances-paid': 'Des primes et des soldes payés à la WSIB.',
  'rebate-no-charges': 'Il n’y a aucune accusation en vertu de la LSPAAT ou du Code criminel.',
  'rebate-charges-of-before': 'L’accusation du {chargedOn:day} comptait jusqu’au {lastDay:day} et ne compte plus.',
  'rebate-charged':
    'L’accusation du {chargedOn:day} compte jusqu’au {olderLastDay:day} selon l’ancienne période d’examen et jusqu’au {lastDay:day} selon l’actuelle.',
  'rebate-look-backs-differ':
    'L’accusation du {chargedOn:day} compte jusqu’au {lastDay:day} selon la période d’examen actuelle, mais seulement jusqu’au {olderLastDay:day} selon l’ancienne; on ignore ici le jour du changement.',
  'rebate-charges-unknown': 'On ignore ici s’il y a des accusations en vertu de la LSPAAT ou du Code criminel.',
  'rebate-need-no-charges': 'La confirmation de la WSIB qu’aucune accusation n’est dans sa période d’examen.',
  'rebate-no-fatality': 'Il n’y a aucun décès lié au travail.',
  'rebate-fatality-of-before':
    'Le décès lié au travail du {happenedOn:day} précède la reconnaissance du {from:day}; il ne compte donc pas.',
  'rebate-fatality': 'Le décès lié au travail du {happenedOn:day} est survenu le jour de la reconnaissance du {from:day} ou après.',
  'rebate-fatality-before-or-after': 'On ignore ici si le décès lié au travail du {happenedOn:day} précède la reconnaissance.',
  'rebate-fatalities-unknown': 'On ignore ici s’il y a eu un décès lié au travail.',
  'rebate-need-no-fatality': 'La confirmation de la WSIB qu’il n’y a eu aucun décès lié au travail depuis la reconnaissance.',
} as const satisfies Record<keyof typeof soseEnglish, string | UnofficialFrench>;

/** Mots pour les systèmes, les organismes et les détenteurs d’une réponse. */
export const soseWordsFrench = {
  ISO_45001: 'ISO 45001',
  CSA_Z45001: 'CSA Z45001',
  OTHER_SYSTEM: 'autre système',
  ISO_17024: 'accrédité selon ISO 17024',
  CPO_ACKNOWLEDGED: 'reconnu par le directeur général de la prévention',
  ISO_17021_1_WITH_17021_10: 'ISO 17021-1 avec 17021-10',
  OTHER_BODY: 'autre genre d’organisme',
  CERTIFICATION_BODY: 'l’organisme de certification',
  MINISTRY: 'le ministère',
  APPLICANT: 'le demandeur',
  WSIB: 'la WSIB',
} as const satisfies Record<keyof typeof soseWordsEnglish, string>;
