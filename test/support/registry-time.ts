import type { DataSource } from 'typeorm';
import { type Swept, sweep } from '../../src/jobs/sweep.ts';

/** Sets the registry's time, which then runs on from that instant (ISO 8601), or from about noon of that day. */
export async function setRegistryTime(source: Pick<DataSource, 'query'>, at: string): Promise<void> {
  await source.query('update registry_clock set shift_seconds = extract(epoch from $1::timestamptz - clock_timestamp())::bigint', [
    at.includes('T') ? at : `${at}T16:00:00Z`,
  ]);
}

/** Sweeps on a day. */
export async function sweepOn(source: DataSource, day: string): Promise<Swept> {
  await setRegistryTime(source, day);
  return sweep(source);
}
