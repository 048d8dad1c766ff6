import type { DataSource } from 'typeorm';

/** A batch of all accounts: their references by id, and how many accounts there were when the pass began. */
export interface AccountBatch {
  readonly references: ReadonlyMap<string, string>;
  readonly total: number;
}

/** Goes through all accounts that have a timeline in order of their ids; one entered meanwhile comes last, one merged into another has none. */
export async function* everyAccount(dataSource: DataSource, size = 500): AsyncIterable<AccountBatch> {
  const [counted]: { total: number }[] = await dataSource.query(
    'select count(*)::integer as total from account where merged_into_id is null',
  );
  for (let after = firstId; ; ) {
    const accounts: { id: string; reference: string }[] = await dataSource.query(
      'select id, reference from account where merged_into_id is null and id > $1 order by id limit $2',
      [after, size],
    );
    const last = accounts.at(-1);
    if (!last) return;
    yield { references: new Map(accounts.map(({ id, reference }) => [id, reference])), total: counted?.total ?? 0 };
    after = last.id;
  }
}

const firstId = '00000000-0000-0000-0000-000000000000';
