import { addDays, addMonths, addYears, type Day } from '../rules/calendar.ts';
import type { AuditType } from '../rules/cycle/facts.ts';
import { coursesOf } from '../rules/cycle/training.ts';
import type { BiddingDocumentKind, CertificateBasis, SpotCheckEventKind, Standard } from '../rules/facts.ts';
import type { AuditStep } from '../rules/recording/auditing-facts.ts';
import type { Chance } from './chance.ts';
import type { CsvFolder } from './csv-folder.ts';

/** The external auditors of the demo; all but the last work for one company, so that the last may audit whom they audited (G-3.4.a). */
export const auditorCount = 41;
export const auditorNamed = (number: number): string => `Auditor ${number} (synthetic)`;
export const auditingCompany = 'Specimen Auditing (synthetic)';

/** From this day on external audits are to COR 2020, and so are the demo's certificates. */
const COR_2020_ONLY: Day = '2022-10-01';

interface ApplicationDays {
  readonly appliedOn: Day;
  readonly acknowledgedOn?: Day | null;
  readonly verifiedOn?: Day | null;
  readonly confirmedOn?: Day | null;
  readonly rejectedOn?: Day | null;
}

interface AuditDays {
  readonly startedOn: Day;
  readonly completedOn?: Day;
  readonly receivedOn?: Day;
  readonly reportedOn?: Day;
}

/** The history of one invented account: each method adds a fact to the folder. */
export class AccountStory {
  readonly today: Day;
  readonly chance: Chance;
  readonly #folder: CsvFolder;
  readonly #account: string;
  #facts = 0;
  #internalAuditor: string | null = null;

  constructor(folder: CsvFolder, account: string, today: Day, chance: Chance) {
    this.#folder = folder;
    this.#account = account;
    this.today = today;
    this.chance = chance;
  }

  /** The day that many days ago; a negative number is a day to come. */
  daysAgo(days: number): Day {
    return addDays(this.today, -days);
  }

  registers(confirmedOn: Day, withdrawnOn: Day | null = null): string {
    const registration = this.#next('REG');
    this.#folder.add('registrations.csv', registration, this.#account, confirmedOn, withdrawnOn);
    return registration;
  }

  /** An application for registration; once it is confirmed, with its registration. */
  applies({ appliedOn, acknowledgedOn = null, verifiedOn = null, confirmedOn = null, rejectedOn = null }: ApplicationDays): void {
    const registration = confirmedOn === null ? null : this.registers(confirmedOn);
    const rejection = rejectedOn === null ? [] : ['FIRM_NUMBER', 'The firm number is another firm’s (synthetic).'];
    const days = [appliedOn, 'Applicant (synthetic)', acknowledgedOn, verifiedOn, confirmedOn];
    this.#folder.add('applications.csv', this.#next('APP'), this.#account, null, null, ...days, registration, rejectedOn, ...rejection);
  }

  /** A senior management representative and an internal auditor, with their courses and the code of ethics signed. */
  isTrained(on: Day): void {
    for (const [role, courses] of Object.entries(coursesOf)) {
      const person = this.#next('PER');
      if (role === 'INTERNAL_AUDITOR') this.#internalAuditor = person;
      const name = `${role === 'INTERNAL_AUDITOR' ? 'Internal Auditor' : 'Senior Representative'} ${this.#account.slice(-6)} (synthetic)`;
      this.#folder.add('people.csv', person, on, name, null, null);
      this.#folder.add('designations.csv', person, this.#account, role, on, null, 'yes', on);
      for (const course of courses) this.#folder.add('courses.csv', person, course, on, 'Specimen Training (synthetic)');
    }
  }

  /** An audit step by step; without a score it has none yet. Returns its key. */
  undergoes(type: AuditType, days: AuditDays, overall: number | null, steps: readonly (readonly [AuditStep, Day])[]): string {
    const audit = this.#next('AUD');
    const isExternal = type === 'EXTERNAL' || type === 'RE_AUDIT';
    const auditor = [isExternal ? auditorNamed(auditorCount) : null, null];
    const scores = overall === null ? [null, null] : [overall, 100];
    const { startedOn, completedOn = null, receivedOn = null, reportedOn = null } = days;
    const known = [startedOn, completedOn, receivedOn, reportedOn, null];
    const internalAuditor = isExternal ? null : this.#internalAuditor;
    this.#folder.add('audits.csv', audit, this.#account, type, 'COR_2020', ...known, ...auditor, ...scores, internalAuditor);
    if (overall !== null) this.#scores(audit, 'COR_2020');
    for (const [step, on] of steps) this.happens(audit, step, on);
    return audit;
  }

