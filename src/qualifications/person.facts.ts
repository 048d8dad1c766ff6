import type { EntityManager } from 'typeorm';
import { givenIds, idArray } from '../database/id-array.ts';
import type { Day } from '../rules/calendar.ts';
import type { DesignatedPerson, DesignationFact, TrainingFacts } from '../rules/cycle/people.ts';
import { type AuditorLacks, lacksOf, openRetraining, qualifiesAsInternalAuditor } from '../rules/cycle/training.ts';

const days = (table: string, columns: string, order: string): string => `coalesce((
    select json_agg(json_build_object(${columns}) order by ${order}) from ${table} where person_id = person.id
  ), '[]')`;

/** SQL: the training of the person `person` as `TrainingFacts`. */
export const trainingSql = `json_build_object(
  'courses', ${days('course_completion', `'course', course, 'completedOn', completed_on, 'provider', provider`, 'completed_on, course')},
  'exemptions', coalesce((
    select json_agg(json_build_object('course', course, 'grantedOn', decided_on) order by decided_on, course)
    from training_exemption where person_id = person.id and is_granted
  ), '[]'),
  'retrainings', ${days('retraining', `'requiredOn', required_on, 'completedOn', completed_on`, 'required_on')},
  'exemptionRequests', ${days('training_exemption', `'id', id, 'course', course, 'requestedOn', requested_on, 'decidedOn', decided_on`, 'requested_on, course, id')}
)`;

/** SQL: the columns of a `DesignationFact` from the designation `d`. */
export const designationColumns = `d.id, d.role, d.from_day as "from", d.to_day as "to", d.is_permanent_full_time as "isPermanentFullTime",
  d.code_signed_on as "codeSignedOn"`;

interface DesignatedRow extends DesignatedPerson {
  readonly accountId: string;
}

/** Everyone who has or had a role at accounts, by account id, with their training: one statement, however many accounts. No name is read. */
export async function peopleOf(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, DesignatedPerson[]>> {
  const rows: DesignatedRow[] = await tx.query(
    `select d.account_id as "accountId", ${designationColumns}, ${trainingSql} as training
     from designation d join person on person.id = d.person_id where d.account_id = any(${givenIds}) order by d.from_day, d.id`,
    [idArray(accountIds)],
  );
  const people = new Map<string, DesignatedPerson[]>(accountIds.map((id) => [id, []]));
  for (const { accountId, ...person } of rows) people.get(accountId)?.push(person);
  return people;
}

interface AuditorRow {
  readonly auditId: string;
  readonly startedOn: Day | null;
  readonly designations: readonly DesignationFact[];
  readonly training: TrainingFacts;
}

/** Whether the internal auditor of an audit was qualified on its first day, and since when a retraining was open on it (G-4.2). */
export interface AuditorOnFirstDay {
  readonly isByQualifiedAuditor: boolean;
  readonly auditorLacks: AuditorLacks;
  readonly retrainingSince: Day | null;
}

/**
 * Whether the internal auditor of each audit of accounts was qualified on its first day (G-4.1, R-51), by audit id. Audits without an internal
 * auditor or a first day are left out.
 */
export async function internalAuditorsQualified(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, AuditorOnFirstDay>> {
  const rows: AuditorRow[] = await tx.query(auditorsSql, [idArray(accountIds)]);
  return new Map(
    rows.flatMap(({ auditId, startedOn, designations, training }): [string, AuditorOnFirstDay][] => {
      if (startedOn === null) return [];
      const qualification = qualifiesAsInternalAuditor(training, designations, startedOn);
      const retrainingSince = openRetraining(training.retrainings, startedOn);
      return [[auditId, { isByQualifiedAuditor: qualification.qualifies, auditorLacks: lacksOf(qualification), retrainingSince }]];
    }),
  );
}

const auditorsSql = `
  select audit.id as "auditId", audit.started_on as "startedOn", ${trainingSql} as training, coalesce((
      select json_agg(json_build_object('id', d.id, 'role', d.role, 'from', d.from_day, 'to', d.to_day,
        'isPermanentFullTime', d.is_permanent_full_time, 'codeSignedOn', d.code_signed_on))
      from designation d where d.person_id = person.id and d.account_id = audit.account_id
    ), '[]') as designations
  from audit join person on person.id = audit.internal_auditor_id where audit.account_id = any(${givenIds})`;
