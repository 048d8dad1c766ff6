import { randomUUID } from 'node:crypto';
import type { WritingServer } from '../support/writing.ts';
import type { Act } from './issuing-desk.ts';
import { courses, type LifePaper } from './life-model.ts';

/** One account with the auditors and people around it, as its clerks know it. */
export interface LivingFirm {
  readonly account: string;
  readonly number: string;
  /** The first two are of one company, the third of none, the fourth of another. */
  readonly auditors: string[];
  /** The internal auditors, the present one last. */
  readonly people: string[];
  readonly conductors: Map<string, string>;
  /** The external audits and re-audits begun, in order. */
  readonly external: string[];
  /** The maintenance and transition audits begun, in order. */
  readonly maintenance: string[];
}

let drawn = 0;

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
const elements = (length: number) => Array.from({ length }, (_, at) => ({ element: at + 1, score: '70.00' }));

/** Clerks who follow a firm day by day: each act is one mutation, at the version that the last one answered. */
export function lifeDesk(server: WritingServer, organization: string, admin: string) {
  const versions = new Map<string, number>();
  const tools = new Map<string, string>();

  const send = async (name: string, thing: string, input: object, key = server.clerk): Promise<Act> => {
    const fields = thing === 'WsibAccountReport' ? 'from' : thing === 'IssuingException' ? 'id' : 'id version';
    const text = `mutation ($input: ${capital(name)}Input!) { ${name}(input: $input) {
      __typename ... on ${thing} { ${fields} } ... on Refused { reasons { clause } } } }`;
    const { data, errors } = await server.graphql(text, { input: { idempotencyKey: randomUUID(), ...input } }, { key });
    const error = errors?.[0]?.extensions.code ?? null;
    const answer = error === null ? data[name] : {};
    if (answer.version) versions.set(answer.id, answer.version);
    const clauses = (answer.reasons ?? []).map(({ clause }: { clause: string }) => clause);
    return { done: answer.__typename === thing, id: answer.id ?? null, clauses, error };
  };

  const kinds = ['Account', 'Audit', 'ExternalAuditor', 'Person', 'RegistrationApplication'];
  const read = async (id: string): Promise<number> => {
    const query = `query ($id: ID!) { node(id: $id) { ${kinds.map((kind) => `... on ${kind} { v${kind}: version }`).join(' ')} } }`;
    const { data } = await server.graphql(query, { id }, { key: server.clerk });
    versions.set(id, Number(Object.values(data.node ?? {})[0] ?? 1));
    return versions.get(id) ?? 1;
  };
  const alter = async (name: string, thing: string, id: string, input: object, key = server.clerk): Promise<Act> => {
    const field = thing === 'RegistrationApplication' ? 'application' : thing === 'ExternalAuditor' ? 'auditor' : thing.toLowerCase();
    return send(name, thing, { [field]: id, expectedVersion: versions.get(id) ?? (await read(id)), ...input }, key);
  };

  /** A new auditor on the approved list. */
  const listed = async (company: string | null, from: string): Promise<string> => {
    const { id } = await send('registerExternalAuditor', 'ExternalAuditor', { name: `Auditor ${randomUUID()}` });
    await alter('putOnApprovedList', 'ExternalAuditor', String(id), { company, from });
    return String(id);
  };

  async function begin(from: string): Promise<LivingFirm> {
    drawn += 1;
    const number = String(70_000_000 + drawn);
    const account = String((await send('createAccount', 'Account', { organization, wsibAccount: number })).id);
    const auditors: string[] = [];
    for (const company of [`Assessors ${drawn}`, `Assessors ${drawn}`, null, `Examiners ${drawn}`])
      auditors.push(await listed(company, from));
    return { account, number, auditors, people: [], conductors: new Map(), external: [], maintenance: [] };
  }

  const beginAudit = async (firm: LivingFirm, type: string, tool: string, reAuditOf: string | null = null): Promise<Act> => {
    const act = await send('beginAudit', 'Audit', { account: firm.account, type, tool, reAuditOf });
    if (act.id === null) return act;
    tools.set(act.id, tool);
    if (type === 'EXTERNAL' || type === 'RE_AUDIT') firm.external.push(act.id);
    if (type === 'MAINTENANCE' || type === 'TRANSITION') firm.maintenance.push(act.id);
    return act;
  };

  const name = async (firm: LivingFirm, role: string, from: string): Promise<Act> =>
    send('namePerson', 'Person', {
      account: firm.account,
      role,
      from,
      isPermanentFullTime: true,
      name: `Person ${randomUUID()}`,
      codeSignedOn: from,
    });

  /** A trained representative, and an internal auditor with every course but one. */
  const staff = async (firm: LivingFirm, on: string, without: string | null): Promise<Act[]> => {
    const acts = [await name(firm, 'SENIOR_MANAGEMENT_REPRESENTATIVE', on), await name(firm, 'INTERNAL_AUDITOR', on)];
    const [head, auditor] = acts.map(({ id }) => String(id)) as [string, string];
    firm.people.push(auditor);
    acts.push(await alter('recordCourse', 'Person', head, { course: 'COR_ESSENTIALS', completedOn: on }));
    for (const course of courses) if (course !== without) acts.push(await train(auditor, course, on));
    return acts;
  };
  const train = (person: string, course: string, completedOn: string) => alter('recordCourse', 'Person', person, { course, completedOn });

  const conduct = async (firm: LivingFirm, audit: string, person: string): Promise<Act> => {
    const act = await alter('nameInternalAuditor', 'Audit', audit, { person });
    if (act.done) firm.conductors.set(audit, person);
    return act;
  };

  async function paper(firm: LivingFirm): Promise<LifePaper> {
    const { data, errors } = await server.graphql(
      paperQuery,
      { account: firm.account, auditors: firm.auditors, people: firm.people },
      { key: server.clerk },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    const { people: roles, ...file } = data.node.file;
    const taken = new Map(data.people.map(({ id, training }: { id: string; training: { courses: object[] } }) => [id, training.courses]));
    const people = roles
      .filter(({ role }: { role: string }) => role === 'INTERNAL_AUDITOR')
      .map(({ person, from, to }: { person: { id: string }; from: string; to: string | null }) => ({
        ...{ id: person.id, from, to },
        courses: taken.get(person.id) ?? [],
      }));
    return { ...file, people, auditors: data.auditors, conductors: firm.conductors };
  }

  return {
    begin,
    beginAudit,
    listed,
    staff,
    train,
    conduct,
    paper,
    /** The versions that others may have changed are read again. */
    forgetVersions: () => versions.clear(),
    step: (audit: string, step: string, on: string, key = server.clerk) => alter('recordAuditStep', 'Audit', audit, { step, on }, key),
    undo: (audit: string, step: string) => alter('undoAuditStep', 'Audit', audit, { step, reason: 'Recorded for another audit' }),
    score: (audit: string, overall: string, on: string) =>
      alter('recordAuditScores', 'Audit', audit, {
        ...{ on, overall, legislated: '100.00' },
        elements: elements(tools.get(audit) === 'COR' ? 19 : 14),
      }),
    select: (audit: string, auditor: string, on: string) => alter('selectExternalAuditor', 'Audit', audit, { auditor, on }),
    leave: ({ account }: LivingFirm, person: string, to: string) =>
      send('recordDeparture', 'Person', { account, person, role: 'INTERNAL_AUDITOR', to }),
    system: ({ account }: LivingFirm, since: string) => alter('recordSystemInPlace', 'Account', account, { since }),
    apply: ({ account }: LivingFirm, appliedOn: string) => send('applyForRegistration', 'RegistrationApplication', { account, appliedOn }),
    handle: (application: string, what: string, on: string) =>
      alter(`${what}Application`, 'RegistrationApplication', application, {
        on,
        ...(what === 'reject' ? { rejectedFor: ['OTHER'], why: 'Another firm' } : {}),
      }),
    report: ({ number }: LivingFirm, isValid: boolean, from: string) =>
      send('reportWsibAccount', 'WsibAccountReport', { wsibAccount: number, isValid, from }),
    consult: (auditor: string, from: string) => alter('recordConsultingEngagement', 'ExternalAuditor', auditor, { organization, from }),
    except: ({ account }: LivingFirm, clauses: readonly string[]) =>
      send(
        'recordIssuingException',
        'IssuingException',
        { account, clauses, grounds: 'As agreed', document: 'Memo', decidedBy: 'Manager' },
        admin,
      ),
    certify: ({ account }: LivingFirm, audit: string, issuedOn: string, exception: string | null = null, key = server.clerk) =>
      send('issueCertificate', 'Certificate', { account, audit, issuedOn, exception }, key),
    keep: (certificate: string, audit: string, year: number, issuedOn: string, exception: string | null = null, key = server.clerk) =>
      send('issueLetterOfGoodStanding', 'LetterOfGoodStanding', { certificate, audit, year, issuedOn, exception }, key),
    /** The standing on some days as staff see it. */
    standings: async ({ number }: LivingFirm, days: readonly string[]): Promise<string[]> => {
      const query = 'query ($n: String!) { account(wsibAccount: $n) { timeline { from standing } } }';
      const { data } = await server.graphql(query, { n: number }, { key: server.clerk });
      const runs: { from: string | null; standing: string }[] = data.account.timeline;
      return days.map((day) => runs.findLast(({ from }) => from === null || from <= day)?.standing ?? 'NOT_REGISTERED');
    },
  };
}

const paperQuery = `query ($account: ID!, $auditors: [ID!]!, $people: [ID!]!) {
  node(id: $account) { ... on Account { file {
    audits { id type tool reAuditOf startedOn completedOn receivedOn signedOffOn preAssessedOn reviewedOn reportedOn reportReceivedOn reportApprovedOn
      planApprovedOn actionPlanApprovedOn newAuditAskedForOn shownToAuditorOn overall laterScores { on overall } auditor auditingCompany }
    registrations { confirmedOn withdrawnOn } statements { kind from isSo } people { role from to person { id } }
    certificates { id number standard issuedOn restsOn { audit { id } } } lettersOfGoodStanding { number year issuedOn restsOn { audit { id } } } } } }
  auditors: nodes(ids: $auditors) { ... on ExternalAuditor { name removedOn approvedListPeriods { from to } consultingEngagements { from to }
    conflictsOfInterest { withdrawalRequestedOn requestEndedOn } } }
  people: nodes(ids: $people) { ... on Person { id training { courses { course completedOn } } } } }`;

export type LifeDesk = ReturnType<typeof lifeDesk>;
