import type { Day } from '../calendar.ts';
import type { CycleFacts } from '../cycle/facts.ts';
import type { Holder, Stated } from './criterion.ts';

/** A system that an employer may apply with. OTHER is one that is not on our list (W.1). */
export type SoseSystem = 'COR_2020' | 'COR' | 'ISO_45001' | 'CSA_Z45001' | 'OTHER_SYSTEM';

/** Whether the body behind an audit is acceptable, and why (L.b, X-14). IHSA is acceptable for COR 2020. */
export type BodyKind = 'IHSA' | 'ISO_17024' | 'CPO_ACKNOWLEDGED' | 'ISO_17021_1_WITH_17021_10' | 'OTHER_BODY';

/** Whether a lead auditor was certified, registered and in good standing in a period, first and last day included; `to` null means for good. */
export interface AuditorStanding {
  readonly from: Day;
  readonly to: Day | null;
  readonly inGoodStanding: boolean;
}

/** What stands for the name of a lead auditor that was erased. */
export const ERASED_NAME = 'ERASED_NAME';

/** The lead auditor of an audit and what is stated about the auditor's standing; days that no statement covers are not known. */
export interface LeadAuditorFact {
  readonly audit: string;
  /** `ERASED_NAME` once it was erased. */
  readonly name: string;
  readonly standings: readonly AuditorStanding[];
  readonly broughtBy: Holder | null;
}

/** The SOSE action plan after an external audit of COR 2020, and the further check of its corrections (X-1b). */
export interface ActionPlanFact {
  readonly audit: string;
  readonly approvedOn: Day | null;
  readonly approvedBy: string | null;
  readonly checkedOn: Day | null;
  readonly checkedBy: string | null;
  /** Whether the checker is a third party; null if not stated. */
  readonly byThirdParty: boolean | null;
  readonly broughtBy: Holder | null;
}

/** An audit of a system other than COR 2020. */
export interface SystemAuditFact {
  readonly id: string;
  readonly completedOn: Day;
  readonly closedOn: Day | null;
  readonly byThirdParty: boolean;
  /** Whether it verified the system; null if not stated. */
  readonly verified: boolean | null;
  readonly body: { readonly name: string; readonly kind: BodyKind } | null;
}

/** A system other than COR and COR 2020, as reported by others: its certificate and its audits. */
export interface SystemFact {
  readonly system: 'ISO_45001' | 'CSA_Z45001' | 'OTHER_SYSTEM';
  readonly certificate: { readonly number: string; readonly issuedOn: Day; readonly lastDay: Day | null } | null;
  readonly audits: readonly SystemAuditFact[];
  readonly broughtBy: Holder;
}

/** Everything that affects an employer's eligibility for SOSE. Statements that were not made are null. Order does not matter. */
export interface SoseFacts {
  readonly account: CycleFacts;
  readonly systems: readonly SystemFact[];
  readonly leadAuditors: readonly LeadAuditorFact[];
  readonly actionPlans: readonly ActionPlanFact[];
  /** Days of convictions under Part III of the Provincial Offences Act for the OHSA; [] says that there is none. */
  readonly convictions: Stated<readonly Day[]> | null;
  readonly prosecutionUnderWay: Stated<boolean> | null;
  readonly workerParticipation: Stated<boolean> | null;
}
