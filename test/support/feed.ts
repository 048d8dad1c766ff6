import type { TestServer } from './server.ts';
import { until } from './until.ts';

/** The end of the feed of a server with upkeep, once everything recorded so far has its place there: what follows it is what the test records next. */
export async function endOfFeed(server: TestServer): Promise<string> {
  await until(async () => (await server.dataSource.query('select from change where position is null limit 1')).length === 0);
  const { data } = await server.graphql('{ changes { latest } }');
  return data.changes.latest;
}
