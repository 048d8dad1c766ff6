import type { Day } from '../rules/calendar.ts';
import type { Operation } from './api.ts';

/** Who asks. */
export const viewerOperation: Operation<{ readonly viewer: { readonly scope: string; readonly holder: string | null } }> = {
  text: 'query DeskViewer { viewer { scope holder } }',
};

/** A firm that a row may mean. */
export interface Candidate {
  readonly score: number;
  readonly why: string;
  readonly wsibAccount: string | null;
  readonly organizationName: string;
  readonly city: string | null;
}

/** The standing of an account on the day asked about, in the language of the page. */
export interface Verified {
  readonly found: boolean;
  readonly standing: string | null;
  readonly standingLabel: string | null;
  readonly consideredCertified: boolean | null;
  readonly since: Day | null;
  readonly holdsUntil: Day | null;
  readonly then: string | null;
  readonly thenLabel: string | null;
  readonly basisLabel: string | null;
  readonly standardLabel: string | null;
  readonly wsibAccount: string | null;
  readonly organizationName: string | null;
  readonly city: string | null;
  readonly knownAt: string;
  readonly consequence: string;
  readonly advice: string | null;
  readonly unofficial: boolean;
  /** Why, in a line, and by which clauses; null if there are no reasons. */
  readonly because: string | null;
  readonly decidedBy: readonly string[];
}

const verified = `fragment Verified on Verification {
  found standing standingLabel consideredCertified since holdsUntil then thenLabel basisLabel standardLabel
  wsibAccount organizationName city knownAt consequence advice unofficial because decidedBy
}`;

/** A clause that was consulted. */
export interface Found {
  readonly clause: string;
  readonly holds: boolean;
  readonly decides: boolean;
  readonly because: string;
}

/** What is found for one firm of a row. */
export interface FirmAnswer {
  readonly status: 'MATCHED' | 'AMBIGUOUS' | 'NO_MATCH' | 'INVALID';
  readonly candidates: readonly Candidate[];
  readonly notLookedFor: readonly string[];
  readonly verification: Verified | null;
}

/** What is found for a row. */
export interface RowAnswer extends FirmAnswer {
  readonly name: string | null;
  readonly number: string | null;
  readonly nameAgrees: boolean | null;
  readonly problem: { readonly field: string; readonly looksLike: string; readonly message: string } | null;
  readonly partners: readonly (FirmAnswer & { readonly name: string })[];
}

/** Whether a row meets a requirement. */
export interface RequirementAnswer {
  readonly match: RowAnswer;
  readonly outcome: 'MET' | 'NOT_MET' | 'CANNOT_SAY';
  readonly document: string | null;
  readonly cure: string | null;
  readonly ask: string | null;
  readonly firstDayAtRisk: Day | null;
  readonly firstDayNotMet: Day | null;
  /** Of a joint venture, in the order of the partners of `match`. */
  readonly partners: readonly Pick<RequirementAnswer, 'outcome' | 'cure' | 'ask'>[];
  readonly warning: { readonly message: string } | null;
}

const firm = `status notLookedFor candidates { score why wsibAccount organizationName city }
  verification { ...Verified }`;

const row = `fragment Row on BidderMatch {
  ${firm} name number nameAgrees problem { field looksLike message } partners { name ${firm} }
}
${verified}`;

/** The rows of a list, each with the account it means and the standing on the day. */
export const matchOperation: Operation<{ readonly matchBidders: readonly RowAnswer[] }> = {
  text: `query DeskMatch($rows: [BidderRow!]!, $on: LocalDate, $knownAt: DateTime) {
  matchBidders(rows: $rows, on: $on, knownAt: $knownAt) { ...Row }
}
${row}`,
};

/** The same, with whether each row meets a requirement. */
export const requirementOperation: Operation<{ readonly checkRequirement: readonly RequirementAnswer[] }> = {
  text: `query DeskRequirement($rows: [BidderRow!]!, $on: LocalDate, $knownAt: DateTime, $requirement: TenderRequirement!) {
  checkRequirement(rows: $rows, on: $on, knownAt: $knownAt, requirement: $requirement) {
    outcome document cure ask firstDayAtRisk firstDayNotMet partners { outcome cure ask } warning { message } match { ...Row }
  }
}
${row}`,
};

