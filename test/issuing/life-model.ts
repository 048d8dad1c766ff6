import { plusDays, plusYears, sixMonthsAfter } from './days.ts';
import { consecutive, couldAudit, type PaperAudit, type PaperAuditor } from './issuing-model.ts';

type Maybe = string | null;

interface LifeAudit extends PaperAudit {
  readonly tool: string;
  readonly receivedOn: Maybe;
  readonly signedOffOn: Maybe;
  readonly preAssessedOn: Maybe;
  readonly reviewedOn: Maybe;
  readonly actionPlanApprovedOn: Maybe;
  readonly newAuditAskedForOn: Maybe;
  readonly shownToAuditorOn: Maybe;
}

interface CertificatePaper {
  readonly id: string;
  readonly number: string;
  readonly standard: string;
  readonly issuedOn: string;
  readonly restsOn: { readonly audit: { readonly id: string } };
}

interface LetterPaper {
  readonly number: string;
  readonly year: number;
  readonly issuedOn: string;
  readonly restsOn: { readonly audit: { readonly id: string } };
}

/** An account as a clerk would keep it on paper: what happened and when, without any decision about it. */
export interface LifePaper {
  readonly audits: readonly LifeAudit[];
  readonly registrations: readonly { readonly confirmedOn: string; readonly withdrawnOn: Maybe }[];
  readonly certificates: readonly CertificatePaper[];
  readonly lettersOfGoodStanding: readonly LetterPaper[];
  readonly statements: readonly { readonly kind: string; readonly from: string; readonly isSo: boolean }[];
  readonly auditors: readonly PaperAuditor[];
  /** The roles and courses of those who conducted internal audits. */
  readonly people: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: Maybe;
    readonly courses: readonly { readonly course: string; readonly completedOn: string }[];
  }[];
  /** Who was named as having conducted an internal audit. */
  readonly conductors: ReadonlyMap<string, string>;
}

export const courses = [
  'COR_ESSENTIALS',
  'BASIC_AUDITING_PRINCIPLES',
  'COR_INTERNAL_AUDITOR',
  'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT',
];

/** what no exception sets aside. */
export const core = ['G-2.3', 'G-2.4.m', 'G-2.5.c', 'F-12', 'R-8', 'R-13', 'R-22', 'R-29', 'R-32'];

const isBy = (day: Maybe, limit: string): day is string => day !== null && day <= limit;
const unless = (holds: boolean, clause: string): string[] => (holds ? [] : [clause]);
const received = ({ reportReceivedOn, reportedOn }: PaperAudit): Maybe => reportReceivedOn ?? reportedOn;

/** G-2.3: the scores that were known by a day. */
export const passes = ({ overall, laterScores }: PaperAudit, day: string): boolean =>
  Number(laterScores.filter(({ on }) => on <= day).at(-1)?.overall ?? overall ?? '0') >= 80;

/** The day on which a certificate is lost if nothing follows by then: 91 days after the anniversary without its letter, or without the next certificate (G-2.4.m, G-2.5.c). */
export function lostOn(paper: LifePaper, certificate: CertificatePaper): Maybe {
  const [first, second, third] = [1, 2, 3].map((years) => plusYears(certificate.issuedOn, years)) as [string, string, string];
  const next = paper.certificates.map(({ issuedOn }) => issuedOn).find((on) => on > certificate.issuedOn);
  const two = letterOf(paper, certificate, 2);
  const three = letterOf(paper, certificate, 3);
  const end = plusDays(two === null ? first : three === null ? second : third, 91);
  return next !== undefined && next < end ? null : end;
}

/** the letter that counts for a year of a certificate. */
function letterOf({ lettersOfGoodStanding: letters }: LifePaper, { issuedOn: from }: CertificatePaper, year: 2 | 3): Maybe {
  const [first, second] = [plusYears(from, 1), plusYears(from, 2)];
  const inTime = (on: string) => (year === 2 ? on >= from && on <= plusDays(first, 90) : on > first && on <= plusDays(second, 90));
  return letters.find((each) => each.year === year && inTime(each.issuedOn))?.issuedOn ?? null;
}

const lastBefore = ({ certificates }: LifePaper, day: string): CertificatePaper | null =>
  certificates
    .filter(({ issuedOn }) => issuedOn < day)
    .toSorted((a, b) => a.issuedOn.localeCompare(b.issuedOn))
    .at(-1) ?? null;

/** the last report that covers the day says that the account is not valid. */
export const isInvalid = ({ statements }: Pick<LifePaper, 'statements'>, day: string): boolean =>
  statements
    .filter(({ kind, from }) => kind === 'WSIB_ACCOUNT_VALID' && from <= day)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1)?.isSo === false;

