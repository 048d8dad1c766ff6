import type { EntityManager } from 'typeorm';
import { givenIds, idArray } from '../database/id-array.ts';
import { type AuditorOnFirstDay, internalAuditorsQualified } from '../qualifications/person.facts.ts';
import type { Day } from '../rules/calendar.ts';
import { decideAuditScore } from '../rules/cycle/audit-score.ts';
import type { Standard } from '../rules/facts.ts';
import type { AuditLife } from '../rules/recording/auditing-facts.ts';
import type { AuditNaming, AuditorOnFile, LaterScore } from '../rules/recording/issuing-facts.ts';
import { columnsOfSteps } from './audit-columns.ts';
import { sharesSubmission } from './shared-submission.ts';

interface ScoredRow {
  readonly on: Day;
  readonly overall: string;
  readonly legislated: string;
  readonly elements: readonly { readonly element: number; readonly score: string }[];
}

/** An audit as stored, with its steps and scores: what the law of recording and of issuing judges. */
interface StoredAuditFile extends Omit<AuditLife, 'passed' | 'laterScores' | keyof AuditorOnFirstDay | 'newAuditAskedForOn'> {
  readonly accountId: string;
  readonly overall: string | null;
  readonly legislated: string | null;
  readonly elements: ScoredRow['elements'];
  readonly later: readonly ScoredRow[];
}

/** The audits of accounts with everything recorded about them, in one statement. */
const filesSql = `
  select a.id, a.account_id as "accountId", a.type, a.tool, a.started_on as "startedOn", a.completed_on as "completedOn",
    a.received_on as "receivedOn", a.reported_on as "reportedOn", a.closed_on as "closedOn", a.overall, a.legislated,
    a.re_audit_of_id as "reAuditOf", a.signed_off_on as "signedOffOn", a.submitted_on as "submittedOn",
    a.pre_assessed_on as "preAssessedOn", a.reviewed_on as "reviewedOn", a.report_received_on as "reportReceivedOn",
    a.report_approved_on as "reportApprovedOn", a.follow_up as "followUp", a.follow_up_on as "followUpOn",
    a.action_plan_submitted_on as "actionPlanSubmittedOn", a.action_plan_approved_on as "planOfActionApprovedOn",
    a.shown_on as "shownToAuditorOn", a.plan_submitted_on as "planSubmittedOn", a.plan_approved_on as "planApprovedOn",
    coalesce(a.external_auditor_id::text, (select min(id::text) from external_auditor where name = a.auditor), a.auditor) as auditor,
    coalesce(a.company_id::text, (select min(id::text) from auditing_company where name = a.auditing_company), a.auditing_company)
      as "auditingCompany",
    a.internal_auditor_id as "internalAuditor", coalesce((
      select json_agg(json_build_object('element', element, 'score', score::text) order by element) from element_score where audit_id = a.id
    ), '[]') as elements,
    coalesce((
      select json_agg(json_build_object('on', scored_on, 'overall', overall::text, 'legislated', legislated::text, 'elements', (
        select json_agg(json_build_object('element', place, 'score', score::text) order by place)
        from unnest(elements) with ordinality as each (score, place)
      )) order by scored_on) from later_scoring where audit_id = a.id
    ), '[]') as later,
    coalesce((
      select json_agg(json_build_object('kind', kind, 'on', occurred_on) order by occurred_on, id) from audit_step where audit_id = a.id
    ), '[]') as steps, coalesce((
      select json_agg(json_build_object('kind', kind, 'name', name, 'createdOn', created_on) order by id)
      from audit_document where audit_id = a.id
        or (audit_id = a.submission_of_id and kind in ('AUDIT_MATERIAL', 'EVIDENCE', 'TRAINING_RECORD') and ${sharesSubmission})
    ), '[]') as documents
  from audit a where a.account_id = any(${givenIds}) order by a.id`;

