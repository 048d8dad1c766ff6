import { addYears, type Day, dayBefore } from '../calendar.ts';
import type { AccountFacts, BiddingDocumentFact, RegistrationFact, RevocationFact } from '../facts.ts';
import { biddingDocumentYears, valueOn } from '../parameters.ts';
import { type CertificateLife, certificateLives, datedInRevocation, type Loss } from './certificate-life.ts';
import { type BindingCheck, bindingChecks, lossOf } from './spot-check.ts';

export interface CertificateHistory extends CertificateLife {
  readonly loss: Loss | null;
  /** the last loss before its issue, if no registration was confirmed since; null for a renewal, and where the process was started over. */
  readonly unregisteredSince: Day | null;
}

export interface BiddingDocumentHistory {
  readonly document: BiddingDocumentFact;
  readonly lastDay: Day;
  /** The first loss of the account's own certification after the issue; it ends the document. */
  readonly endedByLossOn: Day | null;
}

export interface RegistrationHistory {
  readonly registration: RegistrationFact;
  /** The first loss after the confirmation; it ends the registration. */
  readonly endedByLossOn: Day | null;
}

/** The facts of one account, read once: what counts, what ends what, and when. */
export interface AccountHistory {
  readonly revocations: readonly RevocationFact[];
  readonly certificates: readonly CertificateHistory[];
  readonly checks: readonly BindingCheck[];
  readonly biddingDocuments: readonly BiddingDocumentHistory[];
  readonly registrations: readonly RegistrationHistory[];
}

/** The history of the facts; read once, because a timeline, its anomalies and the effect of its documents need the same one. */
export function readHistory(facts: AccountFacts): AccountHistory {
  if (last?.facts === facts) return last.history;
  last = { facts, history: read(facts) };
  return last.history;
}

/** An account is asked about several times in a row. A WeakMap of all facts took the garbage collector longer than reading their history does. */
let last: { readonly facts: AccountFacts; readonly history: AccountHistory } | null = null;

function read(facts: AccountFacts): AccountHistory {
  const lives = certificateLives(facts);
  const checks = bindingChecks([...facts.spotChecks], lives);
  const lost = lives.map((life) => ({ ...life, loss: lossOf(life, checks) }));
  const losses = lost.flatMap(({ loss }) => (loss ? [loss.on] : [])).sort();
  const certificates = lost.map((life) => ({ ...life, unregisteredSince: unregisteredSince(life, losses, facts) }));
  return {
    revocations: [...facts.revocations].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    certificates,
    checks,
    biddingDocuments: biddingDocumentsOf(facts, losses),
    registrations: facts.registrations
      .map((registration) => ({ registration, endedByLossOn: firstAfter(losses, registration.confirmedOn) }))
      .sort(byConfirmation),
  };
}

/** after a loss a certificate needs a registration confirmed on its day or later, which stands on the day of issue. */
function unregisteredSince(
  { isEquivalency, certificate: { issuedOn } }: CertificateLife,
  losses: readonly Day[],
  facts: AccountFacts,
): Day | null {
  const lostOn = losses.filter((day) => day <= issuedOn).at(-1);
  if (isEquivalency || lostOn === undefined) return null;
  const isRegistered = facts.registrations.some(
    ({ confirmedOn, withdrawnOn }) => confirmedOn >= lostOn && confirmedOn <= issuedOn && (withdrawnOn === null || withdrawnOn > issuedOn),
  );
  return isRegistered ? null : lostOn;
}

/** In order of confirmation; on the same day, the one withdrawn last comes last. */
function byConfirmation({ registration: a }: RegistrationHistory, { registration: b }: RegistrationHistory): number {
  if (a.confirmedOn !== b.confirmedOn) return a.confirmedOn < b.confirmedOn ? -1 : 1;
  if (a.withdrawnOn === b.withdrawnOn) return 0;
  return b.withdrawnOn === null || (a.withdrawnOn !== null && a.withdrawnOn < b.withdrawnOn) ? -1 : 1;
}

/** A loss on the day of the confirmation or issue happened at the start of that day, so it ends nothing dated on it. */
const firstAfter = (losses: readonly Day[], day: Day): Day | null => losses.find((on) => on > day) ?? null;

/** to the end stated for the host COR, at most a year; without a stated end the document does not count. */
function biddingDocumentsOf(facts: AccountFacts, losses: readonly Day[]): readonly BiddingDocumentHistory[] {
  return facts.biddingDocuments
    .flatMap((document) => {
      if (document.hostExpiresOn === null || datedInRevocation(facts, document.issuedOn)) return [];
      return [{ document, lastDay: lastDayOf(document, document.hostExpiresOn), endedByLossOn: firstAfter(losses, document.issuedOn) }];
    })
    .sort(byLastDay);
}

/** the last day of a bidding-only document with a stated end, included, unless a loss ends it earlier. */
export function lastDayOf({ issuedOn }: Pick<BiddingDocumentFact, 'issuedOn'>, hostExpiresOn: Day): Day {
  const atMost = dayBefore(addYears(issuedOn, valueOn(biddingDocumentYears, issuedOn)));
  return hostExpiresOn < atMost ? hostExpiresOn : atMost;
}

/** The one valid longest comes first; if equal, the one with the smaller number. */
const byLastDay = (a: BiddingDocumentHistory, b: BiddingDocumentHistory): number =>
  a.lastDay > b.lastDay ? -1 : a.lastDay < b.lastDay ? 1 : a.document.number < b.document.number ? -1 : 1;

/** Whether an issued bidding-only document is in force: to its last day, unless a loss ended it. */
export const isBiddingDocumentInForce = ({ lastDay, endedByLossOn }: BiddingDocumentHistory, on: Day): boolean =>
  on <= lastDay && (endedByLossOn === null || on < endedByLossOn);

/** Whether a confirmed registration is in effect: until it is withdrawn or a certification is lost. */
export const registrationStands = ({ registration: { withdrawnOn }, endedByLossOn }: RegistrationHistory, on: Day): boolean =>
  (withdrawnOn === null || on < withdrawnOn) && (endedByLossOn === null || on < endedByLossOn);
