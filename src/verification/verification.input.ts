import { IsString, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ExactlyOneOf } from '../contract/exactly-one-of.ts';

@InputType({ description: 'The account to verify, identified by one of four numbers. Give exactly one field.' })
@ExactlyOneOf('account', 'wsibAccount', 'documentNumber', 'businessNumber')
export class VerificationSubject {
  @Field(() => ID, { nullable: true, description: 'Global id of an account.' })
  @IsString()
  @MaxLength(100)
  account?: string;

  @Field(() => String, { nullable: true, description: 'WSIB account number. Spaces and hyphens do not matter.' })
  @IsString()
  @MaxLength(100)
  wsibAccount?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number of a certificate, letter or confirmation; it identifies the account it was issued to.',
  })
  @IsString()
  @MaxLength(100)
  documentNumber?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'CRA business number, with or without its program account (RT0001). One organization may hold several accounts: see `candidates`.',
  })
  @IsString()
  @MaxLength(100)
  businessNumber?: string;
}
