import type { issuingEnglish } from './issuing.en.ts';
import { type UnofficialFrench, unofficial } from './unofficial.ts';

/** Our French of refusals. */
export const issuingFrench = {
  'refused-while-revoked': 'Une révocation est en vigueur à compter du {from:day} : rien n’est délivré ni daté tant qu’elle l’est.',
  'refused-dated-in-revocation': 'La date serait le {issuedOn:day}, alors qu’une révocation était en vigueur; cela ne compterait pas.',

  // Certificats
  'refused-without-registration':
    'La certification a été perdue le {lostOn:day} : un certificat du {issuedOn:day} exige une inscription confirmée depuis et en vigueur.',
  'refused-return-to-cor': 'Le compte est passé à COR 2020 : un certificat du {issuedOn:day} selon l’ancien COR n’est pas possible.',
  'refused-same-day': 'Le certificat {certificate} du {issuedOn:day} est de la même sorte; un compte en a un seul par sorte et par jour.',
  'refused-without-wsib-account':
    'L’entreprise n’a pas de compte de la WSIB : elle peut être inscrite ou soumissionner, mais ne détient pas de certificat.',
  'refused-audit-not-external':
    'Un certificat suit une vérification externe ou sa nouvelle vérification; celle qui est indiquée n’est ni l’une ni l’autre.',
  'refused-audit-tool': 'La vérification a utilisé l’outil {tool:word}, qui ne donne pas droit à un certificat {standard:word}.',
  'refused-audit-unreported': 'Au {issuedOn:day}, aucun rapport sur la vérification n’est consigné.',
  'refused-audit-unscored':
    'La vérification a fait l’objet d’un rapport le {reportedOn:day}, mais ses notes ne sont pas toutes consignées; rien ne dit qu’elle est réussie.',
  'refused-still-needed': 'La lettre {letter} repose sur le certificat; elle doit d’abord être signalée comme consignée par erreur.',

  // Lettres
  'refused-letter-for-equivalency': unofficial(
    'Un certificat d’équivalence n’a pas de lettre d’attestation de conformité; il ne peut y en avoir du {issuedOn:day}.',
  ),
  'refused-letter-after-day-90':
    'La lettre pour l’année {year} était due le {due:day} : une lettre du {issuedOn:day} vient après le 90e jour et ne rétablit rien.',
  'refused-letter-too-early':
    'La lettre pour l’année {year} est due le {due:day} : une lettre du {issuedOn:day} vient trop tôt pour compter.',
  'refused-letter-before-year-2': 'Une lettre pour l’année {year} du {issuedOn:day} doit suivre une lettre pour l’année 2.',
  'refused-letter-after-loss':
    'La certification a été perdue le {lostOn:day} : une lettre pour l’année {year} du {issuedOn:day} vient après et ne rétablit rien.',
  'refused-letter-after-supersession':
    'Le certificat a été remplacé le {supersededOn:day} et n’exige pas de lettre pour l’année {year} du {issuedOn:day}.',
  'refused-letter-for-nothing':
    'Le certificat du {issuedOn:day} est daté alors qu’une révocation était en vigueur : il ne compte pas, et ses lettres non plus.',
  'refused-letter-held': 'La lettre {letter} du {issuedOn:day} est déjà détenue pour l’année {year}.',

  // Inscriptions et révocations
  'refused-registered-already':
    'L’inscription confirmée le {confirmedOn:day} demeure et aucun certificat ne l’a suivie : le compte ne s’inscrit pas de nouveau.',
  'refused-revoked-already': 'La révocation du {from:day} est en vigueur : il n’y en a pas deux à la fois.',
  'refused-lifted-already': 'La révocation a été levée le {liftedOn:day}.',

  // Corrections d’autres faits
  'refused-no-stated-end': 'Sans fin déclarée du certificat d’origine, le document du {issuedOn:day} ne compterait pas.',
  'refused-ended-before-issue':
    'Le certificat d’origine aurait pris fin le {hostExpiresOn:day}, avant le document du {issuedOn:day}, qui ne compterait pas.',
  'refused-check-binds-nothing': unofficial(
    'Aucun certificat n’était certifié ou en attente le {receivedOn:day}; le contrôle ne lierait rien.',
  ),
  'refused-event-before-receipt': 'Un événement du {on:day} serait daté d’avant la réception de la lettre, le {receivedOn:day}.',
} as const satisfies Record<keyof typeof issuingEnglish, string | UnofficialFrench>;
