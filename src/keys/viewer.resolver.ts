import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../contract/context.ts';
import { Viewer } from '../contract/viewer.type.ts';

/** Answers who the caller is. */
@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { description: 'Who you are to the registry: try your API key here first.' })
  viewer(@Ctx() { caller }: Context): Viewer {
    return caller;
  }
}
