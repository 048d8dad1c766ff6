import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../connection/page-info.type.ts';
import { Node } from '../contract/node.type.ts';
import { DateTime, type Instant } from '../contract/scalars.ts';

/** Why nothing is sent to a webhook, as an enum of the schema. */
export const WebhookPauseReason = {
  BY_OWNER: 'BY_OWNER',
  RECEIVER_GONE: 'RECEIVER_GONE',
  RECEIVER_FAILED: 'RECEIVER_FAILED',
  NO_VALID_KEY: 'NO_VALID_KEY',
  SELECTION_INVALID: 'SELECTION_INVALID',
} as const;
export type WebhookPauseReason = keyof typeof WebhookPauseReason;

registerEnumType(WebhookPauseReason, {
  name: 'WebhookPauseReason',
  description:
    'Why nothing is sent to a webhook. Whatever the reason, no change is lost: once it is resumed, everything that came in the ' +
    'meantime is sent.',
  valuesConfig: {
    BY_OWNER: { description: 'You paused it.' },
    RECEIVER_GONE: { description: 'The receiver answered 410 Gone.' },
    RECEIVER_FAILED: { description: 'Ten attempts within three days to send one message failed.' },
    NO_VALID_KEY: { description: 'Its owner has no valid API key left.' },
    SELECTION_INVALID: { description: 'The schema no longer has what it selects, or it exceeds the limits of its owner.' },
  },
});

/** How an attempt failed, as an enum of the schema. */
export const WebhookFailure = {
  STATUS: 'STATUS',
  REDIRECTED: 'REDIRECTED',
  TIMED_OUT: 'TIMED_OUT',
  UNREACHABLE: 'UNREACHABLE',
  ADDRESS_REFUSED: 'ADDRESS_REFUSED',
} as const;
export type WebhookFailure = keyof typeof WebhookFailure;

registerEnumType(WebhookFailure, {
  name: 'WebhookFailure',
  description: 'How an attempt to send a message failed.',
  valuesConfig: {
    STATUS: { description: 'The receiver answered with a status other than 200 to 299.' },
    REDIRECTED: { description: 'The receiver answered with a redirect. Redirects are not followed: give the URL they lead to.' },
    TIMED_OUT: { description: 'The receiver did not answer within 15 seconds.' },
    UNREACHABLE: { description: 'No connection could be made: the name, the port or the certificate of the receiver is not valid.' },
    ADDRESS_REFUSED: { description: 'The host name resolved to an address that is not on the public Internet; nothing was sent.' },
  },
});

@ObjectType({
  implements: Node,
  description:
    'A URL to which the registry posts changes as they become known: signed as Standard Webhooks has it (HMAC-SHA256), in the order ' +
    'of the feed, each at least once. The header `webhook-id` identifies a repeat.',
})
export class Webhook implements Node {
  id!: string;

  @Field(() => String, { description: 'Where changes are posted.' })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which changes are sent, as JSON with the fields of `ChangeFilter`; null for all that are visible to you.',
  })
  filter!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which fields of each change are sent, as a selection on `Change`; null for the usual ones.',
  })
  selection!: string | null;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Instant;

  @Field(() => String, {
    description: 'Place in the feed up to which everything was delivered or did not concern it: a cursor for `changes(after)`.',
  })
  deliveredUpTo!: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when it has been paused; null if it is not paused.' })
  pausedAt!: Instant | null;

  @Field(() => WebhookPauseReason, { nullable: true, description: 'Why it is paused.' })
  pauseReason!: WebhookPauseReason | null;

  @Field(() => Int, { description: 'How many attempts at the next message have failed.' })
  failedAttempts!: number;

  @Field(() => DateTime, { nullable: true, description: 'When the first of them was made.' })
  failingSince!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When the next attempt is due: 5 seconds, 5 and 30 minutes, 2, 5, 10, 14, 18 and 22 hours after the previous one; or when your ' +
      'budget suffices for its selection.',
  })
  nextAttemptAt!: Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Messages are also signed with the previous secret until this instant; null if they are not.',
  })
  oldSecretUntil!: Instant | null;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`. Deliveries do not raise it.' })
  version!: number;
}

@ObjectType({ description: 'A webhook that was just made or given a new secret.' })
export class IssuedWebhook {
  @Field(() => Webhook, { description: 'The webhook.' })
  webhook!: Webhook;

  @Field(() => String, {
    nullable: true,
    description: 'The signing secret, as `whsec_…`. Shown only this once; null if the same request is sent again: then rotate the secret.',
  })
  secret!: string | null;
}

@ObjectType({ description: 'A test event on its way.' })
export class SentTestEvent {
  @Field(() => Webhook, { description: 'The webhook it is sent to.' })
  webhook!: Webhook;

  @Field(() => String, { description: 'The header `webhook-id` of its message; `deliveries` shows the result.' })
  messageId!: string;
}

@ObjectType({ description: 'An attempt to send a message, with its result. Attempts are kept for 90 days.' })
export class WebhookDelivery {
  @Field(() => String, { description: 'The header `webhook-id`: the same for every attempt at a message, even when it is replayed.' })
  messageId!: string;

  @Field(() => String, { nullable: true, description: 'The cursor of its change; null for a test event.' })
  change!: string | null;

  @Field(() => Int, { description: 'Which attempt it was, from 1.' })
  attempt!: number;

  @Field(() => DateTime, { description: 'When it was sent.' })
  sentAt!: Instant;

  @Field(() => Int, { description: 'Milliseconds until the answer arrived or the attempt was given up.' })
  durationMs!: number;

  @Field(() => String, { description: 'The body as it was signed and sent.' })
  requestBody!: string;

  @Field(() => Int, { nullable: true, description: 'The HTTP status of the answer; null if there was none.' })
  responseStatus!: number | null;

  @Field(() => String, { nullable: true, description: 'The first 4 KiB of the body of the answer.' })
  responseBody!: string | null;

  @Field(() => WebhookFailure, { nullable: true, description: 'How it failed; null if it succeeded.' })
  failure!: WebhookFailure | null;
}

@ObjectType({ description: 'An attempt, with its cursor.' })
export class WebhookDeliveryEdge {
  @Field(() => String, { description: 'Its place in the list: give it as `after` or `before`.' })
  cursor!: string;

  @Field(() => WebhookDelivery, { description: 'The attempt.' })
  node!: WebhookDelivery;
}

@ObjectType({ description: 'A page of attempts, the newest first.' })
export class WebhookDeliveryConnection {
  @Field(() => [WebhookDeliveryEdge], { description: 'The attempts of the page with their cursors.' })
  edges!: WebhookDeliveryEdge[];

  @Field(() => [WebhookDelivery], { description: 'The attempts of the page.' })
  nodes!: WebhookDelivery[];

  @Field(() => PageInfo, { description: 'The place of the page in the list.' })
  pageInfo!: PageInfo;
}

/** What a query returns to GraphQL for a webhook: its deliveries are found by its key. */
export interface WebhookSource extends Readonly<Webhook> {
  readonly endpointId: string;
}
