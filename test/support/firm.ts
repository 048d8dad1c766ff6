import { randomUUID } from 'node:crypto';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { AccountRow } from '../../src/database/tables/account.table.ts';
import { CertificateRow } from '../../src/database/tables/certificate.table.ts';
import { LetterRow } from '../../src/database/tables/letter.table.ts';
import { OrganizationRow } from '../../src/database/tables/organization.table.ts';
import { RegistrationRow } from '../../src/database/tables/registration.table.ts';
import type { Unit } from '../../src/database/unit-of-work.ts';

/** A firm with one account, entered in a unit of work: the starting point of tests of the store. */
export interface Firm {
  readonly organizationId: string;
  readonly accountId: string;
  readonly name: string;
  readonly wsibAccount: string;
  readonly businessNumber: string;
}

let firms = 0;

/** Enters an organization and its account, without a timeline yet. */
export async function enterFirm(unit: Unit): Promise<Firm> {
  firms += 1;
  const firm = {
    organizationId: randomUUID(),
    accountId: randomUUID(),
    name: `Firm ${firms}`,
    wsibAccount: String(1_000_000 + firms),
    businessNumber: String(100_000_000 + firms),
  };
  const { organizationId, accountId, name, wsibAccount, businessNumber } = firm;
  await insert(unit, OrganizationRow, { id: organizationId, reference: `O-${firms}`, legalName: name, businessNumber, city: 'Sudbury' });
  await insert(unit, AccountRow, { id: accountId, reference: `A-${firms}`, organizationId, wsibAccount });
  return firm;
}

/** Confirms a registration; the confirmation's number is `R-` and the account's. */
export const register = (unit: Unit, { accountId, wsibAccount }: Firm, confirmedOn: string) =>
  insert(unit, RegistrationRow, { reference: `R-${wsibAccount}`, number: `R-${wsibAccount}`, accountId, confirmedOn });

/** Issues a COR 2020 certificate; returns its id. */
export async function certify(unit: Unit, { accountId }: Firm, number: string, issuedOn: string): Promise<string> {
  const id = randomUUID();
  await insert(unit, CertificateRow, { id, number, accountId, standard: 'COR_2020', basis: 'EXTERNAL_AUDIT', issuedOn });
  return id;
}

export const issueLetter = (unit: Unit, certificateId: string, number: string, year: 2 | 3, issuedOn: string) =>
  insert(unit, LetterRow, { certificateId, number, year, issuedOn });

const insert = <Row extends ObjectLiteral>({ tx }: Unit, table: EntityTarget<Row>, values: Partial<Row>) =>
  tx.createQueryBuilder().insert().into(table).values(values).execute();
