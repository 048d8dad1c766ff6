import type { supportEnglish } from './support.en.ts';

/** Our French of what certificates and letters rest on. */
export const supportFrench = {
  // La vérification d’un certificat
  'refused-audit-unnamed':
    'Un certificat doit indiquer la vérification externe, ou la vérification de reprise, sur laquelle il repose; aucune n’est indiquée.',
  'refused-audit-used': 'Le certificat {certificate} repose déjà sur la vérification; une vérification donne droit à un seul certificat.',
  'refused-audit-uncompleted': 'Au {issuedOn:day}, aucun dernier jour de la vérification sur place n’est consigné.',
  'refused-audit-result-unknown': 'Au {issuedOn:day}, aucun résultat de la vérification n’a fait l’objet d’un rapport.',
  'refused-report-unapproved': 'Au {issuedOn:day}, aucune approbation du rapport de vérification par l’IHSA n’est consignée.',
  'refused-re-audit-tool':
    'La vérification de reprise a été faite avec l’outil {tool:word}, et sa vérification externe, avec l’outil {other:word}.',
  'refused-re-audit-without-audit': 'Aucune vérification externe non réussie dont relève la vérification de reprise n’est consignée.',
  'refused-re-audit-late':
    'Le rapport sur la vérification non réussie a été reçu le {receivedOn:day} : une vérification de reprise doit être terminée entre ce jour et le {dueOn:day}; celle-ci l’a été le {completedOn:day}.',
  'rests-on-passed-audit': 'La vérification terminée le {completedOn:day} est réussie.',
  'rests-on-approved-report': 'L’IHSA a approuvé le rapport de vérification le {approvedOn:day}.',
  'rests-on-tool': 'La vérification externe terminée le {day:day} a été faite avec l’outil {tool:word}, admis ce jour-là.',
  'rests-on-re-audit':
    'Le rapport sur la vérification non réussie a été reçu le {receivedOn:day}; la vérification de reprise s’est terminée le {completedOn:day}, dans le délai fixé (le {dueOn:day}).',

  // L’inscription et la WSIB
  'refused-unregistered': 'Aucune inscription du compte n’est en vigueur le {issuedOn:day}.',
  'refused-renewal-unregistered':
    'Le nouveau cycle exige une inscription confirmée après le {certifiedOn:day}, date du certificat {certificate}; aucune n’est en vigueur le {issuedOn:day}.',
  'rests-on-registration': 'L’inscription confirmée le {confirmedOn:day} est en vigueur.',
  'refused-wsib-not-valid':
    'La WSIB a signalé que le compte n’est pas valide à compter du {from:day}, et n’a rien signalé d’autre pour le {day:day} : rien ne peut être confirmé ni certifié ce jour-là.',
  'rests-on-wsib': 'La WSIB a signalé que le compte est valide à compter du {from:day}; il l’est donc le {day:day}.',
  'wsib-silent': 'La WSIB n’a rien signalé pour le {day:day}; le registre n’indique pas si le compte est en règle.',

  // Première certification
  'refused-audit-before-registration':
    'L’inscription en vigueur a été confirmée le {confirmedOn:day}; une vérification a été reçue, commencée et terminée avant.',
  'rests-on-audits-since':
    'Toutes les vérifications ont été reçues, commencées ou terminées depuis la confirmation de l’inscription, le {confirmedOn:day}.',
  'refused-no-internal-audit':
    'Aucune vérification interne initiale reçue par l’IHSA avant le début de la vérification externe n’est consignée.',
  'refused-internal-unjudged':
    'Le premier jour de la vérification externe n’est pas consigné; on ne peut donc pas savoir quelle vérification interne initiale la précède.',
  'refused-internal-unsigned': 'Au {issuedOn:day}, aucune signature de la vérification interne par la haute direction n’est consignée.',
  'refused-internal-unassessed':
    'Au {issuedOn:day}, aucune évaluation préalable constatant que la vérification interne est complète n’est consignée.',
  'refused-internal-unreviewed': 'Au {issuedOn:day}, aucun examen de la vérification interne n’est consigné.',
  'refused-internal-unreported': 'Au {issuedOn:day}, aucun rapport sur l’examen de la vérification interne n’est consigné.',
  'refused-internal-failed':
    'La vérification interne ayant fait l’objet du rapport du {reportedOn:day} n’est pas consignée comme réussie, et aucun plan de mesures correctives n’a été approuvé au plus tard au début de la vérification externe.',
  'refused-new-internal-asked':
    'Le {askedOn:day}, l’IHSA a demandé une nouvelle vérification interne au lieu d’un plan de mesures correctives.',
  'refused-external-late':
    'Le rapport sur la vérification interne a été reçu le {receivedOn:day} : la vérification externe doit être terminée entre ce jour et le {dueOn:day}; celle-ci l’a été le {completedOn:day}.',
  'rests-on-sign-off': 'La haute direction a signé la vérification interne le {on:day}.',
  'rests-on-pre-assessment': 'L’évaluation préalable du {on:day} a constaté que la vérification interne est complète.',
  'rests-on-review': 'L’IHSA a terminé l’examen de la vérification interne le {on:day}.',
  'rests-on-internal-passed': 'La vérification interne est réussie selon le rapport du {reportedOn:day}.',
  'rests-on-internal-plan':
    'L’IHSA a approuvé le plan de mesures correctives de la vérification interne le {plannedOn:day}, soit au plus tard au début de la vérification externe.',
  'rests-on-six-months':
    'Le rapport sur la vérification interne a été reçu le {receivedOn:day}; la vérification externe s’est terminée le {completedOn:day}, dans le délai fixé (le {dueOn:day}).',

  // Renouvellement et recommencement
  'refused-audit-before-renewal':
    'La vérification externe n’a pas été terminée après le {certifiedOn:day}, date du certificat {certificate}.',
  'refused-no-year-one-audit':
    'Aucune vérification interne du nouveau cycle n’est consignée depuis le {certifiedOn:day}; aucune n’a donc été montrée au vérificateur externe.',
  'refused-year-one-unshown':
    'Le registre n’indique pas que la vérification interne du nouveau cycle a été montrée au vérificateur externe au plus tard le {completedOn:day}.',
  'rests-on-year-one-audit': 'La vérification interne du nouveau cycle a été montrée au vérificateur externe le {shownOn:day}.',
  'refused-restart':
    'Une vérification externe n’a pas été réussie, selon le rapport reçu le {failedOn:day} : le processus recommence, et aucune vérification interne n’a été faite entre ce rapport et la vérification externe suivante.',
  'rests-on-restart': 'Après l’échec signalé le {failedOn:day}, le processus a recommencé par une nouvelle vérification interne.',

  // Vérificateurs externes
  'refused-auditor-unrecorded': 'Le registre n’indique pas qui a fait la vérification externe.',
  'refused-auditor-unknown': 'Le vérificateur ne figure pas au registre des vérificateurs externes.',
  'refused-auditor-unlisted':
    'Du {startedOn:day} au {completedOn:day}, le vérificateur ne figurait pas sur la liste approuvée chaque jour de la vérification.',
  'refused-auditor-removed': 'Le vérificateur a été exclu du programme le {removedOn:day}.',
  'refused-auditor-consults': 'Le vérificateur conseille l’entreprise depuis le {from:day}.',
  'refused-auditor-consulted': 'Le vérificateur a conseillé l’entreprise du {from:day} au {to:day}.',
  'refused-auditor-withdrawal': 'Le {from:day}, l’IHSA a demandé au vérificateur de se retirer en raison d’un conflit d’intérêts.',
  'refused-audit-unstarted':
    'Le premier jour de la vérification externe n’est pas consigné; rien ne montre donc que son plan était approuvé ce jour-là.',
  'refused-plan-unapproved': 'Aucune approbation du plan de vérification n’est consignée; la vérification a commencé le {startedOn:day}.',
  'refused-plan-late':
    'L’IHSA a approuvé le plan de vérification le {approvedOn:day}, après le début de la vérification, le {startedOn:day}.',
  'refused-same-auditor': 'Le même vérificateur a fait la vérification externe précédente, terminée le {completedOn:day}.',
  'refused-same-company': 'Le même cabinet de vérification a fait la vérification externe précédente, terminée le {completedOn:day}.',
  'rests-on-listed-auditor': 'Du {startedOn:day} au {completedOn:day}, le vérificateur figurait sur la liste approuvée.',
  'rests-on-auditor-in-program': 'Au {completedOn:day}, le vérificateur n’était pas exclu du programme.',
  'rests-on-independent-auditor':
    'Aucun mandat de conseil auprès de l’entreprise ni aucune demande de retrait n’est consigné pour les jours de la vérification.',
  'rests-on-plan': 'L’IHSA a approuvé le plan de vérification le {approvedOn:day}; la vérification a commencé le {startedOn:day}.',
  'rests-on-other-auditor':
    'Un autre vérificateur et un autre cabinet de vérification ont fait la vérification externe précédente, terminée le {completedOn:day}.',
  'auditor-before-unknown': 'Le registre n’indique pas qui a fait la vérification externe précédente, terminée le {completedOn:day}.',
  'no-audit-before':
    'Aucune vérification externe antérieure n’est consignée; le registre n’indique pas si le vérificateur a fait la précédente.',

  // Lettres
  'refused-letter-audit-unnamed':
    'Une lettre doit indiquer la vérification de maintien ou de transition sur laquelle elle repose; aucune n’est indiquée.',
  'refused-letter-audit-kind':
    'Une lettre ne peut être délivrée qu’à la suite d’une vérification de maintien ou de transition; celle qui est indiquée n’est ni l’une ni l’autre.',
  'refused-letter-audit-used': 'La lettre {letter} repose déjà sur la vérification; une vérification donne droit à une seule lettre.',
  'refused-letter-audit-not-received':
    'La vérification pour l’année {year} doit avoir été reçue par l’IHSA après le {after:day} et au plus tard le {issuedOn:day}; le registre n’indique pas qu’elle l’a été.',
  'refused-internal-auditor-unrecorded': 'Le registre n’indique pas quel vérificateur interne a fait la vérification.',
  'refused-internal-audit-unstarted':
    'Le premier jour de la vérification n’est pas consigné; on ne peut donc pas savoir si le vérificateur interne était qualifié ce jour-là.',
  'refused-internal-auditor-untrained':
    'Le premier jour de la vérification, le vérificateur interne n’avait ni réussi ces cours ni obtenu d’exemption : {courses:words}.',
  'refused-internal-auditor-unqualified': 'Le vérificateur interne n’était pas qualifié le premier jour de la vérification.',
  'refused-internal-auditor-retraining':
    'Une nouvelle formation du vérificateur interne, exigée par l’IHSA le {requiredOn:day}, n’était pas terminée le premier jour de la vérification.',
  'refused-letter-transition':
    'Une vérification faite avec l’outil COR 2020 pour un certificat COR est une vérification de transition, et n’est pas consignée comme telle.',
  'refused-audit-tool-of-letter': 'La vérification a été faite avec l’outil {tool:word}; la certification relève de {standard:word}.',
  'refused-letter-unreviewed': 'Au {issuedOn:day}, aucun examen de la vérification n’est consigné.',
  'refused-letter-audit-unscored':
    'Au {issuedOn:day}, les notes de la vérification ayant fait l’objet d’un rapport ne sont pas toutes consignées.',
  'refused-letter-audit-failed': 'Selon les dernières notes, du {on:day}, la vérification n’est pas réussie.',
  'rests-on-maintenance-audit': 'L’IHSA a reçu la vérification le {receivedOn:day}.',
  'rests-on-qualified-auditor': 'Le vérificateur interne était qualifié le premier jour de la vérification.',
  'rests-on-last-score': 'Selon les dernières notes, du {on:day}, la vérification est réussie.',

  // Exceptions
  'refused-exception': 'Aucune exception ne peut écarter cette clause.',
  'refused-exception-used': 'L’exception a déjà servi pour le document {document}; une exception ne sert qu’une fois.',
  'rests-on-exception': 'Un administrateur a consigné une exception le {decidedOn:day}; elle écarte {clauses:list}.',

  // What documents rest on stays
  'refused-document-rests-on-it': 'Le document {document} repose sur ce qui serait modifié; il n’aurait plus cet appui.',
  'refused-audit-named': 'Le document {document} désigne cette vérification; il doit d’abord être supprimé.',
  'refused-audit-has-re-audit': 'Une vérification de reprise se rattache à cette vérification; elle doit d’abord être supprimée.',
} as const satisfies Record<keyof typeof supportEnglish, string>;
