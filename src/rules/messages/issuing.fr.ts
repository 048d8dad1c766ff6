import type { issuingEnglish } from './issuing.en.ts';

/** Our French of refusals. */
export const issuingFrench = {
  'refused-while-revoked':
    'Une révocation est en vigueur depuis le {from:day} : aucun document ne peut être délivré ni porter une date où elle est en vigueur.',
  'refused-dated-in-revocation':
    'Le document porterait la date du {issuedOn:day}, où une révocation était en vigueur; il ne serait pas valable.',

  // Certificats
  'refused-without-registration':
    'La certification a été perdue le {lostOn:day} : un certificat du {issuedOn:day} exige une inscription confirmée depuis et toujours en vigueur.',
  'refused-return-to-cor': 'Le compte est passé à COR 2020 : un certificat du {issuedOn:day} selon l’ancien COR n’est pas possible.',
  'refused-same-day':
    'Le certificat {certificate} du {issuedOn:day} est du même type; un compte ne peut recevoir qu’un certificat par type et par jour.',
  'refused-without-wsib-account':
    'L’entreprise n’a pas de compte de la WSIB : elle peut être inscrite ou soumissionner, mais ne détient pas de certificat.',
  'refused-audit-not-external':
    'Un certificat ne peut être délivré qu’à la suite d’une vérification externe ou de sa vérification de reprise; la vérification indiquée n’est ni l’une ni l’autre.',
  'refused-audit-tool': 'La vérification a été faite avec l’outil {tool:word}, qui ne donne pas droit à un certificat {standard:word}.',
  'refused-audit-unreported': 'Au {issuedOn:day}, aucun rapport sur la vérification n’est consigné.',
  'refused-audit-unscored':
    'Le rapport de la vérification a été remis le {reportedOn:day}, mais ses notes ne sont pas toutes consignées; rien n’indique qu’elle est réussie.',
  'refused-still-needed': 'La lettre {letter} repose sur le certificat; elle doit d’abord être signalée comme consignée par erreur.',

  // Lettres
  'refused-letter-for-equivalency':
    'Un certificat d’équivalence ne donne pas lieu à une lettre de certification en règle (Letter of Good Standing); aucune ne peut être délivrée le {issuedOn:day}.',
  'refused-letter-after-day-90':
    'La lettre pour l’année {year} devait être délivrée au plus tard le {due:day} : une lettre du {issuedOn:day} vient après le 90e jour et ne rétablit pas la certification.',
  'refused-letter-too-early':
    'La lettre pour l’année {year} doit être délivrée au plus tard le {due:day} : une lettre du {issuedOn:day} viendrait trop tôt et ne serait pas valable.',
  'refused-letter-before-year-2': 'Une lettre du {issuedOn:day} pour l’année {year} doit suivre une lettre pour l’année 2.',
  'refused-letter-after-loss':
    'La certification a été perdue le {lostOn:day} : une lettre du {issuedOn:day} pour l’année {year} vient après et ne rétablit pas la certification.',
  'refused-letter-after-supersession':
    'Le certificat a été remplacé le {supersededOn:day} et n’exige pas de lettre du {issuedOn:day} pour l’année {year}.',
  'refused-letter-for-nothing':
    'Le certificat du {issuedOn:day} porte une date où une révocation était en vigueur : il n’est pas valable, et ses lettres non plus.',
  'refused-letter-held': 'La lettre {letter} du {issuedOn:day} a déjà été délivrée pour l’année {year}.',

  'refused-intent-unregistered':
    'Aucune inscription n’est en vigueur le {on:day} : une lettre d’intention atteste que l’entreprise est inscrite.',
  'refused-not-equivalency': 'Une lettre d’équivalence accompagne un certificat d’équivalence; le certificat indiqué n’en est pas un.',
  'refused-credential': 'Le document {number} n’est pas en vigueur le {on:day}; aucun justificatif vérifiable ne peut l’attester.',
  'refused-confirmation-of-equivalency':
    'Une confirmation à une autre association confirme un COR obtenu ici par une vérification externe; le certificat nommé n’en est pas un.',
  'refused-confirmation-pending':
    'Le {on:day}, la certification est en attente : rien qui l’atteste n’est délivré avant la lettre ou le certificat qui manque.',
  'refused-confirmation-not-in-effect': 'Le certificat n’est pas en vigueur le {on:day}; rien ne peut donc le confirmer.',
  'refused-equivalency-not-in-effect':
    'Le certificat d’équivalence n’est pas en vigueur le {on:day} : aucune lettre ne peut attester qu’il l’est.',

  // Inscriptions et révocations
  'refused-registered-already':
    'L’inscription confirmée le {confirmedOn:day} est toujours en vigueur et n’a encore donné lieu à aucun certificat : une nouvelle inscription n’est pas possible.',
  'refused-revoked-already': 'La révocation du {from:day} est déjà en vigueur; il ne peut y en avoir une deuxième.',
  'refused-lifted-already': 'La révocation a été levée le {liftedOn:day}.',

  // Corrections d’autres faits
  'refused-no-stated-end': 'Sans date de fin du COR de l’association d’attache, le document du {issuedOn:day} ne serait pas valable.',
  'refused-ended-before-issue':
    'Le COR de l’association d’attache aurait pris fin le {hostExpiresOn:day}, avant la délivrance du document du {issuedOn:day}, qui ne serait pas valable.',
  'refused-check-binds-nothing':
    'Aucun certificat n’était en vigueur ou en attente le {receivedOn:day}; le contrôle ponctuel n’aurait aucun effet.',
  'refused-event-before-receipt':
    'Un événement du {on:day} porterait une date antérieure à la réception de la lettre, le {receivedOn:day}.',
} as const satisfies Record<keyof typeof issuingEnglish, string>;
