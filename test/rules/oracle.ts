// A second implementation of the clauses on standing (G-2.4.h to G-2.5.d, 4.4, 5, 6, F-16 and our decisions on them), deliberately as naive as
// possible: it goes through the account's life day by day, in the order of the text, and shares no code with src/rules. It is slow, and right or wrong
// for reasons of its own.
import { Temporal } from 'temporal-polyfill';
import type {
  AccountFacts,
  BiddingDocumentFact,
  CertificateFact,
  RegistrationFact,
  SpotCheckFact,
  Standard,
} from '../../src/rules/facts.ts';
import type { Basis, Standing } from '../../src/rules/standing/standing.ts';

/** What the naive reading says about one day. */
export interface NaiveStanding {
  readonly standing: Standing;
  readonly certificate: string | null;
  readonly letter: string | null;
  readonly biddingDocument: string | null;
  readonly basis: Basis | null;
  readonly standard: Standard | null;
}

/** The naive standing on one day. */
export function standingOn(facts: AccountFacts, day: string): NaiveStanding {
  const answer = livedThrough(facts, [day]).get(day);
  if (answer === undefined) throw new Error(`no answer for ${day}`);
  return answer;
}

/** The naive standing on each of the given days, in order; the account lives every day in between. */
export function livedThrough(facts: AccountFacts, days: Iterable<string>): Map<string, NaiveStanding> {
  const answers = new Map<string, NaiveStanding>();
  const account = newborn();
  let yesterday = firstDay(facts) - 1;
  for (const asked of [...days].sort()) {
    const today = numberOf(asked);
    for (let day = yesterday + 1; day <= today; day++) live(account, facts, day);
    yesterday = Math.max(yesterday, today);
    answers.set(asked, answer(account, facts, today));
  }
  return answers;
}

// --- Days are counted from 1970-01-01 ----------------------------------------------------------------------------

const epoch = Temporal.PlainDate.from('1970-01-01');
const numbers = new Map<string, number>();
const texts = new Map<number, string>();

function numberOf(day: string): number {
  const known = numbers.get(day) ?? epoch.until(Temporal.PlainDate.from(day), { largestUnit: 'days' }).days;
  numbers.set(day, known);
  return known;
}

function textOf(day: number): string {
  const known = texts.get(day) ?? epoch.add({ days: day }).toString();
  texts.set(day, known);
  return known;
}

/** The day of issue n years later, limited to the month's end. */
const anniversary = (day: string, n: number): number =>
  numberOf(Temporal.PlainDate.from(day).add({ years: n }, { overflow: 'constrain' }).toString());

const firstDay = (facts: AccountFacts): number =>
  Math.min(
    ...[
      ...facts.registrations.map(({ confirmedOn }) => confirmedOn),
      ...facts.certificates.map(({ issuedOn }) => issuedOn),
      ...facts.biddingDocuments.map(({ issuedOn }) => issuedOn),
      ...facts.spotChecks.map(({ receivedOn }) => receivedOn),
      ...facts.revocations.map(({ from }) => from),
    ].map(numberOf),
  );

// --- The life of the account -------------------------------------------------------------------------------------

interface Held {
  readonly fact: CertificateFact;
  readonly anniversaries: readonly [number, number, number];
  readonly isCor: boolean;
  standard: Standard;
  letter2: string | null;
  letter3: string | null;
  fate: 'lost' | 'superseded' | null;
}

interface Account {
  certificates: Held[];
  registrations: RegistrationFact[];
  biddingDocuments: BiddingDocumentFact[];
  checks: SpotCheckFact[];
}

const newborn = (): Account => ({
  certificates: [],
  registrations: [],
  biddingDocuments: [],
  checks: [],
});

