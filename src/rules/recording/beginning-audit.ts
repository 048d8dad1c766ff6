import type { Day } from '../calendar.ts';
import type { AuditType } from '../cycle/facts.ts';
import { passesOn, usesToolInForce } from '../cycle/known-audit.ts';
import { because, type Refusal } from '../decision.ts';
import type { Standard } from '../facts.ts';
import { readHistory } from '../standing/history.ts';
import { standingOn } from '../standing/standing.ts';
import type { AuditingFacts } from './auditing-facts.ts';
import { type Objection, objection, refusalOf } from './objections.ts';

/** An audit that staff want to begin. */
export interface ProposedAudit {
  readonly type: AuditType;
  readonly tool: Standard;
  readonly on: Day;
  /** For a re-audit: the id of the external audit it follows. */
  readonly reAuditOf: string | null;
}

/** Why an audit may not be begun, with every clause that forbids it; null if it may. */
export const refuseAudit = (facts: AuditingFacts, proposed: ProposedAudit): Refusal | null =>
  refusalOf(beginnings[proposed.type](facts, proposed));

type Beginning = (facts: AuditingFacts, proposed: ProposedAudit) => readonly Objection[];

const beginnings: Readonly<Record<AuditType, Beginning>> = {
  INITIAL_INTERNAL: (_facts, proposed) => outdatedTool(proposed),
  EXTERNAL: (_facts, proposed) => outdatedTool(proposed),
  RE_AUDIT: reAuditObjections,
  MAINTENANCE: (facts, proposed) => maintenanceObjections(facts, proposed, 'G-2.4.j'),
  TRANSITION: (facts, proposed) => maintenanceObjections(facts, proposed, 'F-24'),
  RECERTIFICATION_INTERNAL: (facts, { on }) =>
    hasCertificate(facts, on) ? [] : [objection('AUDIT_NOT_READY', 'G-2.5.b', because('year-one-without-certificate', { on }))],
};

/** an audit is received, and completed, on the day it begins or later; a tool that is outdated by then could earn nothing. */
const outdatedTool = ({ type, tool, on }: ProposedAudit): readonly Objection[] =>
  usesToolInForce({ type, tool, receivedOn: on, completedOn: on })
    ? []
    : [objection('STANDARD_NOT_POSSIBLE', 'X-4', because('audit-tool-outdated-for-step', { day: on }))];

/** G-2.4.i: a re-audit belongs to a failed external audit of the account, whose tool it uses. */
function reAuditObjections({ audits }: AuditingFacts, { reAuditOf, tool, on }: ProposedAudit): readonly Objection[] {
  const audit = audits.find(({ id, type }) => id === reAuditOf && type === 'EXTERNAL');
  if (!audit) return [objection('AUDIT_NOT_READY', 'G-2.4.i', because('re-audit-of-nothing'))];
  const reportedOn = audit.reportReceivedOn ?? audit.reportedOn;
  const failed = passesOn(audit, on) === false && reportedOn !== null && reportedOn <= on;
  return [
    ...(failed ? [] : [objection('AUDIT_NOT_READY', 'G-2.4.i', because('re-audit-without-failure', { on }))]),
    ...(audit.tool === tool ? [] : [objection('STANDARD_NOT_POSSIBLE', 'X-4', because('re-audit-other-tool', { tool: audit.tool }))]),
  ];
}

/** G-2.4.j, F-24, R-14: a certification is current; it is maintained with its own tool, or moved to COR 2020 by a transition audit. */
function maintenanceObjections(facts: AuditingFacts, { tool, on }: ProposedAudit, clause: 'G-2.4.j' | 'F-24'): readonly Objection[] {
  const standard = runningStandard(facts, on);
  if (standard === null) return [objection('AUDIT_NOT_READY', 'G-2.4.j', because('maintenance-without-certificate', { on }))];
  if (clause === 'F-24') {
    const isPossible = tool === 'COR_2020' && standard === 'COR';
    return isPossible ? [] : [objection('STANDARD_NOT_POSSIBLE', 'F-24', because('transition-not-possible'))];
  }
  return tool === standard ? [] : [objection('STANDARD_NOT_POSSIBLE', 'G-2.4.j', because('maintenance-other-tool', { standard }))];
}

/** The standard of the COR certification that is certified or pending on a day; null if none is. */
function runningStandard(facts: AuditingFacts, on: Day): Standard | null {
  const { outcome, standard } = standingOn(readHistory(facts), on);
  return (outcome === 'CERTIFIED' || outcome === 'PENDING') && hasCertificate(facts, on) ? (standard ?? null) : null;
}

const hasCertificate = (facts: AuditingFacts, on: Day): boolean =>
  facts.certificates.some(({ basis, issuedOn }) => basis === 'EXTERNAL_AUDIT' && issuedOn <= on);