/** Rulebook §18: the clauses that forbid a certificate on an audit on a day, for audits of which only the overall score varies. */
export function certificateMissing(paper: LifePaper, auditId: string, day: string): string[] {
  const audit = paper.audits.find(({ id }) => id === auditId);
  if (!audit || !['EXTERNAL', 'RE_AUDIT'].includes(audit.type)) return ['G-2.4.h'];
  const base = audit.type === 'RE_AUDIT' ? paper.audits.find(({ id }) => id === audit.reAuditOf) : audit;
  if (!base) return ['G-2.4.i'];
  const last = lastBefore(paper, day);
  const loss = last && lostOn(paper, last);
  const isRenewal = last !== null && !isBy(loss, day);
  return [
    ...unless(
      paper.certificates.every(({ restsOn }) => restsOn.audit.id !== auditId),
      'G-2.4.h',
    ),
    ...unless(
      paper.certificates.every(({ issuedOn }) => issuedOn !== day),
      'R-32',
    ),
    ...unless(isBy(audit.completedOn, day), 'G-2.4.h'),
    ...unless(isBy(audit.reportedOn, day) && passes(audit, day), 'G-2.3'),
    ...unless(isBy(audit.reportedOn, day) && isBy(audit.reportApprovedOn, day), 'G-3.4.b'),
    ...unless(!(last?.standard === 'COR_2020' && base.tool === 'COR'), 'F-12'),
    ...(isRenewal ? renewalMissing(paper, base, last, day) : firstMissing(paper, base, last && isBy(loss, day) ? loss : null, day)),
    ...unless(audit === base || isInTime(audit.completedOn, received(base)), 'G-2.4.i'),
    ...unless(audit !== base || isBy(base.planApprovedOn, base.startedOn ?? ''), 'G-2.4.g'),
    ...unless(couldAudit(paper, audit), 'G-2.4.g'),
    ...unless(consecutive(paper, base, audit).length === 0, 'G-3.4.a'),
    ...unless(!isInvalid(paper, day), 'G-1.2.a'),
  ];
}

const isInTime = (done: Maybe, from: Maybe): boolean => done !== null && from !== null && from <= done && done <= sixMonthsAfter(from);

/** G-2.5.a, G-2.5.b: a registration after the last certificate, an external audit after it, and the year-one audit shown by its last day on site. */
function renewalMissing({ audits, registrations }: LifePaper, base: LifeAudit, last: CertificatePaper, day: string): string[] {
  const done = base.completedOn ?? '';
  const shown = audits.some(
    (each) =>
      each.type === 'RECERTIFICATION_INTERNAL' &&
      (each.completedOn ?? each.startedOn ?? '') > last.issuedOn &&
      isBy(each.shownToAuditorOn, done),
  );
  return [
    ...unless(
      registrations.some((each) => each.confirmedOn > last.issuedOn && standsOn(each, day)),
      'G-2.5.a',
    ),
    ...unless(done > last.issuedOn && shown, 'G-2.5.b'),
  ];
}

const standsOn = ({ confirmedOn, withdrawnOn }: LifePaper['registrations'][number], day: string): boolean =>
  confirmedOn <= day && (withdrawnOn === null || withdrawnOn > day);

/** G-2.4.b to G-2.4.f, R-13: the first process, and each one after a loss. */
function firstMissing(paper: LifePaper, base: LifeAudit, loss: Maybe, day: string): string[] {
  const { audits, registrations } = paper;
  const start = base.startedOn ?? base.completedOn ?? '';
  const internal = audits
    .filter(({ type, receivedOn }) => type === 'INITIAL_INTERNAL' && isBy(receivedOn, start))
    .toSorted((a, b) => `${a.receivedOn} ${a.id}`.localeCompare(`${b.receivedOn} ${b.id}`))
    .at(-1);
  const standing = registrations.filter((each) => standsOn(each, day) && each.confirmedOn >= (loss ?? ''));
  const isAfter = (audit: LifeAudit | undefined, from: string) =>
    [audit?.receivedOn, audit?.startedOn, audit?.completedOn].some((on) => (on ?? '') >= from);
  return [
    ...unless(standing.length > 0, loss === null ? 'G-2.1.a' : 'R-13'),
    ...unless(
      standing.length === 0 || standing.some(({ confirmedOn }) => isAfter(internal, confirmedOn) && isAfter(base, confirmedOn)),
      'audits before the registration',
    ),
    ...(internal ? internalMissing(internal, base, day) : ['G-2.4.b']),
    ...unless(!isRestarted(paper, base, internal?.receivedOn ?? ''), 'G-2.4.i'),
  ];
}

