import { randomUUID } from 'node:crypto';
import { RegistrationRow } from '../../src/database/tables/registration.table.ts';
import { updateStandings } from '../../src/mutations/update-standings.service.ts';
import { cor2020 } from '../audits/audit-desk.ts';
import { enterAudit, inUnit } from '../support/sound-audits.ts';
import { today, uuidOf, type WritingServer } from '../support/writing.ts';
import type { Paper } from './issuing-model.ts';

/** A firm on its way to its first certificate, with three auditors of its own; two of them are of one company. */
export interface Firm {
  readonly account: string;
  readonly auditors: readonly string[];
  /** The external audits and re-audits begun, in order. */
  readonly audits: string[];
}

/** The result of a mutation: the clauses that refused it, or the code of an error. */
export interface Act {
  readonly done: boolean;
  readonly id: string | null;
  readonly clauses: readonly string[];
  readonly error: string | null;
}

const INTERNAL_REPORT_ON = '2030-08-15';

/** Clerks at work on firms: each act is one mutation, at the version that the clerk has just read. */
export function issuingDesk(server: WritingServer, organization: string) {
  const send = async (name: string, thing: string, input: object): Promise<Act> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) {
      __typename ... on ${thing} { id } ... on Refused { reasons { clause } } } }`;
    const { data, errors } = await server.graphql(text, { input: { idempotencyKey: randomUUID(), ...input } }, { key: server.clerk });
    const error = errors?.[0]?.extensions.code ?? null;
    const answer = error === null ? data[name] : {};
    const clauses = (answer.reasons ?? []).map(({ clause }: { clause: string }) => clause);
    return { done: answer.__typename === thing, id: answer.id ?? null, clauses, error };
  };
  const versionOf = async (id: string): Promise<number> => {
    const kinds = ['Audit', 'ExternalAuditor', 'Registration'].map((kind) => `... on ${kind} { version }`).join(' ');
    const { data } = await server.graphql(`query ($id: ID!) { node(id: $id) { ${kinds} } }`, { id }, { key: server.clerk });
    return data.node?.version ?? 1;
  };
  const alter = async (name: string, thing: string, named: object, id: string, input: object): Promise<Act> =>
    send(name, thing, { ...named, expectedVersion: await versionOf(id), ...input });
  const ofAudit = (name: string, audit: string, input: object) => alter(name, 'Audit', { audit }, audit, input);
  const ofAuditor = (name: string, auditor: string, input: object) => alter(name, 'ExternalAuditor', { auditor }, auditor, input);

  async function begin(): Promise<Firm> {
    const { id } = await send('createAccount', 'Account', { organization, wsibAccount: String(50_000_000 + Math.floor(counter())) });
    const account = String(id);
    await inUnit(server.dataSource, today, async (unit) => {
      const reference = randomUUID();
      await unit.tx.insert(RegistrationRow, { reference, number: reference, accountId: uuidOf(account), confirmedOn: '2030-01-05' });
      await updateStandings(unit, [uuidOf(account)]);
      const day = INTERNAL_REPORT_ON;
      const steps = { receivedOn: day, signedOffOn: day, preAssessedOn: day, reviewedOn: day, reportedOn: day, reportReceivedOn: day };
      await enterAudit(unit, { accountId: uuidOf(account), tool: 'COR_2020', type: 'INITIAL_INTERNAL', completedOn: day, ...steps });
    });
    const auditors: string[] = [];
    for (const company of ['Assessors', 'Assessors', null]) {
      const { id: auditor } = await send('registerExternalAuditor', 'ExternalAuditor', { name: `Auditor ${randomUUID()}` });
      const listed = company === null ? null : `${company} ${account}`;
      await ofAuditor('putOnApprovedList', String(auditor), { company: listed, from: '2020-01-01' });
      auditors.push(String(auditor));
    }
    return { account, auditors, audits: [] };
  }

  async function paper(firm: Firm): Promise<Paper & { certificates: { issuedOn: string; restsOn: { audit: { id: string } } }[] }> {
    const query = `query ($account: ID!, $auditors: [ID!]!) {
      node(id: $account) { ... on Account { file {
        audits { id type reAuditOf startedOn completedOn planApprovedOn reportedOn reportReceivedOn reportApprovedOn overall
          laterScores { on overall } auditor auditingCompany }
        registrations { id confirmedOn withdrawnOn } certificates { issuedOn restsOn { audit { id } } } } } }
      nodes(ids: $auditors) { ... on ExternalAuditor { name removedOn approvedListPeriods { from to } consultingEngagements { from to }
        conflictsOfInterest { withdrawalRequestedOn requestEndedOn } } } }`;
    const { data, errors } = await server.graphql(query, { account: firm.account, auditors: firm.auditors }, { key: server.clerk });
    if (errors) throw new Error(JSON.stringify(errors));
    return { ...data.node.file, auditors: data.nodes, internalReportReceivedOn: INTERNAL_REPORT_ON };
  }

  const beginAudit = async (firm: Firm, type: string, reAuditOf: string | null): Promise<Act> => {
    const act = await send('beginAudit', 'Audit', { account: firm.account, type, tool: 'COR_2020', reAuditOf });
    if (act.id !== null) firm.audits.push(act.id);
    return act;
  };

  return {
    begin,
    paper,
    beginAudit,
    issue: (firm: Firm, audit: string, issuedOn: string) =>
      send('issueCertificate', 'Certificate', { account: firm.account, audit, issuedOn }),
    step: (audit: string, step: string, on: string) => ofAudit('recordAuditStep', audit, { step, on }),
    score: (audit: string, overall: string, on: string) =>
      ofAudit('recordAuditScores', audit, { on, overall, legislated: '100.00', elements: cor2020('70.00') }),
    select: (audit: string, auditor: string, on: string) => ofAudit('selectExternalAuditor', audit, { auditor, on }),
    undo: (audit: string, step: string) => ofAudit('undoAuditStep', audit, { step, reason: 'Recorded for another audit' }),
    correct: (audit: string, changes: object) => ofAudit('correctAudit', audit, { reason: 'Read wrongly', ...changes }),
    withdraw: async (firm: Firm, withdrawnOn: string) => {
      const [registration] = (await paper(firm)).registrations;
      const id = registration?.id ?? '';
      return alter('withdrawRegistration', 'Registration', { registration: id }, id, { withdrawnOn });
    },
    remove: (auditor: string, on: string) => ofAuditor('removeExternalAuditor', auditor, { on, because: 'Broke the code of ethics' }),
    consult: (auditor: string, from: string) => ofAuditor('recordConsultingEngagement', auditor, { organization, from }),
    conflict: (auditor: string, on: string) =>
      ofAuditor('recordConflictOfInterest', auditor, { organization, declaredOn: on, description: 'Kin', withdrawalRequestedOn: on }),
    endListing: (auditor: string, to: string) => ofAuditor('endApprovedListing', auditor, { to }),
  };
}

let given = 0;
const counter = (): number => {
  given += 1;
  return given;
};

export type IssuingDesk = ReturnType<typeof issuingDesk>;
