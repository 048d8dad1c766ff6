import type { consentsEnglish } from './consents.en.ts';

/** Our French of refusals about consents. */
export const consentsFrench = {
  'refused-consent-withdrawn':
    'L’entreprise a retiré ce consentement le {withdrawnOn:day}; il faut présenter une nouvelle demande, avec sa propre référence.',
} as const satisfies Record<keyof typeof consentsEnglish, string>;