function internalMissing(internal: LifeAudit, base: LifeAudit, day: string): string[] {
  const isPlanned =
    isBy(internal.actionPlanApprovedOn, base.startedOn ?? base.completedOn ?? '') && !isBy(internal.newAuditAskedForOn, day);
  return [
    ...unless(isBy(internal.signedOffOn, day), 'G-2.4.b'),
    ...unless(isBy(internal.preAssessedOn, day), 'G-2.4.c'),
    ...unless(isBy(internal.reviewedOn, day), 'G-2.4.d'),
    ...unless(isBy(internal.reportedOn, day) && (passes(internal, day) || isPlanned), 'G-2.4.e'),
    ...unless(base.completedOn === null || isInTime(base.completedOn, received(internal)), 'G-2.4.f'),
  ];
}

/** G-2.4.i: an external audit of this process failed, and no internal audit was received since its report. */
const isRestarted = ({ audits, certificates }: LifePaper, base: LifeAudit, internalOn: string): boolean =>
  audits.some(
    (each) =>
      each.type === 'EXTERNAL' &&
      each.id !== base.id &&
      each.completedOn !== null &&
      certificates.every(({ issuedOn }) => issuedOn < (each.completedOn ?? '') || issuedOn > (base.completedOn ?? '')) &&
      isBy(received(each), base.startedOn ?? '') &&
      !passes(each, base.startedOn ?? '') &&
      internalOn < (received(each) ?? ''),
  );

/** Rulebook §18, R-8, R-9, R-14: the clauses that forbid a letter of the last certificate on an audit on a day. */
export function letterMissing(paper: LifePaper, auditId: string, year: 2 | 3, day: string): string[] {
  const certificate = lastBefore(paper, plusDays(day, 1));
  const audit = paper.audits.find(({ id }) => id === auditId);
  if (!certificate) return ['G-2.4.h'];
  if (!audit || !['MAINTENANCE', 'TRANSITION'].includes(audit.type)) return ['G-2.4.j'];
  const [first, second] = [plusYears(certificate.issuedOn, 1), plusYears(certificate.issuedOn, 2)];
  const before = letterOf(paper, certificate, 2);
  const used = paper.lettersOfGoodStanding.some(({ restsOn }) => restsOn.audit.id === auditId);
  const isEarly = year === 3 && (day <= first || before === null || day < before);
  const after = year === 2 ? certificate.issuedOn : first;
  const loss = lostOn(paper, certificate);
  return [
    ...unless(letterOf(paper, certificate, year) === null, 'R-9'),
    ...unless(!used, 'G-2.4.k'),
    ...unless(day <= plusDays(year === 2 ? first : second, 90) && !isBy(loss, day), 'R-8'),
    ...unless(!isEarly, 'R-9'),
    ...unless(isBy(audit.receivedOn, day) && audit.receivedOn > after, 'G-2.4.j'),
    ...unless(isByQualified(paper, audit), 'G-2.4.j'),
    ...unless(isBy(audit.signedOffOn, day), 'G-2.4.j'),
    ...unless(isBy(audit.reviewedOn, day), 'G-2.4.k'),
    ...unless(isBy(audit.reportedOn, day) && passes(audit, day), 'G-2.3'),
  ];
}

/** G-4.1, G-2.2.a: the person named had the role, and every course, on the first day. */
export function isByQualified({ people, conductors }: LifePaper, { id, startedOn }: LifeAudit): boolean {
  const day = startedOn ?? '';
  const roles = people.filter((each) => each.id === conductors.get(id) && each.from <= day && (each.to === null || each.to >= day));
  return roles.some((role) =>
    courses.every((name) => role.courses.some(({ course, completedOn }) => course === name && completedOn <= day)),
  );
}

/** §17: the standing of an account on a day, from its certificates, letters and registrations alone. */
export function standingOn(paper: LifePaper, day: string): string {
  const certificate = lastBefore(paper, plusDays(day, 1));
  const loss = certificate && lostOn(paper, certificate);
  const stands = paper.registrations.some((each) => standsOn(each, day) && (loss === null || loss > day || each.confirmedOn >= loss));
  if (!certificate) return stands ? 'REGISTERED' : 'NOT_REGISTERED';
  if (isBy(loss, day)) return stands ? 'REGISTERED' : 'CERTIFICATION_LOST';
  return isPending(paper, certificate, day) ? 'PENDING' : 'CERTIFIED';
}

/** G-2.4.l, G-2.5.c: more than 30 days after an anniversary without what was due at it. */
function isPending(paper: LifePaper, certificate: CertificatePaper, day: string): boolean {
  const due = [letterOf(paper, certificate, 2), letterOf(paper, certificate, 3), null];
  return due.some((on, at) => day > plusDays(plusYears(certificate.issuedOn, at + 1), 30) && (on === null || on > day));
}
