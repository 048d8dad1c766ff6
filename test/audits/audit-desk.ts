import type { DataSource } from 'typeorm';
import { coursesOf } from '../../src/rules/cycle/training.ts';
import type { GraphQLAnswer } from '../support/server.ts';
import type { WritingServer } from '../support/writing.ts';

/** An audit as a clerk's tool reads it. */
export interface ReadAudit {
  readonly id: string;
  readonly version: number;
  readonly receivedOn: string | null;
  readonly reportReceivedOn: string | null;
  readonly actionPlanSubmittedOn: string | null;
  readonly actionPlanApprovedOn: string | null;
  readonly planApprovalDueOn: string | null;
  readonly overall: string | null;
  readonly laterScores: readonly { readonly on: string; readonly overall: string }[];
  readonly steps: readonly { readonly step: string; readonly on: string }[];
  readonly unpaidHolds: readonly { readonly heldOn: string; readonly paidOn: string | null; readonly endedOn: string | null }[];
}

interface Readiness {
  readonly isReady: boolean;
  readonly en: readonly { readonly clause: string; readonly because: string }[];
  readonly fr: readonly { readonly because: string }[];
}

/** What a clerk begins an audit with. Default tool: COR 2020's. */
export interface BegunAudit {
  readonly account: string;
  readonly type: string;
  readonly reAuditOf?: string | null;
  readonly tool?: string | undefined;
  readonly on?: string;
}

/** A clerk who records audits and auditors through the API. Each act returns the clauses that refuse it. */
export interface AuditDesk {
  begin(input: BegunAudit): Promise<string>;
  /** The clauses that refuse to begin an audit. */
  refusedToBegin(input: BegunAudit): Promise<string[]>;
  read(audit: string): Promise<ReadAudit>;
  step(audit: string, step: string, on: string): Promise<string[]>;
  /** Steps of one audit in one request; each that is refused, with its clauses. */
  steps(audit: string, steps: readonly (readonly [step: string, on: string])[]): Promise<string[]>;
  score(audit: string, overall: string, on: string): Promise<string[]>;
  select(audit: string, auditor: string, on: string): Promise<string[]>;
  undo(audit: string, step: string): Promise<string[]>;
  auditor(name: string, company: string | null, from: string): Promise<string>;
  register(name: string, auditor: string, input: object): Promise<string[]>;
  /** Names the person who conducted an internal audit. */
  conducted(audit: string, person: string): Promise<string[]>;
  /**
   * Records what internal audits of an account require, from a day on: the system in place a year before, a senior management representative and an
   * internal auditor with their courses. Returns the internal auditor.
   */
  prepare(account: string, from: string): Promise<string>;
  readiness(audit: string, on: string): Promise<Record<string, Readiness>>;
  /** The field that a mutation's fault names. */
  fault(name: string, audit: string, input: object): Promise<string | undefined>;
}

/** The scores of COR 2020's fourteen elements, all the same. */
export const cor2020 = (score: string) => elements(14, score);

const elements = (length: number, score: string) => Array.from({ length }, (_, at) => ({ element: at + 1, score }));

const auditFields = `id version receivedOn reportReceivedOn actionPlanSubmittedOn actionPlanApprovedOn planApprovalDueOn overall
  laterScores { on overall } steps { step on } unpaidHolds { heldOn paidOn endedOn }`;

