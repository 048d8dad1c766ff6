import { CertificateRow } from '../database/tables/certificate.table.ts';
import { LetterOfEquivalencyRow, LetterOfIntentRow } from '../database/tables/resting-letter.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { numbersMeant } from '../identifiers/document-number.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { corrections } from '../mutations/correct.service.ts';
import { alterRecord, lockedFacts, refuseFutureDay, refuseOtherVersion, removeRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { Refusal } from '../rules/decision.ts';
import { refuseLetterOfEquivalency, refuseLetterOn, registrationOfIntent } from '../rules/recording/issuing-letters.ts';
import { proofSecret } from './printed-code.ts';
import type { CorrectRestingLetterInput, IssueLetterOfEquivalencyInput, IssueLetterOfIntentInput } from './resting-letter.input.ts';
import { letterNumbered, restingLetter, type StoredLetter } from './resting-letter.loader.ts';
import type { RestingLetter } from './resting-letter.type.ts';

type Outcome = Promise<Written<RestingLetter> | Refusal>;

/** issues a letter of intent on the registration in effect today. No standing follows from it. */
export async function issueLetterOfIntent(unit: Unit, input: IssueLetterOfIntentInput): Outcome {
  const accountId = await accountNamed(unit, input.account);
  const registration = registrationOfIntent(await lockedFacts(unit, accountId), unit.today);
  if (registration instanceof Refusal) return registration;
  const number = await entered(unit, 'letter_of_intent', 'registration_id', registration);
  return { thing: await answer(unit, number), subject: accountId };
}

/** issues the letter that accompanies an equivalency certificate in effect. */
export async function issueLetterOfEquivalency(unit: Unit, input: IssueLetterOfEquivalencyInput): Outcome {
  const certificate = await unit.tx.findOneBy(CertificateRow, { id: recordId('certificate', input.certificate, 'Certificate') });
  if (!certificate) throw faults.NOT_FOUND('certificate');
  const { accountId, number: certified } = certificate;
  const refusal = refuseLetterOfEquivalency(await lockedFacts(unit, accountId), certified, unit.today);
  if (refusal) return refusal;
  const number = await entered(unit, 'letter_of_equivalency', 'certificate_id', certificate.id);
  return { thing: await answer(unit, number), subject: accountId };
}

async function entered({ tx, today }: Unit, table: string, column: string, id: string): Promise<string> {
  const [row]: { number: string }[] = await tx.query(
    `insert into ${table} (number, ${column}, issued_on)
     values (new_document_number(extract(year from $2::date)::integer), $1, $2) returning number`,
    [id, today],
  );
  if (!row) throw new Error('The letter was not entered.');
  return row.number;
}

/** Corrects a letter of intent or of equivalency, or removes one that never existed. A standing rests on neither, so none changes. */
export async function correctRestingLetter(unit: Unit, input: CorrectRestingLetterInput): Outcome {
  const seen = await letterOf(unit, input.number);
  const facts = await lockedFacts(unit, seen.accountId);
  // Read again: before the account was locked, someone else may have changed it.
  const letter = await letterOf(unit, input.number);
  refuseOtherVersion(letter, input.expectedVersion);
  const [table, record] = [tables[letter.kind], { id: letter.id, expectedVersion: letter.version }];
  const secret = await proofSecret(unit.tx);
  if (input.recordedInError) {
    await removeRecord(unit, table, record);
    return { thing: { ...restingLetter(letter, secret), version: null }, subject: letter.accountId };
  }
  const { issuedOn = letter.issuedOn } = corrections(letter, { issuedOn: input.issuedOn ?? undefined });
  refuseFutureDay('issuedOn', issuedOn, unit);
  const refusal = input.keepAgainstTheLaw ? null : refuseLetterOn(facts, letter, issuedOn);
  if (refusal) return refusal;
  await alterRecord(unit, table, record, { issuedOn });
  return { thing: restingLetter(await letterOf(unit, letter.number), secret), subject: letter.accountId };
}

const tables = { LETTER_OF_INTENT: LetterOfIntentRow, LETTER_OF_EQUIVALENCY: LetterOfEquivalencyRow } as const;

async function letterOf({ tx }: Unit, number: string): Promise<StoredLetter> {
  const letter = await letterNumbered(tx, numbersMeant(number));
  if (!letter) throw faults.NOT_FOUND('letter');
  return letter;
}

const answer = async ({ tx }: Unit, number: string): Promise<RestingLetter> => {
  const letter = await letterNumbered(tx, [number]);
  if (!letter) throw new Error('The letter that a unit has just entered is not there.');
  return restingLetter(letter, await proofSecret(tx));
};
