import { type StoredPeriod, shownPeriod } from '../accounts/shown-period.ts';
import { timelineByAccount, timelineKnownThen } from '../accounts/timeline.loader.ts';
import type { BidderRow } from '../bidders/bidder.input.ts';
import { type AskedOf, type MatchedRow, matchRows } from '../bidders/bidder.service.ts';
import type { MatchSource } from '../bidders/bidder.source.ts';
import type { Context } from '../contract/context.ts';
import type { Instant } from '../contract/scalars.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { faults } from '../errors.ts';
import type { Day } from '../rules/calendar.ts';
import { because } from '../rules/decision.ts';
import type { MessageWith } from '../rules/messages/messages.ts';
import { maySee, noCurrentCertification, type ShownPeriod } from '../rules/standing/disclosure.ts';
import { checkRequirement as check, type Requirement, type RequirementDecision, type ShownDay } from '../rules/tender/requirement.ts';
import { type TenderWarning, warningOf } from '../rules/tender/warning.ts';
import type { TenderRequirement } from './requirement.input.ts';

/** What a query returns to GraphQL for a row; its sentences are rendered in the requested language. */
export interface CheckSource {
  readonly row: number;
  readonly match: MatchSource;
  readonly decision: RequirementDecision;
  readonly firstDayAtRisk: Day | null;
  readonly firstDayNotMet: Day | null;
  readonly warned: TenderWarning | null;
}

/** Days of a contract, both included. */
interface ContractDays {
  readonly from: Day;
  readonly to: Day;
}

/** Checks rows against a requirement of a tender: the statements of `matchBidders`, and for a contract one for all timelines. */
export async function checkRequirement(
  context: Context,
  given: TenderRequirement,
  rows: readonly BidderRow[],
  asked: AskedOf,
): Promise<readonly CheckSource[]> {
  const on = asked.on ?? context.today;
  const contract = contractOf(given, on);
  const requirement: Requirement = { routes: given.routes, isPendingAccepted: given.isPendingAccepted, isForContract: contract !== null };
  const warned = warningOf(given, on);
  const matched = await matchRows(context, rows, asked);
  return Promise.all(
    matched.map(async ({ read, match }, row) => {
      const decision = decisionOn(context, requirement, { read, match }, on);
      return {
        row,
        match,
        decision,
        ...(await risksOf(context, requirement, match, contract && { ...contract, knownAt: asked.knownAt })),
        warned,
      };
    }),
  );
}

function contractOf({ contractTo = null }: TenderRequirement, from: Day): ContractDays | null {
  if (contractTo === null) return null;
  if (contractTo < from)
    throw faults.BAD_USER_INPUT('requirement.contractTo', 'requirement.contractTo must not be before the day asked about.');
  return { from, to: contractTo };
}

const noDocuments: RequirementDecision = { outcome: 'CANNOT_SAY', route: null, document: null, reasons: [], cure: null, ask: null };
const cannotSay = (ask: MessageWith<never>): RequirementDecision => ({ ...noDocuments, ask: because(ask) });

/** The decision on the day. For a number without a visible account it is what is shown about it; for a name nothing can be said. */
function decisionOn(context: Context, requirement: Requirement, { read, match }: MatchedRow, on: Day): RequirementDecision {
  const { verification } = match;
  if (match.partners.length > 0) return cannotSay('tender-ask-partners');
  if (verification !== null)
    return check(
      requirement,
      shownDay(context, {
        ...verification,
        certificate: verification.certificate?.number ?? null,
        biddingDocument: verification.biddingDocument?.number ?? null,
        standing: verification.standing ?? 'NO_CURRENT_CERTIFICATION',
      }),
      on,
    );
  if (match.status === 'AMBIGUOUS') return cannotSay('tender-ask-choose');
  const isByNumber = match.status === 'NO_MATCH' && read.number !== null;
  return isByNumber ? check(requirement, shownDay(context, noCurrentCertification), on) : cannotSay('tender-ask-correct');
}

type Shown = Omit<ShownDay, 'seesRegistrations'>;

const shownDay = (context: Context, { standing, basis, standard, certificate, biddingDocument, holdsUntil }: Shown): ShownDay => ({
  standing,
  basis,
  standard,
  certificate,
  biddingDocument,
  holdsUntil,
  seesRegistrations: maySee(viewerOf(context), 'REGISTERED'),
});

interface Risks {
  readonly firstDayAtRisk: Day | null;
  readonly firstDayNotMet: Day | null;
}

/** the first days of a contract on which the account is not certified, and on which the requirement is not met, if nothing further is recorded. */
async function risksOf(
  context: Context,
  requirement: Requirement,
  { verification }: MatchSource,
  contract: (ContractDays & { readonly knownAt: Instant | null }) | null,
): Promise<Risks> {
  const account = verification?.account ?? null;
  if (contract === null || account === null) return { firstDayAtRisk: null, firstDayNotMet: null };
  const { accountId } = account;
  const { knownAt } = contract;
  const periods =
    knownAt === null
      ? await context.loader(timelineByAccount).load(accountId)
      : await context.loader(timelineKnownThen).load({ accountId, knownAt });
  const viewer = viewerOf(context, account);
  const days = periods
    .filter((period) => isWithin(period, contract))
    .map((period) => ({ day: firstDayOf(period, contract), shown: shownPeriod(viewer, period) }));
  const firstWhere = (isSo: (shown: ShownPeriod, day: Day) => boolean) => days.find(({ shown, day }) => isSo(shown, day))?.day ?? null;
  return {
    firstDayAtRisk: firstWhere(({ standing }) => standing !== 'CERTIFIED'),
    firstDayNotMet: firstWhere((shown, day) => check(requirement, shownDay(context, shown), day).outcome !== 'MET'),
  };
}

const isWithin = ({ validFrom, validTo }: StoredPeriod, { from, to }: ContractDays): boolean =>
  validFrom <= to && (validTo === null || validTo > from);

const firstDayOf = ({ validFrom }: StoredPeriod, { from }: ContractDays): Day => (validFrom > from ? validFrom : from);
