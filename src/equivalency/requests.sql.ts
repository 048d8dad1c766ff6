import { inOrder, isWithin, type KeyRange, type OrderKey } from '../connection/key-range.ts';
import { countingSql } from '../connection/total.ts';
import { SqlParameters, type Statement } from '../database/sql-parameters.ts';
import type { Day } from '../rules/calendar.ts';
import type { AssociationId } from '../rules/equivalency/associations.ts';
import type { RequestKind } from '../rules/equivalency/facts.ts';
import type { RequestStatus } from '../rules/equivalency/request.ts';
import { firstBiddingIssueNotEndingBefore, firstIssueNotEndingBefore } from '../rules/standing/lookback.ts';

/** Whose requests: all, those of an organization, those that name an association; null is nobody's. */
export type Whose = 'EVERYONE' | { readonly organizationId: string } | { readonly association: AssociationId } | null;

/** A list of requests, ready to be read or counted. */
export interface RequestList {
  readonly whose: Whose;
  readonly today: Day;
  readonly statuses: readonly RequestStatus[] | null;
  readonly kind: RequestKind | null;
  readonly accountId: string | null;
}

/** The ids of the requests of a range of a list, with `position` in its order. */
export function requestsOf(list: RequestList, range: KeyRange): Statement {
  const params = new SqlParameters();
  const key: OrderKey = { value: 'r.created_on', type: 'date', id: 'r.id' };
  const conditions = [...conditionsOf(list, params), ...isWithin(range, key, params)];
  const text = `select r.id, ${key.value}::text as position ${from} where ${conditions.join(' and ')} ${inOrder(range, key, params)}`;
  return { text, values: params.values };
}

/** Those of some requests, or of some accounts' requests, that are visible to the caller; each with its account, the latest first. */
export function requestsAmong(whose: Whose, column: 'id' | 'account_id', ids: readonly string[]): Statement {
  const params = new SqlParameters();
  const text = `select r.id, r.account_id as "accountId" from equivalency_request r join account a on a.id = r.account_id
    where r.${column} = any(${params.add(ids)}::uuid[]) and ${ownedBy(whose, params)} order by r.created_on desc, r.id desc`;
  return { text, values: params.values };
}

/** How many requests a list has. */
export function numberOfRequests(list: RequestList): Statement {
  const params = new SqlParameters();
  return { text: countingSql(`select ${from} where ${conditionsOf(list, params).join(' and ')}`, params), values: params.values };
}

const from = `from equivalency_request r join account a on a.id = r.account_id
  left join certificate c on c.id = r.certificate_id left join bidding_document b on b.id = r.bidding_document_id`;

function conditionsOf({ whose, today, statuses, kind, accountId }: RequestList, params: SqlParameters): string[] {
  return [
    ownedBy(whose, params),
    ...(statuses ? [`(${statuses.map((status) => `(${standsAt(status, today, params)})`).join(' or ')})`] : []),
    ...(kind ? [`r.kind = ${params.add(kind)}`] : []),
    ...(accountId ? [`r.account_id = (select coalesce(merged_into_id, id) from account where id = ${params.add(accountId)}::uuid)`] : []),
  ];
}

function ownedBy(whose: Whose, params: SqlParameters): string {
  if (whose === null) return 'false';
  if (whose === 'EVERYONE') return 'true';
  if ('organizationId' in whose) return `a.organization_id = ${params.add(whose.organizationId)}::uuid`;
  return `r.host_association = ${params.add(whose.association)} and r.submitted_on is not null`;
}

const isOpen = 'r.submitted_on is not null and r.decided_on is null and r.withdrawn_on is null';
const isWaiting = 'exists (select from request_wait w where w.request_id = r.id and w.to_day is null)';
// Nothing can be submitted without its documents, and documents are never removed: only the fee can be missing.
const isComplete = `(r.kind = 'OUT_OF_PROVINCE' or r.fee_recorded_on is not null)`;

/** SQL: whether a request has a status today. It restates `requestOn` for all requests, and a test compares the two. */
function standsAt(status: RequestStatus, today: Day, params: SqlParameters): string {
  switch (status) {
    case 'DRAFT':
      return 'r.submitted_on is null and r.decided_on is null and r.withdrawn_on is null';
    case 'WAITING_FOR_DOCUMENTS':
      return `${isOpen} and ${isWaiting}`;
    case 'SUBMITTED':
      return `${isOpen} and not ${isWaiting} and not ${isComplete}`;
    case 'UNDER_REVIEW':
      return `${isOpen} and not ${isWaiting} and ${isComplete}`;
    case 'WITHDRAWN':
      return 'r.withdrawn_on is not null';
    case 'REFUSED':
      return `r.decision_grant = 'NOTHING'`;
    case 'GRANTED':
      return `r.decision_grant = 'CERTIFICATE_ONE_YEAR' and not ${hasEnded(today, params)}`;
    case 'GRANTED_FOR_BIDDING_ONLY':
      return `r.decision_grant in ('INTERIM_LOGS', 'BIDDING_ONLY_RECIPROCITY') and not ${hasEnded(today, params)}`;
    case 'EXPIRED':
      return `r.decided_on is not null and ${hasEnded(today, params)}`;
  }
}

/** R-20, R-21: the law says until which day of issue a document has ended before today. */
function hasEnded(today: Day, params: SqlParameters): string {
  const issuedBefore = (day: Day) => `${params.add(day)}::date`;
  return `(coalesce(c.issued_on < ${issuedBefore(firstIssueNotEndingBefore('ISO_45001_EQUIVALENCY', today))}, false)
    or coalesce(b.issued_on < ${issuedBefore(firstBiddingIssueNotEndingBefore(today))}, false)
    or coalesce(b.host_expires_on < ${params.add(today)}::date, false))`;
}
