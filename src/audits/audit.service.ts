import { AuditRow } from '../database/tables/audit.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { correct, differingFields, nothingToCorrect } from '../mutations/correct.service.ts';
import { alterRecord, type LockedRecord, lockedRecord, type ReadRecord, refuseFutureDay, removeRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { recordAuditEvent } from '../outbox/record-audit-change.ts';
import { lastElement } from '../rules/audit-tool.ts';
import { Refusal } from '../rules/decision.ts';
import { refuseAuditRemoval } from '../rules/recording/keeping-support.ts';
import type { StoredFacts } from '../standing/standing.facts.ts';
import type { CorrectAuditInput } from './audit.input.ts';
import { type AuditSource, auditInUnit } from './audit.loader.ts';
import { correctedAuditor } from './corrected-auditor.ts';
import type { StoredIssuingFacts } from './issuing.facts.ts';
import { keepingSupport } from './keeping-support.service.ts';
import { refuseOtherMaker, refuseReceiptOutOfOrder } from './sound-correction.ts';

type Outcome = Promise<Written<AuditSource> | Refusal>;

/** Corrects the record of an audit and its scores, or removes an audit that never took place. */
export async function correctAudit(unit: Unit, input: CorrectAuditInput): Outcome {
  const record = { id: recordId('audit', input.audit, 'Audit'), expectedVersion: input.expectedVersion };
  const find = (id: string) => unit.tx.findOneBy(AuditRow, { id });
  const file = await lockedRecord(unit, 'audit', record, find, ({ accountId }) => accountId);
  const alter = (before: StoredIssuingFacts) =>
    input.recordedInError ? remove(unit, record, file, input, before) : change(unit, record, file, input);
  return keepingSupport(unit, file.accountId, input.exception, alter);
}

async function change(unit: Unit, record: ReadRecord, file: LockedRecord<AuditRow>, input: CorrectAuditInput): Outcome {
  const was = await auditInUnit(unit.tx, record.id);
  refuseOtherMaker(file.row, was, input);
  const maker = await correctedAuditor(unit, record, file.row, input);
  if (maker instanceof Refusal) return maker;
  const changes = differingFields(file.row, { ...givenFields(input), ...maker });
  const elements = input.elements ?? null;
  const corrected = { ...file.row, ...changes };
  refuseUnsoundAudit(unit, corrected, elements ?? was.elements);
  refuseReceiptOutOfOrder(corrected, input);
  if (Object.keys(changes).length === 0 && (elements === null || hasSameScores(elements, was.elements))) throw nothingToCorrect();
  return correct(unit, file, {
    after: withTransition(file.facts, corrected),
    isKept: input.keepAgainstTheLaw,
    write: () => writeAudit(unit, record, changes, elements),
    answer: () => auditInUnit(unit.tx, record.id),
  });
}

const givenFields = (input: CorrectAuditInput) => ({
  type: input.type ?? undefined,
  tool: input.tool ?? undefined,
  startedOn: input.startedOn,
  completedOn: input.completedOn,
  receivedOn: input.receivedOn,
  reportedOn: input.reportedOn,
  closedOn: input.closedOn,
  auditor: input.auditor,
  auditingCompany: input.auditingCompany,
  overall: input.overall && twoDecimals(input.overall),
  legislated: input.legislated && twoDecimals(input.legislated),
});

/** A score as it is stored: 80 and 80 % are 80.00. */
export function twoDecimals(score: string): string {
  const [whole = '', decimals = ''] = score.replace(/ ?%$/, '').split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}

type Scores = readonly { readonly element: number; readonly score: string }[];

const hasSameScores = (given: Scores, was: Scores): boolean =>
  given.length === was.length &&
  given.every(({ element, score }) => was.some((each) => each.element === element && each.score === twoDecimals(score)));

/** The same checks that an import makes on an audit's row. */
function refuseUnsoundAudit(unit: Unit, audit: AuditRow, elements: Scores): void {
  for (const field of ['startedOn', 'completedOn', 'receivedOn', 'reportedOn', 'closedOn'] as const) {
    const day = audit[field];
    if (day !== null) refuseFutureDay(field, day, unit);
  }
  if (audit.startedOn !== null && audit.completedOn !== null && audit.completedOn < audit.startedOn)
    throw faults.BAD_USER_INPUT('input.completedOn', 'input.completedOn must not be before the first day on site.');
  refuseIncompleteScores(unit, audit, elements);
}

/**
 * F-18: every element of the tool has a score, and no other element has one; an audit without any counts as one whose scores are not
 * recorded.
 */
export function refuseIncompleteScores(
  { today }: Unit,
  { tool, completedOn = null }: Pick<AuditRow, 'tool'> & Partial<Pick<AuditRow, 'completedOn'>>,
  elements: Scores,
  field = 'input.elements',
): void {
  const last = lastElement(tool, completedOn ?? today);
  if (elements.length === 0 || (elements.length === last && elements.every(({ element }) => element <= last))) return;
  throw faults.BAD_USER_INPUT(field, `${field} must hold a score for each element of the audit tool, 1 to ${last}, or none.`);
}

/** of all audits, only those of transition affect the standing. */
const withTransition = (facts: StoredFacts, { id, type, completedOn }: AuditRow): StoredFacts => {
  const others = facts.transitionAudits.filter((audit) => audit.id !== id);
  return { ...facts, transitionAudits: type === 'TRANSITION' && completedOn !== null ? [...others, { id, completedOn }] : others };
};

// The version is the audit's, so it rises even if only a score was wrong.
async function writeAudit(unit: Unit, record: ReadRecord, changes: Partial<AuditRow>, elements: Scores | null): Promise<void> {
  await alterRecord(unit, AuditRow, record, { ...changes, version: () => 'version + 1' });
  if (elements !== null) await writeElementScores(unit, record.id, elements);
  await recordAuditEvent(unit, 'CORRECTED', [record.id]);
}

/** Replaces the recorded scores of an audit's elements. */
export async function writeElementScores({ tx }: Unit, auditId: string, elements: Scores): Promise<void> {
  const numbers = elements.map(({ element }) => element);
  await tx.query('delete from element_score where audit_id = $1 and element <> all($2::smallint[])', [auditId, numbers]);
  await tx.query(
    `insert into element_score (audit_id, element, score) select $1, * from unnest($2::smallint[], $3::numeric[])
     on conflict on constraint element_score_once do update set score = excluded.score`,
    [auditId, numbers, elements.map(({ score }) => twoDecimals(score))],
  );
}

async function remove(
  unit: Unit,
  record: ReadRecord,
  file: LockedRecord<AuditRow>,
  { keepAgainstTheLaw }: CorrectAuditInput,
  before: StoredIssuingFacts,
): Outcome {
  const refusal = refuseAuditRemoval(before, record.id);
  if (refusal) return refusal;
  const wasShown = await auditInUnit(unit.tx, record.id);
  const others = file.facts.transitionAudits.filter(({ id }) => id !== record.id);
  return correct(unit, file, {
    after: { ...file.facts, transitionAudits: others },
    isKept: keepAgainstTheLaw,
    write: async () => {
      await recordAuditEvent(unit, 'REMOVED', [record.id]);
      await unit.tx.query('update audit set submission_of_id = null, sharing_agreed_on = null where submission_of_id = $1', [record.id]);
      await unit.tx.query('delete from element_score where audit_id = $1', [record.id]);
      await removeRecord(unit, AuditRow, record);
    },
    answer: async () => ({ ...wasShown, version: null }),
  });
}
