import { ArgsType, Field, ID } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { Standard } from '../standing/standing.type.ts';

@ArgsType()
export class CertificateReadinessArgs {
  @Field(() => ID, { description: 'Global id of the account.' })
  @IsGlobalId('Account')
  account!: string;

  @Field(() => ID, { nullable: true, description: 'Global id of the external audit, or re-audit, that the certificate would name.' })
  @IsGlobalId('Audit')
  audit?: string | null;

  @Field(() => Standard, { nullable: true, description: 'The standard. Default: that of the audit’s tool, or COR 2020 without an audit.' })
  standard?: Standard | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day of issue. Default: today in Toronto.' })
  issuedOn?: Day | null;

  @Field(() => ID, { nullable: true, description: 'Global id of the exception that it would be issued with (R-44).' })
  @IsGlobalId('IssuingException')
  exception?: string | null;
}
