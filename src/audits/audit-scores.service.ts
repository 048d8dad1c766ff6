import type { Context } from '../contract/context.ts';
import { LaterScoringRow } from '../database/tables/later-scoring.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import type { Written } from '../mutations/mutate.ts';
import type { Day } from '../rules/calendar.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseAuditStep } from '../rules/recording/auditing.ts';
import type { AuditLife } from '../rules/recording/auditing-facts.ts';
import { refuseDocument } from '../rules/recording/internal-audit.ts';
import type { AuditSource } from './audit.loader.ts';
import { refuseIncompleteScores, twoDecimals, writeElementScores } from './audit.service.ts';
import type { RecordAuditScoresInput } from './audit-life.input.ts';
import { dayGiven, recordOf, write } from './audit-life.service.ts';
import { keepingSupport } from './keeping-support.service.ts';
import { type LockedAudit, lockedAuditLife } from './locked-audit-life.ts';
import { isOrganization, permitAudit } from './own-audit.ts';

type Outcome = Promise<Written<AuditSource> | Refusal>;

/** G-2.3, G-2.4.k: records the scores of an audit; once it is reported, the first ones stay and later ones are kept with their day. */
export async function recordAuditScores(unit: Unit, context: Context, input: RecordAuditScoresInput): Outcome {
  const on = dayGiven(unit, input.on);
  await permitAudit(unit, context, recordOf(input).id);
  const locked = await lockedAuditLife(unit, recordOf(input));
  refuseIncompleteScores(unit, locked.audit, input.elements);
  const refusal =
    refuseAuditStep(locked.facts, { audit: locked.audit, step: 'SCORED', on }) ??
    (isOrganization(context) ? refuseDocument('AUDIT_MATERIAL', locked.audit.submittedOn) : null);
  if (refusal) return refusal;
  return keepingSupport(unit, locked.accountId, null, () => writeScores(unit, locked, input, on));
}

async function writeScores(unit: Unit, locked: LockedAudit, input: RecordAuditScoresInput, on: Day): Promise<Written<AuditSource>> {
  const [overall, legislated] = [twoDecimals(input.overall), twoDecimals(input.legislated)];
  const isFirst = !isReported(locked.audit);
  if (isFirst) await writeElementScores(unit, locked.audit.id, input.elements);
  else await addLaterScoring(unit, locked.audit.id, { scoredOn: on, overall, legislated, elements: inOrder(input) });
  return write(unit, locked, { kind: 'SCORED', on, note: input.note ?? null }, isFirst ? { overall, legislated } : {});
}

const isReported = ({ reportReceivedOn, reportApprovedOn, reportedOn }: AuditLife): boolean =>
  (reportReceivedOn ?? reportApprovedOn ?? reportedOn) !== null;

type Scoring = Pick<LaterScoringRow, 'scoredOn' | 'overall' | 'legislated' | 'elements'>;

const addLaterScoring = async ({ tx }: Unit, auditId: string, scoring: Scoring): Promise<void> => {
  await tx.insert(LaterScoringRow, { auditId, ...scoring });
};

const inOrder = ({ elements }: RecordAuditScoresInput): string[] =>
  elements.toSorted((a, b) => a.element - b.element).map(({ score }) => twoDecimals(score));
