import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { givenIds, idArray } from '../database/id-array.ts';
import { type PreparedStatement, prepared } from '../database/prepared.ts';
import { connectionOf } from '../database/unit-of-work.ts';
import type { Day } from '../rules/calendar.ts';
import type {
  AccountFacts,
  BiddingDocumentFact,
  BiddingDocumentKind,
  CertificateBasis,
  CertificateFact,
  LetterFact,
  RegistrationFact,
  RevocationFact,
  SpotCheckEventFact,
  SpotCheckEventKind,
  SpotCheckFact,
  Standard,
  TransitionAuditFact,
} from '../rules/facts.ts';

/** A letter with the id it is stored under. */
export interface StoredLetter extends LetterFact {
  readonly id: string;
}

export interface StoredCertificate extends CertificateFact {
  readonly id: string;
  readonly letters: StoredLetter[];
}

export interface StoredBiddingDocument extends BiddingDocumentFact {
  readonly id: string;
}

interface StoredSpotCheck extends SpotCheckFact {
  readonly events: SpotCheckEventFact[];
}

/** The facts of one account as currently recorded, with the ids of the documents. */
export interface StoredFacts extends AccountFacts {
  readonly registrations: RegistrationFact[];
  readonly certificates: StoredCertificate[];
  readonly biddingDocuments: StoredBiddingDocument[];
  readonly spotChecks: StoredSpotCheck[];
  readonly revocations: RevocationFact[];
  readonly transitionAudits: TransitionAuditFact[];
}

/** The facts that affect the standing of each account, by account id: five statements, however many accounts. */
export async function accountFacts(tx: EntityManager, accountIds: readonly string[]): Promise<Map<string, StoredFacts>> {
  const connection = await connectionOf(tx);
  const accounts = idArray(accountIds);
  const certified = await rowsOf<CertificateRow>(connection, certificates, accounts);
  return factsOfLists(accountIds, {
    spans: await rowsOf<SpanRow>(connection, spans, accounts),
    certificates: certified,
    letters: await rowsOf<LetterRow>(connection, letters, idArray(certified.map(([, id]) => id))),
    biddingDocuments: await rowsOf<BiddingRow>(connection, biddingDocuments, accounts),
    spotChecks: await rowsOf<SpotCheckRow>(connection, spotChecks, accounts),
  });
}

/** The facts of some accounts as columns of another statement, each a list of rows of all of them. */
export interface FactLists {
  readonly spans: readonly SpanRow[];
  readonly certificates: readonly CertificateRow[];
  readonly letters: readonly LetterRow[];
  readonly biddingDocuments: readonly BiddingRow[];
  readonly spotChecks: readonly SpotCheckRow[];
}

/** SQL: the select list of `FactLists`; `isAsked` is the condition on the id of an account. A list for each account would take twice as long. */
export const factLists = (isAsked: string): string => `
  ${listed('account_id, kind, id, since, until', spansSql(isAsked), 'span (account_id, kind, id, since, until)')} as spans,
  ${listed('account_id, id, number, standard, basis, issued_on, external_audit_on, exceptions', certificatesSql(isAsked), 'certified (account_id, id, number, standard, basis, issued_on, external_audit_on, exceptions)')}
    as certificates,
  ${listed('certificate_id, id, number, year, issued_on, exceptions', lettersSql(`certificate.account_id ${isAsked}`), 'letter (certificate_id, id, number, year, issued_on, exceptions)')}
    as letters,
  ${listed('account_id, id, number, kind, issued_on, host_expires_on', `select * from bidding_document where account_id ${isAsked}`, 'document')}
    as "biddingDocuments",
  ${listed('account_id, id, received_on, corrective_action, occurred_on, kind', spotChecksSql(isAsked), 'event (account_id, id, received_on, corrective_action, occurred_on, kind)')}
    as "spotChecks"`;

const listed = (columns: string, select: string, alias: string): string =>
  `(select coalesce(json_agg(json_build_array(${columns})), '[]') from (${select}) as ${alias})`;

/** The facts that lists hold, by account id. */
export function factsOfLists(accountIds: readonly string[], lists: FactLists): Map<string, StoredFacts> {
  const facts = new Map(accountIds.map((id) => [id, noFacts()]));
  for (const [account, ...row] of lists.spans) addSpan(facts.get(account), row);
  for (const [account, ...row] of lists.certificates) facts.get(account)?.certificates.push(certificateOf(row));
  addLetters(facts, lists.letters);
  for (const [account, ...row] of lists.biddingDocuments) facts.get(account)?.biddingDocuments.push(biddingDocumentOf(row));
  for (const [account, ...row] of lists.spotChecks) addSpotCheck(facts.get(account), row);
  return facts;
}

const noFacts = (): StoredFacts => ({
  registrations: [],
  certificates: [],
  biddingDocuments: [],
  spotChecks: [],
  revocations: [],
  transitionAudits: [],
});

// Named, so that it is planned once; rows as arrays, because as objects they take twice as long to read.
async function rowsOf<Row extends unknown[]>(connection: PoolClient, statement: PreparedStatement, ids: string): Promise<Row[]> {
  const { rows } = await connection.query<Row>({ ...statement, values: [ids], rowMode: 'array' });
  return rows;
}

type SpanRow = [account: string, kind: 'R' | 'V' | 'T', id: string, from: Day, to: Day | null];

