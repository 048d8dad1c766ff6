import { randomUUID } from 'node:crypto';
import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import { fromGlobalId, toGlobalId } from '../../src/contract/global-id.ts';
import { registryPresent } from '../../src/database/primary-clock.ts';
import { ApprovedListPeriodRow } from '../../src/database/tables/approved-list-period.table.ts';
import { AuditRow } from '../../src/database/tables/audit.table.ts';
import { ElementScoreRow } from '../../src/database/tables/element-score.table.ts';
import { ExternalAuditorRow } from '../../src/database/tables/external-auditor.table.ts';
import { RegistrationRow } from '../../src/database/tables/registration.table.ts';
import { type Unit, write } from '../../src/database/unit-of-work.ts';

/** Records a registration and the audits on which a certificate of today may rest, as an import would. Returns the global id of the external audit. */
export async function recordAudits(source: DataSource, account: string): Promise<string> {
  const { today } = await registryPresent(source);
  const accountId = fromGlobalId(account)?.uuid ?? '';
  return write(source, { actor: 'soak', today }, async (unit) => {
    const name = `R-${randomUUID()}`;
    await enter(unit, RegistrationRow, { reference: name, number: name, accountId, confirmedOn: today });
    const reported = { accountId, startedOn: today, completedOn: today, reportedOn: today, reportReceivedOn: today };
    const submitted = { ...reported, receivedOn: today, signedOffOn: today, preAssessedOn: today, reviewedOn: today };
    await enterAudit(unit, { ...submitted, type: 'INITIAL_INTERNAL' });
    await enterAudit(unit, { ...submitted, type: 'RECERTIFICATION_INTERNAL', shownOn: today });
    const externalAuditorId = await enterAuditor(unit);
    return enterAudit(unit, { ...reported, type: 'EXTERNAL', planApprovedOn: today, reportApprovedOn: today, externalAuditorId });
  });
}

async function enterAuditor(unit: Unit): Promise<string> {
  const id = randomUUID();
  await enter(unit, ExternalAuditorRow, { id, reference: id, name: `Auditor ${id.slice(0, 8)}` });
  await enter(unit, ApprovedListPeriodRow, { auditorId: id, fromDay: '1990-01-01' });
  return id;
}

/** The elements of the COR 2020 audit tool. */
const ELEMENTS = 14;

async function enterAudit(unit: Unit, audit: Partial<AuditRow>): Promise<string> {
  const id = randomUUID();
  await enter(unit, AuditRow, { reference: id, tool: 'COR_2020', overall: '90.00', legislated: '100.00', ...audit, id });
  for (let element = 1; element <= ELEMENTS; element += 1) await enter(unit, ElementScoreRow, { auditId: id, element, score: '90.00' });
  return toGlobalId('Audit', id);
}

const enter = <Row extends ObjectLiteral>({ tx }: Unit, table: EntityTarget<Row>, values: Partial<Row>) =>
  tx.createQueryBuilder().insert().into(table).values(values).execute();
