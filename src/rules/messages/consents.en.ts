/** The English of refusals about consents. */
export const consentsEnglish = {
  'refused-consent-withdrawn':
    'The organization withdrew this consent on {withdrawnOn:day}; another application, with its own reference, is needed.',
} as const;
