import type { Context } from '../contract/context.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import { AuditStepRow } from '../database/tables/audit-step.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { type Fault, faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { alterRecord, lockedFacts, refuseFutureDay } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { updateStandings } from '../mutations/update-standings.service.ts';
import { recordAuditEvent, recordAuditStepChange } from '../outbox/record-audit-change.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { stepsOf } from '../rules/recording/audit-steps.ts';
import { refuseAuditStep } from '../rules/recording/auditing.ts';
import type { AuditLife, AuditStep } from '../rules/recording/auditing-facts.ts';
import { refuseAudit } from '../rules/recording/beginning-audit.ts';
import { type AuditSource, auditInUnit } from './audit.loader.ts';
import { columnsAfter, columnsBefore } from './audit-columns.ts';
import type { BeginAuditInput, RecordAuditStepInput, SelectExternalAuditorInput, UndoAuditStepInput } from './audit-life.input.ts';
import { columnsBeforeLast, type LastStep } from './columns-before-last.ts';
import { companyOn } from './company-on.ts';
import { keepingSupport } from './keeping-support.service.ts';
import { auditingFacts, type LockedAudit, lockedAuditLife } from './locked-audit-life.ts';
import { isOrganization, permitAccount, permitAudit } from './own-audit.ts';

type Outcome = Promise<Written<AuditSource> | Refusal>;

/** Begins an audit of an account (G-2.4.b, G-2.4.g, G-2.4.i, G-2.4.j, G-2.5.b). */
export async function beginAudit(unit: Unit, context: Context, input: BeginAuditInput): Outcome {
  const accountId = await accountNamed(unit, input.account);
  await permitAccount(unit, context, accountId, input.type);
  if (isOrganization(context) && input.sharesSubmissionOf) throw faults.FORBIDDEN('sharing a submission');
  const stored = await lockedFacts(unit, accountId);
  const { type, tool } = input;
  const reAuditOf = input.reAuditOf ? recordId('reAuditOf', input.reAuditOf, 'Audit') : null;
  if (type !== 'RE_AUDIT' && reAuditOf !== null)
    throw faults.BAD_USER_INPUT('input.reAuditOf', 'input.reAuditOf belongs to an audit of type RE_AUDIT.');
  const submissionOf = await sharedSubmission(unit, accountId, input);
  const refusal = refuseAudit(await auditingFacts(unit.tx, accountId, stored), { type, tool, on: dayGiven(unit, input.on), reAuditOf });
  if (refusal) return refusal;
  const values = [accountId, type, tool, reAuditOf, submissionOf, submissionOf && (input.sharingAgreedOn ?? null)];
  const [row]: { id: string }[] = await unit.tx.query(
    `insert into audit (id, reference, account_id, type, tool, re_audit_of_id, submission_of_id, sharing_agreed_on)
     select id, id::text, $1, $2, $3, $4, $5, $6 from new_id() as id returning id`,
    values,
  );
  if (!row) throw new Error('The audit was not entered.');
  await recordAuditEvent(unit, 'BEGUN', [row.id]);
  return { thing: await auditInUnit(unit.tx, row.id), subject: accountId };
}

/** One submission for several accounts of an organization, if IHSA agreed. */
async function sharedSubmission(unit: Unit, accountId: string, input: BeginAuditInput): Promise<string | null> {
  const { sharesSubmissionOf, sharingAgreedOn = null } = input;
  if (!sharesSubmissionOf !== (sharingAgreedOn === null))
    throw faults.BAD_USER_INPUT('input.sharingAgreedOn', 'input.sharingAgreedOn goes with input.sharesSubmissionOf, and only with it.');
  if (!sharesSubmissionOf) return null;
  if (sharingAgreedOn !== null) refuseFutureDay('sharingAgreedOn', sharingAgreedOn, unit);
  const id = recordId('sharesSubmissionOf', sharesSubmissionOf, 'Audit');
  const [other]: unknown[] = await unit.tx.query(
    `select from audit join account theirs on theirs.id = audit.account_id join account own on own.organization_id = theirs.organization_id
     where audit.id = $1 and own.id = $2 and theirs.id <> own.id and audit.type = $3
       and audit.submission_of_id is null`,
    [id, accountId, input.type],
  );
  if (!other)
    throw faults.BAD_USER_INPUT(
      'input.sharesSubmissionOf',
      'input.sharesSubmissionOf must be an audit of the same type of another account of the organization, with a submission of its own.',
    );
  return id;
}

/** Records what happened to an audit. */
export async function recordAuditStep(unit: Unit, context: Context, input: RecordAuditStepInput): Outcome {
  const { step, reviewer = null } = input;
  await permitAudit(unit, context, recordOf(input).id);
  if (step === 'AUDITOR_SELECTED' || step === 'SCORED')
    throw faults.BAD_USER_INPUT('input.step', 'input.step has a separate mutation: selectExternalAuditor, recordAuditScores.');
  if ((step === 'REVIEWER_ASSIGNED') !== (reviewer !== null))
    throw faults.BAD_USER_INPUT('input.reviewer', 'input.reviewer goes with the step REVIEWER_ASSIGNED, and only with it.');
  const on = dayGiven(unit, input.on);
  const locked = await lockedAuditLife(unit, recordOf(input));
  refuseForeignStep(locked.audit, step);
  const refusal = refuseAuditStep(locked.facts, { audit: locked.audit, step, on, isByOrganization: isOrganization(context) });
  if (refusal) return refusal;
  const changes = { ...columnsAfter(step, on, locked.audit), ...(reviewer === null ? {} : { reviewer: reviewer.trim() }) };
  const recorded = { kind: step, on, note: input.note ?? null };
  return keepingSupport(unit, locked.accountId, null, () => write(unit, locked, recorded, changes));
}

/** G-2.4.g, G-3.4.a: records who conducts an external audit, for the company under which the auditor is on the approved list that day. */
export async function selectExternalAuditor(unit: Unit, input: SelectExternalAuditorInput): Outcome {
  const on = dayGiven(unit, input.on);
  const auditor = recordId('auditor', input.auditor, 'ExternalAuditor');
  const [known]: unknown[] = await unit.tx.query('select from external_auditor where id = $1', [auditor]);
  if (!known) throw faults.NOT_FOUND('external auditor');
  const locked = await lockedAuditLife(unit, recordOf(input), [auditor]);
  refuseForeignStep(locked.audit, 'AUDITOR_SELECTED');
  const company = await companyOn(unit.tx, auditor, on);
  const refusal = refuseAuditStep(locked.facts, { audit: locked.audit, step: 'AUDITOR_SELECTED', on, auditor, company });
  if (refusal) return refusal;
  const step = { kind: 'AUDITOR_SELECTED', on, note: input.note ?? null } as const;
  return write(unit, locked, step, { externalAuditorId: auditor, companyId: company, planSubmittedOn: null, planApprovedOn: null });
}

/** Takes back the last step recorded. */
export async function undoAuditStep(unit: Unit, input: UndoAuditStepInput): Outcome {
  const locked = await lockedAuditLife(unit, recordOf(input));
  return keepingSupport(unit, locked.accountId, input.exception, () => undo(unit, locked, input));
}

async function undo(unit: Unit, locked: LockedAudit, input: UndoAuditStepInput): Outcome {
  const { audit } = locked;
  const [last]: LastStep[] = await unit.tx.query(
    `select id, kind, occurred_on as on, recorded_by is null as "isImported" from audit_step where audit_id = $1 order by recorded_at desc, id desc limit 1`,
    [audit.id],
  );
  if (last?.kind !== input.step || last.kind === 'SCORED' || last.kind === 'AUDITOR_SELECTED') throw notLast();
  await unit.tx.query('delete from audit_step where id = $1', [last.id]);
  const was = await columnsBeforeLast(unit, audit.id, last);
  await recordAuditStepChange(unit, { auditId: audit.id, step: last.kind, on: last.on, isUndone: true });
  return alter(unit, locked, columnsBefore(last, audit, was));
}

const notLast = (): Fault =>
  faults.BAD_USER_INPUT('input.step', 'input.step must be the step that was recorded last, and neither SCORED nor AUDITOR_SELECTED.');

/** Records a step of a locked audit, and what it changes. */
export async function write(
  unit: Unit,
  locked: LockedAudit,
  { kind, on, note }: { readonly kind: AuditStep; readonly on: Day; readonly note: string | null },
  changes: Partial<AuditRow>,
): Promise<Written<AuditSource>> {
  const { audit } = locked;
  await unit.tx.insert(AuditStepRow, { auditId: audit.id, kind, occurredOn: on, note, recordedBy: unit.actor });
  await recordAuditStepChange(unit, { auditId: audit.id, step: kind, on, isUndone: false });
  return alter(unit, locked, changes);
}

// The version is the audit's, so it rises even if only a step or a score was added.
async function alter(unit: Unit, { record, accountId, audit }: LockedAudit, changes: Partial<AuditRow>): Promise<Written<AuditSource>> {
  await alterRecord(unit, AuditRow, record, { ...changes, version: () => 'version + 1' });
  // of all audits, only those of transition affect the standing.
  if (audit.type === 'TRANSITION' && 'completedOn' in changes) await updateStandings(unit, [accountId]);
  return { thing: await auditInUnit(unit.tx, record.id), subject: accountId };
}

export const recordOf = ({ audit, expectedVersion }: { readonly audit: string; readonly expectedVersion: number }) => ({
  id: recordId('audit', audit, 'Audit'),
  expectedVersion,
});

export function dayGiven(unit: Unit, on: Day | null | undefined): Day {
  const day = on ?? unit.today;
  refuseFutureDay('on', day, unit);
  return day;
}

export function refuseForeignStep({ type }: AuditLife, step: AuditStep): void {
  if (stepsOf(type).includes(step)) return;
  throw faults.BAD_USER_INPUT('input.audit', `input.audit is of type ${type}, which does not take the step ${step}.`);
}
