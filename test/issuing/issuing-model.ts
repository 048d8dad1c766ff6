import { sixMonthsAfter } from './days.ts';

/** An audit on paper: days and scores, without any decision about them. */
export interface PaperAudit {
  readonly id: string;
  readonly type: string;
  readonly reAuditOf: string | null;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly planApprovedOn: string | null;
  readonly reportedOn: string | null;
  readonly reportReceivedOn: string | null;
  readonly reportApprovedOn: string | null;
  readonly overall: string | null;
  readonly laterScores: readonly { readonly on: string; readonly overall: string }[];
  readonly auditor: string | null;
  readonly auditingCompany: string | null;
}

export interface PaperAuditor {
  readonly name: string;
  readonly removedOn: string | null;
  readonly approvedListPeriods: readonly { readonly from: string; readonly to: string | null }[];
  readonly consultingEngagements: readonly { readonly from: string; readonly to: string | null }[];
  readonly conflictsOfInterest: readonly { readonly withdrawalRequestedOn: string | null; readonly requestEndedOn: string | null }[];
}

export interface Paper {
  readonly audits: readonly PaperAudit[];
  readonly registrations: readonly { readonly id: string; readonly confirmedOn: string; readonly withdrawnOn: string | null }[];
  readonly auditors: readonly PaperAuditor[];
  /** The report day of the only initial internal audit, which passed. */
  readonly internalReportReceivedOn: string;
}

/**
 * Why a first certificate on an audit is forbidden on a day. Written from the clauses of decision 0070 for audits of COR 2020 whose elements and legislated items
 * pass, and whose account has one sound initial internal audit; it uses none of the product's code.
 */
export function forbidden(paper: Paper, id: string, day: string): string[] {
  const audit = paper.audits.find((each) => each.id === id);
  if (!audit || !['EXTERNAL', 'RE_AUDIT'].includes(audit.type)) return ['not an external audit'];
  const base = audit.type === 'RE_AUDIT' ? paper.audits.find((each) => each.id === audit.reAuditOf) : audit;
  if (!base) return ['a re-audit of nothing'];
  return [
    ...unless(passes(audit, day), 'it did not pass'),
    ...unless(isBy(audit.reportedOn, day), 'no report'),
    ...unless(isBy(audit.reportApprovedOn, day), 'the report is not approved'),
    ...unless(isRegistered(paper, [base, audit], day), 'no registration, or the audits came before it'),
    ...inItsTime(paper, base, audit, day),
    ...unless(audit === base ? isBy(base.planApprovedOn, base.startedOn ?? '') : true, 'the plan was not approved by the start'),
    ...unless(couldAudit(paper, audit), 'the auditor could not make it'),
    ...consecutive(paper, base, audit),
    ...unless(!isAfterFailure(paper, base), 'the process has restarted'),
  ];
}

/** the day the report was received, or its own day if that is unknown. */
const received = ({ reportReceivedOn, reportedOn }: PaperAudit): string | null => reportReceivedOn ?? reportedOn;

const unless = (holds: boolean, otherwise: string): string[] => (holds ? [] : [otherwise]);

const isBy = (day: string | null, limit: string): boolean => day !== null && day <= limit;

/** G-2.3: the latest scores on the day, compared in hundredths. */
function passes({ overall, laterScores }: PaperAudit, day: string): boolean {
  const later = laterScores.filter(({ on }) => on <= day).at(-1);
  return Number(later?.overall ?? overall ?? '0') >= 80;
}

function isRegistered({ registrations }: Paper, audits: readonly PaperAudit[], day: string): boolean {
  return registrations.some(
    ({ confirmedOn, withdrawnOn }) =>
      confirmedOn <= day &&
      (withdrawnOn === null || withdrawnOn > day) &&
      audits.every(({ completedOn }) => (completedOn ?? '') >= confirmedOn),
  );
}

/** G-2.4.f, G-2.4.i: completed within six months of the previous report, and by the day. */
function inItsTime({ internalReportReceivedOn }: Paper, base: PaperAudit, audit: PaperAudit, day: string): string[] {
  const between = (done: string | null, from: string | null) =>
    done !== null && from !== null && from <= done && done <= sixMonthsAfter(from);
  return [
    ...unless(isBy(audit.completedOn, day), 'not completed'),
    ...unless(between(base.completedOn, internalReportReceivedOn), 'not within six months of the review'),
    ...unless(audit === base || between(audit.completedOn, received(base)), 'not within six months of the failed audit'),
  ];
}

/** G-2.4.g, G-3.4.a, R-17: on each day of the audit. */
export function couldAudit({ auditors }: Pick<Paper, 'auditors'>, { auditor: name, startedOn, completedOn }: PaperAudit): boolean {
  const auditor = auditors.find((each) => each.name === name);
  if (!auditor || completedOn === null) return false;
  const { removedOn, approvedListPeriods, consultingEngagements, conflictsOfInterest } = auditor;
  return daysFrom(startedOn ?? completedOn, completedOn).every(
    (day) =>
      approvedListPeriods.some(({ from, to }) => from <= day && (to === null || day <= to)) &&
      (removedOn === null || day < removedOn) &&
      !consultingEngagements.some(({ from, to }) => from <= day && (to === null || day <= to)) &&
      !conflictsOfInterest.some(
        ({ withdrawalRequestedOn: asked, requestEndedOn: ended }) => isBy(asked, day) && (ended === null || day < ended),
      ),
  );
}

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}

/** G-3.4.a, R-5, R-45: neither the auditor nor the company of the previous external audit or its re-audits; a missing company never matches. */
export function consecutive({ audits }: Pick<Paper, 'audits'>, base: PaperAudit, audit: PaperAudit): string[] {
  const before = audits
    .filter(({ id, type, completedOn }) => type === 'EXTERNAL' && id !== base.id && isBy(completedOn, base.completedOn ?? ''))
    .filter(({ completedOn }) => (completedOn ?? '') < (base.completedOn ?? ''))
    .sort((a, b) => (a.completedOn ?? '').localeCompare(b.completedOn ?? ''))
    .at(-1);
  if (!before) return [];
  const made = [before, ...audits.filter(({ reAuditOf }) => reAuditOf === before.id)];
  const same = made.some((then) =>
    [base, audit].some(({ auditor, auditingCompany }) =>
      [
        [then.auditor, auditor],
        [then.auditingCompany, auditingCompany],
      ].some(([one, other]) => one !== null && one === other),
    ),
  );
  return unless(!same, 'the auditor or the company made the audit next before');
}

/** G-2.4.i: an earlier external audit failed, and no initial internal audit followed. */
const isAfterFailure = ({ audits }: Paper, base: PaperAudit): boolean =>
  audits.some(
    (each) =>
      each.type === 'EXTERNAL' &&
      each.id !== base.id &&
      each.completedOn !== null &&
      isBy(received(each), base.startedOn ?? '') &&
      !passes(each, base.startedOn ?? ''),
  );