/** One day: first what is lost at its start, then everything dated that day, and the checks that find a certified account. */
function live(account: Account, facts: AccountFacts, day: number): void {
  if (loseWhatIsDue(account, day)) {
    account.registrations = [];
    account.biddingDocuments = [];
  }
  const today = textOf(day);
  account.registrations = account.registrations.filter(({ withdrawnOn }) => withdrawnOn !== today);
  account.registrations.push(...facts.registrations.filter((one) => one.confirmedOn === today && one.withdrawnOn !== today));
  if (!isRevoked(facts, day)) receiveDocuments(account, facts, day);
  const isCertified = account.certificates.some((held) => ['certified', 'pending'].includes(stateOf(held, day)));
  if (isCertified) account.checks.push(...facts.spotChecks.filter((one) => one.receivedOn === today && one.correctiveAction));
}

/** Whether a certification is lost today: by its clock, or by a spot check, which takes all that were issued before today and have not expired. */
function loseWhatIsDue(account: Account, day: number): boolean {
  const due = account.checks.filter((check) => isLostBy(check, day));
  account.checks = account.checks.filter((check) => !due.includes(check));
  const isTaken = (held: Held) => due.length > 0 && stateOf(held, day) !== 'expired';
  const taken = account.certificates.filter((held) => held.fate === null && (isTaken(held) || daysOverdue(held, day) > 90));
  for (const held of taken) held.fate = 'lost';
  return taken.length > 0;
}

/** on day 91 without a report or validation that answers every finding, after it on the day of a finding. */
function isLostBy({ receivedOn, events }: SpotCheckFact, day: number): boolean {
  const lastDayToReport = numberOf(receivedOn) + 90;
  const daysOf = (kind: string) => events.filter((event) => event.kind === kind).map((event) => numberOf(event.on));
  const proofs = [...daysOf('IMPLEMENTATION_REPORTED'), ...daysOf('VALIDATED')];
  const lastTimelyReport = Math.max(-Infinity, ...proofs.filter((proved) => proved <= lastDayToReport));
  const findings = daysOf('FOUND_NOT_IMPLEMENTED');
  if (day <= lastDayToReport) return false;
  if (day > lastDayToReport + 1) return findings.includes(day);
  return lastTimelyReport === -Infinity || findings.some((found) => found <= day && found >= lastTimelyReport);
}

/** a document dated during a revocation does not count; these are dated outside every revocation. */
function receiveDocuments(account: Account, facts: AccountFacts, day: number): void {
  const today = textOf(day);
  for (const fact of facts.certificates.filter(({ issuedOn }) => issuedOn === today)) receiveCertificate(account, fact);
  for (const held of account.certificates.filter(({ isCor, fate }) => isCor && fate === null)) receiveLetters(held, facts, day);
  account.biddingDocuments.push(...facts.biddingDocuments.filter(({ issuedOn }) => issuedOn === today));
}

/** a COR certificate supersedes every earlier one, an equivalency certificate earlier equivalency certificates only. */
function receiveCertificate(account: Account, fact: CertificateFact): void {
  const isCor = fact.basis === 'EXTERNAL_AUDIT';
  for (const earlier of account.certificates) {
    if (earlier.fact.issuedOn < fact.issuedOn && (isCor || !earlier.isCor)) earlier.fate = 'superseded';
  }
  const anniversaries = [anniversary(fact.issuedOn, 1), anniversary(fact.issuedOn, 2), anniversary(fact.issuedOn, 3)] as const;
  account.certificates.push({ fact, anniversaries, isCor, standard: fact.standard, letter2: null, letter3: null, fate: null });
}

/** year 2 from the issue to day 90 after A₁; year 3 from the day after A₁, not before the year-2 letter, to day 90 after A₂. */
function receiveLetters(held: Held, facts: AccountFacts, day: number): void {
  const [first, second] = held.anniversaries;
  const dated = (year: 2 | 3) =>
    held.fact.letters.filter((letter) => letter.year === year && numberOf(letter.issuedOn) === day).map(({ number }) => number);
  const before = [held.letter2, held.letter3];
  if (day <= first + 90) held.letter2 ??= dated(2).sort()[0] ?? null;
  if (day > first && held.letter2 !== null && day <= second + 90) held.letter3 ??= dated(3).sort()[0] ?? null;
  const isNew = held.letter2 !== before[0] || held.letter3 !== before[1];
  if (isNew && hasTransitionAudit(held, facts, day)) held.standard = 'COR_2020';
}

