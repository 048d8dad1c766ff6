import { adviceFrench } from './advice.fr.ts';
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
import { supportFrench } from './support.fr.ts';
import { type UnofficialFrench, unofficial } from './unofficial.ts';

/**
 * The French of every message, with the same values as the English. A no-break space stands before a colon and a percent sign and
 * inside guillemets, as the Office québécois de la langue française asks; none before ; ! ?.
 */
export const french = {
  ...adviceFrench,
  ...consentsFrench,
  ...cycleFrench,
  ...equivalencyFrench,
  ...issuingFrench,
  ...obligationsFrench,
  ...peopleFrench,
  ...proofFrench,
  ...recognitionFrench,
  ...soseFrench,
  ...supportFrench,

  // Notes de vérification (G-2.3)
  'score-overall-reached': 'La note globale, {score:percent}, atteint les {mark:percent} exigés.',
  'score-overall-missed': 'La note globale, {score:percent}, est inférieure aux {mark:percent} exigés.',
  'score-elements-reached': 'Chaque élément de l’outil de vérification {tool:word} atteint les {mark:percent} exigés.',
  'score-elements-missed': 'Éléments de l’outil de vérification {tool:word} inférieurs aux {mark:percent} exigés : {elements:list}.',
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
  revoked: 'La certification est révoquée à compter du {from:day}.',
  'revocation-lifted': 'Aucune révocation n’est en vigueur; la dernière a été levée le {liftedOn:day}.',
  'no-certificate': 'Aucun certificat de reconnaissance ne compte.',
  'certificate-issued': 'Le certificat {certificate} a été délivré le {issuedOn:day}.',
  'standard-changed': unofficial(
    'La lettre {letter} du {issuedOn:day} a suivi une vérification de transition : à compter de ce jour, la norme est COR 2020.',
  ),
  'letter-awaited': unofficial(
    'La lettre d’attestation de conformité pour l’année {year} est due le {due:day}; sans elle, la certification est en attente à compter du {pendingFrom:day}.',
  ),
  'letter-held': unofficial('La lettre d’attestation de conformité {letter} pour l’année {year} a été délivrée le {issuedOn:day}.'),
  'letter-missing': unofficial(
    'La lettre d’attestation de conformité pour l’année {year} était due le {due:day} et n’avait pas été délivrée le {pendingFrom:day}.',
  ),
  'letter-not-yet-missed': unofficial(
    'Sans la lettre d’attestation de conformité pour l’année {year}, la certification est perdue à compter du {lostFrom:day}.',
  ),
  'letter-missed': unofficial(
    'La lettre d’attestation de conformité pour l’année {year} n’a pas été délivrée à temps : la certification est perdue à compter du {lostFrom:day}.',
  ),
  'pending-counts': unofficial(
    'Un compte en attente est considéré comme certifié; il perd sa certification à compter du {lostFrom:day}, sauf si le document est délivré avant.',
  ),
  'renewal-awaited': unofficial(
    'Un nouveau certificat est dû le {due:day}; sans lui, la certification est en attente à compter du {pendingFrom:day}.',
  ),
  'renewal-missing': 'Un nouveau certificat était dû le {due:day} et n’avait pas été délivré le {pendingFrom:day}.',
  'renewal-missed': 'Aucun nouveau certificat n’a été délivré à temps : la certification est perdue à compter du {lostFrom:day}.',
  'equivalency-runs': unofficial('Le certificat d’équivalence {certificate} est valide du {issuedOn:day} au {lastDay:day}.'),
  'equivalency-ended': unofficial('Le certificat d’équivalence {certificate} a pris fin le {lastDay:day}.'),
  'spot-check-open':
    'Une lettre de contrôle ponctuel reçue le {receivedOn:day} demande des mesures correctives; leur pleine mise en œuvre doit être signalée au plus tard le {deadline:day}.',
  'spot-check-reported':
    'La pleine mise en œuvre des mesures correctives demandées le {receivedOn:day} a été signalée le {reportedOn:day}.',
  'spot-check-rejected':
    'Les mesures correctives demandées le {receivedOn:day} ont été jugées non mises en œuvre le {rejectedOn:day}; un nouveau signalement est dû au plus tard le {deadline:day}.',
  'spot-check-validated': 'Les mesures correctives demandées le {receivedOn:day} ont été validées le {validatedOn:day}.',
  'spot-check-lost':
    'Les mesures correctives demandées le {receivedOn:day} n’étaient pas pleinement mises en œuvre le {deadline:day} : la certification est perdue à compter du {lostOn:day}.',
  'no-bidding-document': 'Aucun document pour soumissionner ne compte.',
  'bidding-document-held': 'Le document pour soumissionner {document} est valide du {issuedOn:day} au {lastDay:day}.',
  'bidding-document-ended': 'Le document pour soumissionner {document} a pris fin le {lastDay:day}.',
  'bidding-document-ended-by-loss':
    'Le document pour soumissionner {document} a pris fin lorsque le compte a perdu sa certification le {lostOn:day}.',
  registered: 'L’inscription a été confirmée le {confirmedOn:day} et demeure.',
  'not-registered': 'Aucune inscription n’est confirmée.',
  'registration-withdrawn': 'L’inscription confirmée le {confirmedOn:day} a été retirée le {withdrawnOn:day}.',
  'registration-ended-by-loss':
    'L’inscription confirmée le {confirmedOn:day} a pris fin lorsque la certification a été perdue le {lostOn:day}.',
  'no-current-certification': 'Aucune certification en cours n’est inscrite au registre.',

  // Faits que la règle n’aurait pas permis
  'dated-in-revocation': 'Il est daté du {issuedOn:day}, alors qu’une révocation était en vigueur; il ne compte pas.',
  'certificate-without-registration': 'Le certificat du {issuedOn:day} suit la perte du {lostOn:day} sans inscription confirmée depuis.',
  'returned-to-cor': 'Le certificat du {issuedOn:day} revient de COR 2020 à l’ancien COR.',
  'letter-for-equivalency': unofficial(
    'Un certificat d’équivalence n’a pas de lettre d’attestation de conformité; la lettre du {issuedOn:day} ne compte pas.',
  ),
  'letter-after-day-90':
    'La lettre pour l’année {year}, due le {due:day}, a été délivrée le {issuedOn:day}, après le 90e jour; elle ne compte pas.',
  'letter-before-its-window': 'La lettre pour l’année {year}, due le {due:day}, a été délivrée le {issuedOn:day}, trop tôt pour compter.',
  'letter-before-year-2': 'La lettre pour l’année {year} du {issuedOn:day} ne suit pas de lettre pour l’année 2; elle ne compte pas.',
  'letter-after-loss': 'La lettre pour l’année {year} du {issuedOn:day} suit la perte du {lostOn:day}; elle ne rétablit rien.',
  'letter-after-supersession': 'La lettre pour l’année {year} du {issuedOn:day} vise un certificat remplacé le {supersededOn:day}.',
  'no-stated-end':
    'Le document du {issuedOn:day} n’indique pas la fin du certificat d’origine; il faut la demander. D’ici là, il ne compte pas.',
  'ended-before-issue':
    'Le certificat d’origine a pris fin le {hostExpiresOn:day}, avant la délivrance du document le {issuedOn:day}; il ne compte pas.',
  'spot-check-binds-nothing': unofficial(
    'Aucun certificat n’était en vigueur ou en attente à la réception de la lettre le {receivedOn:day}; le contrôle ne lie rien.',
  ),
  'event-before-receipt': 'Un événement du {on:day} précède la réception de la lettre le {receivedOn:day}.',
} as const satisfies Record<MessageId, string | UnofficialFrench>;

