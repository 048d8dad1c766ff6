import type { DataSource } from 'typeorm';
import type { Day } from '../rules/calendar.ts';
import type { Sandbox } from './sandbox.type.ts';

interface Clock {
  readonly sandbox: boolean;
  readonly today: Day;
  readonly advancingTo: Day | null;
}

/** The sandbox; null if the registry is none. It is ready once this process goes by its day, too. */
export async function sandboxNow(source: Pick<DataSource, 'query'>, ownDay: Day): Promise<Sandbox | null> {
  const [clock]: Clock[] = await source.query(
    'select sandbox, registry_today() as today, advancing_to as "advancingTo" from registry_clock',
  );
  if (!clock?.sandbox) return null;
  const { today, advancingTo } = clock;
  return { today, advancingTo, isReady: advancingTo === null && today === ownDay };
}
