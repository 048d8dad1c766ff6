import { ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { StandingFilter } from '../standing/account-filter.input.ts';

/** The orders of a list of documents; within one day, ids decide. */
export const DocumentOrder = { ISSUED_ON_ASC: 'ISSUED_ON_ASC', ISSUED_ON_DESC: 'ISSUED_ON_DESC' } as const;
export type DocumentOrder = keyof typeof DocumentOrder;

registerEnumType(DocumentOrder, {
  name: 'DocumentOrder',
  description: 'The order of a list of certificates or letters.',
  valuesConfig: {
    ISSUED_ON_ASC: { description: 'By day of issue, the earliest first.' },
    ISSUED_ON_DESC: { description: 'By day of issue, the latest first.' },
  },
});

@InputType({
  description:
    'Which certificates to list. All conditions given must be met; conditions on the account apply to the account whose standing rests on ' +
    'the certificate.',
})
export class CertificateFilter extends StandingFilter {
  @Field(() => LocalDate, { nullable: true, description: 'Only certificates whose printed end, `endsOn`, is before this day.' })
  endingBefore?: Day | null;
}

@ArgsType()
export class CertificatesArgs extends PageArgs {
  @Field(() => CertificateFilter, { nullable: true, description: 'Which certificates to list. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: CertificateFilter | null;

  @Field(() => DocumentOrder, { description: 'The order of the list.', defaultValue: DocumentOrder.ISSUED_ON_DESC })
  orderBy!: DocumentOrder;
}
