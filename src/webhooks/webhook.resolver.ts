import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../connection/page.args.ts';
import type { Connection } from '../connection/page.ts';
import type { Context } from '../contract/context.ts';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { resultOf } from '../mutations/refused.type.ts';
import type { Refusal } from '../rules/decision.ts';
import {
  changeWebhookSelection,
  deleteWebhook,
  pauseWebhook,
  replayWebhook,
  resumeWebhook,
  rotateWebhookSecret,
  type SentTestEventSource,
  sendTestEvent,
} from './alter-webhook.service.ts';
import { deliveriesByEndpoint, deliveriesPage } from './delivery.loader.ts';
import { noticeOf } from './notice.ts';
import {
  ChangeWebhookSelectionInput,
  CreateWebhookInput,
  DeleteWebhookInput,
  PauseWebhookInput,
  ReplayWebhookInput,
  ResumeWebhookInput,
  RotateWebhookSecretInput,
  SendTestEventInput,
} from './webhook.input.ts';
import { createWebhook, type IssuedWebhookSource, listWebhooks } from './webhook.service.ts';
import {
  IssuedWebhook,
  SentTestEvent,
  Webhook,
  type WebhookDelivery,
  WebhookDeliveryConnection,
  type WebhookSource,
} from './webhook.type.ts';
import { WebhookMessages } from './webhook-message.type.ts';
import { WebhookMessagesArgs } from './webhook-messages.args.ts';
import { webhookMessages } from './webhook-messages.service.ts';

const CreateWebhookResult = resultOf('CreateWebhookResult', IssuedWebhook);
const RotateWebhookSecretResult = resultOf('RotateWebhookSecretResult', IssuedWebhook);
const ChangeWebhookSelectionResult = resultOf('ChangeWebhookSelectionResult', Webhook);
const PauseWebhookResult = resultOf('PauseWebhookResult', Webhook);
const ResumeWebhookResult = resultOf('ResumeWebhookResult', Webhook);
const DeleteWebhookResult = resultOf('DeleteWebhookResult', Webhook);
const ReplayWebhookResult = resultOf('ReplayWebhookResult', Webhook);
const SendTestEventResult = resultOf('SendTestEventResult', SentTestEvent);

const which = { description: 'Which webhook.' };

/** Makes, lists and alters a caller's own webhooks. */
@Resolver(() => Webhook)
export class WebhookResolver {
  @Query(() => [Webhook], {
    description: 'Your webhooks, the oldest first: those made with any API key of the same holder and scope. At most 20. For any API key.',
  })
  webhooks(@Ctx() context: Context): Promise<WebhookSource[]> {
    return listWebhooks(context);
  }

  @Query(() => WebhookMessages, {
    description:
      'The messages that your webhook with this filter would get: see them before you make one, or bring them to a machine that ' +
      'the registry cannot reach (`registry listen`). For any API key.',
  })
  webhookMessages(@Args(() => WebhookMessagesArgs) args: WebhookMessagesArgs, @Ctx() context: Context): Promise<WebhookMessages> {
    return webhookMessages(context, args);
  }

  @Mutation(() => CreateWebhookResult, {
    description:
      'Makes a webhook and shows its signing secret, only this once. It receives what is visible to you at the moment of sending.',
  })
  createWebhook(
    @Arg('input', () => CreateWebhookInput, { description: 'Where to post, and which changes.' }) input: CreateWebhookInput,
    @Ctx() context: Context,
  ): Promise<IssuedWebhookSource | Refusal> {
    return createWebhook(context, input);
  }

  @Mutation(() => RotateWebhookSecretResult, {
    description: 'Gives a webhook a new secret, shown only this once. Until the instant given, messages carry a signature for each secret.',
  })
  rotateWebhookSecret(
    @Arg('input', () => RotateWebhookSecretInput, { description: 'Which webhook, and how long its old secret stays valid.' })
    input: RotateWebhookSecretInput,
    @Ctx() context: Context,
  ): Promise<IssuedWebhookSource | Refusal> {
    return rotateWebhookSecret(context, input);
  }

  @Mutation(() => ChangeWebhookSelectionResult, { description: 'Changes which fields of each change a webhook sends.' })
  changeWebhookSelection(
    @Arg('input', () => ChangeWebhookSelectionInput, { description: 'Which webhook, and which fields.' })
    input: ChangeWebhookSelectionInput,
    @Ctx() context: Context,
  ) {
    return changeWebhookSelection(context, input);
  }

  @Mutation(() => PauseWebhookResult, { description: 'Pauses a webhook: nothing is sent until it is resumed, and nothing is lost.' })
  pauseWebhook(@Arg('input', () => PauseWebhookInput, which) input: PauseWebhookInput, @Ctx() context: Context) {
    return pauseWebhook(context, input);
  }

  @Mutation(() => ResumeWebhookResult, {
    description: 'Resumes a webhook at once, from where it stopped, whether it was paused or waiting for its next attempt.',
  })
  resumeWebhook(@Arg('input', () => ResumeWebhookInput, which) input: ResumeWebhookInput, @Ctx() context: Context) {
    return resumeWebhook(context, input);
  }

  @Mutation(() => DeleteWebhookResult, { description: 'Deletes a webhook and its secrets.' })
  deleteWebhook(@Arg('input', () => DeleteWebhookInput, which) input: DeleteWebhookInput, @Ctx() context: Context) {
    return deleteWebhook(context, input);
  }

  @Mutation(() => ReplayWebhookResult, {
    description: 'Sends again everything after a cursor, in order, each message with its original `webhook-id`.',
  })
  replayWebhook(
    @Arg('input', () => ReplayWebhookInput, { description: 'Which webhook, and from where.' }) input: ReplayWebhookInput,
    @Ctx() context: Context,
  ) {
    return replayWebhook(context, input);
  }

  @Mutation(() => SendTestEventResult, {
    description: 'Sends one event of type `test` to a webhook, even a paused one. It is not retried; `deliveries` shows the result.',
  })
  sendTestEvent(
    @Arg('input', () => SendTestEventInput, which) input: SendTestEventInput,
    @Ctx() context: Context,
  ): Promise<SentTestEventSource | Refusal> {
    return sendTestEvent(context, input);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it is paused and what to do, in a sentence; null if it is not paused.' })
  notice(@Root() { pauseReason }: WebhookSource, @InLocale() locale: Locale): string | null {
    return pauseReason && noticeOf(pauseReason, locale);
  }

  @FieldResolver(() => WebhookDeliveryConnection, { description: 'Every attempt of the last 90 days, the newest first.' })
  deliveries(
    @Root() { endpointId }: WebhookSource,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<WebhookDelivery>> {
    return context.loader(deliveriesByEndpoint).load({ endpointId, page: deliveriesPage(args, context) });
  }
}
