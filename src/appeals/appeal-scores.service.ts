import { auditInUnit } from '../audits/audit.loader.ts';
import { refuseIncompleteScores, twoDecimals } from '../audits/audit.service.ts';
import { AuditStepRow } from '../database/tables/audit-step.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { recordAuditStepChange } from '../outbox/record-audit-change.ts';
import type { Day } from '../rules/calendar.ts';
import type { AppealFact } from '../rules/cycle/appeal.ts';
import type { AppealScoresInput } from './appeal.input.ts';

/** R-48, G-2.3: gives an audit the scores of an appeal, from its day on; the first ones stay. Those of a correction of that day give way. */
export async function giveScores(
  unit: Unit,
  auditId: string,
  { on, note }: { readonly on: Day; readonly note: string },
  { overall, legislated, elements }: AppealScoresInput,
): Promise<void> {
  const { tool } = await auditInUnit(unit.tx, auditId);
  refuseIncompleteScores(unit, { tool }, elements, 'input.scores.elements');
  const inOrder = elements.toSorted((a, b) => a.element - b.element).map(({ score }) => twoDecimals(score));
  await unit.tx.query(
    `insert into later_scoring (audit_id, scored_on, overall, legislated, elements) values ($1, $2, $3, $4, $5)
     on conflict (audit_id, scored_on) do update
       set overall = excluded.overall, legislated = excluded.legislated, elements = excluded.elements`,
    [auditId, on, twoDecimals(overall), twoDecimals(legislated), inOrder],
  );
  await unit.tx.insert(AuditStepRow, { auditId, kind: 'SCORED', occurredOn: on, note, recordedBy: unit.actor });
  await recordAuditStepChange(unit, { auditId, step: 'SCORED', on, isUndone: false });
  await raiseVersion(unit, auditId);
}

/** Takes back the scores that an appeal gave. */
export async function takeScoresBack(unit: Unit, { audit, agreedOn, levels }: AppealFact): Promise<void> {
  const given = [agreedOn, ...levels.map(({ outcome, decidedOn }) => (outcome === 'ALLOWED' ? decidedOn : null))];
  const days = given.filter((day) => day !== null);
  await unit.tx.query('delete from later_scoring where audit_id = $1 and scored_on = any($2::date[])', [audit, days]);
  const [taken]: [{ on: Day }[], number] = await unit.tx.query(
    `delete from audit_step where audit_id = $1 and kind = 'SCORED' and note like 'Appeal, %' and occurred_on = any($2::date[])
     returning occurred_on as on`,
    [audit, days],
  );
  for (const { on } of taken) await recordAuditStepChange(unit, { auditId: audit, step: 'SCORED', on, isUndone: true });
  await raiseVersion(unit, audit);
}

const raiseVersion = (unit: Unit, auditId: string): Promise<unknown> =>
  unit.tx.query('update audit set version = version + 1 where id = $1', [auditId]);
