import { type EntityManager, In } from 'typeorm';
import { AccountRow } from '../database/tables/account.table.ts';
import { EquivalencyRequestRow } from '../database/tables/equivalency-request.table.ts';
import { RequestDocumentRow } from '../database/tables/request-document.table.ts';
import { RequestWaitRow } from '../database/tables/request-wait.table.ts';
import type { Day } from '../rules/calendar.ts';
import type { HostCorFact, IsoCertificateFact, RequestDecisionFact, RequestFacts } from '../rules/equivalency/facts.ts';
import { printedEnd } from '../rules/standing/certificate-life.ts';
import { lastDayOf } from '../rules/standing/history.ts';
import { accountFacts, type StoredFacts } from '../standing/standing.facts.ts';
import { type AccountStatements, statementsOf } from '../standing/statement.facts.ts';

/** A request with all that is recorded of it, and the facts as the law takes them. */
export interface StoredRequest {
  readonly row: EquivalencyRequestRow;
  readonly organizationId: string;
  /** In the order in which they came. */
  readonly documents: readonly RequestDocumentRow[];
  /** In the order in which they began. */
  readonly waits: readonly RequestWaitRow[];
  readonly facts: RequestFacts;
}

/** The requests with these ids, by id: a fixed number of statements, however many. Unknown ids are omitted. */
export async function requestsById(tx: EntityManager, ids: readonly string[]): Promise<Map<string, StoredRequest>> {
  const rows = await tx.findBy(EquivalencyRequestRow, { id: In(ids) });
  const of = { where: { requestId: In(ids) } };
  const documents = await tx.find(RequestDocumentRow, { ...of, order: { receivedAt: 'ASC', id: 'ASC' } });
  const waits = await tx.find(RequestWaitRow, { ...of, order: { fromDay: 'ASC', id: 'ASC' } });
  const accountById = await partsOfAccounts(tx, [...new Set(rows.map(({ accountId }) => accountId))]);
  const stored = rows.map((row) => {
    const isOfRequest = ({ requestId }: { requestId: string }) => requestId === row.id;
    return storedRequest(row, documents.filter(isOfRequest), waits.filter(isOfRequest), accountById(row.accountId));
  });
  return new Map(stored.map((each) => [each.row.id, each]));
}

interface PartsOfAccount {
  readonly account: AccountRow;
  readonly facts: StoredFacts;
  readonly statements: AccountStatements;
}

async function partsOfAccounts(tx: EntityManager, ids: readonly string[]): Promise<(id: string) => PartsOfAccount> {
  const accounts = new Map((await tx.findBy(AccountRow, { id: In(ids) })).map((account) => [account.id, account]));
  const factsOf = await accountFacts(tx, ids);
  const statedOf = await statementsOf(tx, ids);
  return (id) => {
    const [account, facts, statements] = [accounts.get(id), factsOf.get(id), statedOf.get(id)];
    if (!account || !facts || !statements) throw new Error('The account of a request was not read.');
    return { account, facts, statements };
  };
}

function storedRequest(
  row: EquivalencyRequestRow,
  documents: readonly RequestDocumentRow[],
  waits: readonly RequestWaitRow[],
  { account, facts, statements }: PartsOfAccount,
): StoredRequest {
  const { kind, createdOn, submittedOn, feeRecordedOn, reviewedOn, withdrawnOn } = row;
  const ofRequest = {
    documents: documents.map(({ kind, receivedOn }) => ({ kind, receivedOn })),
    waits: waits.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })),
    decision: decisionOf(row, facts),
    isoCertificate: isoCertificateOf(row),
    hostCor: hostCorOf(row),
  };
  const ofAccount = { hasWsibAccount: account.wsibAccount !== null, ...statements, account: facts };
  const days = { kind, createdOn, submittedOn, feeRecordedOn, reviewedOn, withdrawnOn };
  return { row, organizationId: account.organizationId, documents, waits, facts: { ...days, ...ofRequest, ...ofAccount } };
}

function isoCertificateOf(row: EquivalencyRequestRow): IsoCertificateFact | null {
  const { isoStandard: standard, isoIsAccredited: isAccredited, isoCoversWholeFirm: coversWholeFirm } = row;
  const { isoHasOntarioWork: hasOntarioWork, isoExpiresOn: expiresOn } = row;
  return standard && { standard, isAccredited, coversWholeFirm, hasOntarioWork, expiresOn };
}

const hostCorOf = ({ hostAssociation, hostCorIsCurrent, hostCorExpiresOn }: EquivalencyRequestRow): HostCorFact | null =>
  hostAssociation && { association: hostAssociation, isCurrent: hostCorIsCurrent, expiresOn: hostCorExpiresOn };

function decisionOf(row: EquivalencyRequestRow, facts: StoredFacts): RequestDecisionFact | null {
  const { decidedOn, decisionGrant } = row;
  return decidedOn && decisionGrant ? { on: decidedOn, grant: decisionGrant, lastDay: lastDayOfDocument(row, facts) } : null;
}

/** The last day of the document as recorded now: correcting the document also corrects the request’s end. */
function lastDayOfDocument({ certificateId, biddingDocumentId }: EquivalencyRequestRow, facts: StoredFacts): Day | null {
  const certificate = facts.certificates.find(({ id }) => id === certificateId);
  if (certificate) return printedEnd(certificate);
  const document = facts.biddingDocuments.find(({ id }) => id === biddingDocumentId);
  return document?.hostExpiresOn ? lastDayOf(document, document.hostExpiresOn) : null;
}
