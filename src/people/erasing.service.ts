import type { Unit } from '../database/unit-of-work.ts';
import { recordAuditEvent } from '../outbox/record-audit-change.ts';

/** erases the names of people, also where an internal audit has one as its auditor. What was recorded about the people stays. */
export async function eraseNames(unit: Unit, personIds: readonly string[]): Promise<void> {
  const audits: { id: string }[] = await unit.tx.query(
    'select distinct audit.id from unnest($1::uuid[]) as its(id) cross join lateral erase_internal_auditor(its.id, $2) as audit(id)',
    [personIds, unit.recordingId],
  );
  if (audits.length > 0)
    await recordAuditEvent(
      unit,
      'AUDITOR_ERASED',
      audits.map(({ id }) => id),
    );
  await unit.tx.query('delete from person_name where person_id = any($1::uuid[])', [personIds]);
}
