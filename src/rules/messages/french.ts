import { adviceFrench } from './advice.fr.ts';
import { appealsFrench, appealWordsFrench } from './appeals.fr.ts';
import { auditingFrench, auditStepFrench } from './auditing.fr.ts';
import { biddersFrench } from './bidders.fr.ts';
import { consentsFrench } from './consents.fr.ts';
import { cycleFrench, stageFrench } from './cycle.fr.ts';
import type { englishWords, MessageId } from './english.ts';
import { equivalencyFrench, equivalencyWordsFrench } from './equivalency.fr.ts';
import { issuingFrench } from './issuing.fr.ts';
import { obligationsFrench, obligationWordsFrench } from './obligations.fr.ts';
import { peopleFrench, peopleWordsFrench } from './people.fr.ts';
import { documentWordsFrench, proofFrench } from './proof.fr.ts';
import { recognitionFrench } from './recognition.fr.ts';
import { soseFrench, soseWordsFrench } from './sose.fr.ts';
import { spotChecksFrench, spotCheckWordsFrench } from './spot-checks.fr.ts';
import { supportFrench } from './support.fr.ts';
import { tenderFrench, tenderWordsFrench } from './tender.fr.ts';

/**
 * The French of every message, with the same values as the English. A no-break space stands before a colon and a percent sign and
 * inside guillemets, as the Office québécois de la langue française asks; none before ; ! ?.
 */
