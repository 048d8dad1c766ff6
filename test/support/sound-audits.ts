import { randomUUID } from 'node:crypto';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { fromGlobalId, toGlobalId } from '../../src/contract/global-id.ts';
import { ApprovedListPeriodRow } from '../../src/database/tables/approved-list-period.table.ts';
import { AuditRow } from '../../src/database/tables/audit.table.ts';
import { CertificateRow } from '../../src/database/tables/certificate.table.ts';
import { DesignationRow } from '../../src/database/tables/designation.table.ts';
import { ElementScoreRow } from '../../src/database/tables/element-score.table.ts';
import { ExternalAuditorRow } from '../../src/database/tables/external-auditor.table.ts';
import { PersonRow } from '../../src/database/tables/person.table.ts';
import { RegistrationRow } from '../../src/database/tables/registration.table.ts';
import { CourseCompletionRow } from '../../src/database/tables/training.table.ts';
import { type Unit, write } from '../../src/database/unit-of-work.ts';
import { coursesOf } from '../../src/rules/cycle/training.ts';
import type { Standard } from '../../src/rules/facts.ts';

/** How the audit differs from the default one. */
type Audit = Partial<Omit<AuditRow, 'id'>>;

/** How the audit for a certificate is recorded. */
export interface Soundness {
  readonly tool?: Standard;
  /** False if the test has confirmed a registration that supports the certificate. */
  readonly registers?: boolean;
  readonly external?: Audit;
}

/**
 * Records everything that a certificate of a day needs, all on that day: a registration, the internal audits and an external audit by an
 * auditor of its own. Takes the account's global id; returns the global id of the external audit, for `issueCertificate`.
 */
export const auditForCertificate = (source: DataSource, account: string, day: string, given: Soundness = {}): Promise<string> =>
  inUnit(source, day, async (unit) => {
    const { tool = 'COR_2020', registers = true, external = {} } = given;
    const accountId = uuidOf(account);
    if (registers) await enter(unit, RegistrationRow, { ...named(), accountId, confirmedOn: day });
    const submitted = { ...reported(day), receivedOn: day, signedOffOn: day, preAssessedOn: day, reviewedOn: day };
    await enterAudit(unit, { accountId, tool, type: 'INITIAL_INTERNAL', ...submitted });
    await enterAudit(unit, { accountId, tool, type: 'RECERTIFICATION_INTERNAL', ...submitted, shownOn: day });
    const externalAuditorId = await enterAuditor(unit);
    const approved = { ...reported(day), planApprovedOn: day, reportApprovedOn: day, externalAuditorId };
    return enterAudit(unit, { accountId, tool, type: 'EXTERNAL', ...approved, ...external });
  });

/** Records a maintenance audit, all on one day, that supports a letter of that day for a certificate. Returns its global id. */
export const auditForLetter = (source: DataSource, certificate: string, day: string, given: Audit = {}): Promise<string> =>
  inUnit(source, day, async (unit) => {
    const { accountId, standard } = await unit.tx.findOneByOrFail(CertificateRow, { id: uuidOf(certificate) });
    const internalAuditorId = await enterInternalAuditor(unit, accountId, day);
    const audit = { accountId, tool: standard, type: 'MAINTENANCE', internalAuditorId, ...reported(day) } as const;
    return enterAudit(unit, { ...audit, receivedOn: day, signedOffOn: day, reviewedOn: day, ...given });
  });

/** Records an account's internal auditor, qualified from a day on, who signed the code of ethics. Returns the database id. */
export async function enterInternalAuditor(unit: Unit, accountId: string, day: string): Promise<string> {
  const id = randomUUID();
  await enter(unit, PersonRow, { id, enteredOn: day });
  const designation = { accountId, personId: id, fromDay: day, isPermanentFullTime: true, codeSignedOn: day } as const;
  await enter(unit, DesignationRow, { ...designation, role: 'INTERNAL_AUDITOR' });
  for (const course of coursesOf.INTERNAL_AUDITOR) await enter(unit, CourseCompletionRow, { personId: id, course, completedOn: day });
  return id;
}

/** Records an external auditor who has always been on the approved list. Returns the database id. */
export async function enterAuditor(unit: Unit): Promise<string> {
  const id = randomUUID();
  await enter(unit, ExternalAuditorRow, { id, reference: id, name: `Auditor ${id.slice(0, 8)}` });
  await enter(unit, ApprovedListPeriodRow, { auditorId: id, fromDay: '1990-01-01' });
  return id;
}

/** Records an audit; returns its global id. Default scores: passing ones. */
export async function enterAudit(unit: Unit, audit: Audit): Promise<string> {
  const id = randomUUID();
  await enter(unit, AuditRow, { reference: id, overall: '90.00', legislated: '100.00', ...audit, id });
  const elements = Array.from({ length: audit.tool === 'COR' ? 19 : 14 }, (_, at) => at + 1);
  for (const element of elements) await enter(unit, ElementScoreRow, { auditId: id, element, score: '90.00' });
  return toGlobalId('Audit', id);
}

/** Runs work in one unit, as the command line would. */
export const inUnit = <Thing>(source: DataSource, today: string, work: (unit: Unit) => Promise<Thing>): Promise<Thing> =>
  write(source, { actor: 'test', today }, work);

const reported = (day: string) => ({ startedOn: day, completedOn: day, reportedOn: day, reportReceivedOn: day });

function named() {
  const name = `R-${randomUUID()}`;
  return { reference: name, number: name };
}

const uuidOf = (globalId: string): string => fromGlobalId(globalId)?.uuid ?? '';

const enter = <Row extends ObjectLiteral>({ tx }: Unit, table: EntityTarget<Row>, values: Partial<Row>) =>
  tx.createQueryBuilder().insert().into(table).values(values).execute();
