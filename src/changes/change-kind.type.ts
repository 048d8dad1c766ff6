import { registerEnumType } from 'type-graphql';

/** The kinds of changes as an enum of the schema. */
export const ChangeKind = {
  STANDING: 'STANDING',
  DOCUMENT: 'DOCUMENT',
  CORRECTION: 'CORRECTION',
  REASONS: 'REASONS',
  NOTICE: 'NOTICE',
  EQUIVALENCY_REQUEST: 'EQUIVALENCY_REQUEST',
} as const;
export type ChangeKind = keyof typeof ChangeKind;

registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What a change is about.',
  valuesConfig: {
    STANDING: { description: 'The standing of the day is another than before: something was recorded, or a day came on which it turns.' },
    DOCUMENT: {
      description: 'The standing is the same and rests on other documents: a letter was issued, a certificate took another’s place.',
    },
    CORRECTION: {
      description:
        'The standing of today is the same, and what was told of days past or to come holds no longer; or both sides are the same, and the name, the city or the number of the account was corrected.',
    },
    REASONS: { description: 'A day came on which the standing stays the same for other reasons.' },
    NOTICE: {
      description: 'In 90, 60, 30, 14 or 7 days, or tomorrow, the account will be pending, lost or expired if nothing further is recorded.',
    },
    EQUIVALENCY_REQUEST: {
      description: 'A request for equivalency or reciprocity has another status. Told to those who may see the request.',
    },
  },
});
