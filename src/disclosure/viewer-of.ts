import { maySee, seesWholeFile, type Viewer } from '../rules/standing/disclosure.ts';
import type { Standing } from '../rules/standing/standing.ts';
import { type Asking, isConsented, recipientsOf } from './consent.sql.ts';

/** What the rights of a caller depend on besides the key: whose account or organization it is, and what its consents allow. */
export interface FileOf {
  readonly organizationId: string;
  /** As `consentColumns` gives it; absent for a caller to whom nobody can consent. */
  readonly hasRegisteredConsent?: boolean | undefined;
}

/**
 * The caller as the mask sees it (G-8.b, R-37): the only place where the rights of a caller become a viewer of one account or organization.
 * Without an account, the result is that for an account that is not the caller's and has no consent.
 */
export const viewerOf = ({ caller }: Pick<Asking, 'caller'>, file?: FileOf): Viewer => ({
  scope: caller.scope,
  isOwnFile: file !== undefined && caller.organizationId !== null && caller.organizationId === file.organizationId,
  hasRegisteredConsent: file?.hasRegisteredConsent ?? false,
});

/** Columns that a statement adds to find what consents allow the caller, with their values. */
export interface ConsentColumns {
  /** Distinguishes the named statement with these columns from the one without. */
  readonly name: '' | '_consents';
  /** Follows the last column of the list. */
  readonly sql: string;
  readonly values: readonly unknown[];
}

const noColumns: ConsentColumns = { name: '', sql: '', values: [] };

/** Columns of a statement's result, by `consentColumns`; absent for a caller to whom nobody can consent. */
export interface ConsentedRow {
  readonly hasRegisteredConsent?: boolean;
  readonly hasAuditConsent?: boolean;
}

/**
 * The columns of a `ConsentedRow` for the account whose id is `account`; their values start at placeholder `at`. None for callers to whom
 * they make no difference.
 */
export function consentColumns(asking: Asking, account: string, at: number): ConsentColumns {
  const recipients = recipientsOf(asking);
  if (recipients === null) return noColumns;
  const [names, day] = [`$${at}`, `$${at + 1}`];
  return {
    name: '_consents',
    sql: `, ${isConsented(account, 'REGISTERED_STATUS', names, day)} as "hasRegisteredConsent",
      ${isConsented(account, 'AUDIT_FACTS', names, day)} as "hasAuditConsent"`,
    values: [recipients.names, recipients.today],
  };
}

const everyStanding: readonly Standing[] = [
  'CERTIFIED',
  'PENDING',
  'REGISTERED',
  'BIDDING_ONLY',
  'EXPIRED',
  'CERTIFICATION_LOST',
  'REVOKED',
  'NOT_REGISTERED',
];

/** The standings visible to a viewer, for the WHERE clause of a list; null for one who sees the whole file and needs no such condition. */
export const shownStandings = (viewer: Viewer): Standing[] | null =>
  seesWholeFile(viewer) ? null : everyStanding.filter((standing) => maySee(viewer, standing));
