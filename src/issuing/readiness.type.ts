import { Field, ObjectType } from 'type-graphql';
import { RefusalCode } from '../mutations/refused.type.ts';
import type { IssuingDecision } from '../rules/recording/issuing-certificate.ts';

@ObjectType({
  description: 'Whether a document could be issued now: the decision that the mutation would take, with every clause. Nothing is recorded.',
})
export class IssuingReadiness {
  @Field(() => Boolean, { description: 'Whether it would be issued.' })
  isReady?: boolean;

  @Field(() => RefusalCode, { nullable: true, description: 'The code that the mutation would refuse with; null if it would not refuse.' })
  code?: RefusalCode | null;
}

/** What a query returns to GraphQL for it: the decision of the law. */
export interface IssuingReadinessSource extends IssuingReadiness {
  readonly decision: IssuingDecision;
}