export const french = {
  ...adviceFrench,
  ...appealsFrench,
  ...auditingFrench,
  ...biddersFrench,
  ...consentsFrench,
  ...cycleFrench,
  ...equivalencyFrench,
  ...issuingFrench,
  ...obligationsFrench,
  ...peopleFrench,
  ...proofFrench,
  ...recognitionFrench,
  ...soseFrench,
  ...spotChecksFrench,
  ...tenderFrench,
  ...supportFrench,

  // Notes de vérification (G-2.3)
  'score-overall-reached': 'La note globale, {score:percent}, atteint les {mark:percent} exigés.',
  'score-overall-missed': 'La note globale, {score:percent}, est inférieure aux {mark:percent} exigés.',
  'score-elements-reached': 'Chaque élément de l’outil de vérification {tool:word} atteint les {mark:percent} exigés.',
  'score-elements-missed':
    'Éléments de l’outil de vérification {tool:word} dont la note est inférieure aux {mark:percent} exigés : {elements:list}.',
  'score-legislated-reached': 'Les éléments prescrits par la loi atteignent les {mark:percent} exigés.',
  'score-legislated-missed': 'Les éléments prescrits par la loi obtiennent {score:percent}; la note exigée est de {mark:percent}.',
  'score-compared-as-given': 'Les notes sont comparées telles quelles, à deux décimales, et ne sont jamais arrondies.',
  'score-malformed': '{field} : une note est un nombre de 0 à 100 avec au plus deux décimales.',
  'score-element-missing': '{field} : chaque élément de l’outil de vérification {tool:word} doit avoir une note.',
  'score-element-unknown': '{field} : l’outil de vérification {tool:word} n’a pas cet élément.',
  'score-element-repeated': '{field} : l’élément a plus d’une note.',
  'score-elements-complete': 'Chacun des {count} éléments de l’outil de vérification {tool:word} a une seule note.',

  // Situation d’un compte
  'not-revoked': 'Aucune révocation n’est en vigueur.',
  revoked: 'La certification est révoquée depuis le {from:day}.',
  'revocation-lifted': 'Aucune révocation n’est en vigueur; la dernière a été levée le {liftedOn:day}.',
  'no-certificate': 'Le compte n’a aucun certificat de reconnaissance valable.',
  'certificate-issued': 'Le certificat {certificate} a été délivré le {issuedOn:day}.',
  'standard-changed':
    'La lettre {letter} du {issuedOn:day} fait suite à une vérification de transition : à compter de ce jour, la norme est COR 2020.',
  'letter-awaited':
    'La lettre de certification en règle (Letter of Good Standing) pour l’année {year} doit être délivrée au plus tard le {due:day}; sinon, la certification sera en attente à compter du {pendingFrom:day}.',
  'letter-held':
    'La lettre de certification en règle (Letter of Good Standing) {letter} pour l’année {year} a été délivrée le {issuedOn:day}.',
  'letter-missing':
    'La lettre de certification en règle (Letter of Good Standing) pour l’année {year} devait être délivrée au plus tard le {due:day} et ne l’avait toujours pas été au {pendingFrom:day}.',
  'letter-not-yet-missed':
    'Sans la lettre de certification en règle (Letter of Good Standing) pour l’année {year}, la certification sera perdue le {lostFrom:day}.',
  'letter-missed':
    'La lettre de certification en règle (Letter of Good Standing) pour l’année {year} n’a pas été délivrée à temps : la certification est perdue depuis le {lostFrom:day}.',
  'pending-counts':
    'Le compte est en attente, mais considéré comme certifié; il perdra sa certification le {lostFrom:day}, sauf si le document est délivré avant cette date.',
  'renewal-awaited':
    'Un nouveau certificat doit être délivré au plus tard le {due:day}; sinon, la certification sera en attente à compter du {pendingFrom:day}.',
  'renewal-missing':
    'Un nouveau certificat devait être délivré au plus tard le {due:day} et ne l’avait toujours pas été au {pendingFrom:day}.',
  'renewal-missed': 'Aucun nouveau certificat n’a été délivré à temps : la certification est perdue depuis le {lostFrom:day}.',
  'equivalency-runs': 'Le certificat d’équivalence {certificate} est valide du {issuedOn:day} au {lastDay:day}.',
  'equivalency-ended': 'Le certificat d’équivalence {certificate} a pris fin le {lastDay:day}.',
  'spot-check-open':
    'Une lettre de contrôle ponctuel reçue le {receivedOn:day} demande des mesures correctives; leur mise en œuvre complète doit être signalée au plus tard le {deadline:day}.',
  'spot-check-reported':
    'La mise en œuvre complète des mesures correctives demandées le {receivedOn:day} a été signalée le {reportedOn:day}.',
  'spot-check-rejected':
    'Les mesures correctives demandées le {receivedOn:day} ont été jugées non mises en œuvre le {rejectedOn:day}; une nouvelle déclaration doit être faite au plus tard le {deadline:day}.',
  'spot-check-validated': 'Les mesures correctives demandées le {receivedOn:day} ont été validées le {validatedOn:day}.',
  'spot-check-lost':
    'Les mesures correctives demandées le {receivedOn:day} n’étaient pas entièrement mises en œuvre au {deadline:day} : la certification est perdue depuis le {lostOn:day}.',
  'no-bidding-document': 'Le compte n’a aucun document valable permettant de soumissionner.',
  'bidding-document-held': 'Le document permettant de soumissionner {document} est valide du {issuedOn:day} au {lastDay:day}.',
  'bidding-document-ended': 'Le document permettant de soumissionner {document} a pris fin le {lastDay:day}.',
  'bidding-document-ended-by-loss':
    'Le document permettant de soumissionner {document} a pris fin lorsque le compte a perdu sa certification le {lostOn:day}.',
  registered: 'L’inscription, confirmée le {confirmedOn:day}, est toujours en vigueur.',
  'not-registered': 'Aucune inscription n’est confirmée.',
  'registration-withdrawn': 'L’inscription confirmée le {confirmedOn:day} a été retirée le {withdrawnOn:day}.',
  'registration-ended-by-loss':
    'L’inscription confirmée le {confirmedOn:day} a pris fin lorsque la certification a été perdue le {lostOn:day}.',
  'no-current-certification': 'Aucune certification en vigueur n’est consignée au registre.',

  // Faits que la règle n’aurait pas permis
  'dated-in-revocation': 'Le document porte la date du {issuedOn:day}, où une révocation était en vigueur; il n’est pas valable.',
  'certificate-without-registration':
    'Le certificat du {issuedOn:day} a été délivré après la perte du {lostOn:day}, sans inscription confirmée entre-temps.',
  'certificate-unregistered':
    'Le certificat {certificate} du {issuedOn:day} a été délivré après la perte du {lostOn:day}, sans inscription confirmée entre-temps; il est pris en compte malgré tout.',
  'certificate-excepted':
    'Le certificat {certificate} repose sur l’exception qu’un administrateur a consignée le {decidedOn:day}; elle écarte {clauses:list}.',
  'letter-excepted':
    'La lettre de certification en règle (Letter of Good Standing) {letter} repose sur l’exception qu’un administrateur a consignée le {decidedOn:day}; elle écarte {clauses:list}.',
  'older-cor-audited-late':
    'Le certificat du {issuedOn:day} vise l’ancien COR, mais sa vérification externe s’est terminée le {completedOn:day}, alors que COR 2020 était obligatoire.',
  'older-cor-issued-late':
    'Le certificat du {issuedOn:day} vise l’ancien COR; aucune vérification externe avec l’ancien outil ne peut y avoir mené si tard.',
  'letter-of-year-1':
    'La lettre du {issuedOn:day} vise la première année, qui n’a pas de lettre : elle ne prouve rien de plus que le certificat.',
  'returned-to-cor': 'Le certificat du {issuedOn:day} marque un retour de COR 2020 à l’ancien COR, ce qui n’est pas permis.',
  'letter-for-equivalency':
    'Un certificat d’équivalence ne donne pas lieu à une lettre de certification en règle (Letter of Good Standing); la lettre du {issuedOn:day} n’est pas valable.',
  'letter-after-day-90':
    'La lettre pour l’année {year}, à délivrer au plus tard le {due:day}, a été délivrée le {issuedOn:day}, après le 90e jour; elle n’est pas valable.',
  'letter-before-its-window':
    'La lettre pour l’année {year}, à délivrer au plus tard le {due:day}, a été délivrée trop tôt, le {issuedOn:day}; elle n’est pas valable.',
  'letter-before-year-2':
    'La lettre du {issuedOn:day} pour l’année {year} n’a pas été précédée d’une lettre pour l’année 2; elle n’est pas valable.',
  'letter-after-loss':
    'La lettre du {issuedOn:day} pour l’année {year} a été délivrée après la perte du {lostOn:day}; elle ne rétablit pas la certification.',
  'letter-after-supersession': 'La lettre du {issuedOn:day} pour l’année {year} vise un certificat remplacé le {supersededOn:day}.',
  'no-stated-end':
    'Le document du {issuedOn:day} n’indique pas la date de fin du COR de l’association d’attache; il faut la demander. D’ici là, il n’est pas valable.',
  'ended-before-issue':
    'Le COR de l’association d’attache a pris fin le {hostExpiresOn:day}, avant la délivrance du document le {issuedOn:day}; ce document n’est donc pas valable.',
  'spot-check-binds-nothing':
    'Aucun certificat n’était en vigueur ou en attente à la réception de la lettre le {receivedOn:day}; le contrôle n’a aucun effet.',
  'event-before-receipt': 'Un événement du {on:day} précède la réception de la lettre le {receivedOn:day}.',
} as const satisfies Record<MessageId, string>;

