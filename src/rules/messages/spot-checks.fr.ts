import type { spotChecksEnglish, spotCheckWordsEnglish } from './spot-checks.en.ts';

/** Our French of the same. */
export const spotChecksFrench = {
  'spot-check-recorded': 'Une lettre reçue le {receivedOn:day} est déjà consignée.',
  'spot-check-of-none':
    'Aucun certificat n’était en vigueur ni en attente le {receivedOn:day}, et un contrôle ponctuel porte sur un compte certifié.',
  'spot-check-asks-for-nothing': 'La lettre du {receivedOn:day} ne demande aucune mesure corrective; elle n’appelle aucune suite.',
  'spot-check-step-recorded': 'Il est déjà consigné que {step:word}, le {on:day}.',
  'spot-check-report-too-late':
    'La lettre a été reçue le {receivedOn:day} : la mise en œuvre complète devait être signalée au plus tard le {deadline:day}, et le {on:day} est postérieur à cette date.',
  'spot-check-lost-already':
    'Les mesures correctives demandées par la lettre du {receivedOn:day} n’ont pas été prises à temps, et la certification a été perdue le {lostOn:day}.',
  'spot-check-fee-not-charged': 'Au {on:day}, aucuns frais de validation ne sont consignés comme facturés.',
} as const satisfies Record<keyof typeof spotChecksEnglish, string>;

export const spotCheckWordsFrench = {
  CHECK_PLAN_SUBMITTED: 'le plan de mesures correctives a été soumis',
  CHECK_IMPLEMENTATION_REPORTED: 'l’entreprise a signalé la mise en œuvre complète',
  CHECK_FOUND_NOT_IMPLEMENTED: 'l’IHSA a constaté que le plan n’était pas mis en œuvre',
  CHECK_VALIDATED: 'l’IHSA a validé la mise en œuvre',
  CHECK_FEE_CHARGED: 'les frais ont été facturés',
  CHECK_FEE_PAID: 'les frais ont été payés',
} as const satisfies Record<keyof typeof spotCheckWordsEnglish, string>;
