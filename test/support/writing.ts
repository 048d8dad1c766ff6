import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { fromGlobalId } from '../../src/contract/global-id.ts';
import { type Files, record } from './recorded.ts';
import { type GraphQLAnswer, startTestServer, type TestServer, type TestServerOptions } from './server.ts';
import { auditForCertificate, auditForLetter, type Soundness } from './sound-audits.ts';

/** The day of the tests that write, in Toronto; well after the machine's date, so that what they record is in the past of `knownAt`. */
export const today = '2031-03-10';

/** The answer of a mutation, by the name of its record. */
const fieldsOf = {
  Account: 'id wsibAccount version',
  Audit: 'id type tool completedOn reportedOn overall elements { element score } version',
  BiddingDocument: 'id number issuedOn lastDay version',
  Certificate: 'id number standard basis issuedOn endsOn version',
  LetterOfGoodStanding: 'id number year issuedOn version',
  Organization: 'id legalName operatingName formerNames businessNumber city version',
  Registration: 'id number confirmedOn withdrawnOn version',
  Revocation: 'id from liftedOn reason document version',
  SpotCheck: 'id receivedOn correctiveAction scope lastDayToReport events { on kind } version',
};

/** Every mutation of the register, with the record that it returns. */
export const mutations = {
  createOrganization: 'Organization',
  mergeOrganizations: 'Organization',
  createAccount: 'Account',
  changeWsibAccount: 'Account',
  mergeAccounts: 'Account',
  issueCertificate: 'Certificate',
  correctCertificate: 'Certificate',
  issueLetterOfGoodStanding: 'LetterOfGoodStanding',
  correctLetterOfGoodStanding: 'LetterOfGoodStanding',
  correctBiddingDocument: 'BiddingDocument',
  confirmRegistration: 'Registration',
  withdrawRegistration: 'Registration',
  correctRegistration: 'Registration',
  recordRevocation: 'Revocation',
  liftRevocation: 'Revocation',
  correctRevocation: 'Revocation',
  recordSpotCheck: 'SpotCheck',
  recordSpotCheckEvent: 'SpotCheck',
  correctSpotCheck: 'SpotCheck',
  correctAudit: 'Audit',
  correctOrganization: 'Organization',
  correctAccount: 'Account',
} as const satisfies Record<string, keyof typeof fieldsOf>;

export type MutationName = keyof typeof mutations;