/** Words for the registry's own names, as `{name:word}` writes them; those for equivalency, reciprocity and good standing are unofficial. */
export const frenchWords = {
  ...stageFrench,
  ...auditStepFrench,
  ...obligationWordsFrench,
  ...appealWordsFrench,
  ...peopleWordsFrench,
  ...documentWordsFrench,
  ...equivalencyWordsFrench,
  ...soseWordsFrench,
  ...spotCheckWordsFrench,
  ...tenderWordsFrench,
  COR: 'COR',
  COR_2020: 'COR 2020',
  CERTIFIED: 'certifié',
  PENDING: 'en attente',
  REGISTERED: 'inscrit',
  BIDDING_ONLY: 'autorisé à soumissionner seulement',
  EXPIRED: 'expiré',
  CERTIFICATION_LOST: 'certification perdue',
  REVOKED: 'révoqué',
  NOT_REGISTERED: 'non inscrit',
  NO_CURRENT_CERTIFICATION: 'aucune certification en vigueur',
  EXTERNAL_AUDIT: 'vérification externe',
  ISO_45001_EQUIVALENCY: 'équivalence ISO 45001',
  MLITSD_EQUIVALENCY: 'équivalence fondée sur l’accréditation du ministère',
  INTERIM_LOGS: 'lettre provisoire de certification en règle (Interim Letter of Good Standing)',
  LETTER_OF_RECIPROCITY: 'lettre de réciprocité',
} as const satisfies Record<keyof typeof englishWords, string>;
