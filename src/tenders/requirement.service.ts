import type { MatchSource, PartnerSource } from '../bidders/bidder.source.ts';
import type { Context } from '../contract/context.ts';
import { faults } from '../errors.ts';
import type { Day } from '../rules/calendar.ts';
import { because } from '../rules/decision.ts';
import type { MessageWith } from '../rules/messages/messages.ts';
import { noCurrentCertification } from '../rules/standing/disclosure.ts';
import { documentCompared, type NameBeside, nameCompared } from '../rules/tender/compared.ts';
import { checkPartners } from '../rules/tender/joint-venture.ts';
import { checkRequirement as check, type RequirementDecision } from '../rules/tender/requirement.ts';
import { type TenderWarning, warningOf } from '../rules/tender/warning.ts';
import type { AskedOf } from '../verification/verification.service.ts';
import type { VerificationSource } from '../verification/verification.source.ts';
import { type AskedBidders, type Bidder, bidders } from './asked-bidders.ts';
import { besideOn, noRisks, type Risks, risksOf, risksOfNumber, risksOfPartners } from './contract-days.ts';
import { type AskedRequirement, requirementAsked } from './kept-requirement.service.ts';
import { otherCertificates } from './other-certificates.ts';
import { presentedDocument, type ShownDocument } from './presented-documents.ts';
import { recognitionsNumbered, recognitionsShown } from './recognitions.ts';
import { registrationsNumbered, registrationsShown } from './registrations.ts';
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
  /** Of a subject: what `verify` says of it. */
  readonly verification: VerificationSource | null;
  readonly decision: RequirementDecision;
  readonly partners: readonly PartnerCheckSource[];
  readonly warned: TenderWarning | null;
  /** The account of the document that the bidder gave, visible or not: a receipt follows its corrections. */
  readonly documentOf: string | null;
}

/**
 * Checks bidders against a requirement of a tender: the statements of `verifyMany` or `matchBidders`; for a contract one for all timelines, for a kept
 * requirement one, for documents that bidders give one, for recognitions under SOSE one where the caller may see them, and up to two for certificates
 * beside those shown.
 */
export async function checkRequirement(
  context: Context,
  given: AskedRequirement,
  whom: AskedBidders,
  asked: AskedOf,
): Promise<readonly CheckSource[]> {
  const requirement = await requirementAsked(context, given, 'requirement');
  return checkBidders(context, requirement, whom, asked);
}

/** The same for a requirement that was found. */
export async function checkBidders(
  context: Context,
  given: TenderRequirement,
  whom: AskedBidders,
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
  const found = await bidders(context, whom, asked);
  return Promise.all(
    found.map(async (each, row) => {
      const { match, verification } = each;
      return { row, match, verification, ...(await checkBidder(context, asking, each)), warned };
    }),
  );
}

function contractOf({ contractTo = null }: TenderRequirement, from: Day): ContractDays | null {
  if (contractTo === null) return null;
  if (contractTo < from)
    throw faults.BAD_USER_INPUT('requirement.contractTo', 'requirement.contractTo must not be before the day asked about.');
  return { from, to: contractTo };
}

type CheckedRow = Pick<CheckSource, 'decision' | 'partners' | 'documentOf' | keyof Risks>;

async function checkBidder(context: Context, asking: Asking, bidder: Bidder): Promise<CheckedRow> {
  const { match } = bidder;
  if (match.partners.length === 0) {
    const document = await presentedDocument(context, asking, bidder);
    return { ...(await checkOne(context, asking, bidder, document)), partners: [], documentOf: document?.accountId ?? null };
  }
  const partners = await Promise.all(
    match.partners.map(async (partner) => ({ match: partner, ...(await checkFirm(context, asking, partner, null)) })),
  );
  const decision = checkPartners(partners.map((partner) => partner.decision));
  const isOpen = match.status === 'AMBIGUOUS' && decision.outcome === 'MET';
  return { decision: isOpen ? cannotSay('tender-ask-correct') : decision, partners, documentOf: null, ...risksOfPartners(partners) };
}

type CheckedFirm = Pick<CheckSource, 'decision' | keyof Risks>;

/** A row that means no one firm is decided by a document only if that meets the requirement: nothing else is known of whom it means. */
async function checkOne(context: Context, asking: Asking, bidder: Bidder, document: ShownDocument | null): Promise<CheckedFirm> {
  const { match, numbers } = bidder;
  if (match.status === 'NO_MATCH' && numbers.length > 0) return checkNumber(context, asking, bidder, document);
  if (match.verification !== null) return besideName(match, await checkFirm(context, asking, match, document));
  if (!document?.inEffect) return checkFirm(context, asking, match, document);
  const byDocument = await checkNumber(context, asking, bidder, document);
  return byDocument.decision.outcome === 'MET' ? byDocument : checkFirm(context, asking, match, null);
}

/** the same, once the name beside the number was compared with the firm's. */
function besideName({ verification, nameAgrees, hasSlip }: MatchSource, checked: CheckedFirm): CheckedFirm {
  const name: NameBeside = nameAgrees === false ? (hasSlip ? 'SLIP' : 'OTHER') : 'OWN';
  const decision = nameCompared(checked.decision, name, verification?.organizationName ?? '');
  return name === 'OTHER' ? { decision, ...noRisks } : { ...checked, decision };
}

/** The decision on the day about a number without a visible account: what everyone is shown about it, and the document that has it. */
async function checkNumber(
  context: Context,
  asking: Asking,
  { numbers, names }: Pick<Bidder, 'numbers' | 'names'>,
  document: ShownDocument | null,
): Promise<CheckedFirm> {
  const { requirement, on } = asking;
  const recognitions = await recognitionsNumbered(context, asking, numbers);
  const registrations = await registrationsNumbered(context, asking, numbers);
  const beside = { recognitions, document, certificates: [], registrations };
  const shown = shownDay(context, noCurrentCertification, besideOn(beside, on));
  const decided = check(requirement, shown, { on, today: context.today });
  // A name beside the number is that of the document's holder, or the document was not taken.
  const decision = document !== null && names.length === 0 ? documentCompared(decided, document.number) : decided;
  return { decision, ...risksOfNumber(context, asking, beside) };
}

/** The decision on the day about the firm that a row or a part of it means. Of a name without a match nothing can be said. */
async function checkFirm(
  context: Context,
  asking: Asking,
  { candidates, verification }: Pick<PartnerSource, 'candidates' | 'verification'>,
  document: ShownDocument | null,
): Promise<CheckedFirm> {
  const { requirement, on } = asking;
  if (verification === null) return { decision: cannotSay(candidates.length > 0 ? 'tender-ask-choose' : 'tender-ask-correct'), ...noRisks };
  const account = verification.account();
  const recognitions = await recognitionsShown(context, asking, account);
  const { certificate, biddingDocument, standing } = verification;
  const shown = {
    ...verification,
    certificate: certificate?.number ?? null,
    biddingDocument: biddingDocument?.number ?? null,
    standing: standing ?? ('NO_CURRENT_CERTIFICATION' as const),
  };
  const certificates = await otherCertificates(context, asking, account, shown);
  const registrations = await registrationsShown(context, asking, account, shown.standing);
  const beside = { recognitions, document, certificates, registrations };
  return {
    decision: check(requirement, shownDay(context, shown, besideOn(beside, on)), { on, today: context.today }),
    ...(await risksOf(context, asking, account, beside)),
  };
}

const cannotSay = (ask: MessageWith<never>): RequirementDecision => ({
  ...{ outcome: 'CANNOT_SAY', route: null, document: null, reasons: [], cure: null },
  ask: because(ask),
});
