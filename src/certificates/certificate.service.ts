import { auditFact } from '../audits/audit.facts.ts';
import { AccountRow } from '../database/tables/account.table.ts';
import { AuditRow } from '../database/tables/audit.table.ts';
import { CertificateRow } from '../database/tables/certificate.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { correct, corrections, withRecord } from '../mutations/correct.service.ts';
import {
  alterRecord,
  type LockedRecord,
  lockedFacts,
  lockedRecord,
  type ReadRecord,
  refuseFutureDay,
  removeRecord,
} from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { updateStandings } from '../mutations/update-standings.service.ts';
import type { AuditFact } from '../rules/cycle/facts.ts';
import type { Refusal } from '../rules/decision.ts';
import { refuseRemoval } from '../rules/recording/correcting.ts';
import { refuseCertificate } from '../rules/recording/issuing.ts';
import type { CorrectCertificateInput, IssueCertificateInput } from './certificate.input.ts';
import { certificateInUnit } from './certificate.loader.ts';
import type { Certificate } from './certificate.type.ts';

/** A certificate as a mutation answers it: with its version, null once it was removed. */
export interface WrittenCertificate extends Certificate {
  readonly version: number | null;
}

/** G-2.4.h: issues a Certificate of Recognition after an external audit. */
export async function issueCertificate(unit: Unit, input: IssueCertificateInput): Promise<Written<WrittenCertificate> | Refusal> {
  const { standard, issuedOn = null } = input;
  const proposed = { standard, issuedOn: issuedOn ?? unit.today };
  refuseFutureDay('issuedOn', proposed.issuedOn, unit);
  const accountId = recordId('account', input.account, 'Account');
  const facts = await lockedFacts(unit, accountId);
  const { wsibAccount } = await unit.tx.findOneByOrFail(AccountRow, { id: accountId });
  const audit = await auditNamed(unit, accountId, input.audit ?? null);
  const refusal = refuseCertificate(facts, { ...proposed, audit, hasWsibAccount: wsibAccount !== null }, unit.today);
  if (refusal) return refusal;
  const id = await insertCertificate(unit, { accountId, basis: 'EXTERNAL_AUDIT', ...proposed });
  await updateStandings(unit, [accountId]);
  return { thing: { ...(await certificateInUnit(unit, id)), version: 1 }, subject: accountId };
}

async function auditNamed({ tx }: Unit, accountId: string, audit: string | null): Promise<AuditFact | null> {
  if (audit === null) return null;
  const id = recordId('audit', audit, 'Audit');
  if (await tx.existsBy(AuditRow, { id, accountId })) return auditFact(tx, id);
  throw faults.BAD_USER_INPUT('input.audit', 'input.audit must be an audit of the account.');
}

/** Enters a certificate that the law allows under a number of its own; returns its id. The caller updates the standings that follow from it. */
export async function insertCertificate(
  { tx }: Unit,
  { accountId, standard, basis, issuedOn }: Pick<CertificateRow, 'accountId' | 'standard' | 'basis' | 'issuedOn'>,
): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    `insert into certificate (number, account_id, standard, basis, issued_on)
     values (new_document_number(extract(year from $4::date)::integer), $1, $2, $3, $4) returning id`,
    [accountId, standard, basis, issuedOn],
  );
  if (!row) throw new Error('The certificate was not entered.');
  return row.id;
}

/** Corrects what was recorded of a certificate, or removes one that never was. */
export async function correctCertificate(unit: Unit, input: CorrectCertificateInput): Promise<Written<WrittenCertificate> | Refusal> {
  const record = { id: recordId('certificate', input.certificate, 'Certificate'), expectedVersion: input.expectedVersion };
  const find = (id: string) => unit.tx.findOneBy(CertificateRow, { id });
  const locked = await lockedRecord(unit, 'certificate', record, find, ({ accountId }) => accountId);
  return input.recordedInError ? removeCertificate(unit, record, locked, input) : changeCertificate(unit, record, locked, input);
}

async function changeCertificate(
  unit: Unit,
  record: ReadRecord,
  locked: LockedRecord<CertificateRow>,
  { standard, basis, issuedOn, keepAgainstTheLaw }: CorrectCertificateInput,
): Promise<Written<WrittenCertificate> | Refusal> {
  const given = { standard: standard ?? undefined, basis: basis ?? undefined, issuedOn: issuedOn ?? undefined };
  const changes = corrections(locked.row, given);
  if (changes.issuedOn) refuseFutureDay('issuedOn', changes.issuedOn, unit);
  const certificates = withRecord(locked.facts.certificates, record.id, (certificate) => ({ ...certificate, ...changes }));
  return correct(unit, locked, {
    after: { ...locked.facts, certificates },
    isKept: keepAgainstTheLaw,
    write: () => alterRecord(unit, CertificateRow, record, changes),
    answer: async () => ({ ...(await certificateInUnit(unit, record.id)), version: record.expectedVersion + 1 }),
  });
}

async function removeCertificate(
  unit: Unit,
  record: ReadRecord,
  locked: LockedRecord<CertificateRow>,
  { keepAgainstTheLaw }: CorrectCertificateInput,
): Promise<Written<WrittenCertificate> | Refusal> {
  const { certificates } = locked.facts;
  const refusal = certificates.filter(({ id }) => id === record.id).map(refuseRemoval)[0];
  if (refusal) return refusal;
  const wasShown = await certificateInUnit(unit, record.id);
  return correct(unit, locked, {
    after: { ...locked.facts, certificates: withRecord(certificates, record.id, null) },
    isKept: keepAgainstTheLaw,
    write: () => removeRecord(unit, CertificateRow, record),
    answer: async () => ({ ...wasShown, version: null }),
  });
}
