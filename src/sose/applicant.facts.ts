import { fromGlobalId, toGlobalId } from '../contract/global-id.ts';
import { faults } from '../errors.ts';
import type { Day } from '../rules/calendar.ts';
import type { Evidence, Holder, Stated } from '../rules/sose/criterion.ts';
import type { LeadAuditorFact, SoseFacts, SystemAuditFact, SystemFact } from '../rules/sose/facts.ts';
import type { Scope } from '../rules/standing/disclosure.ts';
import type { ApplicantFacts, BroughtLeadAuditorInput, StatedInput, SystemAuditInput, SystemInput } from './applicant.input.ts';
import type { BroughtFact } from './criterion.type.ts';

/** The facts a caller supplied with a question, and who answers for each. */
export interface SuppliedFacts {
  readonly facts: Omit<SoseFacts, 'account' | 'actionPlans'>;
  readonly listed: readonly BroughtFact[];
}

/** Whose fact it is when a caller of a scope states one: the portal and staff say for whom they state it, others state their own. */
export function bringer(scope: Scope, said: Holder | null | undefined): Holder {
  if (scope === 'sose') return said ?? 'APPLICANT';
  if (scope === 'staff' || scope === 'admin') return said ?? 'IHSA';
  if (scope === 'ministry') return 'MINISTRY';
  return scope === 'wsib' ? 'WSIB' : 'APPLICANT';
}

/** The facts of an input as the law takes them. BAD_USER_INPUT for days out of order, for references given twice and for those of no audit. */
export function suppliedFacts(scope: Scope, at: string, applicant: ApplicantFacts): SuppliedFacts {
  const { systems, leadAuditors, convictions, prosecutionUnderWay, workerParticipation } = applicant;
  const stated = (given: StatedInput | null | undefined) => given && statedBy(scope, given, given.isSo);
  refuseRepeatedReferences(at, systems ?? []);
  refuseStrayLeadAuditors(at, applicant);
  const facts = {
    systems: (systems ?? []).map((each, index) => systemOf(scope, `${at}.systems[${index}]`, each)),
    leadAuditors: (leadAuditors ?? []).map((each, index) => leadAuditorOf(scope, `${at}.leadAuditors[${index}]`, each)),
    convictions: (convictions && statedBy(scope, convictions, convictions.days)) ?? null,
    prosecutionUnderWay: stated(prosecutionUnderWay) ?? null,
    workerParticipation: stated(workerParticipation) ?? null,
  };
  return { facts, listed: listOf(facts) };
}

const statedBy = <Value>(scope: Scope, { broughtBy }: { broughtBy?: Holder | null }, value: Value): Stated<Value> => ({
  value,
  broughtBy: bringer(scope, broughtBy),
});

function systemOf(scope: Scope, at: string, { system, certificate, audits, broughtBy }: SystemInput): SystemFact {
  if (certificate) refuseDisorder(`${at}.certificate.lastDay`, certificate.issuedOn, certificate.lastDay, 'issuedOn');
  return {
    system,
    certificate: certificate ? { ...certificate, lastDay: certificate.lastDay ?? null } : null,
    audits: (audits ?? []).map((audit, index) => auditOf(`${at}.audits[${index}]`, audit)),
    broughtBy: bringer(scope, broughtBy),
  };
}

function auditOf(at: string, { reference, completedOn, closedOn, byThirdParty, verified, body }: SystemAuditInput): SystemAuditFact {
  refuseDisorder(`${at}.closedOn`, completedOn, closedOn, 'completedOn');
  const id = broughtId(reference);
  return { id, completedOn, closedOn: closedOn ?? null, byThirdParty, verified: verified ?? null, body: body ? { ...body } : null };
}

function leadAuditorOf(scope: Scope, at: string, { audit, name, standings, broughtBy }: BroughtLeadAuditorInput): LeadAuditorFact {
  for (const [index, { from, to }] of standings.entries()) refuseDisorder(`${at}.standings[${index}].to`, from, to, 'from');
  return {
    audit: fromGlobalId(audit, 'Audit')?.uuid ?? broughtId(audit),
    name,
    standings: standings.map(({ from, to, inGoodStanding }) => ({ from, to: to ?? null, inGoodStanding })),
    broughtBy: bringer(scope, broughtBy),
  };
}

function refuseDisorder(field: string, first: Day, last: Day | null | undefined, nameOfFirst: string): void {
  if (last && last < first) throw faults.BAD_USER_INPUT(field, `${field} must not be before ${nameOfFirst}.`);
}

/** A reference that differs from that of its audit would silently apply to no audit. */
function refuseStrayLeadAuditors(at: string, { systems, leadAuditors }: ApplicantFacts): void {
  const references = (systems ?? []).flatMap(({ audits }) => (audits ?? []).map(({ reference }) => reference));
  const isOfAnAudit = ({ audit }: BroughtLeadAuditorInput) => references.includes(audit) || fromGlobalId(audit, 'Audit') !== null;
  const stray = (leadAuditors ?? []).findIndex((each) => !isOfAnAudit(each));
  if (stray < 0) return;
  const field = `${at}.leadAuditors[${stray}].audit`;
  throw faults.BAD_USER_INPUT(field, `${field} must be the reference of an audit in ${at}.systems, or the global id of one on record.`);
}

function refuseRepeatedReferences(at: string, systems: readonly SystemInput[]): void {
  const references = systems.flatMap(({ audits }) => (audits ?? []).map(({ reference }) => reference));
  if (new Set(references).size === references.length) return;
  throw faults.BAD_USER_INPUT(`${at}.systems`, `${at}.systems must give each audit a reference of its own.`);
}

// So that a caller's reference is never mistaken for the id of an audit on record.
const mark = 'brought:';
const broughtId = (reference: string): string => `${mark}${reference}`;

const ofAudits: readonly Evidence['kind'][] = ['AUDIT', 'RE_AUDIT', 'ACTION_PLAN', 'CORRECTIONS_CHECK'];

/** How a caller identifies what a finding rests on: an audit on record by its global id, a stated one by its reference. */
export function referenceOf({ kind, key }: Evidence): string {
  if (!ofAudits.includes(kind)) return key;
  return key.startsWith(mark) ? key.slice(mark.length) : toGlobalId('Audit', key);
}

function listOf({ systems, leadAuditors, ...statements }: SuppliedFacts['facts']): BroughtFact[] {
  return [
    ...systems.map(({ broughtBy }, index) => ({ field: `systems[${index}]`, by: broughtBy })),
    ...leadAuditors.flatMap(({ broughtBy }, index) => (broughtBy ? [{ field: `leadAuditors[${index}]`, by: broughtBy }] : [])),
    ...Object.entries(statements).flatMap(([field, stated]) => (stated ? [{ field, by: stated.broughtBy }] : [])),
  ];
}
