import { addYears, type Day, dayBefore } from '../calendar.ts';
import { type Decision, deciding, type Reason } from '../decision.ts';
import type { BiddingDocumentKind, CertificateBasis, Standard } from '../facts.ts';
import { equivalencyTermYears, valueOn } from '../parameters.ts';
import { lastDayOf } from '../standing/history.ts';
import {
  type Condition,
  type Finding,
  hasNoneOfThatDay,
  hasNoOfficeInOntario,
  hasOntarioWork,
  hasStatedHostEnd,
  hasStatedIsoEnd,
  hasTranscript,
  hasValidWsibAccount,
  isAccreditedForWholeFirm,
  isComplete,
  isHostCorCurrent,
  isIsoCertificateCurrent,
  isNotRevoked,
  isOfHostAssociation,
  isToIso45001,
  reasonsOfFinding,
} from './conditions.ts';
import type { Grant, RequestFacts, RequestKind } from './facts.ts';

/** What prevents a greater grant for a request; `isKnown` is false if it was not recorded. */
export interface Missing extends Omit<Finding, 'state'> {
  readonly grant: Grant;
  readonly isKnown: boolean;
}

/** The most that the law allows to be granted, and what is missing for more. */
export interface Grantable extends Decision<Grant> {
  readonly missing: readonly Missing[];
}

/** A grant and everything it rests on. */
interface Route {
  readonly grant: Grant;
  readonly needs: readonly Condition[];
}

const ofIso = [isNotRevoked, isComplete, isToIso45001, isAccreditedForWholeFirm];
const ofHost = [isNotRevoked, isComplete, isOfHostAssociation, isHostCorCurrent, hasNoOfficeInOntario, hasStatedHostEnd];

/** The grants of each kind of request, the greatest first: the first whose conditions are all met may be granted. */
const routes: Readonly<Record<RequestKind, readonly Route[]>> = {
  ISO_45001: [
    {
      grant: 'CERTIFICATE_ONE_YEAR',
      needs: [...ofIso, isIsoCertificateCurrent, hasValidWsibAccount('G-6.1.b', 'F-25'), hasOntarioWork, hasNoneOfThatDay],
    },
    { grant: 'BIDDING_ONLY_RECIPROCITY', needs: [...ofIso, hasStatedIsoEnd] },
  ],
  MLITSD_ACCREDITATION: [
    { grant: 'CERTIFICATE_ONE_YEAR', needs: [isNotRevoked, isComplete, hasValidWsibAccount('G-1.2.a'), hasNoneOfThatDay] },
  ],
  OUT_OF_PROVINCE: [
    { grant: 'INTERIM_LOGS', needs: [...ofHost, hasTranscript] },
    { grant: 'BIDDING_ONLY_RECIPROCITY', needs: ofHost },
  ],
};

/** Whether a kind of request can come to a grant at all, whatever its facts. */
export const isGrantOf = (kind: RequestKind, grant: Grant): boolean =>
  grant === 'NOTHING' || routes[kind].some((route) => route.grant === grant);

/** The grants of a kind of request, the greatest first. */
export const grantsOf = (kind: RequestKind): readonly Grant[] => routes[kind].map(({ grant }) => grant);

/** Whether the first of two grants is more than the second, for a kind of request. */
export const isMore = (kind: RequestKind, grant: Grant, than: Grant): boolean => rank(kind, grant) > rank(kind, than);

/** 0 for nothing; the higher, the greater. */
function rank(kind: RequestKind, grant: Grant): number {
  const at = routes[kind].findIndex((route) => route.grant === grant);
  return at < 0 ? 0 : routes[kind].length - at;
}

/** The most that the facts allow to be granted on a day, with every clause consulted: the first route whose conditions are all met. */
export function mayGrant(facts: RequestFacts, on: Day): Grantable {
  const asked = new Map(routes[facts.kind].flatMap(({ needs }) => needs).map((condition) => [condition, condition(facts, on)]));
  const findingsOf = ({ needs }: Route): readonly Finding[] => needs.flatMap((condition) => asked.get(condition) ?? []);
  const isOpen = (route: Route): boolean => findingsOf(route).every(({ state }) => state === 'MET');
  const at = routes[facts.kind].findIndex(isOpen);
  const granted = routes[facts.kind][at];
  const better = at < 0 ? routes[facts.kind] : routes[facts.kind].slice(0, at);
  const missing = better.flatMap((route) => missingFor(route.grant, findingsOf(route)));
  const decisive = new Set([...(granted ? findingsOf(granted) : []), ...better.flatMap(findingsOf).filter(({ state }) => state !== 'MET')]);
  const reasons = [...asked.values()].flat().flatMap((each) => marked(each, decisive.has(each)));
  return { outcome: granted?.grant ?? 'NOTHING', on, reasons, missing };
}

const marked = (finding: Finding, decides: boolean): readonly Reason[] => {
  const reasons = reasonsOfFinding(finding);
  return decides ? reasons.map(deciding) : reasons;
};

const missingFor = (grant: Grant, findings: readonly Finding[]): readonly Missing[] =>
  findings.flatMap(({ state, clauses, because }) => (state === 'MET' ? [] : [{ grant, isKnown: state === 'NOT_MET', clauses, because }]));

/** The document that a grant leads to, with its days; the store gives it a number. */
export type GrantedDocument =
  | {
      readonly type: 'CERTIFICATE';
      readonly basis: CertificateBasis;
      readonly standard: Standard;
      readonly issuedOn: Day;
      readonly lastDay: Day;
    }
  | {
      readonly type: 'BIDDING_DOCUMENT';
      readonly kind: BiddingDocumentKind;
      readonly issuedOn: Day;
      /** What to record as the stated end: the host’s, or the earlier one that staff set. */
      readonly hostExpiresOn: Day;
      readonly lastDay: Day;
    };

/** The document of a grant issued on a day, valid as long as the law allows; null for a refusal, or without a stated end. */
export function documentOf(facts: RequestFacts, grant: Grant, issuedOn: Day): GrantedDocument | null {
  if (grant === 'NOTHING') return null;
  if (grant === 'CERTIFICATE_ONE_YEAR') return certificateOf(facts.kind, issuedOn);
  const hostExpiresOn = (facts.kind === 'OUT_OF_PROVINCE' ? facts.hostCor : facts.isoCertificate)?.expiresOn ?? null;
  if (hostExpiresOn === null) return null;
  const kind = grant === 'INTERIM_LOGS' ? 'INTERIM_LOGS' : 'LETTER_OF_RECIPROCITY';
  return { type: 'BIDDING_DOCUMENT', kind, issuedOn, hostExpiresOn, lastDay: lastDayOf({ issuedOn }, hostExpiresOn) };
}

/** G-6.1.a, G-6.2.a, R-20: a certificate for a year, to the day before its first anniversary; F-25: it counts for COR 2020. */
function certificateOf(kind: RequestKind, issuedOn: Day): GrantedDocument {
  const basis = kind === 'ISO_45001' ? 'ISO_45001_EQUIVALENCY' : 'MLITSD_EQUIVALENCY';
  const lastDay = dayBefore(addYears(issuedOn, valueOn(equivalencyTermYears, issuedOn)));
  return { type: 'CERTIFICATE', basis, standard: 'COR_2020', issuedOn, lastDay };
}
