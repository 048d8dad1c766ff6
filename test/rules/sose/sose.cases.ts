import type { Day } from '../../../src/rules/calendar.ts';
import {
  type ActionPlanFact,
  type Eligibility,
  type Finding,
  type Holder,
  type LeadAuditorFact,
  type SoseCriterionKind,
  type SoseFacts,
  type SoseSystem,
  type SystemAuditFact,
  type SystemFact,
  soseEligibility,
} from '../../../src/rules/sose/sose.ts';
import { casesOf } from '../case-file.ts';
import { type CompactCycleFacts, cycleFactsOf } from '../cycle/cycle-case-file.ts';

type CompactSystemAudit = Partial<SystemAuditFact> & Pick<SystemAuditFact, 'completedOn'>;
type CompactSystem = Omit<Partial<SystemFact>, 'audits'> & { audits?: CompactSystemAudit[] };

/** The facts of an employer as an analyst writes them; the top of sose.cases.yaml explains them. */
export interface CompactSoseFacts extends CompactCycleFacts, Partial<Pick<SoseFacts, (typeof statements)[number]>> {
  systems?: CompactSystem[];
  leadAuditors?: Partial<LeadAuditorFact>[];
  actionPlans?: Partial<ActionPlanFact>[];
}

const statements = ['convictions', 'prosecutionUnderWay', 'workerParticipation'] as const;

/** One case of sose.cases.yaml, as written. */
export interface SoseCase {
  readonly case: string;
  readonly facts: CompactSoseFacts;
  readonly on: Day;
  readonly outcome?: Eligibility;
  readonly system?: SoseSystem | null;
  readonly met?: readonly SoseCriterionKind[];
  readonly notMet?: readonly SoseCriterionKind[];
  readonly notKnown?: readonly SoseCriterionKind[];
  readonly because?: Readonly<Record<string, string>>;
  readonly heldBy?: Readonly<Record<string, readonly Holder[]>>;
  readonly evidence?: Readonly<Record<string, readonly string[]>>;
  readonly cites?: Readonly<Record<string, readonly string[]>>;
  readonly says?: Readonly<Record<string, string>>;
  readonly needs?: Readonly<Record<string, string>>;
  readonly lastDayToApply?: Day | null;
  readonly movedBy?: readonly string[];
  readonly nextThirdPartyAuditBy?: Day | null;
  readonly warnings?: readonly string[];
}

/** The fields of a case that the runner checks or reads. */
export const soseFields = [
  ...(['case', 'facts', 'on', 'outcome', 'system', 'met', 'notMet', 'notKnown', 'because', 'heldBy', 'evidence'] as const),
  ...(['cites', 'says', 'needs', 'lastDayToApply', 'movedBy', 'nextThirdPartyAuditBy', 'warnings'] as const),
] as const satisfies readonly (keyof SoseCase)[];

export const soseCases = casesOf<SoseCase>('sose/sose.cases.yaml');

/** What the rule says about a case. */
export const assessCase = ({ facts, on }: SoseCase) => soseEligibility(soseFactsOf(facts), on);

/** The findings that a case expects, by criterion. */
export const expectedFindings = ({ met = [], notMet = [], notKnown = [] }: SoseCase): Readonly<Record<string, Finding>> =>
  Object.fromEntries([
    ...met.map((criterion) => [criterion, 'MET']),
    ...notMet.map((criterion) => [criterion, 'NOT_MET']),
    ...notKnown.map((criterion) => [criterion, 'NOT_KNOWN_HERE']),
  ]);

/** The facts written out in full: S1-1 for the first audit of the first system, A1 for the audit that a lead auditor or plan belongs to. */
export function soseFactsOf({ systems = [], leadAuditors = [], actionPlans = [], ...compact }: CompactSoseFacts): SoseFacts {
  const { convictions = null, prosecutionUnderWay = null, workerParticipation = null, ...cycle } = compact;
  return {
    account: cycleFactsOf(cycle),
    systems: systems.map(systemOf),
    leadAuditors: leadAuditors.map((given) => ({ audit: 'A1', name: 'P. Roy', standings: [], broughtBy: null, ...given })),
    actionPlans: actionPlans.map((given) => ({ ...unrecorded, ...given })),
    convictions,
    prosecutionUnderWay,
    workerParticipation,
  };
}

const unrecorded = {
  audit: 'A1',
  approvedOn: null,
  approvedBy: null,
  checkedOn: null,
  checkedBy: null,
  byThirdParty: null,
  broughtBy: null,
} as const satisfies ActionPlanFact;

const systemOf = ({ audits = [], ...given }: CompactSystem, at: number): SystemFact => ({
  system: 'ISO_45001',
  certificate: null,
  broughtBy: 'APPLICANT',
  ...given,
  audits: audits.map((audit, n) => ({
    id: `S${at + 1}-${n + 1}`,
    closedOn: null,
    byThirdParty: true,
    verified: true,
    body: null,
    ...audit,
  })),
});
