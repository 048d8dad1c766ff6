import { MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ChangeFilter } from '../changes/change.input.ts';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';

const place = 'Cursor of a change, or `position` or `latest` of a page of `changes`';

@InputType({ description: 'A webhook to make.' })
export class CreateWebhookInput extends CreatingInput {
  @Field(() => String, {
    description:
      'Where to post changes: an https URL of at most 2,000 characters that leads to a host on the public Internet. Private, loopback and link-local addresses are refused, here and whenever its name leads to one.',
  })
  @MaxLength(2000)
  url!: string;

  @Field(() => ChangeFilter, { nullable: true, description: 'Which changes to send; all that you may know of unless given.' })
  @ValidateNested()
  filter?: ChangeFilter | null;

  @Field(() => String, { nullable: true, description: `${place}: what came after it is sent. From now on unless given.` })
  after?: string | null;
}

@InputType()
abstract class WebhookInput extends AlteringInput {
  @Field(() => ID, { description: 'Global id of the webhook.' })
  @IsGlobalId('Webhook')
  webhook!: string;
}

@InputType({ description: 'A webhook to give a new secret.' })
export class RotateWebhookSecretInput extends WebhookInput {
  @Field(() => DateTime, {
    description: 'Until this instant messages are signed with the old secret too; an instant that has passed ends it at once.',
  })
  oldSecretUntil!: Instant;
}

@InputType({ description: 'A webhook to pause.' })
export class PauseWebhookInput extends WebhookInput {}

@InputType({ description: 'A webhook to resume.' })
export class ResumeWebhookInput extends WebhookInput {}

@InputType({ description: 'A webhook to delete.' })
export class DeleteWebhookInput extends WebhookInput {}

@InputType({ description: 'What to send to a webhook once more.' })
export class ReplayWebhookInput extends WebhookInput {
  @Field(() => String, {
    nullable: true,
    description: `${place}: all that came after it is sent again. From the first change unless given.`,
  })
  after?: string | null;
}

@InputType({ description: 'A test event to send.' })
export class SendTestEventInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the webhook.' })
  @IsGlobalId('Webhook')
  webhook!: string;
}
