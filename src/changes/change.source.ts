import { isDeepStrictEqual } from 'node:util';
import { type AccountIdentity, accountIdentity } from '../accounts/account.loader.ts';
import type { AccountSource } from '../accounts/account.type.ts';
import { type ShownDocuments, shownDocuments, shownPeriod } from '../accounts/shown-period.ts';
import type { ChangeKind, OtherAuditEvent, ToldPeriod } from '../database/tables/change.table.ts';
import type { Asking } from '../disclosure/consent.sql.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import type { Day } from '../rules/calendar.ts';
import type { RequestStatus } from '../rules/equivalency/request.ts';
import type { AuditStep } from '../rules/recording/auditing-facts.ts';
import { noCurrentCertification, type ShownPeriod, type ShownStanding, seesWholeFile, type Viewer } from '../rules/standing/disclosure.ts';
import { isConsideredCertified } from '../rules/standing/standing.ts';
import { BEGINNING } from '../rules/standing/timeline.ts';
import type { AuditEvent } from './audit-event.type.ts';
import type { ChangedStandingSource, StatusChange } from './change.type.ts';
import { cursorOf } from './cursor.ts';

/** A change as it is stored and stamped, with its account. */
export interface ChangeRecord extends AccountIdentity {
  readonly position: string;
  readonly kind: ChangeKind;
  readonly effectiveOn: Day;
  readonly recordedAt: Date;
  readonly beforePeriod: ToldPeriod | null;
  readonly afterPeriod: ToldPeriod | null;
  readonly noticeDays: number | null;
  readonly requestId: string | null;
  readonly beforeStatus: RequestStatus | null;
  readonly afterStatus: RequestStatus | null;
  readonly auditId: string | null;
  readonly auditStep: AuditStep | null;
  readonly auditStepUndone: boolean | null;
  readonly auditEvent: OtherAuditEvent | null;
}

/** A change of a standing as visible to the caller. */
export interface StatusChangeSource extends Readonly<Omit<StatusChange, 'account' | 'before' | 'after'>> {
  readonly position: string;
  readonly account: AccountSource;
  readonly before: ChangedStandingSource;
  readonly after: ChangedStandingSource;
}

/** A change of a request as visible to the caller. */
export interface RequestChangeSource extends Pick<StatusChangeSource, 'position' | 'cursor' | 'kind' | 'effectiveOn' | 'recordedAt'> {
  /** The id under which the request is stored. */
  readonly requestId: string;
  readonly account: AccountSource;
  readonly before: RequestStatus | null;
  readonly after: RequestStatus;
}

/** What altered an audit, as visible to the caller. */
export interface AuditChangeSource extends Pick<StatusChangeSource, 'position' | 'cursor' | 'kind' | 'effectiveOn' | 'recordedAt'> {
  /** The id under which the audit is stored. */
  readonly auditId: string;
  readonly account: AccountSource;
  readonly event: AuditEvent;
  /** Null for an event that is no step. */
  readonly step: AuditStep | null;
}

/** One change as the feed shows it. */
export type ChangeSource = StatusChangeSource | RequestChangeSource | AuditChangeSource;

/** Whether it is a change of a request. */
export const isOfRequest = (change: ChangeSource): change is RequestChangeSource => 'requestId' in change;

/** Whether it is a change of an audit. */
export const isOfAudit = (change: ChangeSource): change is AuditChangeSource => 'auditId' in change;

/** Whether it is a change of a standing. */
export const isOfStanding = (change: ChangeSource): change is StatusChangeSource => !isOfRequest(change) && !isOfAudit(change);

/** A change as visible to the caller; null if both sides look the same to the caller, who then sees no change. */
export function shownChange(asking: Asking, record: ChangeRecord): ChangeSource | null {
  const viewer = viewerOf(asking, record);
  if (record.kind === 'AUDIT') return auditChange(viewer, record);
  return record.kind === 'EQUIVALENCY_REQUEST' ? requestChange(viewer, record) : statusChange(viewer, record);
}

