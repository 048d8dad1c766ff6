import { Field, Int, ObjectType } from 'type-graphql';
import { Node } from '../contract/node.type.ts';
import { DateTime, type Instant, LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import type { Route } from '../rules/tender/requirement.ts';
import type { Owner } from '../rules/tender/warning.ts';
import { TenderOwner, TenderRoute } from './requirement.input.ts';

/** What a tender asks for, as it was given. */
@ObjectType()
abstract class GivenRequirement {
  @Field(() => [TenderRoute], { description: 'The routes accepted, the likeliest first.' })
  routes!: Route[];

  @Field(() => Boolean, { description: 'Whether a pending account is accepted.' })
  isPendingAccepted!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the contract; null if one day is asked about.' })
  contractTo!: Day | null;

  @Field(() => TenderOwner, { description: 'Who asks.' })
  owner!: Owner;

  @Field(() => Boolean, { description: 'Whether the tender is for construction.' })
  isForConstruction!: boolean;
}

@ObjectType({ description: 'What a tender asked for, as a receipt keeps it.' })
export class AskedRequirement extends GivenRequirement {}

@ObjectType({
  implements: Node,
  description:
    'What a tender asks for, kept under a name: `checkRequirement(keptRequirement:)` and `keepReceipt` take the name. It belongs to the ' +
    'holder of your API key and is visible only to keys of that holder and scope.',
})
export class KeptRequirement extends GivenRequirement implements Node {
  id!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => DateTime, { description: 'When it was first kept.' })
  createdAt!: Instant;

  @Field(() => Int, { description: 'Version of the record, for `expectedVersion`.' })
  version!: number;
}

/** What a query returns to GraphQL for a kept requirement. */
export type KeptRequirementSource = Readonly<KeptRequirement>;
