import type { Standard } from '../../../src/rules/facts.ts';
import type { ShownStanding } from '../../../src/rules/standing/disclosure.ts';
import type { Basis } from '../../../src/rules/standing/standing.ts';
import { checkPartners } from '../../../src/rules/tender/joint-venture.ts';
import {
  checkRequirement,
  type OtherCertificate,
  type PresentedDocument,
  type Requirement,
  type RequirementDecision,
  type Route,
  type StandingRegistration,
} from '../../../src/rules/tender/requirement.ts';
import type { Owner } from '../../../src/rules/tender/warning.ts';
import { casesOf } from '../case-file.ts';

/** A case of the file: a requirement with an outcome, or the warning with a day. */
export interface TenderCase {
  readonly case: string;
  readonly routes?: readonly Route[];
  /** For a joint venture. */
  readonly partners?: readonly RequirementDecision['outcome'][];
  /** The day on which it is asked: 1 October 2026 unless given. */
  readonly today?: string;
  readonly recognition?: string;
  readonly standing?: ShownStanding;
  readonly basis?: Basis;
  readonly standard?: Standard;
  readonly holdsUntil?: string;
  readonly pendingAccepted?: boolean;
  readonly contract?: boolean;
  readonly seesRegistrations?: boolean;
  readonly seesBiddingDocuments?: boolean;
  readonly presented?: PresentedDocument;
  /** Null where it is known that none stands. */
  readonly registration?: StandingRegistration | null;
  readonly other?: OtherCertificate;
  readonly outcome?: RequirementDecision['outcome'];
  readonly route?: Route;
  readonly document?: string;
  readonly cure?: string;
  readonly ask?: string;
  readonly owner?: Owner;
  readonly construction?: boolean;
  readonly warnedOn?: string;
  readonly notNamed?: readonly string[] | null;
  readonly notKnown?: readonly string[];
  /** The id of its sentence. */
  readonly message?: string;
}

const all = casesOf<TenderCase>('tender/tender.cases.yaml');

export const requirementCases = all.filter(({ outcome }) => outcome !== undefined);
export const warningCases = all.filter(({ warnedOn }) => warnedOn !== undefined);

/** What the law says about a case. */
export function checkCase(one: TenderCase): RequirementDecision {
  if (one.partners) return checkPartners(one.partners.map(decided));
  const requirement: Requirement = {
    routes: one.routes ?? [],
    isPendingAccepted: one.pendingAccepted ?? true,
    isForContract: one.contract ?? false,
  };
  const isHeld = one.standing === undefined || one.standing === 'PENDING';
  const shown = {
    standing: one.standing ?? ('CERTIFIED' as const),
    basis: one.basis ?? (isHeld ? ('EXTERNAL_AUDIT' as const) : null),
    standard: one.standard ?? (isHeld ? ('COR_2020' as const) : null),
    certificate: isHeld ? 'C1' : null,
    biddingDocument: one.standing === 'BIDDING_ONLY' ? 'B1' : null,
    holdsUntil: one.holdsUntil ?? null,
    seesRegistrations: one.seesRegistrations ?? false,
    seesBiddingDocuments: one.seesBiddingDocuments ?? true,
    presented: one.presented ?? null,
    registration: one.registration ?? null,
    areRegistrationsKnown: one.registration !== undefined,
    otherCertificate: one.other ?? null,
    recognition: one.recognition ?? null,
  };
  return checkRequirement(requirement, shown, { on: '2026-11-20', today: one.today ?? '2026-10-01' });
}

const decided = (outcome: RequirementDecision['outcome']): RequirementDecision => ({
  ...{ outcome, route: null, document: null, reasons: [], cure: null, ask: null },
});
