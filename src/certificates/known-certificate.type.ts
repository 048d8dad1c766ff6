import { Field, ObjectType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import { Basis, Standard } from '../standing/standing.type.ts';

@ObjectType({
  description:
    'A Certificate of Recognition as an answer about a day or an instant states it. It has no `id`, so that a client’s cache does not mix it with another answer; `record` is the certificate as it is recorded now.',
})
export class KnownCertificate {
  /** Not a field: the UUID by which `record` finds the certificate; only where that was asked for. */
  uuid?: string | undefined;

  @Field(() => String, { description: 'The number printed on it.' })
  number!: string;

  @Field(() => Standard, { description: 'Its standard on the day of the answer; a transition letter makes it COR 2020 (R-14).' })
  standard!: Standard;

  @Field(() => Basis, { description: 'How it was earned.' })
  basis!: Basis;

  @Field(() => LocalDate, { description: 'Day of issue: the anniversary, each year (G-2.4.h).' })
  issuedOn!: string;

  @Field(() => LocalDate, {
    description: 'Its printed end: the third anniversary, or for an equivalency certificate the day before the first (R-10, R-20).',
  })
  endsOn!: string;
}
