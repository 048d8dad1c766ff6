import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique } from 'class-validator';
import { Field, InputType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Route } from '../rules/tender/requirement.ts';
import type { Owner } from '../rules/tender/warning.ts';

export const TenderRoute = {
  COR: 'COR',
  COR_2020: 'COR_2020_ROUTE',
  ISO_45001_EQUIVALENCY: 'ISO_45001_ROUTE',
  MLITSD_EQUIVALENCY: 'MLITSD_ROUTE',
  RECIPROCITY_FOR_BIDDING: 'RECIPROCITY',
  REGISTRATION: 'REGISTRATION',
  SOSE_RECOGNITION: 'SOSE_RECOGNITION',
  OTHER_ACCREDITED_SYSTEM: 'OTHER_ACCREDITED_SYSTEM',
} as const satisfies Record<string, Route>;

/** A route as clients name it. */
export const nameOfRoute = (route: string): string => Object.entries(TenderRoute).find(([, value]) => value === route)?.[0] ?? route;

registerEnumType(TenderRoute, {
  name: 'TenderRoute',
  description: 'A way that a tender accepts to show a health and safety management system.',
  valuesConfig: {
    COR: { description: 'A Certificate of Recognition of either standard, issued by IHSA.' },
    COR_2020: { description: 'A Certificate of Recognition to COR 2020.' },
    ISO_45001_EQUIVALENCY: { description: 'An equivalency certificate on the strength of ISO 45001 (G-6.1.a).' },
    MLITSD_EQUIVALENCY: { description: 'An equivalency certificate on the strength of the ministry’s accreditation (G-6.2.a).' },
    RECIPROCITY_FOR_BIDDING: { description: 'A letter of reciprocity or interim letter, good for bidding only (G-5.a, F-16.a).' },
    REGISTRATION: { description: 'A confirmed registration, or a letter of intent that rests on one (X-8).' },
    SOSE_RECOGNITION: { description: 'A recognition under SOSE. Not known here: the ministry can say.' },
    OTHER_ACCREDITED_SYSTEM: { description: 'Any other system accredited by the Chief Prevention Officer. Not known here.' },
  },
});

export const TenderOwner = {
  GOVERNMENT: 'GOVERNMENT',
  PUBLIC_SECTOR: 'PUBLIC_SECTOR',
  PRIVATE: 'PRIVATE',
  NOT_GIVEN: 'NOT_GIVEN',
} as const satisfies {
  [O in Owner]: O;
};

registerEnumType(TenderOwner, {
  name: 'TenderOwner',
  description: 'Who issues the tender, as O. Reg. 364/25 distinguishes (X-17).',
  valuesConfig: {
    GOVERNMENT: { description: 'Ontario, its ministries, Crown agencies, boards, commissions and authorities of the Crown.' },
    PUBLIC_SECTOR: {
      description: 'A municipality, local board, school board, funded post-secondary institution, public hospital or board of health.',
    },
    PRIVATE: { description: 'Anyone else.' },
    NOT_GIVEN: { description: 'It was not said. A warning then says that whether the regulation concerns the requirement was not judged.' },
  },
});

const mostRoutes = Object.keys(TenderRoute).length;

@InputType({ description: 'What a tender asks for.' })
export class TenderRequirement {
  @Field(() => [TenderRoute], { description: 'The routes accepted, the likeliest first: the answer names the first that a bidder meets.' })
  @ArrayNotEmpty({ message: 'must name at least one route' })
  @ArrayMaxSize(mostRoutes, { message: 'must name each route once at most' })
  @ArrayUnique({ message: 'must name each route once at most' })
  routes!: Route[];

  @Field(() => Boolean, {
    description: 'Whether a pending account is accepted: it counts as certified (G-2.4.n).',
    defaultValue: true,
  })
  isPendingAccepted!: boolean;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of the contract, if its days are asked about: they begin on `on`. With `knownAt` as they were known then.',
  })
  contractTo?: Day | null;

  @Field(() => TenderOwner, {
    description: 'Who asks: say it, so that the warning of O. Reg. 364/25 can be judged.',
    defaultValue: TenderOwner.NOT_GIVEN,
  })
  owner!: Owner;

  @Field(() => Boolean, { description: 'Whether the tender is for construction.', defaultValue: true })
  isForConstruction!: boolean;
}
