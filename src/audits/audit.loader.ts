import { toGlobalId } from '../contract/global-id.ts';
import { type FileRecords, fileRecordById, fileRecordsByAccount, recordInUnit } from '../disclosure/file-loader.ts';
import { addDays } from '../rules/calendar.ts';
import { holdsOf } from '../rules/cycle/hold.ts';
import { auditPlanApprovalDays, valueOn } from '../rules/parameters.ts';
import type { Audit, AuditElementScoreSource, LaterScoring } from './audit.type.ts';

/** An audit with its account. */
export interface AuditSource extends Omit<Audit, 'elements' | 'laterScores'> {
  readonly accountId: string;
  readonly elements: AuditElementScoreSource[];
  readonly laterScores: (Omit<LaterScoring, 'elements'> & { readonly elements: AuditElementScoreSource[] })[];
}

type StoredAudit = Omit<AuditSource, 'planApprovalDueOn' | 'unpaidHolds'>;

const audits: FileRecords<StoredAudit, AuditSource> = {
  select: `select id, account_id as "accountId", type, tool, started_on as "startedOn", completed_on as "completedOn",
      received_on as "receivedOn", reported_on as "reportedOn", closed_on as "closedOn",
      coalesce((select name from external_auditor where external_auditor.id = external_auditor_id), auditor) as auditor,
      coalesce((select erased_on from external_auditor where external_auditor.id = external_auditor_id), (
        select erased_on from person where person.id = internal_auditor_id and type not in ('EXTERNAL', 'RE_AUDIT')
      )) as "auditorErasedOn",
      coalesce((select name from auditing_company where auditing_company.id = company_id), auditing_company) as "auditingCompany",
      signed_off_on as "signedOffOn", submitted_on as "submittedOn", pre_assessed_on as "preAssessedOn", reviewed_on as "reviewedOn",
      report_received_on as "reportReceivedOn", report_approved_on as "reportApprovedOn",
      action_plan_submitted_on as "actionPlanSubmittedOn", action_plan_approved_on as "actionPlanApprovedOn",
      case follow_up when 'NEW_AUDIT' then follow_up_on end as "newAuditAskedForOn", shown_on as "shownToAuditorOn",
      plan_submitted_on as "planSubmittedOn", plan_approved_on as "planApprovedOn",
      re_audit_of_id as "reAuditOf", submission_of_id as "sharesSubmissionOf", reviewer,
      coalesce((
        select json_agg(json_build_object('on', scored_on, 'overall', overall::text, 'legislated', legislated::text, 'elements', (
          select json_agg(json_build_object('element', place, 'score', score::text, 'tool', audit.tool) order by place)
          from unnest(later.elements) with ordinality as each (score, place)
        )) order by scored_on) from later_scoring later where later.audit_id = audit.id
      ), '[]') as "laterScores",
      coalesce((
        select json_agg(json_build_object('step', kind, 'on', occurred_on, 'note', note) order by recorded_at, audit_step.id)
        from audit_step where audit_step.audit_id = audit.id
      ), '[]') as steps,
      coalesce((
        select json_agg(json_build_object('key', id, 'kind', kind, 'fileName', name, 'createdOn', created_on, 'sha256', sha256,
          'size', size, 'mediaType', media_type, 'receivedOn', received_on, 'path', '/uploads/' || id) order by id)
        from audit_document where audit_document.audit_id = audit.id
      ), '[]') as documents,
      overall, legislated, version, coalesce((
        select json_agg(json_build_object('element', element, 'score', score::text, 'tool', audit.tool) order by element)
        from element_score where audit_id = audit.id
      ), '[]') as elements
    from audit`,
  account: 'account_id',
  id: 'id',
  order: 'completed_on, received_on, id',
  shown: (audit) => ({
    ...audit,
    id: toGlobalId('Audit', audit.id),
    reAuditOf: audit.reAuditOf && toGlobalId('Audit', audit.reAuditOf),
    sharesSubmissionOf: audit.sharesSubmissionOf && toGlobalId('Audit', audit.sharesSubmissionOf),
    unpaidHolds: [...holdsOf(audit.steps.map(({ step, on }) => ({ kind: step, on })))],
    planApprovalDueOn: audit.planSubmittedOn && addDays(audit.planSubmittedOn, valueOn(auditPlanApprovalDays, audit.planSubmittedOn)),
  }),
};

/** Audits by their id, for callers who see the whole file. */
export const auditById = fileRecordById(audits);

/** The audits of an account in order of completion, for callers who see the whole file. */
export const auditsByAccount = fileRecordsByAccount(audits);

export const auditInUnit = recordInUnit(audits);
