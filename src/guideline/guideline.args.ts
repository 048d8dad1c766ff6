import { ArrayMaxSize, IsIn } from 'class-validator';
import { ArgsType, Field } from 'type-graphql';
import { guideline } from '../rules/guideline.ts';

const ids = Object.keys(guideline);

@ArgsType()
export class ClausesArgs {
  @Field(() => [String], { nullable: true, description: 'Ids of clauses, such as `G-2.4.l`. Default: all clauses.' })
  @ArrayMaxSize(ids.length, { message: `must hold at most ${ids.length} ids` })
  @IsIn(ids, { each: true, message: 'must hold ids of clauses, such as G-2.4.l' })
  ids?: string[] | null;
}
