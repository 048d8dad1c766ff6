import type { DataSource } from 'typeorm';

/** How many webhooks were paused by the registry. */
export async function countPaused(source: DataSource): Promise<number> {
  const [row]: { paused: number }[] = await source.query(
    `select count(*)::integer as paused from webhook_endpoint where deleted_at is null and pause_reason <> 'BY_OWNER'`,
  );
  return row?.paused ?? 0;
}
