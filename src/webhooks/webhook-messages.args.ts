import { IsInt, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { ArgsType, Field, Int } from 'type-graphql';
import { ChangeFilter } from '../changes/change.input.ts';
import { MOST_CHARACTERS } from './webhook.input.ts';

/** Each is as large as a change with everything in it. */
const MOST_MESSAGES = 20;

@ArgsType()
export class WebhookMessagesArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Cursor of a change, or `position` or `latest` of `changes`: start after it. Default: from the first change.',
  })
  after?: string | null;

  @Field(() => Int, { defaultValue: 5, description: 'How many messages, 1 to 20.' })
  @IsInt()
  @Min(1)
  @Max(MOST_MESSAGES)
  first!: number;

  @Field(() => ChangeFilter, {
    nullable: true,
    description: 'The filter that the webhook would have. Default: all changes that are visible to you.',
  })
  @ValidateNested()
  filter?: ChangeFilter | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The selection that the webhook would have: each message is answered, and taken from your budget, as it would be when it is sent. ' +
      'Default: the usual body.',
  })
  @MaxLength(MOST_CHARACTERS)
  selection?: string | null;
}
