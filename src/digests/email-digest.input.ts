import { Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { Locale } from '../guideline/locale.type.ts';
import { emailAddressForm } from '../identifiers/email-address.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';

const addressForm = { message: 'must be one e-mail address such as office@example.ca, without a name' };

@InputType({ description: 'A daily e-mail to ask for.' })
export class CreateEmailDigestInput extends CreatingInput {
  @Field(() => String, {
    description: 'The address, such as office@example.ca. It is asked to confirm within seven days; nothing else is sent to it before.',
  })
  @Matches(emailAddressForm, addressForm)
  @MaxLength(254)
  address!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of one of your watch lists, whose name the messages give. Default: what your organization has to do, for keys of organizations.',
  })
  @IsGlobalId('WatchList')
  watchList?: string | null;

  @Field(() => Locale, { nullable: true, description: 'The language of its messages. Default: that of the request (`Accept-Language`).' })
  locale?: Locale | null;
}

@InputType({ description: 'A daily e-mail to end.' })
export class EndEmailDigestInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the daily e-mail.' })
  @IsGlobalId('EmailDigest')
  digest!: string;
}
