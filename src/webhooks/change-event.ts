import { writtenDocuments } from '../accounts/shown-period.ts';
import { type AuditChangeSource, type ChangeSource, isOfAudit, isOfRequest, type StatusChangeSource } from '../changes/change.source.ts';
import type { ChangedStandingSource } from '../changes/change.type.ts';
import { toGlobalId } from '../contract/global-id.ts';
import type { Reason } from '../rules/decision.ts';
import { render } from '../rules/messages/messages.ts';
import type { Event } from './event.ts';

/** What a message says beside the change itself. */
export interface Beside {
  /** The present name of the organization: visible, as in a query, to those to whom the account was shown on any day. */
  readonly legalName: string | null;
  /** The numbers of the owner's receipts that the change may concern. */
  readonly receipts: readonly string[];
}

/**
 * A change as sent in a message: the fields of `StatusChange`, `EquivalencyRequestChange` or `AuditChange`, with every sentence in both languages.
 * `receipts` are the numbers of the owner's receipts that a change of standing may concern.
 */
export function changeEvent(change: ChangeSource, { legalName, receipts }: Beside): Event {
  const { cursor, kind, effectiveOn, recordedAt, account } = change;
  const { id, wsibAccount, organizationId } = account;
  const of = { id, wsibAccount, organization: { id: toGlobalId('Organization', organizationId), legalName } };
  const data = { cursor, kind, account: of, effectiveOn, recordedAt, ...fieldsOf(change, receipts) };
  return { type: `change.${kind.toLowerCase()}`, timestamp: recordedAt, data };
}

function fieldsOf(change: ChangeSource, receipts: readonly string[]) {
  if (isOfAudit(change)) return auditOf(change);
  return isOfRequest(change) ? requestOf(change) : { ...statusOf(change), receipts };
}

const auditOf = ({ auditId, event, step }: AuditChangeSource) => ({ audit: { id: toGlobalId('Audit', auditId) }, event, step });

const requestOf = ({ requestId, before, after }: Extract<ChangeSource, { requestId: string }>) => ({
  request: { id: toGlobalId('EquivalencyRequest', requestId) },
  before,
  after,
});

const statusOf = ({ before, after, noticeDays }: StatusChangeSource) => ({ noticeDays, before: sideOf(before), after: sideOf(after) });

const sideOf = ({ consulted, ...shown }: ChangedStandingSource) => ({
  ...shown,
  ...writtenDocuments(shown),
  reasons: consulted.map(reasonOf),
});

const reasonOf = ({ clause, holds, decides, because: { id, values } }: Reason) => ({
  clause,
  holds,
  decides,
  because: { en: render('en', id, values), fr: render('fr', id, values) },
});
