import { auditOfFile, withIssuingFacts } from '../audits/issuing.facts.ts';
import { keepingSupport } from '../audits/keeping-support.service.ts';
import { CertificateRow } from '../database/tables/certificate.table.ts';
import { LetterRow } from '../database/tables/letter.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { exceptionNamed, letExceptionServe } from '../exceptions/exception.service.ts';
import { keepSupport } from '../issuing/keep-support.service.ts';
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
import { decideLetter, type ProposedLetter } from '../rules/recording/issuing-letter.ts';
import type { StoredFacts, StoredLetter } from '../standing/standing.facts.ts';
import type { CorrectLetterOfGoodStandingInput, IssueLetterOfGoodStandingInput } from './letter.input.ts';
import { letterInUnit } from './letter.loader.ts';
import type { LetterOfGoodStanding } from './letter-of-good-standing.type.ts';

/** A letter as a mutation answers it: with its version, null once it was removed. */
export interface WrittenLetter extends LetterOfGoodStanding {
  readonly version: number | null;
}

/** G-2.4.k: issues a Letter of Good Standing. */
export async function issueLetter(unit: Unit, input: IssueLetterOfGoodStandingInput): Promise<Written<WrittenLetter> | Refusal> {
  const { year } = input;
  const issuedOn = input.issuedOn ?? unit.today;
  refuseFutureDay('issuedOn', issuedOn, unit);
  const certificate = await unit.tx.findOneBy(CertificateRow, { id: recordId('certificate', input.certificate, 'Certificate') });
  if (!certificate) throw faults.NOT_FOUND('certificate');
  return issue(unit, certificate, { year, issuedOn }, input);
}

async function issue(
  unit: Unit,
  { id: certificateId, number, accountId }: CertificateRow,
  { year, issuedOn }: Pick<ProposedLetter, 'year' | 'issuedOn'>,
  input: IssueLetterOfGoodStandingInput,
): Promise<Written<WrittenLetter> | Refusal> {
  const facts = await withIssuingFacts(unit.tx, accountId, await lockedFacts(unit, accountId));
  if (!facts.certificates.some(({ id }) => id === certificateId)) throw faults.NOT_FOUND('certificate');
  const auditId = auditOfFile(facts, input.audit ?? null, 'input.audit');
  const exception = await exceptionNamed(unit, accountId, input.exception ?? null);
  if (exception instanceof Refusal) return exception;
  const { refusal, reasons } = decideLetter(facts, { certificate: number, year, issuedOn, audit: auditId }, unit.today, exception);
  if (refusal) return refusal;
  const id = await insertLetter(unit, { certificateId, year, issuedOn, auditId });
  await keepSupport(unit, { letterId: id, reasons }, exception);
  const letter = await letterInUnit(unit, id);
  await letExceptionServe(unit, exception, letter.number);
  await updateStandings(unit, [accountId]);
  return { thing: { ...letter, version: 1 }, subject: accountId };
}

async function insertLetter(
  { tx }: Unit,
  { certificateId, year, issuedOn, auditId }: Pick<LetterRow, 'certificateId' | 'year' | 'issuedOn' | 'auditId'>,
): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    `insert into letter_of_good_standing (number, certificate_id, year, issued_on, audit_id)
     values (new_document_number(extract(year from $3::date)::integer), $1, $2, $3, $4) returning id`,
    [certificateId, year, issuedOn, auditId],
  );
  if (!row) throw new Error('The letter was not entered.');
  return row.id;
}

/** Corrects what was recorded of a letter, or removes one that never existed. */
export async function correctLetter(unit: Unit, input: CorrectLetterOfGoodStandingInput): Promise<Written<WrittenLetter> | Refusal> {
  const id = recordId('letterOfGoodStanding', input.letterOfGoodStanding, 'LetterOfGoodStanding');
  const record = { id, expectedVersion: input.expectedVersion };
  const find = () => unit.tx.findOneBy(LetterRow, { id });
  const locked = await lockedRecord(unit, 'letter', record, find, (row) => accountOf(unit, row));
  const alter = () => (input.recordedInError ? removeLetter(unit, record, locked, input) : changeLetter(unit, record, locked, input));
  return keepingSupport(unit, locked.accountId, input.exception, alter);
}

async function accountOf({ tx }: Unit, { certificateId }: LetterRow): Promise<string> {
  const { accountId } = await tx.findOneByOrFail(CertificateRow, { id: certificateId });
  return accountId;
}

async function changeLetter(
  unit: Unit,
  record: ReadRecord,
  locked: LockedRecord<LetterRow>,
  { year, issuedOn, keepAgainstTheLaw }: CorrectLetterOfGoodStandingInput,
): Promise<Written<WrittenLetter> | Refusal> {
  const changes = corrections(locked.row, { year: year ?? undefined, issuedOn: issuedOn ?? undefined });
  if (changes.issuedOn) refuseFutureDay('issuedOn', changes.issuedOn, unit);
  return correct(unit, locked, {
    after: withLetter(locked.facts, record.id, (letter) => ({ ...letter, ...changes })),
    isKept: keepAgainstTheLaw,
    write: () => alterRecord(unit, LetterRow, record, changes),
    answer: async () => ({ ...(await letterInUnit(unit, record.id)), version: record.expectedVersion + 1 }),
  });
}

async function removeLetter(
  unit: Unit,
  record: ReadRecord,
  locked: LockedRecord<LetterRow>,
  { keepAgainstTheLaw }: CorrectLetterOfGoodStandingInput,
): Promise<Written<WrittenLetter> | Refusal> {
  const wasShown = await letterInUnit(unit, record.id);
  return correct(unit, locked, {
    after: withLetter(locked.facts, record.id, null),
    isKept: keepAgainstTheLaw,
    write: () => removeRecord(unit, LetterRow, record),
    answer: async () => ({ ...wasShown, version: null }),
  });
}

const withLetter = (facts: StoredFacts, id: string, corrected: ((letter: StoredLetter) => StoredLetter) | null): StoredFacts => ({
  ...facts,
  certificates: facts.certificates.map((certificate) => ({ ...certificate, letters: withRecord(certificate.letters, id, corrected) })),
});
