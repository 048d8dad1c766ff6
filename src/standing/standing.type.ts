import { registerEnumType } from 'type-graphql';
import type { Standard as CertifiedStandard } from '../rules/facts.ts';
import type { ShownStanding } from '../rules/standing/disclosure.ts';
import type { Basis as StandingBasis } from '../rules/standing/standing.ts';

/** The standings as an enum of the schema. */
export const Standing = {
  CERTIFIED: 'CERTIFIED',
  PENDING: 'PENDING',
  REGISTERED: 'REGISTERED',
  BIDDING_ONLY: 'BIDDING_ONLY',
  EXPIRED: 'EXPIRED',
  CERTIFICATION_LOST: 'CERTIFICATION_LOST',
  REVOKED: 'REVOKED',
  NOT_REGISTERED: 'NOT_REGISTERED',
  NO_CURRENT_CERTIFICATION: 'NO_CURRENT_CERTIFICATION',
} as const satisfies { [S in ShownStanding]: S };
export type Standing = ShownStanding;

registerEnumType(Standing, {
  name: 'Standing',
  description: 'The standing of an account on a day.',
  valuesConfig: {
    CERTIFIED: { description: 'A Certificate of Recognition is in force.' },
    PENDING: {
      description:
        'Considered certified, although a letter or a new certificate is overdue by more than 30 days (G-2.4.l, G-2.4.n, G-2.5.c).',
    },
    REGISTERED: { description: 'Registered in the program but not certified; the confirmation may be shown when bidding (G-2.1.b).' },
    BIDDING_ONLY: { description: 'May bid only, under an interim Letter of Good Standing or a letter of reciprocity (G-5.a, F-16).' },
    EXPIRED: { description: 'An equivalency certificate has expired (R-20).' },
    CERTIFICATION_LOST: { description: 'The certification was lost; the process starts over (G-2.4.m, G-2.5.c, G-4.4.b).' },
    REVOKED: { description: 'IHSA recorded a revocation that is in effect (R-29).' },
    NOT_REGISTERED: { description: 'Nothing is recorded about it by that day.' },
    NO_CURRENT_CERTIFICATION: {
      description:
        'No current certification is on record. The answer is the same for an account that does not exist and for one that is not ' +
        'visible to the caller.',
    },
  },
});

/** What a standing rests on, as an enum of the schema. */
export const Basis = {
  EXTERNAL_AUDIT: 'EXTERNAL_AUDIT',
  ISO_45001_EQUIVALENCY: 'ISO_45001_EQUIVALENCY',
  MLITSD_EQUIVALENCY: 'MLITSD_EQUIVALENCY',
  INTERIM_LOGS: 'INTERIM_LOGS',
  LETTER_OF_RECIPROCITY: 'LETTER_OF_RECIPROCITY',
} as const satisfies { [B in StandingBasis]: B };
export type Basis = StandingBasis;

registerEnumType(Basis, {
  name: 'Basis',
  description: 'What a standing rests on.',
  valuesConfig: {
    EXTERNAL_AUDIT: { description: 'A Certificate of Recognition earned by an external audit (G-2.4.h).' },
    ISO_45001_EQUIVALENCY: { description: 'A certificate granted for ISO 45001, for one year (G-6.1.a).' },
    MLITSD_EQUIVALENCY: { description: 'A certificate granted for the ministry’s accreditation, for one year (G-6.2.a).' },
    INTERIM_LOGS: { description: 'An interim Letter of Good Standing for a firm from another province, for bidding only (F-16).' },
    LETTER_OF_RECIPROCITY: { description: 'A letter of reciprocity, for bidding only (G-5.a).' },
  },
});

/** The standards as an enum of the schema. */
export const Standard = { COR: 'COR', COR_2020: 'COR_2020' } as const satisfies { [S in CertifiedStandard]: S };
export type Standard = CertifiedStandard;

registerEnumType(Standard, {
  name: 'Standard',
  description: 'The standard of a certification.',
  valuesConfig: {
    COR: { description: 'The older COR, of 19 elements. It is not accredited for SOSE (F-17).' },
    COR_2020: { description: 'COR 2020, of 14 elements (F-18).' },
  },
});
