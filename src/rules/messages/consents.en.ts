/** The English of refusals about consents. */
export const consentsEnglish = {
  'refused-consent-withdrawn':
    'The organization withdrew this consent on {withdrawnOn:day}; it takes another application, with a reference of its own.',
} as const;
