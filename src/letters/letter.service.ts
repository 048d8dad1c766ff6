import { CertificateRow } from '../database/tables/certificate.table.ts';
import { LetterRow } from '../database/tables/letter.table.ts';
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
import type { Refusal } from '../rules/decision.ts';
import { refuseLetter } from '../rules/recording/issuing.ts';
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
  const facts = await lockedFacts(unit, certificate.accountId);
  if (!facts.certificates.some(({ id }) => id === certificate.id)) throw faults.NOT_FOUND('certificate');
  const refusal = refuseLetter(facts, { certificate: certificate.number, year, issuedOn }, unit.today);
  if (refusal) return refusal;
  const id = await insertLetter(unit, { certificateId: certificate.id, year, issuedOn });
  await updateStandings(unit, [certificate.accountId]);
  return { thing: { ...(await letterInUnit(unit, id)), version: 1 }, subject: certificate.accountId };
}

async function insertLetter(
  { tx }: Unit,
  { certificateId, year, issuedOn }: Pick<LetterRow, 'certificateId' | 'year' | 'issuedOn'>,
): Promise<string> {
  const [row]: { id: string }[] = await tx.query(
    `insert into letter_of_good_standing (number, certificate_id, year, issued_on)
     values (new_document_number(extract(year from $3::date)::integer), $1, $2, $3) returning id`,
    [certificateId, year, issuedOn],
  );
  if (!row) throw new Error('The letter was not entered.');
  return row.id;
}

/** Corrects what was recorded of a letter, or removes one that never was. */
export async function correctLetter(unit: Unit, input: CorrectLetterOfGoodStandingInput): Promise<Written<WrittenLetter> | Refusal> {
  const id = recordId('letterOfGoodStanding', input.letterOfGoodStanding, 'LetterOfGoodStanding');
  const record = { id, expectedVersion: input.expectedVersion };
  const find = () => unit.tx.findOneBy(LetterRow, { id });
  const locked = await lockedRecord(unit, 'letter', record, find, (row) => accountOf(unit, row));
  return input.recordedInError ? removeLetter(unit, record, locked, input) : changeLetter(unit, record, locked, input);
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
