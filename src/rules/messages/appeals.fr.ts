import type { appealsEnglish, appealWordsEnglish } from './appeals.en.ts';

/** Our French of the same. */
export const appealsFrench = {
  'appeal-of-initial-internal-audit': 'Le résultat d’une vérification interne initiale ne peut faire l’objet d’un appel.',
  'appeal-of-year-one-audit':
    'La vérification interne de la première année ne donne lieu à aucun résultat de l’IHSA qui puisse faire l’objet d’un appel : elle est montrée au vérificateur externe, sans être soumise à l’IHSA.',
  'appeal-new-evidence':
    'Seules les décisions fondées sur les preuves remises à l’origine au vérificateur peuvent faire l’objet d’un appel.',
  'appeal-filed-already': 'Le résultat de cette vérification a déjà fait l’objet d’un appel.',
  'appeal-before-report':
    'Au {on:day}, aucun rapport de la vérification n’est consigné comme reçu; il n’y a aucun résultat à porter en appel.',
  'appeal-too-late':
    'Le rapport a été reçu le {receivedOn:day} : le dernier jour pour interjeter appel était le {lastDay:day}; l’appel du {on:day} est tardif.',
  'appeal-second-too-late':
    'L’appel a été rejeté le {deniedOn:day} : le dernier jour pour le porter au niveau 2 était le {lastDay:day}; celui du {on:day} est tardif.',
  'appeal-not-denied': 'Au {on:day}, aucun rejet au niveau {level} n’est consigné.',
  'appeal-level-filed': 'Un appel a déjà été déposé au niveau {level}.',
  'appeal-level-unfiled': 'Au {on:day}, aucun appel n’est déposé au niveau {level}.',
  'appeal-acknowledged': 'L’accusé de réception de l’appel au niveau {level} a été envoyé le {day:day}.',
  'appeal-decided': 'L’appel au niveau {level} a été tranché le {day:day}.',
  'appeal-agreed': 'Les deux parties ont signé une entente le {day:day}, ce qui a mis fin à l’appel.',
  'owe-appeal-acknowledgement':
    'L’accusé de réception de l’appel déposé au niveau {level} le {filedOn:day} doit être envoyé au plus tard le {dueOn:day}.',
  'owe-appeal-decision': 'L’appel déposé au niveau {level} le {filedOn:day} doit être tranché au plus tard le {dueOn:day}.',
  'owe-appeal-final-review':
    'L’appel au niveau 2 a été rejeté le {deniedOn:day}; à défaut d’entente, le vice-président doit l’examiner au plus tard le {dueOn:day}, et sa décision est définitive.',
} as const satisfies Record<keyof typeof appealsEnglish, string>;

export const appealWordsFrench = {
  APPEAL_ACKNOWLEDGEMENT: 'accusé de réception d’un appel',
  APPEAL_DECISION: 'décision sur un appel',
  APPEAL_FINAL_REVIEW: 'examen final d’un appel',
} as const satisfies Record<keyof typeof appealWordsEnglish, string>;