const spansSql = (isAsked: string): string => `
    select account_id, 'R', id, confirmed_on, withdrawn_on from registration where account_id ${isAsked}
    union all
    select account_id, 'V', id, effective_from, lifted_on from revocation where account_id ${isAsked}
    union all
    select account_id, 'T', id, completed_on, null from audit
    where account_id ${isAsked} and type = 'TRANSITION' and completed_on is not null`;

const spans = prepared('facts_spans', spansSql(`= any(${givenIds})`));

function addSpan(facts: StoredFacts | undefined, [kind, id, from, to]: Rest<SpanRow>): void {
  if (kind === 'R') facts?.registrations.push({ id, confirmedOn: from, withdrawnOn: to });
  else if (kind === 'V') facts?.revocations.push({ id, from, liftedOn: to });
  else facts?.transitionAudits.push({ id, completedOn: from });
}

type CertificateRow = [
  account: string,
  id: string,
  number: string,
  standard: Standard,
  basis: CertificateBasis,
  issuedOn: Day,
  externalAuditOn: Day | null,
  exceptions: ExceptionsColumn,
];

/** R-44: the day of each exception that a document rests on and its clauses, as JSON; null without one. */
type ExceptionsColumn = readonly (readonly [decidedOn: Day, clauses: readonly string[]])[] | null;

/** SQL: the exceptions that a document of an account was issued under or corrected with. */
const exceptionsOf = (document: string): string => `
      (select json_agg(json_build_array(decided_on, clauses) order by decided_on, id) from issuing_exception
       where account_id = certificate.account_id and (served_document = ${document}.number or ${document}.number = any(also_served)))`;

const exceptionFacts = (column: ExceptionsColumn) => (column ?? []).map(([decidedOn, clauses]) => ({ decidedOn, clauses }));

const certificatesSql = (isAsked: string): string => `
    select certificate.account_id, certificate.id, number, standard, basis, issued_on, case when audit.type = 'EXTERNAL' then completed_on end,
      ${exceptionsOf('certificate')}
    from certificate left join audit on audit.id = audit_id
    where certificate.account_id ${isAsked}`;

const certificates = prepared('facts_certificates', certificatesSql(`= any(${givenIds})`));

const certificateOf = ([id, number, standard, basis, issuedOn, externalAuditOn, exceptions]: Rest<CertificateRow>): StoredCertificate => ({
  id,
  number,
  standard,
  basis,
  issuedOn,
  externalAuditOn,
  exceptions: exceptionFacts(exceptions),
  letters: [],
});

type LetterRow = [certificate: string, id: string, number: string, year: 1 | 2 | 3, issuedOn: Day, exceptions: ExceptionsColumn];

/** `isAsked` is the condition on a letter or its certificate. */
const lettersSql = (isAsked: string): string => `
    select letter.certificate_id, letter.id, letter.number, year, letter.issued_on, ${exceptionsOf('letter')}
    from letter_of_good_standing as letter join certificate on certificate.id = letter.certificate_id
    where ${isAsked}`;

const letters = prepared('facts_letters', lettersSql(`letter.certificate_id = any(${givenIds})`));

function addLetters(facts: ReadonlyMap<string, StoredFacts>, rows: readonly LetterRow[]): void {
  const byId = new Map<string, StoredCertificate>();
  for (const { certificates } of facts.values()) for (const certificate of certificates) byId.set(certificate.id, certificate);
  for (const [certificate, ...row] of rows) byId.get(certificate)?.letters.push(letterOf(row));
}

const letterOf = ([id, number, year, issuedOn, exceptions]: Rest<LetterRow>): StoredLetter => ({
  id,
  number,
  year,
  issuedOn,
  exceptions: exceptionFacts(exceptions),
});

type BiddingRow = [account: string, id: string, number: string, kind: BiddingDocumentKind, issuedOn: Day, hostExpiresOn: Day | null];

const biddingDocuments = prepared(
  'facts_bidding_documents',
  `select account_id, id, number, kind, issued_on, host_expires_on from bidding_document where account_id = any(${givenIds})`,
);

const biddingDocumentOf = ([id, number, kind, issuedOn, hostExpiresOn]: Rest<BiddingRow>): StoredBiddingDocument => ({
  id,
  number,
  kind,
  issuedOn,
  hostExpiresOn,
});

type SpotCheckRow = [
  account: string,
  id: string,
  receivedOn: Day,
  correctiveAction: boolean,
  on: Day | null,
  kind: SpotCheckEventKind | null,
];

const spotChecksSql = (isAsked: string): string => `
    select s.account_id, s.id, s.received_on, s.corrective_action, e.occurred_on, e.kind
    from spot_check s left join spot_check_event e on e.spot_check_id = s.id
    where s.account_id ${isAsked} order by s.id`;

const spotChecks = prepared('facts_spot_checks', spotChecksSql(`= any(${givenIds})`));

/** One row for each event; the rows of a check follow each other. */
function addSpotCheck(facts: StoredFacts | undefined, [id, receivedOn, correctiveAction, on, kind]: Rest<SpotCheckRow>): void {
  const last = facts?.spotChecks.at(-1);
  const check = last?.id === id ? last : { id, receivedOn, correctiveAction, events: [] };
  if (check !== last) facts?.spotChecks.push(check);
  if (on && kind) check.events.push({ on, kind });
}

/** A row without its account. */
type Rest<Row extends unknown[]> = Row extends [unknown, ...infer Others] ? Others : never;