/** If nobody else alters its records, the desk need not read the version of one that it has altered itself. */
export function auditDesk(server: WritingServer, { isAlone = false } = {}): AuditDesk {
  let keys = 0;
  const asked = async (query: string, variables: object) => {
    const { data, errors } = await server.graphql(query, { ...variables }, { key: server.clerk });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const key = () => {
    keys += 1;
    return { idempotencyKey: `desk-${keys}` };
  };
  const send = (name: string, thing: string, input: object): Promise<GraphQLAnswer> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) {
      __typename ... on ${thing} { id version } ... on Refused { reasons { clause because } } } }`;
    return server.graphql(text, { input: { ...key(), ...input } }, { key: server.clerk });
  };
  const done = async (name: string, thing: string, input: object) => {
    const { data, errors } = await send(name, thing, input);
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`);
    if (isAlone && data[name].version) versions.set(data[name].id, data[name].version);
    return data[name];
  };
  const versions = new Map<string, number>();
  const clauses = ({ reasons = [] }: { reasons?: { clause: string }[] }): string[] => reasons.map(({ clause }) => clause);
  const version = async (id: string): Promise<number> =>
    versions.get(id) ??
    (
      await asked(
        'query ($id: ID!) { node(id: $id) { ... on Audit { version } ... on ExternalAuditor { version } ... on Person { version } } }',
        { id },
      )
    ).node.version;
  const altering = async (name: string, id: string, input: object) =>
    done(name, 'Audit', { audit: id, expectedVersion: await version(id), ...input });
  /** X-11, F-18: how many elements the tool of an audit has. */
  const lengths = new Map<string, number>();
  const beginning = async ({ account, tool = 'COR_2020', ...input }: BegunAudit) => {
    const { id } = await server.file(account);
    const begun = await done('beginAudit', 'Audit', { account: id, tool, ...input });
    lengths.set(begun.id, tool === 'COR' ? 19 : 14);
    return begun;
  };
  return {
    begin: async (input) => {
      const begun = await beginning(input);
      if (begun.__typename !== 'Audit') throw new Error(JSON.stringify(begun));
      return begun.id;
    },
    refusedToBegin: async (input) => clauses(await beginning(input)),
    read: async (id) => (await asked(`query ($id: ID!) { node(id: $id) { ... on Audit { ${auditFields} } } }`, { id })).node,
    step: async (audit, step, on) => clauses(await altering('recordAuditStep', audit, { step, on })),
    steps: async (audit, steps) => {
      const first = await version(audit);
      const input = (at: number) => `$s${at}: RecordAuditStepInput!`;
      const root = (at: number) =>
        `s${at}: recordAuditStep(input: $s${at}) { __typename ... on Audit { id version } ... on Refused { reasons { clause } } }`;
      const all = steps.map((_, at) => at);
      const inputs = steps.map(([step, on], at) => ({ ...key(), audit, expectedVersion: first + at, step, on }));
      const variables = Object.fromEntries(inputs.map((each, at) => [`s${at}`, each]));
      const done = await asked(`mutation (${all.map(input).join()}) { ${all.map(root).join(' ')} }`, variables);
      if (isAlone) versions.set(audit, first + steps.length);
      return steps.flatMap(([step], at) => clauses(done[`s${at}`]).map((clause) => `${step} ${clause}`));
    },
    score: async (audit, overall, on) =>
      clauses(
        await altering('recordAuditScores', audit, {
          ...{ on, overall, legislated: '100.00' },
          elements: elements(lengths.get(audit) ?? 14, '70.00'),
        }),
      ),
    select: async (audit, auditor, on) => clauses(await altering('selectExternalAuditor', audit, { auditor, on })),
    undo: async (audit, step) => clauses(await altering('undoAuditStep', audit, { step, reason: 'Recorded for another audit' })),
    auditor: async (name, company, from) => {
      const { id } = await done('registerExternalAuditor', 'ExternalAuditor', { name });
      await done('putOnApprovedList', 'ExternalAuditor', { auditor: id, expectedVersion: 1, company, from });
      return id;
    },
    register: async (name, auditor, input) =>
      clauses(await done(name, 'ExternalAuditor', { auditor, expectedVersion: await version(auditor), ...input })),
    conducted: async (audit, person) => clauses(await altering('nameInternalAuditor', audit, { person })),
    prepare: async (number, from) => {
      const { id: account, version: expectedVersion } = await server.file(number);
      const since = `${Number(from.slice(0, 4)) - 1}${from.slice(4)}`;
      await done('recordSystemInPlace', 'Account', { account, expectedVersion, since });
      let person = '';
      for (const role of ['SENIOR_MANAGEMENT_REPRESENTATIVE', 'INTERNAL_AUDITOR'] as const) {
        const designation = { account, role, from, isPermanentFullTime: true, codeSignedOn: from };
        ({ id: person } = await done('namePerson', 'Person', { name: `A ${role}`, ...designation }));
        for (const course of coursesOf[role])
          await done('recordCourse', 'Person', { person, expectedVersion: await version(person), course, completedOn: from });
      }
      return person;
    },
    readiness: async (audit, on) => {
      const { auditReadiness } = await asked(
        `query ($audit: ID!, $on: LocalDate) { auditReadiness(audit: $audit, on: $on) {
          step isReady en: reasons { clause because } fr: reasons(locale: FR) { because } } }`,
        { audit, on },
      );
      return Object.fromEntries(auditReadiness.map((each: Readiness & { step: string }) => [each.step, each]));
    },
    fault: async (name, audit, input) => {
      const { errors } = await send(name, 'Audit', { audit, expectedVersion: await version(audit), ...input });
      return errors?.[0]?.extensions.field;
    },
  };
}

/** Audits that a recording altered without a change in the feed; what came with an import is no news. */
export const auditsUntold = (source: DataSource): Promise<{ audit: string; version: number; reason: string | null }[]> =>
  source.query(
    `select fact_id as audit, version, reason from fact_history h where fact = 'audit' and recording_id is not null
       and not exists (select from change c where c.recording_id = h.recording_id and c.audit_id = h.fact_id) order by h.id`,
  );
