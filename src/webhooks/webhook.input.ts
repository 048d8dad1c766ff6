import { MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { ChangeFilter } from '../changes/change.input.ts';
import { IsGlobalId } from '../contract/is-global-id.ts';
import { DateTime, type Instant } from '../contract/scalars.ts';
import { AlteringInput, CreatingInput } from '../mutations/mutation.input.ts';

const anyCursor = 'Cursor of a change, or `position` or `latest` of a page of `changes`';

/** Characters of a selection: as many as one that uses all tokens of a request. */
export const MOST_CHARACTERS = 20_000;

const ofSelection =
  'a selection of fields of `Change` in braces, as in a query, with the fragments that it uses after it; no variables. ' +
  'At each attempt it is answered with your rights, limits and budget of that moment, and becomes `data` of the message.';

@InputType({ description: 'A webhook to make.' })
export class CreateWebhookInput extends CreatingInput {
  @Field(() => String, {
    description:
      'Where to post changes: an https URL of at most 2,000 characters whose host is on the public Internet. Private, loopback and ' +
      'link-local addresses are refused, both now and whenever the host name resolves to one.',
  })
  @MaxLength(2000)
  url!: string;

  @Field(() => ChangeFilter, { nullable: true, description: 'Which changes to send. Default: all that are visible to you.' })
  @ValidateNested()
  filter?: ChangeFilter | null;

  @Field(() => String, { nullable: true, description: `Which fields of each change to send: ${ofSelection} Default: the usual body.` })
  @MaxLength(MOST_CHARACTERS)
  selection?: string | null;

  @Field(() => String, { nullable: true, description: `${anyCursor}: changes after it are sent. Default: from now on.` })
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
    description: 'Until this instant messages are also signed with the old secret; an instant in the past ends it at once.',
  })
  oldSecretUntil!: Instant;
}

@InputType({ description: 'Which fields of each change a webhook sends from now on.' })
export class ChangeWebhookSelectionInput extends WebhookInput {
  @Field(() => String, { nullable: true, description: `Which fields: ${ofSelection} Null or absent: the usual body.` })
  @MaxLength(MOST_CHARACTERS)
  selection?: string | null;
}

@InputType({ description: 'A webhook to pause.' })
export class PauseWebhookInput extends WebhookInput {}

@InputType({ description: 'A webhook to resume.' })
export class ResumeWebhookInput extends WebhookInput {}

@InputType({ description: 'A webhook to delete.' })
export class DeleteWebhookInput extends WebhookInput {}

@InputType({ description: 'What to send to a webhook again.' })
export class ReplayWebhookInput extends WebhookInput {
  @Field(() => String, {
    nullable: true,
    description: `${anyCursor}: all changes after it are sent again. Default: from the first change.`,
  })
  after?: string | null;
}

@InputType({ description: 'A test event to send.' })
export class SendTestEventInput extends CreatingInput {
  @Field(() => ID, { description: 'Global id of the webhook.' })
  @IsGlobalId('Webhook')
  webhook!: string;
}
