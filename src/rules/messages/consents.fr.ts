import type { consentsEnglish } from './consents.en.ts';
import type { UnofficialFrench } from './unofficial.ts';

/** Our French of refusals about consents. */
export const consentsFrench = {
  'refused-consent-withdrawn':
    'L’organisation a retiré ce consentement le {withdrawnOn:day}; il faut une autre demande, qui porte sa propre référence.',
} as const satisfies Record<keyof typeof consentsEnglish, string | UnofficialFrench>;
