import { ArrayMaxSize } from 'class-validator';
import { ArgsType, Field, ID } from 'type-graphql';
import { IsGlobalId } from '../contract/is-global-id.ts';

const MOST_NODES = 100;

@ArgsType()
export class NodeArgs {
  @Field(() => ID, { description: 'Global id.' })
  @IsGlobalId()
  id!: string;
}

@ArgsType()
export class NodesArgs {
  @Field(() => [ID], { description: 'Global ids, at most 100.' })
  @ArrayMaxSize(MOST_NODES, { message: `must hold at most ${MOST_NODES} ids` })
  @IsGlobalId()
  ids!: string[];
}
