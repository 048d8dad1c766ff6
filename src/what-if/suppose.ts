import type { Day } from '../rules/calendar.ts';
import type { AuditType } from '../rules/cycle/facts.ts';
import { because, deciding, notFound, Refusal } from '../rules/decision.ts';
import { isBy, lastOf } from '../rules/recording/certificate-reading.ts';
import { refuseLifting, refuseRevocation } from '../rules/recording/ending.ts';
import { refuseRegistration } from '../rules/recording/issuing.ts';
import { decideCertificate, type ProposedCertificate } from '../rules/recording/issuing-certificate.ts';
import type { AuditOnFile, IssuingFacts } from '../rules/recording/issuing-facts.ts';
import { decideLetter } from '../rules/recording/issuing-letter.ts';
import { isEquivalency } from '../rules/standing/certificate-life.ts';

/** A fact to suppose: its path in the input, its day, and the facts with it added. */
export interface Supposed {
  readonly fact: string;
  readonly on: Day;
  /** The facts with it, or why the law does not allow it; `today` is the day on which it would be recorded. */
  readonly with: (facts: IssuingFacts, today: Day) => IssuingFacts | Refusal;
}

/** A supposed fact that the law does not allow. */
export interface RefusedFact {
  readonly fact: string;
  readonly refusal: Refusal;
}

/** The facts as they would be, and the supposed facts that the law does not allow. */
export interface Supposition {
  readonly facts: IssuingFacts;
  readonly refusals: readonly RefusedFact[];
}

/** Adds supposed facts in the order of their days, those of one day as given; what the law refuses is left out. Nothing dated later is recorded before its day. */
export function suppose(facts: IssuingFacts, supposed: readonly Supposed[], today: Day): Supposition {
  let reached = facts;
  const refusals: RefusedFact[] = [];
  for (const { fact, on, with: added } of supposed.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))) {
    const outcome = added(reached, on > today ? on : today);
    if (outcome instanceof Refusal) refusals.push({ fact, refusal: outcome });
    else reached = outcome;
  }
  return { facts: reached, refusals };
}

/** G-2.1.a: a registration is confirmed. */
export const supposeRegistration =
  (id: string, confirmedOn: Day): Supposed['with'] =>
  (facts, today) =>
    refuseRegistration(facts, confirmedOn, today) ?? {
      ...facts,
      registrations: [...facts.registrations, { id, confirmedOn, withdrawnOn: null }],
    };

/** G-1.2.a, R-1: WSIB reports that the account is valid or not; of several reports on one day the last one counts. */
export const supposeWsibReport =
  (on: Day, isTrue: boolean): Supposed['with'] =>
  (facts) => ({ ...facts, wsibStatements: [...facts.wsibStatements.filter((each) => each.on !== on), { on, isTrue }] });

/** G-2.4.h: a certificate is issued; without an audit named it rests on the external audit or re-audit last completed by its day. */
export const supposeCertificate =
  (number: string, proposed: ProposedCertificate): Supposed['with'] =>
  (facts, today) => {
    const { standard, issuedOn } = proposed;
    const audit = proposed.audit ?? lastAudit(facts, issuedOn, ['EXTERNAL', 'RE_AUDIT'], ({ completedOn }) => completedOn);
    const { refusal } = decideCertificate(facts, { standard, issuedOn, audit }, today);
    const certificate = { number, standard, basis: 'EXTERNAL_AUDIT', issuedOn, letters: [] } as const;
    return refusal ?? { ...withNaming(facts, number, audit), certificates: [...facts.certificates, certificate] };
  };

/** A letter to suppose; without a certificate named it is for the one last issued by its day. */
export interface SupposedLetter {
  readonly number: string;
  readonly year: 2 | 3;
  readonly issuedOn: Day;
  readonly certificate: string | null;
  readonly audit: string | null;
}

/** G-2.4.k: a letter is issued; without an audit named it rests on the maintenance or transition audit last received by its day. */
export const supposeLetter =
  ({ number, year, issuedOn, ...given }: SupposedLetter): Supposed['with'] =>
  (facts, today) => {
    const certificate = given.certificate ?? lastCertificate(facts, issuedOn);
    if (certificate === null) return new Refusal('LETTER_NOT_POSSIBLE', [deciding(notFound('G-2.4.h', because('no-certificate')))]);
    const audit = given.audit ?? lastAudit(facts, issuedOn, ['MAINTENANCE', 'TRANSITION'], ({ receivedOn }) => receivedOn);
    const certificates = facts.certificates.map((each) =>
      each.number === certificate ? { ...each, letters: [...each.letters, { number, year, issuedOn }] } : each,
    );
    const { refusal } = decideLetter(facts, { certificate, year, issuedOn, audit }, today);
    return refusal ?? { ...withNaming(facts, number, audit), certificates };
  };

/** The audit of some types that was last come to a day of theirs, which has come by another. */
function lastAudit(
  { audits }: IssuingFacts,
  by: Day,
  types: readonly AuditType[],
  dayOf: (audit: AuditOnFile) => Day | null,
): string | null {
  const candidates = audits.filter((audit) => types.includes(audit.type) && isBy(dayOf(audit), by));
  return lastOf(candidates, dayOf)?.id ?? null;
}

const withNaming = (facts: IssuingFacts, document: string, audit: string | null): IssuingFacts =>
  audit === null ? facts : { ...facts, namings: [...facts.namings, { document, audit }] };

const lastCertificate = ({ certificates }: IssuingFacts, by: Day): string | null =>
  certificates
    .filter((certificate) => !isEquivalency(certificate) && certificate.issuedOn <= by)
    .toSorted((a, b) => (a.issuedOn < b.issuedOn ? -1 : 1))
    .at(-1)?.number ?? null;

/** a revocation is recorded. */
export const supposeRevocation =
  (id: string, from: Day, liftedOn: Day | null): Supposed['with'] =>
  (facts) =>
    refuseRevocation(facts, from) ?? { ...facts, revocations: [...facts.revocations, { id, from, liftedOn }] };

/** the revocation that stands on a day is lifted from it on. */
export const supposeLifting =
  (liftedOn: Day): Supposed['with'] =>
  (facts) => {
    const standing = facts.revocations.find((each) => each.from <= liftedOn && (each.liftedOn === null || liftedOn < each.liftedOn));
    if (!standing) return new Refusal('NOT_STANDING', [deciding(notFound('R-29', because('not-revoked')))]);
    const revocations = facts.revocations.map((each) => (each === standing ? { ...each, liftedOn } : each));
    return refuseLifting(facts, standing.id) ?? { ...facts, revocations };
  };

/** An audit takes place, or more is recorded about one; a transition audit also affects the standard. */
export const supposeAudit =
  (audit: AuditOnFile): Supposed['with'] =>
  (facts) => {
    const { id, type, completedOn } = audit;
    const transitions = facts.transitionAudits.filter((each) => each.id !== id);
    return {
      ...facts,
      audits: [...facts.audits.filter((each) => each.id !== id), audit],
      transitionAudits: type === 'TRANSITION' && completedOn !== null ? [...transitions, { id, completedOn }] : transitions,
    };
  };
