import type { AppealFact, AppealLevelFact } from '../../../src/rules/cycle/appeal.ts';
import type { Refusal } from '../../../src/rules/decision.ts';
import {
  type AppealedAudit,
  type ProposedAppeal,
  refuseAcknowledgement,
  refuseAgreement,
  refuseAppeal,
  refuseAppealDecision,
  refuseSecondLevel,
} from '../../../src/rules/recording/appealing.ts';
import { casesOf } from '../case-file.ts';

/** An appeal as an analyst writes it. Default for each fact: not recorded. */
export interface CompactAppeal {
  readonly id?: string;
  readonly agreedOn?: string;
  readonly levels: readonly (Partial<AppealLevelFact> & Pick<AppealLevelFact, 'level'>)[];
}

/** One case of appealing.cases.yaml, as written; it proposes one thing. */
export interface AppealingCase {
  readonly case: string;
  readonly audit?: Partial<AppealedAudit> & Pick<AppealedAudit, 'type'>;
  readonly appeal?: CompactAppeal;
  readonly file?: Partial<ProposedAppeal> & Pick<ProposedAppeal, 'on'>;
  readonly second?: string;
  readonly acknowledge?: { readonly level: 1 | 2; readonly on: string };
  readonly decide?: { readonly level: 1 | 2 | 3; readonly on: string };
  readonly agree?: string;
  readonly refused: readonly string[];
  readonly code?: string;
}

export const appealingCases = casesOf<AppealingCase>('recording/appealing.cases.yaml');

/** An appeal with everything written out. */
export const appealOf = ({ id = 'P1', agreedOn, levels }: CompactAppeal): AppealFact => ({
  id,
  audit: 'A1',
  agreedOn: agreedOn ?? null,
  levels: levels.map((level) => ({ filedOn: null, acknowledgedOn: null, decidedOn: null, outcome: null, ...level })),
});

/** What the law says about the proposal of a case. */
export function judgeAppealing({ case: title, audit, appeal, file, second, acknowledge, decide, agree }: AppealingCase): Refusal | null {
  if (audit && file) {
    const appealed = { reportedOn: null, reportReceivedOn: null, closedOn: null, ...audit };
    return refuseAppeal(appealed, { onOriginalEvidence: true, isAppealed: false, ...file });
  }
  if (!appeal) throw new Error(`${title} proposes nothing`);
  const fact = appealOf(appeal);
  if (second) return refuseSecondLevel(fact, second);
  if (acknowledge) return refuseAcknowledgement(fact, acknowledge.level, acknowledge.on);
  if (decide) return refuseAppealDecision(fact, decide.level, decide.on);
  return refuseAgreement(fact, agree ?? '');
}