  /** A step of an audit. */
  happens(audit: string, step: AuditStep, on: Day): void {
    this.#folder.add('audit_steps.csv', audit, on, step);
  }

  /** A certificate alone; `standard` defaults to the one in use at the time. */
  isIssued(issuedOn: Day, basis: CertificateBasis = 'EXTERNAL_AUDIT', standard: Standard = standardOn(issuedOn)): string {
    const number = this.#next('COR');
    this.#folder.add('certificates.csv', number, this.#account, standard, basis, issuedOn);
    return number;
  }

  getsLetter(certificate: string, year: 2 | 3, issuedOn: Day): void {
    this.#folder.add('letters.csv', this.#next('LGS'), certificate, year, issuedOn);
  }

  /** Registers, passes its audits and is certified, then keeps the certificate through the letters of the given years, each in good time. */
  isCertified(issuedOn: Day, letters: readonly (2 | 3)[] = [], standard: Standard = standardOn(issuedOn)): string {
    this.registers(addMonths(issuedOn, -14));
    this.isAudited('INITIAL_INTERNAL', addDays(issuedOn, -140), standard);
    return this.renews(issuedOn, letters, standard);
  }

  /** A further cycle, based on an external audit. */
  renews(issuedOn: Day, letters: readonly (2 | 3)[] = [], standard: Standard = standardOn(issuedOn)): string {
    this.isAudited('EXTERNAL', addDays(issuedOn, -30), standard);
    const number = this.isIssued(issuedOn, 'EXTERNAL_AUDIT', standard);
    for (const year of letters) this.getsLetter(number, year, addDays(addYears(issuedOn, year - 1), -this.chance.between(1, 25)));
    return number;
  }

  isAudited(type: string, completedOn: Day, tool: Standard = standardOn(completedOn)): void {
    const audit = this.#next('AUD');
    const overall = this.chance.between(8000, 9990) / 100;
    const days = [addDays(completedOn, -3), completedOn, addDays(completedOn, 7), addDays(completedOn, 14), addDays(completedOn, 20)];
    const drawn = auditorNamed(this.chance.between(1, auditorCount - 1));
    const auditor = type === 'EXTERNAL' || type === 'RE_AUDIT' ? [drawn, auditingCompany] : [null, null];
    this.#folder.add('audits.csv', audit, this.#account, type, tool, ...days, ...auditor, overall, 100);
    if (type === 'EXTERNAL' && this.chance.inPercent(5)) this.#scores(audit, tool);
  }

  #scores(audit: string, tool: Standard): void {
    const elements = tool === 'COR' ? 19 : 14;
    for (let element = 1; element <= elements; element++) {
      this.#folder.add('element_scores.csv', audit, element, this.chance.between(6500, 10_000) / 100);
    }
  }

  /** A document for bidding only. */
  mayBid(kind: BiddingDocumentKind, issuedOn: Day, hostExpiresOn: Day | null): void {
    this.#folder.add('bidding_documents.csv', this.#next('BID'), this.#account, kind, issuedOn, hostExpiresOn);
  }

  /** A spot check that asks for corrective action, and what followed. */
  mustCorrect(receivedOn: Day, events: readonly (readonly [Day, SpotCheckEventKind])[] = []): void {
    const check = this.#next('SPOT');
    this.#folder.add('spot_checks.csv', check, this.#account, receivedOn, 'yes');
    for (const [on, kind] of events) this.#folder.add('spot_check_events.csv', check, on, kind);
  }

  /** A spot check that asks for nothing. */
  isFoundWell(receivedOn: Day): void {
    this.#folder.add('spot_checks.csv', this.#next('SPOT'), this.#account, receivedOn, 'no');
  }

  isRevoked(from: Day, liftedOn: Day | null = null): void {
    const id = this.#next('REV');
    this.#folder.add('revocations.csv', id, this.#account, from, liftedOn, 'False statements in the audit (synthetic).', `Decision ${id}`);
  }

  /** Numbers count up within the account, so that they do not depend on the number of accounts. */
  #next(kind: string): string {
    this.#facts++;
    return `DEMO-${kind}-${this.#account.slice(-6)}-${this.#facts}`;
  }
}

const standardOn = (day: Day): Standard => (day < COR_2020_ONLY ? 'COR' : 'COR_2020');
