import { registerEnumType } from 'type-graphql';

/** The kinds of changes, as an enum of the schema. */
export const ChangeKind = {
  STANDING: 'STANDING',
  DOCUMENT: 'DOCUMENT',
  CORRECTION: 'CORRECTION',
  REASONS: 'REASONS',
  NOTICE: 'NOTICE',
  EQUIVALENCY_REQUEST: 'EQUIVALENCY_REQUEST',
  AUDIT: 'AUDIT',
} as const;
export type ChangeKind = keyof typeof ChangeKind;

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What a change is about.',
  valuesConfig: {
    STANDING: { description: 'The current standing changed: something was recorded, or a day came on which it changes.' },
    DOCUMENT: {
      description: 'The standing is the same but rests on other documents: a letter was issued, or a certificate replaced another.',
    },
    CORRECTION: {
      description:
        'Today’s standing is the same, but what was reported for past or future days no longer holds; or both sides are the same, and ' +
        'the name, city or number of the account was corrected.',
    },
    REASONS: { description: 'A day came on which the standing stays the same but for different reasons.' },
    NOTICE: {
      description: 'In 90, 60, 30, 14 or 7 days, or tomorrow, the account will be pending, lost or expired if nothing further is recorded.',
    },
    EQUIVALENCY_REQUEST: {
      description: 'A request for equivalency or reciprocity has a new status. Visible to callers who may see the request.',
    },
    AUDIT: {
      description:
        'A step of an audit was recorded or taken back, or the audit was altered in another way. Visible to the organization itself and to staff.',
    },
  },
});
