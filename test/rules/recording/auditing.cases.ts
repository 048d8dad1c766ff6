import type { Refusal } from '../../../src/rules/decision.ts';
import { refuseAuditStep } from '../../../src/rules/recording/auditing.ts';
import type { AuditingFacts, AuditLife, AuditStep } from '../../../src/rules/recording/auditing-facts.ts';
import { type ProposedAudit, refuseAudit } from '../../../src/rules/recording/beginning-audit.ts';
import { type AuditNaming, type AuditorOnFile, nothingFurther } from '../../../src/rules/recording/issuing-facts.ts';
import { type CompactFacts, casesOf, factsOf } from '../case-file.ts';
import { type CompactCycleFacts, cycleFactsOf } from '../cycle/cycle-case-file.ts';

interface CompactAuditing extends CompactFacts {
  readonly audits?: readonly (Partial<AuditLife> & Pick<AuditLife, 'id' | 'type'>)[];
  readonly auditors?: readonly (Partial<AuditorOnFile> & Pick<AuditorOnFile, 'id'>)[];
  readonly namings?: readonly AuditNaming[];
  readonly people?: CompactCycleFacts['people'];
  readonly systemInPlaceSince?: string;
}

/** One case of auditing.cases.yaml, as written: a step of an audit, or an audit to begin. */
export interface AuditingCase {
  readonly case: string;
  readonly facts: CompactAuditing;
  readonly audit?: string;
  readonly step?: AuditStep;
  readonly on?: string;
  readonly auditor?: string;
  readonly company?: string;
  readonly isByOrganization?: boolean;
  readonly begin?: Partial<ProposedAudit> & Pick<ProposedAudit, 'type' | 'on'>;
  readonly refused: readonly string[];
  readonly code?: string;
}

export const auditingCases = casesOf<AuditingCase>('recording/auditing.cases.yaml');

/** What the law says about the proposal of a case. */
export function judgeAuditingCase({
  case: title,
  facts: compact,
  begin,
  audit: id,
  step,
  on,
  auditor,
  company,
  isByOrganization = false,
}: AuditingCase): Refusal | null {
  const facts = auditingFactsOf(compact);
  if (begin) return refuseAudit(facts, { tool: 'COR_2020', reAuditOf: null, ...begin });
  const audit = facts.audits.find((each) => each.id === id);
  if (!audit || !step || !on) throw new Error(`${title} proposes nothing`);
  return refuseAuditStep(facts, { audit, step, on, auditor: auditor ?? null, company: company ?? null, isByOrganization });
}

const auditingFactsOf = ({
  audits = [],
  auditors = [],
  namings = [],
  people,
  systemInPlaceSince,
  ...compact
}: CompactAuditing): AuditingFacts => ({
  ...factsOf(compact),
  wsibStatements: [],
  audits: audits.map((audit) => ({ ...nothingRecorded, ...audit })),
  auditors: auditors.map((auditor) => ({ listed: [], removedOn: null, consulting: [], askedToWithdraw: [], ...auditor })),
  namings,
  people: cycleFactsOf({ ...(people && { people }) }).people ?? [],
  systemInPlaceSince: systemInPlaceSince ?? null,
});

export const nothingRecorded = {
  ...nothingFurther,
  tool: 'COR_2020',
  startedOn: null,
  completedOn: null,
  receivedOn: null,
  reportedOn: null,
  closedOn: null,
  passed: null,
  submittedOn: null,
  followUp: null,
  followUpOn: null,
  actionPlanSubmittedOn: null,
  planSubmittedOn: null,
  steps: [],
  documents: [],
} as const satisfies Partial<AuditLife>;
