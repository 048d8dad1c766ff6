import { type ClassType, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { CountedConnection } from './total.ts';

/** Makes the resolver that counts the lists of a type of connection. */
export function totalsOf(connection: ClassType) {
  @Resolver(() => connection)
  class TotalsResolver {
    @FieldResolver(() => Int)
    async totalCount(@Root() page: CountedConnection<unknown>): Promise<number> {
      return (await page.total()).count;
    }

    @FieldResolver(() => Boolean)
    async totalCountIsExact(@Root() page: CountedConnection<unknown>): Promise<boolean> {
      return (await page.total()).isExact;
    }
  }
  return TotalsResolver;
}
