import type { BidderRow } from '../bidders/bidder.input.ts';
import { type AskedOf, type MatchedRow, matchRows } from '../bidders/bidder.service.ts';
import type { MatchSource, PartnerSource } from '../bidders/bidder.source.ts';
import type { TypedNumber } from '../bidders/typed-number.ts';
import type { Context } from '../contract/context.ts';
import { faults } from '../errors.ts';
import type { Day } from '../rules/calendar.ts';
import { because } from '../rules/decision.ts';
import type { MessageWith } from '../rules/messages/messages.ts';
import { noCurrentCertification } from '../rules/standing/disclosure.ts';
import { checkPartners } from '../rules/tender/joint-venture.ts';
import { checkRequirement as check, type RequirementDecision } from '../rules/tender/requirement.ts';
import { type TenderWarning, warningOf } from '../rules/tender/warning.ts';
import { noRisks, type Risks, risksOf, risksOfPartners } from './contract-days.ts';
import { type AskedRequirement, requirementAsked } from './kept-requirement.service.ts';
import { recognitionsNumbered, recognitionsShown, referenceOn } from './recognitions.ts';
import type { TenderRequirement } from './requirement.input.ts';
import { type Asking, type ContractDays, shownDay } from './shown-day.ts';

/** What a query returns to GraphQL for a partner of a joint venture. */
export interface PartnerCheckSource extends Risks {
  readonly match: PartnerSource;
  readonly decision: RequirementDecision;
}

/** What a query returns to GraphQL for a row; its sentences are rendered in the requested language. */
export interface CheckSource extends Risks {
  readonly row: number;
  readonly match: MatchSource;
  readonly decision: RequirementDecision;
  readonly partners: readonly PartnerCheckSource[];
  readonly warned: TenderWarning | null;
}

/**
 * Checks rows against a requirement of a tender: the statements of `matchBidders`; for a contract one for all timelines, for a kept requirement one,
 * and for recognitions under SOSE one where the caller may see them.
 */
export async function checkRequirement(
  context: Context,
  given: AskedRequirement,
  rows: readonly BidderRow[],
  asked: AskedOf,
): Promise<readonly CheckSource[]> {
  const requirement = await requirementAsked(context, given, 'requirement');
  return checkRows(context, requirement, rows, asked);
}

/** The same for a requirement that was found. */
export async function checkRows(
  context: Context,
  given: TenderRequirement,
  rows: readonly BidderRow[],
  asked: AskedOf,
): Promise<readonly CheckSource[]> {
  const on = asked.on ?? context.today;
  const contract = contractOf(given, on);
  const { routes, isPendingAccepted } = given;
  const asking: Asking = {
    requirement: { routes, isPendingAccepted, isForContract: contract !== null },
    on,
    knownAt: asked.knownAt,
    contract,
  };
  const warned = warningOf(given, on);
  const matched = await matchRows(context, rows, asked);
  return Promise.all(matched.map(async (each, row) => ({ row, match: each.match, ...(await checkRow(context, asking, each)), warned })));
}

function contractOf({ contractTo = null }: TenderRequirement, from: Day): ContractDays | null {
  if (contractTo === null) return null;
  if (contractTo < from)
    throw faults.BAD_USER_INPUT('requirement.contractTo', 'requirement.contractTo must not be before the day asked about.');
  return { from, to: contractTo };
}

type CheckedRow = Pick<CheckSource, 'decision' | 'partners' | keyof Risks>;

async function checkRow(context: Context, asking: Asking, { read, match }: MatchedRow): Promise<CheckedRow> {
  if (match.partners.length === 0) {
    const number = match.status === 'NO_MATCH' ? read.numbers[0] : undefined;
    return { ...(await (number ? checkNumber(context, asking, number) : checkFirm(context, asking, match))), partners: [] };
  }
  const partners = await Promise.all(
    match.partners.map(async (partner) => ({ match: partner, ...(await checkFirm(context, asking, partner)) })),
  );
  const decision = checkPartners(partners.map((partner) => partner.decision));
  const isOpen = match.status === 'AMBIGUOUS' && decision.outcome === 'MET';
  return { decision: isOpen ? cannotSay('tender-ask-correct') : decision, partners, ...risksOfPartners(partners) };
}

type CheckedFirm = Pick<CheckSource, 'decision' | keyof Risks>;

/** The decision on the day about a number without a visible account: what everyone is shown about it. */
async function checkNumber(context: Context, asking: Asking, { subjects }: TypedNumber): Promise<CheckedFirm> {
  const { requirement, on } = asking;
  const recognition = referenceOn(await recognitionsNumbered(context, asking, subjects), on);
  return { decision: check(requirement, shownDay(context, noCurrentCertification, recognition), { on, today: context.today }), ...noRisks };
}

/** The decision on the day about the firm that a row or a part of it means. Of a name without a match nothing can be said. */
async function checkFirm(
  context: Context,
  asking: Asking,
  { status, verification }: Pick<PartnerSource, 'status' | 'verification'>,
): Promise<CheckedFirm> {
  const { requirement, on } = asking;
  if (verification === null)
    return { decision: cannotSay(status === 'AMBIGUOUS' ? 'tender-ask-choose' : 'tender-ask-correct'), ...noRisks };
  const recognitions = await recognitionsShown(context, asking, verification.account);
  const { certificate, biddingDocument, standing } = verification;
  const shown = {
    ...verification,
    certificate: certificate?.number ?? null,
    biddingDocument: biddingDocument?.number ?? null,
    standing: standing ?? ('NO_CURRENT_CERTIFICATION' as const),
  };
  return {
    decision: check(requirement, shownDay(context, shown, referenceOn(recognitions, on)), { on, today: context.today }),
    ...(await risksOf(context, asking, verification.account, recognitions)),
  };
}

const cannotSay = (ask: MessageWith<never>): RequirementDecision => ({
  ...{ outcome: 'CANNOT_SAY', route: null, document: null, reasons: [], cure: null },
  ask: because(ask),
});
