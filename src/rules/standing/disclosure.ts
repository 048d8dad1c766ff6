import type { Day } from '../calendar.ts';
import { because, deciding, notFound, type Reason } from '../decision.ts';
import type { ClauseId } from '../guideline.ts';
import type { ShownDocuments, Standing } from './standing.ts';
import type { Period } from './timeline.ts';

/** Who is asking: `public` is anyone without a key (G-8.b). */
export type Scope = 'public' | 'buyer' | 'sose' | 'wsib' | 'ministry' | 'association' | 'organization' | 'staff' | 'admin';

/** A standing as shown to a caller: everything that is not visible looks the same. */
export type ShownStanding = Standing | 'NO_CURRENT_CERTIFICATION';

/** The facts that decide what of an account is visible to a caller. */
export interface Viewer {
  readonly scope: Scope;
  /** The account belongs to the caller's own organization. */
  readonly isOwnFile: boolean;
  /** a consent to this caller or to any buyer covers registrations on the day of asking, whatever day is asked about. */
  readonly hasRegisteredConsent: boolean;
}

/**
 * What a caller is shown for any day of a period; with `NO_CURRENT_CERTIFICATION` everything else is empty, and one fixed reason is given. It has no
 * first and last day, because those of the period may depend on something hidden.
 */
export interface ShownPeriod extends ShownDocuments {
  readonly standing: ShownStanding;
  readonly since: Day | null;
  readonly holdsUntil: Day | null;
  readonly then: ShownStanding | null;
  readonly reasons: readonly Reason[];
}

/** The same without its reasons. */
export type ShownFacts = Omit<ShownPeriod, 'reasons'>;

/** A run of days that look the same to a caller: `[from, to)`, `to` is null for good. */
export interface ShownRun extends ShownPeriod {
  readonly from: Day;
  readonly to: Day | null;
}

/** G-8.a, G-8.b: the file is for IHSA's staff and for the organization itself; others see what `maySee` allows. */
export const seesWholeFile = ({ scope, isOwnFile }: Viewer): boolean =>
  scope === 'staff' || scope === 'admin' || (scope === 'organization' && isOwnFile);

/** G-4.3, G-3.4.a: past lists, evaluations, engagements, conflicts and removals of external auditors are visible to IHSA's staff only. */
export const seesWholeRegister = ({ scope }: Viewer): boolean => scope === 'staff' || scope === 'admin';

/**
 * G-3.1, G-2.4.l: certified and pending are public, and X-7: registered is not. Bidding only is visible to buyers, registered to WSIB, which verifies
 * accounts, and to callers with the account's consent; no consent can be given to a caller without a name.
 */
export function maySee(viewer: Viewer, standing: Standing): boolean {
  if (seesWholeFile(viewer) || standing === 'CERTIFIED' || standing === 'PENDING') return true;
  if (standing === 'BIDDING_ONLY') return viewer.scope === 'buyer';
  if (standing === 'REGISTERED') return viewer.scope === 'wsib' || (viewer.hasRegisteredConsent && viewer.scope !== 'public');
  return false;
}

/** The only mask: a standing as it is visible to the viewer. */
export const showStanding = (viewer: Viewer, standing: Standing): ShownStanding =>
  maySee(viewer, standing) ? standing : 'NO_CURRENT_CERTIFICATION';

/** The single reason for everything that is not visible. */
export const nothingOnRecord: Reason = deciding(notFound('X-7', because('no-current-certification')));

/** What every caller is shown for what is not visible, and for an account that does not exist. */
export const noCurrentCertification: ShownPeriod = {
  standing: 'NO_CURRENT_CERTIFICATION',
  since: null,
  holdsUntil: null,
  then: null,
  basis: null,
  standard: null,
  certificate: null,
  letter: null,
  biddingDocument: null,
  biddingLastDay: null,
  reasons: [nothingOnRecord],
};

/** The same mask, applied to a whole period. */
export function showPeriod(viewer: Viewer, period: Period): ShownPeriod {
  if (seesWholeFile(viewer)) return period;
  if (!maySee(viewer, period.standing)) return noCurrentCertification;
  return { ...inPart(viewer, period), reasons: showReasons(viewer, period) };
}

/** The same without the reasons: `showReasons` has them, for an answer that is asked for them. */
export function showFacts(viewer: Viewer, period: Omit<Period, 'from' | 'to' | 'reasons'>): ShownFacts {
  if (seesWholeFile(viewer)) return period;
  return maySee(viewer, period.standing) ? inPart(viewer, period) : noCurrentCertification;
}

/** What of a period decides which of its reasons are visible. */
type Reasoned = Pick<Period, 'standing' | 'certificate' | 'biddingDocument' | 'reasons'>;

/** The reasons of a period as the mask shows them. */
export function showReasons(viewer: Viewer, period: Reasoned): readonly Reason[] {
  if (seesWholeFile(viewer)) return period.reasons;
  if (!maySee(viewer, period.standing)) return noCurrentCertification.reasons;
  return period.reasons.flatMap((reason) => showReason(reason, period));
}

const inPart = (viewer: Viewer, period: Omit<Period, 'from' | 'to' | 'reasons'>): ShownFacts => ({
  standing: period.standing,
  since: period.since,
  holdsUntil: period.holdsUntil,
  then: period.then && showStanding(viewer, period.then),
  basis: period.basis,
  standard: period.standard,
  certificate: period.certificate,
  letter: period.letter,
  biddingDocument: period.biddingDocument,
  biddingLastDay: period.biddingLastDay,
});

/** Clauses about a document only; G-4.4.b is not among them, because the findings of a spot check are confidential (G-8.a). */
const aboutDocuments: ReadonlySet<ClauseId> = new Set<ClauseId>([
  ...(['G-2.4.h', 'R-14', 'G-2.4.l', 'G-2.4.m', 'G-2.4.n', 'G-2.5.c'] as const),
  ...(['G-6.1.a', 'G-6.2.a', 'R-20', 'G-5.a', 'F-16.a', 'R-21'] as const),
]);

const notRevoked = notFound('R-29', because('not-revoked'));

/** Only what concerns the document shown, or the registration if that is shown; about revocations only that none is in effect. */
function showReason(reason: Reason, { standing, certificate, biddingDocument }: Reasoned): readonly Reason[] {
  if (reason.clause === 'R-29') return [notRevoked];
  if (reason.clause === 'G-2.1.b') return standing === 'REGISTERED' ? [reason] : [];
  const { values } = reason.because;
  const concernsShown = certificate === null ? values.document === biddingDocument : values.certificate === certificate;
  return concernsShown && aboutDocuments.has(reason.clause) ? [reason] : [];
}

/** A timeline as it is visible to the viewer: periods that look the same are merged, so that no hidden day of change shows. */
export function showTimeline(viewer: Viewer, timeline: readonly Period[]): readonly ShownRun[] {
  const runs: ShownRun[] = [];
  for (const period of timeline) {
    const { from, to } = period;
    const shown = { ...showPeriod(viewer, period), from, to };
    const last = runs.at(-1);
    if (last && looksLike(last, shown)) runs[runs.length - 1] = { ...last, to };
    else runs.push(shown);
  }
  return runs;
}

const looksLike = (a: ShownRun, b: ShownRun): boolean =>
  JSON.stringify({ ...a, from: null, to: null }) === JSON.stringify({ ...b, from: null, to: null });