/** the letter follows a transition audit of this certificate: one completed since its issue and by the day of the letter. */
const hasTransitionAudit = ({ fact }: Held, { transitionAudits }: AccountFacts, day: number): boolean =>
  transitionAudits.some(({ completedOn }) => completedOn >= fact.issuedOn && numberOf(completedOn) <= day);

// --- The standing on a day ---------------------------------------------------------------------------------------

/** Days since the oldest anniversary still without its letter or, for the third, without the new certificate. */
function daysOverdue({ isCor, anniversaries: [first, second, third], letter2, letter3 }: Held, day: number): number {
  if (!isCor) return 0;
  return day - (letter2 === null ? first : letter3 === null ? second : third);
}

function stateOf(held: Held, day: number): 'certified' | 'pending' | 'lost' | 'expired' | 'superseded' {
  if (held.fate !== null) return held.fate;
  if (!held.isCor) return day < held.anniversaries[0] ? 'certified' : 'expired';
  return daysOverdue(held, day) > 30 ? 'pending' : 'certified';
}

const isRevoked = ({ revocations }: AccountFacts, day: number): boolean =>
  revocations.some(({ from, liftedOn }) => numberOf(from) <= day && (liftedOn === null || numberOf(liftedOn) > day));

/** to the stated end of the host COR, at most to the day before the first anniversary of issue; without a stated end it has no effect. */
const lastDayOf = ({ issuedOn, hostExpiresOn }: BiddingDocumentFact): number =>
  hostExpiresOn === null ? -Infinity : Math.min(numberOf(hostExpiresOn), anniversary(issuedOn, 1) - 1);

const isInForce = (document: BiddingDocumentFact, day: number): boolean => day <= lastDayOf(document);

/** Of several documents in effect the one that runs longest is shown; of equal ones, the one with the smaller number. */
const byLastDay = (a: BiddingDocumentFact, b: BiddingDocumentFact): number => lastDayOf(b) - lastDayOf(a) || (a.number < b.number ? -1 : 1);

/** the first row that holds; of two certificates in one state the COR certificate is shown. */
function answer(account: Account, facts: AccountFacts, day: number): NaiveStanding {
  const inState = (state: string) =>
    account.certificates.filter((held) => stateOf(held, day) === state).sort((a, b) => Number(b.isCor) - Number(a.isCor))[0];
  const [certified, pending, lost, expired] = [inState('certified'), inState('pending'), inState('lost'), inState('expired')];
  const bidding = account.biddingDocuments.filter((document) => isInForce(document, day)).sort(byLastDay)[0];
  if (isRevoked(facts, day)) return bare('REVOKED');
  if (certified !== undefined) return shown('CERTIFIED', certified);
  if (pending !== undefined) return shown('PENDING', pending);
  if (bidding !== undefined) return { ...bare('BIDDING_ONLY'), biddingDocument: bidding.number, basis: bidding.kind };
  if (account.registrations.length > 0) return bare('REGISTERED');
  if (lost !== undefined) return shown('CERTIFICATION_LOST', lost);
  return expired === undefined ? bare('NOT_REGISTERED') : shown('EXPIRED', expired);
}

const bare = (standing: Standing): NaiveStanding => ({
  standing,
  certificate: null,
  letter: null,
  biddingDocument: null,
  basis: null,
  standard: null,
});

const shown = (standing: Standing, { fact, letter2, letter3, standard }: Held): NaiveStanding => ({
  ...bare(standing),
  certificate: fact.number,
  letter: letter3 ?? letter2,
  basis: fact.basis,
  standard,
});