function statusChange(viewer: Viewer, record: ChangeRecord): StatusChangeSource | null {
  const before = shownSide(viewer, record.beforePeriod);
  const after = shownSide(viewer, record.afterPeriod);
  if (isDeepStrictEqual(before, after) && !(isOfIdentity(record) && isKnown(before))) return null;
  const effectiveOn = effectiveFor(record.effectiveOn, [before, after]);
  return { ...feedEntry(record), effectiveOn, noticeDays: record.noticeDays, before, after };
}

/**
 * Both sides are the same period: the identity of the account was corrected, which is visible to callers to whom the standing is visible.
 */
const isOfIdentity = ({ kind, beforePeriod, afterPeriod }: ChangeRecord): boolean =>
  kind === 'CORRECTION' && isDeepStrictEqual(beforePeriod, afterPeriod);

/**
 * The change as receipts are compared with it. The identity of an account is part of every answer about it, so its correction reaches receipts of all days.
 */
export const reachOf = ({ kind, before, after, effectiveOn, recordedAt }: StatusChangeSource) => ({
  effectiveOn: kind === 'CORRECTION' && isDeepStrictEqual(before, after) ? BEGINNING : effectiveOn,
  recordedAt,
});

const isKnown = ({ standing }: ChangedStandingSource): boolean => standing !== 'NO_CURRENT_CERTIFICATION';

/** A caller who may not see the whole request does not see its draft. */
function requestChange(viewer: Viewer, record: ChangeRecord): RequestChangeSource | null {
  const status = (each: RequestStatus | null) => (each === 'DRAFT' && !seesWholeFile(viewer) ? null : each);
  const [before, after] = [status(record.beforeStatus), status(record.afterStatus)];
  if (after === null || before === after || record.requestId === null) return null;
  return { ...feedEntry(record), effectiveOn: record.effectiveOn, requestId: record.requestId, before, after };
}

/** G-8.a: what happens in an audit is confidential to IHSA and the organization; others read it by consent, and each reading of theirs is logged. */
function auditChange(viewer: Viewer, record: ChangeRecord): AuditChangeSource | null {
  const { auditId, auditStep: step, auditStepUndone, auditEvent } = record;
  if (!seesWholeFile(viewer) || auditId === null) return null;
  const event = auditEvent ?? (auditStepUndone ? 'STEP_TAKEN_BACK' : 'STEP_RECORDED');
  return { ...feedEntry(record), effectiveOn: record.effectiveOn, auditId, event, step };
}

const feedEntry = (record: ChangeRecord) => ({
  position: record.position,
  cursor: cursorOf(record.position),
  kind: record.kind,
  recordedAt: record.recordedAt.toISOString(),
  account: accountIdentity(record),
});

/**
 * The first day on which what the caller sees on the one side replaces what it sees on the other. The change itself may reach back to a day
 * on which a hidden standing changed.
 */
const effectiveFor = (effectiveOn: Day, sides: readonly ChangedStandingSource[]): Day =>
  sides.reduce((latest, { since }) => (since !== null && since > latest ? since : latest), effectiveOn);

/** What a viewer sees of a period; null stands for an account that is not on record. */
export function shownSide(viewer: Viewer, period: ToldPeriod | null): ChangedStandingSource {
  if (period !== null) {
    const shown = shownPeriod(viewer, period);
    return side(shown, shownDocuments(shown, period));
  }
  return side(seesWholeFile(viewer) ? notOnRecord : noCurrentCertification, noDocuments);
}

const noDocuments: ShownDocuments = { certificate: null, letterOfGoodStanding: null, biddingDocument: null };

/** What was known about an account that was not on record yet. */
const notOnRecord: ShownPeriod = { ...noCurrentCertification, standing: 'NOT_REGISTERED', reasons: [] };

const side = (shown: ShownPeriod, documents: ShownDocuments): ChangedStandingSource => ({
  standing: shown.standing,
  consideredCertified: countsAsCertified(shown.standing),
  standard: shown.standard,
  basis: shown.basis,
  ...documents,
  since: shown.since === BEGINNING ? null : shown.since,
  holdsUntil: shown.holdsUntil,
  then: shown.then,
  consulted: shown.reasons,
});

const countsAsCertified = (standing: ShownStanding): boolean => standing !== 'NO_CURRENT_CERTIFICATION' && isConsideredCertified(standing);
