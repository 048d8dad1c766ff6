import { sixMonthsAfter } from './days.ts';

type Maybe = string | null;

interface AuditPaper {
  readonly id: string;
  readonly type: string;
  readonly startedOn: Maybe;
  readonly completedOn: Maybe;
  readonly signedOffOn: Maybe;
  readonly receivedOn: Maybe;
  readonly preAssessedOn: Maybe;
  readonly reviewedOn: Maybe;
  readonly reportedOn: Maybe;
  readonly reportReceivedOn: Maybe;
  readonly planApprovedOn: Maybe;
  readonly reportApprovedOn: Maybe;
  readonly overall: Maybe;
  readonly auditor: Maybe;
}

/** An account as a clerk would keep it on paper: what happened and when, without any decision about it. */
export interface AccountPaper {
  readonly id: string;
  readonly formerIds: readonly string[];
  readonly wsibAccount: Maybe;
  readonly organization: { readonly id: string };
  readonly file: {
    readonly systemInPlaceSince: Maybe;
    readonly people: readonly {
      readonly role: string;
      readonly from: string;
      readonly to: Maybe;
      readonly isPermanentFullTime: boolean;
      readonly person: { readonly id: string };
    }[];
    readonly registrations: readonly { readonly id: string; readonly confirmedOn: string; readonly withdrawnOn: Maybe }[];
    readonly certificates: readonly {
      readonly number: string;
      readonly issuedOn: string;
      readonly restsOn: { readonly audit: { readonly id: string } };
    }[];
    readonly statements: readonly { readonly kind: string; readonly from: string; readonly isSo: boolean }[];
    readonly applications: readonly { readonly id: string; readonly status: string }[];
    readonly audits: readonly AuditPaper[];
  };
}

export interface PersonPaper {
  readonly id: string;
  readonly erasedOn: Maybe;
  readonly training: {
    readonly courses: readonly { readonly course: string; readonly completedOn: string }[];
    readonly exemptions: readonly { readonly course: string; readonly decidedOn: Maybe; readonly isGranted: boolean | null }[];
    readonly retrainings: readonly { readonly requiredOn: string; readonly completedOn: Maybe }[];
  };
}

export interface FirmsPaper {
  /** By the ids they were entered with: of two that were merged, twice the one that stays. */
  readonly byId: readonly AccountPaper[];
  /** Each once. */
  readonly accounts: readonly AccountPaper[];
  readonly people: readonly PersonPaper[];
  readonly applications: readonly { readonly id: string; readonly status: string; readonly account: string }[];
}

const isBy = (day: Maybe, limit: string): day is string => day !== null && day <= limit;
const unless = (holds: boolean, otherwise: string): string[] => (holds ? [] : [otherwise]);
const passes = ({ overall }: AuditPaper): boolean => Number(overall ?? '0') >= 80;

/** G-2.2.a, G-2.2.b: completed by the day, or exempted by a decision of the day or before. */
const holds = ({ training }: PersonPaper, course: string, day: string): boolean =>
  training.courses.some((each) => each.course === course && each.completedOn <= day) ||
  training.exemptions.some((each) => each.course === course && each.isGranted === true && isBy(each.decidedOn, day));

const hasRole = ({ file }: AccountPaper, role: string, day: string, isFit: (person: string, isPermanent: boolean) => boolean): boolean =>
  file.people.some(
    (each) =>
      each.role === role && each.from <= day && (each.to === null || each.to >= day) && isFit(each.person.id, each.isPermanentFullTime),
  );

/** G-1.2.c, G-2.2.a, G-3.3.a, G-4.1, G-4.2: why an internal audit that began on a day may not be assessed, as far as it is about people. */
export function unfit(paper: FirmsPaper, account: AccountPaper, conductor: string | undefined, day: string): string[] {
  const person = paper.people.find(({ id }) => id === conductor);
  if (!person) return ['nobody is named as having conducted it'];
  const needed = ['COR_ESSENTIALS', 'BASIC_AUDITING_PRINCIPLES', 'COR_INTERNAL_AUDITOR', 'INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT'];
  const heads = paper.people.filter((each) => holds(each, 'COR_ESSENTIALS', day)).map(({ id }) => id);
  const retrains = person.training.retrainings.some(
    ({ requiredOn, completedOn }) => requiredOn <= day && (completedOn === null || completedOn > day),
  );
  return [
    ...needed.filter((course) => !holds(person, course, day)),
    ...unless(!retrains, 'a retraining is open'),
    ...unless(
      hasRole(account, 'INTERNAL_AUDITOR', day, (id, isPermanent) => id === person.id && isPermanent),
      'no permanent internal auditor of the account',
    ),
    ...unless(
      hasRole(account, 'SENIOR_MANAGEMENT_REPRESENTATIVE', day, (id) => heads.includes(id)),
      'no trained representative',
    ),
  ];
}

