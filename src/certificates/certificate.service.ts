import { withIssuingFacts } from '../audits/issuing.facts.ts';
import { keepingSupport } from '../audits/keeping-support.service.ts';
import { CertificateRow } from '../database/tables/certificate.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { exceptionNamed, letExceptionServe } from '../exceptions/exception.service.ts';
import { keepSupport } from '../issuing/keep-support.service.ts';
import { accountNamed } from '../mutations/account-named.ts';
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
import { Refusal } from '../rules/decision.ts';
import { refuseRemoval } from '../rules/recording/correcting.ts';
import { type CertificateSupport, decideCertificate } from '../rules/recording/issuing-certificate.ts';
import type { CorrectCertificateInput, IssueCertificateInput } from './certificate.input.ts';
import { certificateInUnit } from './certificate.loader.ts';
import type { Certificate } from './certificate.type.ts';
import { proposedCertificate } from './proposed-certificate.ts';

/** A certificate as a mutation answers it: with its version, null once it was removed. */
export interface WrittenCertificate extends Certificate {
  readonly version: number | null;
}

/** G-2.4.h: issues a Certificate of Recognition on its external audit; what it rests on is kept with it. */
export async function issueCertificate(unit: Unit, input: IssueCertificateInput): Promise<Written<WrittenCertificate> | Refusal> {
  if (input.issuedOn) refuseFutureDay('issuedOn', input.issuedOn, unit);
  const accountId = await accountNamed(unit, input.account);
  const facts = await withIssuingFacts(unit.tx, accountId, await lockedFacts(unit, accountId));
  const proposed = proposedCertificate(facts, input, unit.today, 'input.audit');
  const exception = await exceptionNamed(unit, accountId, input.exception ?? null);
  if (exception instanceof Refusal) return exception;
  const { refusal, reasons, restsOn } = decideCertificate(facts, proposed, unit.today, exception);
  if (refusal) return refusal;
  const id = await insertCertificate(unit, { accountId, basis: 'EXTERNAL_AUDIT', ...proposed, auditId: restsOn.audit });
  await keepSupport(unit, { certificateId: id, ...idsOf(restsOn), reasons }, exception);
  const certificate = await certificateInUnit(unit, id);
  await letExceptionServe(unit, exception, certificate.number);
  await updateStandings(unit, [accountId]);
  return { thing: { ...certificate, version: 1 }, subject: accountId };
}

const idsOf = ({ failedAudit, internalAudit, yearOneAudit, registration }: CertificateSupport) => ({
  failedAuditId: failedAudit,
  internalAuditId: internalAudit,
  yearOneAuditId: yearOneAudit,
  registrationId: registration,
});

/** Enters a certificate that the law allows under a new number; returns its id. The caller updates the standings that follow from it. */
export async function insertCertificate(
  { tx }: Unit,
  { accountId, standard, basis, issuedOn, auditId = null }: NewCertificate,
): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    `insert into certificate (number, account_id, standard, basis, issued_on, audit_id)
     values (new_document_number(extract(year from $4::date)::integer), $1, $2, $3, $4, $5) returning id`,
    [accountId, standard, basis, issuedOn, auditId],
  );
  if (!row) throw new Error('The certificate was not entered.');
  return row.id;
}

/** A certificate to enter; one by equivalency names no audit. */
type NewCertificate = Pick<CertificateRow, 'accountId' | 'standard' | 'basis' | 'issuedOn'> & Partial<Pick<CertificateRow, 'auditId'>>;

/** Corrects what was recorded of a certificate, or removes one that never existed. */
export async function correctCertificate(unit: Unit, input: CorrectCertificateInput): Promise<Written<WrittenCertificate> | Refusal> {
  const record = { id: recordId('certificate', input.certificate, 'Certificate'), expectedVersion: input.expectedVersion };
  const find = (id: string) => unit.tx.findOneBy(CertificateRow, { id });
  const locked = await lockedRecord(unit, 'certificate', record, find, ({ accountId }) => accountId);
  const alter = () =>
    input.recordedInError ? removeCertificate(unit, record, locked, input) : changeCertificate(unit, record, locked, input);
  return keepingSupport(unit, locked.accountId, input.exception, alter);
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
