import { addDays, addYears, type Day, dayBefore } from '../calendar.ts';
import type { AccountFacts, CertificateFact, LetterFact, RevocationFact } from '../facts.ts';
import type { ClauseId } from '../guideline.ts';
import { certificateTermYears, equivalencyTermYears, lossAfterDays, pendingAfterDays, valueOn } from '../parameters.ts';

/** What must follow a certificate: a letter in years 2 and 3, a new certificate after year 3 (G-2.4.l, G-2.4.m, G-2.5.c). */
export interface Term {
  /** The anniversary on which it is due. */
  readonly due: Day;
  /** First day of pending: the day after the days of grace. */
  readonly pendingFrom: Day;
  /** First day of loss. */
  readonly lostFrom: Day;
}

export interface LetterTerm extends Term {
  readonly year: 2 | 3;
  /** The first letter that counts for this year; it may have been issued before it was due. */
  readonly letter: LetterFact | null;
}

export interface Loss {
  readonly on: Day;
  readonly clause: ClauseId;
}

/** One certificate that counts, with the effects of the recorded facts. */
export interface CertificateLife {
  readonly certificate: CertificateFact;
  readonly isEquivalency: boolean;
  readonly letterTerms: readonly [LetterTerm, LetterTerm];
  readonly renewal: Term;
  /** Last day of an equivalency certificate. */
  readonly lastDay: Day;
  /** Day of the certificate that supersedes this one, if any. */
  readonly supersededOn: Day | null;
  /** The loss by its own clocks (G-2.4.m, G-2.5.c), unless superseded before; equivalency certificates have no clocks. */
  readonly clockLoss: Loss | null;
  /** Letter from which a transition audit made the standard COR 2020. */
  readonly transitionLetter: LetterFact | null;
}

/** G-6.1.a, G-6.2.a: whether a certificate was granted by equivalency, for one year, and not after an external audit. */
export const isEquivalency = (certificate: CertificateFact): boolean => certificate.basis !== 'EXTERNAL_AUDIT';

/** G-2.0, R-10, R-20: the end printed on a certificate: its third anniversary, or the day before the first for one of equivalency. */
export const printedEnd = (certificate: Pick<CertificateFact, 'basis' | 'issuedOn'>): Day => {
  const { basis, issuedOn } = certificate;
  if (basis === 'EXTERNAL_AUDIT') return addYears(issuedOn, valueOn(certificateTermYears, issuedOn));
  return dayBefore(addYears(issuedOn, valueOn(equivalencyTermYears, issuedOn)));
};

/** Whether a revocation is in effect on the day: from its first day to the day before it is lifted. */
export const revocationStands = ({ from, liftedOn }: RevocationFact, on: Day): boolean =>
  from <= on && (liftedOn === null || on < liftedOn);

/** a document dated during a revocation does not count. */
export const datedInRevocation = ({ revocations }: AccountFacts, issuedOn: Day): boolean =>
  revocations.some((revocation) => revocationStands(revocation, issuedOn));

/** The lives of all certificates that count, in order of issue; on the same day the equivalency certificate first. */
export function certificateLives(facts: AccountFacts): readonly CertificateLife[] {
  const counting = facts.certificates.filter(({ issuedOn }) => !datedInRevocation(facts, issuedOn)).sort(byIssue);
  return counting.map((certificate) => lifeOf(certificate, counting, facts));
}

const byIssue = (a: CertificateFact, b: CertificateFact): number =>
  a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : Number(isEquivalency(b)) - Number(isEquivalency(a));

function lifeOf(certificate: CertificateFact, all: readonly CertificateFact[], facts: AccountFacts): CertificateLife {
  const letterTerms = letterTermsOf(certificate, facts);
  const renewal = termDue(addYears(certificate.issuedOn, valueOn(certificateTermYears, certificate.issuedOn)));
  const supersededOn = all.find((later) => supersedes(later, certificate))?.issuedOn ?? null;
  const lastDay = dayBefore(addYears(certificate.issuedOn, valueOn(equivalencyTermYears, certificate.issuedOn)));
  const equivalency = isEquivalency(certificate);
  return {
    certificate,
    isEquivalency: equivalency,
    letterTerms,
    renewal,
    lastDay,
    supersededOn,
    clockLoss: equivalency ? null : clockLossOf(letterTerms, renewal, supersededOn),
    transitionLetter: equivalency ? null : transitionLetterOf(certificate, letterTerms, facts),
  };
}

/** A COR certificate supersedes every earlier certificate; an equivalency certificate only earlier equivalency certificates. */
const supersedes = (later: CertificateFact, earlier: CertificateFact): boolean =>
  later.issuedOn > earlier.issuedOn && (!isEquivalency(later) || isEquivalency(earlier));

function termDue(due: Day): Term {
  return {
    due,
    pendingFrom: addDays(due, valueOn(pendingAfterDays, due) + 1),
    lostFrom: addDays(due, valueOn(lossAfterDays, due) + 1),
  };
}

/** for year 2 from the day of issue to day 90 after A1; for year 3 from the day after A1, not before the year-2 letter, to day 90 after A2. */
function letterTermsOf(certificate: CertificateFact, facts: AccountFacts): readonly [LetterTerm, LetterTerm] {
  const second = termDue(addYears(certificate.issuedOn, 1));
  const third = termDue(addYears(certificate.issuedOn, 2));
  const counting = (year: 2 | 3, from: Day, before: Day): LetterFact | null =>
    earliest(
      certificate.letters.filter(
        (letter) => letter.year === year && isIn(letter.issuedOn, from, before) && !datedInRevocation(facts, letter.issuedOn),
      ),
    );
  const letterOfYear2 = counting(2, certificate.issuedOn, second.lostFrom);
  const letterOfYear3 = letterOfYear2 && counting(3, laterOf(addDays(second.due, 1), letterOfYear2.issuedOn), third.lostFrom);
  return [
    { ...second, year: 2, letter: letterOfYear2 },
    { ...third, year: 3, letter: letterOfYear3 },
  ];
}

const isIn = (day: Day, from: Day, before: Day): boolean => from <= day && day < before;

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

const earliest = (letters: readonly LetterFact[]): LetterFact | null =>
  letters.reduce<LetterFact | null>((first, letter) => (first && isBefore(first, letter) ? first : letter), null);

const isBefore = (a: LetterFact, b: LetterFact): boolean => a.issuedOn < b.issuedOn || (a.issuedOn === b.issuedOn && a.number < b.number);

/** lost at the start of day 91, so a certificate issued on that day does not stop the clock. */
function clockLossOf(letterTerms: readonly LetterTerm[], renewal: Term, supersededOn: Day | null): Loss | null {
  const missed = letterTerms.find(({ letter }) => letter === null);
  const loss: Loss = missed ? { on: missed.lostFrom, clause: 'G-2.4.m' } : { on: renewal.lostFrom, clause: 'G-2.5.c' };
  return supersededOn !== null && supersededOn < loss.on ? null : loss;
}

/** the first counting letter on or after the completion of a transition audit, for a certificate issued to the older COR. */
function transitionLetterOf(certificate: CertificateFact, letterTerms: readonly LetterTerm[], facts: AccountFacts): LetterFact | null {
  if (certificate.standard === 'COR_2020') return null;
  const completed = facts.transitionAudits.map(({ completedOn }) => completedOn).filter((day) => day >= certificate.issuedOn);
  const yields = ({ letter }: LetterTerm): boolean => letter !== null && completed.some((day) => day <= letter.issuedOn);
  return letterTerms.find(yields)?.letter ?? null;
}
