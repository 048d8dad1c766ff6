import { randomUUID } from 'node:crypto';
import { cor2020 } from '../audits/audit-desk.ts';
import type { WritingServer } from '../support/writing.ts';
import type { AccountPaper, FirmsPaper, PersonPaper } from './firms-model.ts';
import type { Act } from './issuing-desk.ts';

/** A firm that was entered twice: two organizations, and of its three accounts one without a number. Everything begun is here, in order. */
export interface Firms {
  readonly organizations: readonly string[];
  readonly accounts: readonly string[];
  readonly auditors: readonly string[];
  readonly people: string[];
  readonly internal: string[];
  readonly external: string[];
  readonly applications: string[];
  /** Every number that an account was given. */
  readonly numbers: string[];
  /** Who was named as having conducted an internal audit. */
  readonly conductors: Map<string, string>;
}

const courses = ['COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES', 'COR_INTERNAL_AUDITOR', 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT'];

let drawn = 0;
/** A WSIB account number that nobody has. */
const newNumber = (): string => {
  drawn += 1;
  return String(60_000_000 + drawn);
};

/** Clerks at work on people, training, applications, numbers, mergers and audits: each act is one mutation, at the version just read. */
export function firmsDesk(server: WritingServer) {
  const send = async (name: string, thing: string, input: object): Promise<Act> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const fields = thing === 'WsibAccountReport' ? 'from' : 'id';
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) {
      __typename ... on ${thing} { ${fields} } ... on Refused { reasons { clause } } } }`;
    const { data, errors } = await server.graphql(text, { input: { idempotencyKey: randomUUID(), ...input } }, { key: server.clerk });
    const error = errors?.[0]?.extensions.code ?? null;
    const answer = error === null ? data[name] : {};
    const clauses = (answer.reasons ?? []).map(({ clause }: { clause: string }) => clause);
    return { done: answer.__typename === thing, id: answer.id ?? null, clauses, error };
  };
  const kinds = ['Account', 'Audit', 'ExternalAuditor', 'Organization', 'Person', 'RegistrationApplication'];
  const versionOf = async (id: string): Promise<number> => {
    const query = `query ($id: ID!) { node(id: $id) { ${kinds.map((kind) => `... on ${kind} { v${kind}: version }`).join(' ')} } }`;
    const { data } = await server.graphql(query, { id }, { key: server.clerk });
    return Number(Object.values(data.node ?? {})[0] ?? 1);
  };
  const alter = async (name: string, thing: string, id: string, input: object): Promise<Act> => {
    const field = thing === 'RegistrationApplication' ? 'application' : thing === 'ExternalAuditor' ? 'auditor' : thing.toLowerCase();
    return send(name, thing, { [field]: id, expectedVersion: await versionOf(id), ...input });
  };
  const kept = (into: string[], act: Act): Act => {
    if (act.done && act.id !== null) into.push(act.id);
    return act;
  };

  async function begin(): Promise<Firms> {
    const organization = async () => String((await send('createOrganization', 'Organization', { legalName: `Firm ${randomUUID()}` })).id);
    const organizations = [await organization(), await organization()];
    const numbers = [newNumber(), newNumber()];
    const given = [
      [0, numbers[0]],
      [1, null],
      [0, numbers[1]],
    ] as const;
    const accounts: string[] = [];
    for (const [at, wsibAccount] of given)
      accounts.push(String((await send('createAccount', 'Account', { organization: organizations[at], wsibAccount })).id));
    const auditors: string[] = [];
    for (const _ of [0, 1]) {
      const { id } = await send('registerExternalAuditor', 'ExternalAuditor', { name: `Auditor ${randomUUID()}` });
      await alter('putOnApprovedList', 'ExternalAuditor', String(id), { from: '2020-01-01' });
      auditors.push(String(id));
    }
    const begun = { people: [], internal: [], external: [], applications: [], conductors: new Map<string, string>() };
    return { organizations, accounts, auditors, numbers, ...begun };
  }

  const step = (audit: string, name: string, on: string) => alter('recordAuditStep', 'Audit', audit, { step: name, on });
  const score = (audit: string, overall: string, on: string) =>
    alter('recordAuditScores', 'Audit', audit, { on, overall, legislated: '100.00', elements: cor2020('70.00') });
  const course = (person: string, name: string, completedOn: string) =>
    alter('recordCourse', 'Person', person, { course: name, completedOn });
  const name = async (firms: Firms, account: string, role: string, from: string, isPermanentFullTime: boolean) =>
    kept(firms.people, await send('namePerson', 'Person', { account, role, from, isPermanentFullTime, name: 'A Person' }));
  const conduct = async (firms: Firms, audit: string, person: string): Promise<Act> => {
    const act = await alter('nameInternalAuditor', 'Audit', audit, { person });
    if (act.done) firms.conductors.set(audit, person);
    return act;
  };
  const beginAudit = async (into: string[], input: object) => kept(into, await send('beginAudit', 'Audit', { tool: 'COR_2020', ...input }));

  async function paper(firms: Firms): Promise<FirmsPaper> {
    const query = `query ($accounts: [ID!]!, $people: [ID!]!, $applications: [ID!]!) {
      accounts: nodes(ids: $accounts) { ... on Account { id formerIds wsibAccount organization { id } file {
        systemInPlaceSince people { role from to isPermanentFullTime person { id } }
        registrations { id confirmedOn withdrawnOn } certificates { number issuedOn restsOn { audit { id } } }
        statements { kind from isSo } applications { id status confirmedOn }
        audits { id type startedOn completedOn signedOffOn receivedOn preAssessedOn reviewedOn reportedOn reportReceivedOn planApprovedOn
          reportApprovedOn overall auditor } } } }
      people: nodes(ids: $people) { ... on Person { id erasedOn training {
        courses { course completedOn } exemptions { course decidedOn isGranted } retrainings { requiredOn completedOn } } } }
      applications: nodes(ids: $applications) { ... on RegistrationApplication { id status account } } }`;
    const { accounts, people, applications } = firms;
    const { data, errors } = await server.graphql(query, { accounts, people, applications }, { key: server.clerk });
    if (errors) throw new Error(JSON.stringify(errors));
    const all: AccountPaper[] = data.accounts;
    const found: PersonPaper[] = data.people;
    return {
      byId: all,
      accounts: [...new Map(all.map((each) => [each.id, each])).values()],
      people: found,
      applications: data.applications,
    };
  }

  return {
    begin,
    paper,
    step,
    score,
    course,
    conduct,
    name,
    /** An internal auditor with every course but one, and a trained representative. */
    staff: async (firms: Firms, account: string, from: string, isPermanent: boolean, without: string | null): Promise<Act[]> => {
      const [auditor, head] = [
        await name(firms, account, 'INTERNAL_AUDITOR', from, isPermanent),
        await name(firms, account, 'SENIOR_MANAGEMENT_REPRESENTATIVE', from, false),
      ];
      const acts = [auditor, head];
      for (const each of courses) if (each !== without) acts.push(await course(String(auditor.id), each, from));
      acts.push(await course(String(head.id), 'COR_ESSENTIALS', from));
      return acts;
    },
    request: (person: string, input: object) => alter('requestTrainingExemption', 'Person', person, input),
    decide: (person: string, input: object) => alter('decideTrainingExemption', 'Person', person, input),
    retrain: (person: string, requiredOn: string) => alter('requireRetraining', 'Person', person, { requiredOn }),
    erase: (person: string) => alter('erasePerson', 'Person', person, {}),
    leave: (person: string, account: string, to: string) =>
      send('recordDeparture', 'Person', { account, person, role: 'INTERNAL_AUDITOR', to }),
    system: (account: string, since: string) => alter('recordSystemInPlace', 'Account', account, { since }),
    apply: async (firms: Firms, account: string, appliedOn: string) =>
      kept(firms.applications, await send('applyForRegistration', 'RegistrationApplication', { account, appliedOn })),
    handle: (application: string, what: string, on: string) =>
      alter(`${what}Application`, 'RegistrationApplication', application, {
        on,
        ...(what === 'reject' ? { rejectedFor: ['OTHER'], why: 'Another firm' } : {}),
      }),
    report: (wsibAccount: string, isValid: boolean, from: string) =>
      send('reportWsibAccount', 'WsibAccountReport', { wsibAccount, isValid, from }),
    renumber: async (firms: Firms, account: string) => {
      const wsibAccount = newNumber();
      const act = await alter('changeWsibAccount', 'Account', account, { wsibAccount, changedOn: '2031-01-02' });
      if (act.done) firms.numbers.push(wsibAccount);
      return act;
    },
    mergeAccounts: async (account: string, other: string) =>
      alter('mergeAccounts', 'Account', account, { other, otherExpectedVersion: await versionOf(other) }),
    mergeOrganizations: async (organization: string, other: string) =>
      alter('mergeOrganizations', 'Organization', organization, { other, otherExpectedVersion: await versionOf(other) }),
    consult: (auditor: string, organization: string, from: string) =>
      alter('recordConsultingEngagement', 'ExternalAuditor', auditor, { organization, from }),
    beginInternal: (firms: Firms, account: string, sharesSubmissionOf: string | null) =>
      beginAudit(firms.internal, {
        account,
        type: 'INITIAL_INTERNAL',
        ...(sharesSubmissionOf === null ? {} : { sharesSubmissionOf, sharingAgreedOn: '2030-03-01' }),
      }),
    beginExternal: (firms: Firms, account: string) => beginAudit(firms.external, { account, type: 'EXTERNAL' }),
    select: (audit: string, auditor: string, on: string) => alter('selectExternalAuditor', 'Audit', audit, { auditor, on }),
    issue: (account: string, audit: string, issuedOn: string) => send('issueCertificate', 'Certificate', { account, audit, issuedOn }),
    /** The account that a number finds. */
    found: async (number: string): Promise<string | null> => {
      const { data } = await server.graphql(
        'query ($n: String!) { account(wsibAccount: $n) { id } }',
        { n: number },
        { key: server.clerk },
      );
      return data.account?.id ?? null;
    },
  };
}