/** The account that an id leads to. */
export const accountOf = (paper: FirmsPaper, id: string): AccountPaper | undefined =>
  paper.accounts.find((each) => each.id === id || each.formerIds.includes(id));

/** the last report that covers the day says that the account is not valid. */
export const isInvalid = ({ file }: AccountPaper, day: string): boolean =>
  file.statements
    .filter(({ kind, from }) => kind === 'WSIB_ACCOUNT_VALID' && from <= day)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1)?.isSo === false;

const isOpen = ({ status }: { readonly status: string }): boolean => !['CONFIRMED', 'REJECTED'].includes(status);

export const openApplications = ({ file }: AccountPaper): number => file.applications.filter(isOpen).length;

/** G-1.2.b, G-2.1.a: whether two accounts may be made one. */
export function mayMerge(paper: FirmsPaper, one: string, other: string): boolean {
  const both = [accountOf(paper, one), accountOf(paper, other)];
  const [a, b] = both;
  if (!a || !b || a.id === b.id || a.organization.id !== b.organization.id) return false;
  return (
    (a.wsibAccount === null || b.wsibAccount === null) &&
    (a.file.certificates.length === 0 || b.file.certificates.length === 0) &&
    (openApplications(a) === 0 || openApplications(b) === 0)
  );
}

/** Rulebook §18: why a first certificate on an external audit is forbidden on a day, for audits of COR 2020 whose elements pass. */
export function firstForbidden(account: AccountPaper, auditId: string, day: string): string[] {
  const { audits, registrations, certificates } = account.file;
  const audit = audits.find(({ id, type }) => id === auditId && type === 'EXTERNAL');
  if (!audit) return ['no external audit of the account'];
  const { startedOn, completedOn, reportedOn, reportApprovedOn, planApprovedOn } = audit;
  if (startedOn === null || completedOn === null) return ['not on site'];
  const internal = audits
    .filter(({ type, receivedOn }) => type === 'INITIAL_INTERNAL' && isBy(receivedOn, startedOn))
    .toSorted((a, b) => `${a.receivedOn} ${a.id}`.localeCompare(`${b.receivedOn} ${b.id}`))
    .at(-1);
  return [
    ...unless(account.wsibAccount !== null, 'no WSIB account'),
    ...unless(!isInvalid(account, day), 'WSIB says it is not valid'),
    ...unless(
      certificates.every(({ restsOn, issuedOn }) => restsOn.audit.id !== auditId && issuedOn !== day),
      'a certificate already',
    ),
    ...unless(passes(audit) && isBy(completedOn, day) && isBy(reportedOn, day) && isBy(reportApprovedOn, day), 'not passed and approved'),
    ...unless(isBy(planApprovedOn, startedOn), 'no plan by the start'),
    ...unless(isPrepared(internal, completedOn, day), 'no internal audit that leads to it'),
    ...unless(
      registrations.some(
        ({ confirmedOn, withdrawnOn }) =>
          confirmedOn <= day &&
          (withdrawnOn === null || withdrawnOn > day) &&
          completedOn >= confirmedOn &&
          [internal?.receivedOn, internal?.startedOn, internal?.completedOn].some((on) => (on ?? '') >= confirmedOn),
      ),
      'no registration, or the audits came before it',
    ),
  ];
}

/** G-2.4.b to G-2.4.f. */
function isPrepared(internal: AuditPaper | undefined, completedOn: string, day: string): boolean {
  if (!internal || !passes(internal)) return false;
  const { signedOffOn, preAssessedOn, reviewedOn, reportedOn, reportReceivedOn } = internal;
  const received = reportReceivedOn ?? reportedOn;
  return (
    [signedOffOn, preAssessedOn, reviewedOn, reportedOn].every((on) => isBy(on, day)) &&
    received !== null &&
    received <= completedOn &&
    completedOn <= sixMonthsAfter(received)
  );
}