/** Words for the registry's own names, as `{name:word}` writes them; those for equivalency, reciprocity and good standing are unofficial. */
export const frenchWords = {
  ...stageFrench,
  ...obligationWordsFrench,
  ...peopleWordsFrench,
  ...documentWordsFrench,
  ...equivalencyWordsFrench,
  ...soseWordsFrench,
  COR: 'COR',
  COR_2020: 'COR 2020',
  CERTIFIED: 'certifié',
  PENDING: 'en attente',
  REGISTERED: 'inscrit',
  BIDDING_ONLY: 'pour soumissionner seulement',
  EXPIRED: 'expiré',
  CERTIFICATION_LOST: 'certification perdue',
  REVOKED: 'révoqué',
  NOT_REGISTERED: 'non inscrit',
  NO_CURRENT_CERTIFICATION: 'aucune certification en cours',
  EXTERNAL_AUDIT: 'vérification externe',
  ISO_45001_EQUIVALENCY: 'équivalence ISO 45001',
  MLITSD_EQUIVALENCY: 'équivalence avec l’agrément du ministère',
  INTERIM_LOGS: 'lettre provisoire d’attestation de conformité',
  LETTER_OF_RECIPROCITY: 'lettre de réciprocité',
} as const satisfies Record<keyof typeof englishWords, string>;
