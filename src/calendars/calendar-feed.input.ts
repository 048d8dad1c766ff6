import { Matches } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { Locale } from '../guideline/locale.type.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';

const line = /^(?=.*\S)[^\p{C}]{1,200}$/u;
const lineForm = { message: 'must be 1 to 200 characters on one line' };

@InputType({ description: 'A calendar to make.' })
export class CreateCalendarFeedInput extends CreatingInput {
  @Field(() => String, { description: 'Its name, which calendar programs show: 1 to 200 characters.' })
  @Matches(line, lineForm)
  name!: string;

  @Field(() => Locale, { nullable: true, description: 'The language of its events. Default: that of the request (`Accept-Language`).' })
  locale?: Locale | null;
}

@InputType({ description: 'A calendar to revoke.' })
export class RevokeCalendarFeedInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the calendar.' })
  @IsGlobalId('CalendarFeed')
  calendar!: string;
}
