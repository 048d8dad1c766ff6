import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A message as your webhook would get it.' })
export class WebhookMessage {
  @Field(() => String, { description: 'The place of the change. Give it as `after` to continue from here.' })
  cursor!: string;

  @Field(() => String, { description: 'What happened, from general to specific, such as `change.standing`.' })
  type!: string;

  @Field(() => String, { description: 'The body: JSON text, as it would be signed and posted.' })
  body!: string;
}

/** What a change costs with about as much in it. */
const POINTS = 10;

@ObjectType({ description: 'Messages as your webhook would get them.' })
export class WebhookMessages {
  @Field(() => [WebhookMessage], { complexity: POINTS, description: 'The messages, in the order of the feed.' })
  nodes!: WebhookMessage[];

  @Field(() => String, { description: 'How far the feed was read: give it as `after` the next time.' })
  position!: string;
}