/** A requirement that the key keeps under a name. */
export interface KeptRequirementAnswer {
  readonly name: string;
  readonly routes: readonly string[];
  readonly isPendingAccepted: boolean;
  readonly contractTo: Day | null;
  readonly owner: string;
  readonly isForConstruction: boolean;
}

/** Every requirement that the key keeps. */
export const keptRequirementsOperation: Operation<{ readonly keptRequirements: readonly KeptRequirementAnswer[] }> = {
  text: 'query KeptRequirements { keptRequirements { name routes isPendingAccepted contractTo owner isForConstruction } }',
};

/** A period of an account’s timeline. */
export interface TimelinePeriod {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly standing: string;
  readonly standingLabel: string;
  readonly consideredCertified: boolean;
  readonly standardLabel: string | null;
  readonly reasons: readonly Found[];
  readonly certificate: { readonly number: string } | null;
  readonly letterOfGoodStanding: { readonly number: string; readonly year: number } | null;
}

/** Something an account has to do; null to callers who may not see the whole file. */
export interface Obligation {
  readonly label: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly dueOn: Day | null;
  readonly because: string;
}

/** A document that a standing rests on. */
export interface IssuedDocument {
  readonly number: string;
  readonly issuedOn: Day;
}

/** One firm, as its page shows it. */
export interface AccountAnswer {
  readonly verify: Verified & {
    readonly on: Day;
    readonly problem: { readonly message: string } | null;
    readonly candidates: readonly { readonly wsibAccount: string | null; readonly organization: { readonly legalName: string } }[];
    readonly reasons: readonly Found[];
    readonly certificate: IssuedDocument | null;
    readonly letterOfGoodStanding: (IssuedDocument & { readonly year: number }) | null;
    readonly biddingDocument: IssuedDocument | null;
    readonly account: { readonly timeline: readonly TimelinePeriod[]; readonly obligations: readonly Obligation[] | null } | null;
  };
}

/** One firm: its standing on a day, its timeline, and what is due. */
export const accountOperation: Operation<AccountAnswer> = {
  text: `query DeskAccount($subject: VerificationSubject!, $on: LocalDate) {
  verify(subject: $subject, on: $on) {
    ...Verified on problem { message } candidates { wsibAccount organization { legalName } }
    reasons { clause holds decides because }
    certificate { number issuedOn } letterOfGoodStanding { number issuedOn year } biddingDocument { number issuedOn }
    account {
      timeline {
        from to standing standingLabel consideredCertified standardLabel reasons { clause holds decides because }
        certificate { number } letterOfGoodStanding { number year }
      }
      obligations(on: $on) { label state stateLabel dueOn because }
    }
  }
}
${verified}`,
};

/** A firm that a name may mean, and the firm that it does mean, by their ids. */
export interface NamedFirm {
  readonly status: FirmAnswer['status'];
  readonly problem: { readonly message: string } | null;
  readonly candidates: readonly Candidate[];
  readonly verification: { readonly account: { readonly id: string } | null } | null;
}

/** The firm that a name means. */
export const nameOperation: Operation<{ readonly matchBidders: readonly NamedFirm[] }> = {
  text: `query DeskName($rows: [BidderRow!]!, $on: LocalDate) {
  matchBidders(rows: $rows, on: $on) {
    status problem { message } candidates { score why wsibAccount organizationName city } verification { account { id } }
  }
}`,
};

/** A document, with its sentence in both languages: it is shown and printed in both. */
export interface ProofAnswer {
  readonly number: string;
  readonly kind: string;
  readonly kindEn: string;
  readonly kindFr: string;
  readonly organizationName: string | null;
  readonly wsibAccount: string | null;
  /** Whether what was given beside the number agrees with the record; null if nothing was. */
  readonly holderAgrees: boolean | null;
  readonly issuedOn: Day;
  readonly standard: string | null;
  readonly year: number | null;
  readonly inEffect: boolean;
  readonly effectiveUntil: Day | null;
  readonly on: Day;
  readonly statementEn: string;
  readonly statementFr: string;
}

/** A document by its number. */
export const proofOperation: Operation<{ readonly proof: ProofAnswer | null }> = {
  text: `query DeskProof($number: String!, $holder: ProofHolder) {
  proof(number: $number, holder: $holder) {
    number kind kindEn: kindLabel(locale: EN) kindFr: kindLabel(locale: FR) organizationName wsibAccount holderAgrees issuedOn standard year
    inEffect effectiveUntil on statementEn: statement(locale: EN) statementFr: statement(locale: FR)
  }
}`,
};
