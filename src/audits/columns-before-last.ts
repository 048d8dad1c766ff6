import { columnName } from '../database/naming.ts';
import type { Unit } from '../database/unit-of-work.ts';
import type { RecordedStep } from '../rules/recording/auditing-facts.ts';
import { columnsOfSteps } from './audit-columns.ts';

/** The step that was recorded last. */
export interface LastStep extends RecordedStep {
  readonly id: string;
  readonly isImported: boolean;
}

/**
 * An audit's columns before its last step: those of the version that the step replaced. A step that was imported replaced none, so the steps before it
 * tell.
 */
export async function columnsBeforeLast({ tx }: Unit, audit: string, { kind, isImported }: LastStep): Promise<(column: string) => unknown> {
  const [replaced]: { was: Record<string, unknown> }[] = isImported ? [] : await tx.query(replacedSql, [audit, kind]);
  if (replaced) return (column) => replaced.was[columnName(column)];
  const earlier: RecordedStep[] = await tx.query(
    'select kind, occurred_on as on from audit_step where audit_id = $1 order by recorded_at, id',
    [audit],
  );
  const columns = new Map<string, unknown>(Object.entries(columnsOfSteps(earlier)));
  return (column) => columns.get(column);
}

const replacedSql = `
  select was from fact_history replaced
    join change on change.account_id = (was->>'account_id')::uuid and change.recording_id = replaced.recording_id and audit_id = fact_id
  where fact = 'audit' and fact_id = $1 and audit_step = $2 and not audit_step_undone
  order by replaced.version desc limit 1`;