/** The audits of accounts, by account id, with everything that the law of issuing judges: two statements. */
export async function auditFilesByAccount(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, AuditFile[]>> {
  const rows: StoredAuditFile[] = await tx.query(filesSql, [idArray(accountIds)]);
  const files = new Map<string, AuditFile[]>(accountIds.map((id) => [id, []]));
  const qualified = await internalAuditorsQualified(tx, accountIds);
  for (const row of rows) files.get(row.accountId)?.push(fileOf(row, qualified.get(row.id)));
  return files;
}

/** An audit with everything recorded about it, and its account. */
export interface AuditFile extends AuditLife {
  readonly accountId: string;
}

function fileOf({ overall, legislated, elements, later, ...row }: StoredAuditFile, auditor: AuditorOnFirstDay | undefined): AuditFile {
  const audit = withImportedSteps(row);
  const { tool, followUp, followUpOn, completedOn, receivedOn, reportedOn } = audit;
  const scoredOn = completedOn ?? receivedOn ?? reportedOn;
  const passed = scoredOn === null ? null : passes(tool, { on: scoredOn, overall, legislated, elements });
  return {
    ...audit,
    passed,
    laterScores: later.map((scores): LaterScore => ({ on: scores.on, passed: passes(tool, scores) })),
    isByQualifiedAuditor: auditor?.isByQualifiedAuditor ?? null,
    ...(auditor && { auditorLacks: auditor.auditorLacks }),
    retrainingSince: auditor?.retrainingSince ?? null,
    newAuditAskedForOn: followUp === 'NEW_AUDIT' ? followUpOn : null,
  };
}

type AuditDays = Omit<StoredAuditFile, 'overall' | 'legislated' | 'elements' | 'later'>;

/** An import brings columns without the steps that the API records beside them: if a column is empty, the steps give the day. */
function withImportedSteps(audit: AuditDays): AuditDays {
  const byStep = columnsOfSteps(audit.steps);
  return {
    ...audit,
    signedOffOn: audit.signedOffOn ?? byStep.signedOffOn ?? null,
    submittedOn: audit.submittedOn ?? byStep.submittedOn ?? null,
    receivedOn: audit.receivedOn ?? byStep.receivedOn ?? null,
    preAssessedOn: audit.preAssessedOn ?? byStep.preAssessedOn ?? null,
    reviewedOn: audit.reviewedOn ?? byStep.reviewedOn ?? null,
    reportReceivedOn: audit.reportReceivedOn ?? byStep.reportReceivedOn ?? null,
    reportApprovedOn: audit.reportApprovedOn ?? byStep.reportApprovedOn ?? null,
    reportedOn: audit.reportedOn ?? byStep.reportedOn ?? null,
    followUp: audit.followUp ?? byStep.followUp ?? null,
    followUpOn: audit.followUpOn ?? byStep.followUpOn ?? null,
    actionPlanSubmittedOn: audit.actionPlanSubmittedOn ?? byStep.actionPlanSubmittedOn ?? null,
    planOfActionApprovedOn: audit.planOfActionApprovedOn ?? byStep.actionPlanApprovedOn ?? null,
    shownToAuditorOn: audit.shownToAuditorOn ?? byStep.shownOn ?? null,
    planSubmittedOn: audit.planSubmittedOn ?? byStep.planSubmittedOn ?? null,
    planApprovedOn: audit.planApprovedOn ?? byStep.planApprovedOn ?? null,
  };
}

interface Scores extends Pick<ScoredRow, 'on' | 'elements'> {
  readonly overall: string | null;
  readonly legislated: string | null;
}

/** G-2.3; null if not all scores are recorded. */
function passes(tool: Standard, { on, overall, legislated, elements }: Scores): boolean | null {
  if (overall === null || legislated === null) return null;
  const { outcome } = decideAuditScore({ tool, overall, legislated, elements: [...elements] }, on);
  return outcome === 'BAD_INPUT' ? null : outcome === 'PASSED';
}

interface AuditorRow extends AuditorOnFile {
  readonly accountId: string;
}

/**
 * The auditors of accounts' audits who are in the register, and those named besides, with what concerns each account. If an import gave only a name,
 * the register's entry of that name is meant.
 */
export async function auditorsOnFile(
  tx: EntityManager,
  accountIds: readonly string[],
  besides: readonly string[] = [],
): Promise<Map<string, AuditorOnFile[]>> {
  const rows: AuditorRow[] = await tx.query(auditorsSql, [idArray(accountIds), besides]);
  const auditors = new Map<string, AuditorOnFile[]>(accountIds.map((id) => [id, []]));
  for (const { accountId, ...auditor } of rows) auditors.get(accountId)?.push(auditor);
  return auditors;
}

// Three joins by equality, since one join on either of them would compare every account with the whole register.
const auditorsSql = `
  with named as (
    select id, organization_id, unnest($2::uuid[]) as auditor_id from account where id = any(${givenIds})
    union
    select account.id, organization_id, external_auditor_id from audit join account on account.id = audit.account_id
    where account.id = any(${givenIds}) and external_auditor_id is not null
    union
    select account.id, organization_id, auditor.id
    from audit join account on account.id = audit.account_id join external_auditor auditor on auditor.name = audit.auditor
    where account.id = any(${givenIds}) and external_auditor_id is null
  )
  select account.id as "accountId", auditor.id, auditor.removed_on as "removedOn", coalesce((
      select json_agg(json_build_object('from', from_day, 'to', to_day) order by from_day)
      from approved_list_period where auditor_id = auditor.id
    ), '[]') as listed, coalesce((
      select json_agg(json_build_object('from', from_day, 'to', to_day) order by from_day)
      from consulting_engagement where auditor_id = auditor.id and organization_id = account.organization_id
    ), '[]') as consulting, coalesce((
      select json_agg(json_build_object('from', withdrawal_requested_on, 'to', request_ended_on - 1) order by withdrawal_requested_on)
      from conflict_of_interest
      where auditor_id = auditor.id and organization_id = account.organization_id and withdrawal_requested_on is not null
        and (request_ended_on is null or request_ended_on > withdrawal_requested_on)
    ), '[]') as "askedToWithdraw"
  from named account join external_auditor auditor on auditor.id = account.auditor_id order by auditor.id`;

interface NamingRow extends AuditNaming {
  readonly accountId: string;
}

/** The audits that the certificates and letters of accounts name. */
export async function auditNamingsByAccount(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, AuditNaming[]>> {
  const rows: NamingRow[] = await tx.query(
    `select account_id as "accountId", number as document, audit_id as audit from certificate
     where audit_id is not null and account_id = any(${givenIds})
     union all
     select account_id, letter.number, letter.audit_id from letter_of_good_standing letter join certificate on certificate.id = certificate_id
     where letter.audit_id is not null and account_id = any(${givenIds})`,
    [idArray(accountIds)],
  );
  const namings = new Map<string, AuditNaming[]>(accountIds.map((id) => [id, []]));
  for (const { accountId, ...naming } of rows) namings.get(accountId)?.push(naming);
  return namings;
}
