/** Standings, as the schema describes them. */
export type Standing =
  | 'CERTIFIED'
  | 'PENDING'
  | 'REGISTERED'
  | 'BIDDING_ONLY'
  | 'EXPIRED'
  | 'CERTIFICATION_LOST'
  | 'REVOKED'
  | 'NOT_REGISTERED'
  | 'NO_CURRENT_CERTIFICATION';

/** What a change is about, as the schema describes it. */
export type ChangeKind = 'STANDING' | 'DOCUMENT' | 'CORRECTION' | 'REASONS' | 'NOTICE';

/** Whom to verify: exactly one of these. */
export type Subject = { account: string } | { wsibAccount: string } | { documentNumber: string } | { businessNumber: string };

/** A clause that was consulted, with what was found. */
export interface Reason {
  readonly clause: string;
  readonly decides: boolean;
  readonly because: string;
}

/** The answer to `verify`. Days are `YYYY-MM-DD`. */
export interface Verified {
  readonly found: boolean;
  /** Null where the answer is about no account: see `problem`; or the number has several accounts. Null is not a rejection. */
  readonly standing: Standing | null;
  /** Null where `standing` is. */
  readonly consideredCertified: boolean | null;
  readonly on: string;
  readonly knownAt: string;
  readonly wsibAccount: string | null;
  readonly organizationName: string | null;
  readonly basis: string | null;
  readonly since: string | null;
  readonly holdsUntil: string | null;
  readonly then: Standing | null;
  readonly certificate: {
    readonly number: string;
    readonly standard: string;
    readonly issuedOn: string;
    readonly endsOn: string | null;
  } | null;
  readonly letterOfGoodStanding: { readonly number: string; readonly year: number; readonly issuedOn: string } | null;
  readonly reasons: readonly (Reason & { readonly holds: boolean })[];
  readonly consequence: string;
  readonly advice: string | null;
}

/** One side of a change. */
export interface ChangedStanding {
  readonly standing: Standing;
  readonly consideredCertified: boolean;
  readonly since: string | null;
  readonly holdsUntil: string | null;
  readonly then: Standing | null;
  readonly certificate: { readonly number: string } | null;
  readonly reasons: readonly Reason[];
}

/** A change of standing, as far as it is visible to the caller. */
export interface Change {
  /** Its place; never that of another change. */
  readonly cursor: string;
  readonly kind: ChangeKind;
  /** First day on which it is so; of a notice, the day it announces. */
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly noticeDays: number | null;
  readonly account: {
    readonly id: string;
    readonly wsibAccount: string | null;
    readonly organization: { readonly legalName: string } | null;
  };
  readonly before: ChangedStanding;
  readonly after: ChangedStanding;
}

/** Which changes: those that meet everything given. Ids are global. */
export interface ChangeFilter {
  readonly accounts?: readonly string[];
  readonly organizations?: readonly string[];
  readonly watchList?: string;
  readonly kinds?: readonly ChangeKind[];
  readonly standings?: readonly Standing[];
  readonly noticeDays?: readonly number[];
}

/** A page of the changes. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean };
  /** How far the page has read. */
  readonly position: string;
  /** The place of the last change there is. */
  readonly latest: string;
}
