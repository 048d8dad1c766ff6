import type { EntityManager } from 'typeorm';
import { faults } from '../errors.ts';
import { addDays, type Day } from '../rules/calendar.ts';

/**
 * The maximum total bytes of one account's documents per year: 1 GiB, more than forty of the largest files. Without it a firm could fill
 * the disk.
 */
export const MOST_BYTES_OF_ACCOUNT = 1024 * 1024 * 1024;

/** Throws REQUEST_TOO_LARGE if that many further bytes exceed the account's maximum, whatever the outcome of its requests. */
export async function refuseWithoutRoom(tx: EntityManager, accountId: string, today: Day, bytes: number): Promise<void> {
  const [found]: { bytes: string }[] = await tx.query(
    `select coalesce(sum(size), 0) as bytes from (
       select d.size from request_document d join equivalency_request r on r.id = d.request_id
       where r.account_id = $1 and d.received_on > $2
       union all
       select d.size from audit_document d join audit on audit.id = d.audit_id where audit.account_id = $1 and d.received_on > $2
     ) as kept`,
    [accountId, addDays(today, -365)],
  );
  if (Number(found?.bytes) + bytes > MOST_BYTES_OF_ACCOUNT) throw faults.TOO_MANY_DOCUMENTS(MOST_BYTES_OF_ACCOUNT);
}
