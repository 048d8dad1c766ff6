import type { AuditDesk } from './audit-desk.ts';

/** How an audit differs from one that passed. */
export interface Paper {
  readonly type?: string;
  readonly tool?: string;
  readonly reAuditOf?: string;
  readonly overall?: string;
  /** Steps that were never recorded. */
  readonly without?: readonly string[];
}

/** The days of an internal audit that was submitted: on site, received, and its report received. */
export interface InternalDays {
  readonly on: string;
  readonly received: string;
  readonly reported: string;
}

/** The days of an external audit: its plan approved, on site from and to, its report approved and received. */
export interface ExternalDays {
  readonly planned: string;
  readonly started: string;
  readonly completed: string;
  readonly reported: string;
}

/**
 * Records whole audits through the API, step by step, as a clerk enters them from paper. A step that is refused fails the test with its clauses.
 * A score that does not pass is the reviewer's: the declared one passed, or the pre-assessment would have ended it (G-2.4.c).
 */
export function auditPapers(desk: AuditDesk) {
  const passes = async (audit: string, steps: readonly (readonly [step: string, on: string])[], without: readonly string[] = []) => {
    const recorded = steps.filter(([step]) => !without.includes(step));
    if (recorded.length > 0) accepted('step', await desk.steps(audit, recorded));
  };

  /** An internal audit by a person, to the receipt of its report. */
  async function internal(account: string, person: string, days: InternalDays, paper: Paper = {}): Promise<string> {
    const { type = 'INITIAL_INTERNAL', tool, overall = '84.00', without } = paper;
    const { on, received, reported } = days;
    const audit = await desk.begin({ account, type, tool, on });
    accepted('conducted', await desk.conducted(audit, person));
    const submitted = [
      ['STARTED', on],
      ['COMPLETED', on],
      ['SIGNED_OFF', on],
      ['SUBMITTED', received],
      ['RECEIVED', received],
    ] as const;
    await passes(audit, submitted);
    accepted('declared', await desk.score(audit, '84.00', received));
    await passes(audit, [['PRE_ASSESSED', received]]);
    if (overall !== '84.00') accepted('reviewed', await desk.score(audit, overall, received));
    const ended = [
      ['REVIEWED', reported],
      ['REPORT_RECEIVED', reported],
    ] as const;
    await passes(audit, ended, without);
    return audit;
  }

  /** The internal audit of year one of a renewal, shown to the external auditor (G-2.5.b). */
  async function yearOne(account: string, person: string, on: string, shown: string): Promise<string> {
    const audit = await desk.begin({ account, type: 'RECERTIFICATION_INTERNAL', on });
    accepted('conducted', await desk.conducted(audit, person));
    const steps = [
      ['STARTED', on],
      ['COMPLETED', on],
      ['SIGNED_OFF', on],
      ['SHOWN_TO_AUDITOR', shown],
    ] as const;
    await passes(audit, steps);
    return audit;
  }

  /** An external audit or re-audit by an auditor, to the receipt of its report. A re-audit needs no plan of its own. */
  async function external(account: string, auditor: string, days: ExternalDays, paper: Paper = {}): Promise<string> {
    const { reAuditOf, tool, overall = '84.00', without } = paper;
    const { planned, started, completed, reported } = days;
    const type = reAuditOf ? 'RE_AUDIT' : 'EXTERNAL';
    const audit = await desk.begin({ account, type, tool, ...(reAuditOf ? { reAuditOf } : {}), on: planned });
    accepted('selected', await desk.select(audit, auditor, planned));
    const plan = [
      ['AUDIT_PLAN_SUBMITTED', planned],
      ['AUDIT_PLAN_APPROVED', planned],
    ] as const;
    if (!reAuditOf) await passes(audit, plan);
    const onSite = [
      ['STARTED', started],
      ['COMPLETED', completed],
    ] as const;
    await passes(audit, onSite, without);
    accepted('scored', await desk.score(audit, overall, completed));
    const ended = [
      ['REPORT_APPROVED', reported],
      ['REPORT_RECEIVED', reported],
    ] as const;
    await passes(audit, ended, without);
    return audit;
  }

  return { internal, yearOne, external };
}

function accepted(step: string, clauses: readonly string[]): void {
  if (clauses.length > 0) throw new Error(`${step} is refused: ${clauses.join(', ')}`);
}
