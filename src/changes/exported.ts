import { type AccountIdentity, accountIdentity } from '../accounts/account.loader.ts';
import { type StoredPeriod, writtenDocuments } from '../accounts/shown-period.ts';
import { toGlobalId } from '../contract/global-id.ts';
import { renderReasons } from '../guideline/reason.type.ts';
import type { Locale } from '../rules/messages/messages.ts';
import type { Viewer } from '../rules/standing/disclosure.ts';
import { type ChangeSource, isOfAudit, isOfRequest, shownSide } from './change.source.ts';
import type { ChangedStandingSource } from './change.type.ts';

/** One line of an export: an object whose `type` says what it is. */
export type ExportedLine = Readonly<Record<string, unknown>> & { readonly type: 'snapshot' | 'account' | 'change' };

/** An account with its period of today and what its organization is called. */
export interface ExportedAccount extends AccountIdentity, StoredPeriod {
  readonly legalName: string;
  readonly operatingName: string | null;
  readonly city: string | null;
}

/** The line of an account: the fields of the API, as of the day of the export. */
export function accountLine(viewer: Viewer, row: ExportedAccount, locale: Locale): ExportedLine {
  const { legalName, operatingName, city } = row;
  const organization = { id: toGlobalId('Organization', row.organizationId), legalName, operatingName, city };
  return { type: 'account', ...accountOf(row), organization, standing: sideOf(shownSide(viewer, row), locale) };
}

/** The line of a change. */
export function changeLine(change: ChangeSource, locale: Locale): ExportedLine {
  const { cursor, kind, effectiveOn, recordedAt, account } = change;
  const base = { type: 'change' as const, cursor, kind, effectiveOn, recordedAt };
  const { id, wsibAccount } = account;
  if (isOfRequest(change)) {
    const { requestId, before, after } = change;
    return { ...base, account: { id, wsibAccount }, request: toGlobalId('EquivalencyRequest', requestId), before, after };
  }
  if (isOfAudit(change)) {
    const { auditId, event, step } = change;
    return { ...base, account: { id, wsibAccount }, audit: toGlobalId('Audit', auditId), event, step };
  }
  const { noticeDays, before, after } = change;
  return { ...base, account: { id, wsibAccount }, noticeDays, before: sideOf(before, locale), after: sideOf(after, locale) };
}

function accountOf(row: AccountIdentity) {
  const { id, wsibAccount } = accountIdentity(row);
  return { id, wsibAccount };
}

const sideOf = ({ consulted, ...side }: ChangedStandingSource, locale: Locale) => ({
  ...side,
  ...writtenDocuments(side),
  reasons: renderReasons(consulted, locale),
});