/** A mutation as a client writes it. */
export const mutationText = (name: MutationName): string => {
  const input = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) {
    __typename ... on ${mutations[name]} { ${fieldsOf[mutations[name]]} }
    ... on Refused { code message en: reasons { clause holds decides because } fr: reasons(locale: FR) { because unofficial } } } }`;
};

/** A server with facts and keys for two clerks. */
export interface WritingServer extends TestServer {
  readonly clerk: string;
  readonly otherClerk: string;
  /** Sends a mutation; default key: the first clerk's. One that creates gets a new idempotency key. */
  mutate(name: MutationName, input: Record<string, unknown>, key?: string): Promise<GraphQLAnswer>;
  /** The input of `issueCertificate` for an account's global id, after recording everything that the certificate needs. */
  issuable(account: string, day?: string, given?: Soundness): Promise<{ account: string; audit: string }>;
  /** The input of `issueLetterOfGoodStanding` for a certificate's global id, after recording the audit that supports the letter. */
  issuableLetter(certificate: string, day?: string): Promise<{ certificate: string; audit: string }>;
  /** The file of an account by its WSIB account number, with the ids of the account and its organization. */
  file(wsibAccount: string): Promise<AccountFile>;
  /** The start days of the stored timeline with their standings. */
  timeline(wsibAccount: string): Promise<string[]>;
  /** The standing on a day as staff see it, as known now or at an instant. */
  standing(wsibAccount: string, on?: string, knownAt?: string): Promise<string>;
  count(table: string): Promise<number>;
  rows<Row extends ObjectLiteral>(table: EntityTarget<Row>): Promise<Row[]>;
  /** The current instant of the registry. */
  instant(): Promise<string>;
}

export interface FileRecord {
  readonly id: string;
  readonly version: number;
}

export interface AccountFile {
  readonly id: string;
  readonly version: number;
  readonly organization: FileRecord;
  readonly registrations: readonly FileRecord[];
  readonly certificates: readonly (FileRecord & { readonly number: string })[];
  readonly lettersOfGoodStanding: readonly FileRecord[];
  readonly biddingDocuments: readonly FileRecord[];
  readonly spotChecks: readonly FileRecord[];
  readonly revocations: readonly FileRecord[];
  readonly audits: readonly FileRecord[];
}

/** The UUID of a global id. */
export const uuidOf = (globalId: string): string => fromGlobalId(globalId)?.uuid ?? '';

/** The only element of a list that must have exactly one. */
export function only<Record>(records: readonly Record[]): Record {
  const [record] = records;
  if (!record || records.length !== 1) throw new Error(`there are ${records.length} records`);
  return record;
}

/** Starts a server whose day is `today`, with the facts of an import folder. */
export async function startWriting(facts: Files, options: TestServerOptions = {}): Promise<WritingServer> {
  const server = await startTestServer({ now: `${today}T15:00:00Z`, ...options });
  await record(server.dataSource, facts, today);
  const clerk = await server.keyFor('staff', 'First clerk');
  const otherClerk = await server.keyFor('staff', 'Second clerk');
  const asked = async (query: string, variables: Record<string, unknown>) => {
    const { data, errors } = await server.graphql(query, variables, { key: clerk });
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    ...server,
    clerk,
    otherClerk,
    mutate: (name, input, key = clerk) => {
      const ownKey =
        'expectedVersion' in input || !/^(create|issue|record|confirm)/.test(name) ? {} : { idempotencyKey: `test-${Math.random()}` };
      return server.graphql(mutationText(name), { input: { ...ownKey, ...input } }, { key });
    },
    issuable: async (account, day = today, given = {}) => ({
      account,
      audit: await auditForCertificate(server.dataSource, account, day, given),
    }),
    issuableLetter: async (certificate, day = today) => ({
      certificate,
      audit: await auditForLetter(server.dataSource, certificate, day),
    }),
    file: async (wsibAccount) => {
      const { account } = await asked(fileQuery, { wsibAccount });
      return { ...account, ...account.file };
    },
    timeline: async (wsibAccount) => {
      const rows: { from: string; standing: string }[] = await server.dataSource.query(
        `select valid_from as "from", standing from standing_period join account a on a.id = account_id
         where wsib_account = $1 order by valid_from`,
        [wsibAccount],
      );
      return rows.map(({ from, standing }) => `${from} ${standing}`);
    },
    standing: async (wsibAccount, on, knownAt) => {
      const query =
        'query ($w: String, $on: LocalDate, $at: DateTime) { verify(subject: { wsibAccount: $w }, on: $on, knownAt: $at) { standing } }';
      const { verify } = await asked(query, { w: wsibAccount, on, at: knownAt });
      return verify.standing;
    },
    count: async (table) => {
      const [row]: { n: number }[] = await server.dataSource.query(`select count(*)::integer as n from ${table}`);
      return row?.n ?? -1;
    },
    rows: (table) => server.dataSource.getRepository(table).find(),
    instant: async () => {
      const [row]: { at: Date }[] = await server.dataSource.query('select registry_now() as at');
      return row?.at.toISOString() ?? '';
    },
  };
}

const fileQuery = `query ($wsibAccount: String!) { account(wsibAccount: $wsibAccount) {
  id version organization { id version }
  file {
    registrations { id version } certificates { id version number } lettersOfGoodStanding { id version }
    biddingDocuments { id version } spotChecks { id version } revocations { id version } audits { id version }
  } } }`;

export const organizations = [
  'organization,legal_name,operating_name,former_names,business_number,city',
  'O-1,Bâtisseurs Exemple inc.,,,123456782,Exempleville',
  'O-2,Made-up Paving Ltd.,Paver,Old Paving;Older Paving,,Sampleton',
];
