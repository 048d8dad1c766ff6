import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Context } from '../contract/context.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import { evaluationDueOn } from '../rules/recording/registering.ts';
import { seesWholeRegister } from '../rules/standing/disclosure.ts';
import type { ApprovedAuditor, ExternalAuditor } from './external-auditor.type.ts';

interface AuditorRow extends Omit<ExternalAuditor, 'evaluationDueOn'> {}

const select = `
  select auditor.id, auditor.name, auditor.erased_on as "erasedOn",
    (select count(*)::integer from erasure where auditor_id = auditor.id) as "erasedRows", auditor.removed_on as "removedOn", auditor.removal_reason as "removalReason", auditor.version,
    coalesce((
      select json_agg(json_build_object('company', company.name, 'from', from_day, 'to', to_day) order by from_day)
      from approved_list_period period left join auditing_company company on company.id = company_id where auditor_id = auditor.id
    ), '[]') as "approvedListPeriods",
    coalesce((
      select json_agg(evaluated_on order by evaluated_on) from auditor_evaluation where auditor_id = auditor.id
    ), '[]') as "evaluatedOn",
    coalesce((
      select json_agg(json_build_object('organization', organization_id, 'from', from_day, 'to', to_day) order by from_day, id)
      from consulting_engagement where auditor_id = auditor.id
    ), '[]') as "consultingEngagements",
    coalesce((
      select json_agg(json_build_object('organization', organization_id, 'declaredOn', declared_on, 'description', description,
        'withdrawalRequestedOn', withdrawal_requested_on, 'requestEndedOn', request_ended_on) order by declared_on, id)
      from conflict_of_interest where auditor_id = auditor.id
    ), '[]') as "conflictsOfInterest"
  from external_auditor auditor`;

function shown(row: AuditorRow): ExternalAuditor {
  const named = <Of extends { readonly organization: string }>(each: Of) => ({
    ...each,
    organization: toGlobalId('Organization', each.organization),
  });
  return {
    ...row,
    id: toGlobalId('ExternalAuditor', row.id),
    consultingEngagements: row.consultingEngagements.map(named),
    conflictsOfInterest: row.conflictsOfInterest.map(named),
    evaluationDueOn: row.removedOn === null ? evaluationDueOn(row.evaluatedOn, row.approvedListPeriods) : null,
  };
}

/** External auditors by their id, for staff; null for everyone else. */
export const externalAuditorById = (source: DataSource, context: Context): DataLoader<string, ExternalAuditor | null> =>
  new DataLoader(async (ids) => {
    if (!seesWholeRegister(viewerOf(context))) return ids.map(() => null);
    const { rows } = await poolOf(source).query<AuditorRow>(`${select} where auditor.id = any($1::uuid[])`, [ids]);
    const byId = new Map(rows.map((row) => [row.id, shown(row)]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** The entry of an auditor as a unit of work sees it. */
export async function auditorInUnit(tx: EntityManager, id: string): Promise<ExternalAuditor> {
  const [row]: AuditorRow[] = await tx.query(`${select} where auditor.id = $1`, [id]);
  if (!row) throw new Error('The auditor that a unit has just written does not exist.');
  return shown(row);
}

/** The register, by name; at most `first` entries. */
export async function auditorRegister(source: DataSource, search: string | null, first: number): Promise<ExternalAuditor[]> {
  const { rows } = await poolOf(source).query<AuditorRow>(
    `${select} where $1::text is null or position(lower($1) in lower(auditor.name)) > 0 order by auditor.name collate "C", auditor.id limit $2`,
    [search, first],
  );
  return rows.map(shown);
}

/** The approved list of a day: auditors who are on it and not removed. */
export async function approvedListOn(source: DataSource, on: Day): Promise<ApprovedAuditor[]> {
  const { rows } = await poolOf(source).query<ApprovedAuditor>(
    `select auditor.name, company.name as company
     from approved_list_period period join external_auditor auditor on auditor.id = auditor_id
       left join auditing_company company on company.id = company_id
     where from_day <= $1 and (to_day is null or to_day >= $1) and (removed_on is null or removed_on > $1)
     order by auditor.name collate "C", auditor.id`,
    [on],
  );
  return rows;
}
