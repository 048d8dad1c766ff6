import { CertificateRow } from '../database/tables/certificate.table.ts';
import { ConfirmationOfCorRow, LetterOfEquivalencyRow, LetterOfIntentRow } from '../database/tables/resting-letter.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { numbersMeant } from '../identifiers/document-number.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { corrections } from '../mutations/correct.service.ts';
import { alterRecord, lockedFacts, refuseFutureDay, refuseOtherVersion, removeRecord } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { Refusal } from '../rules/decision.ts';
import { isOutOfProvince } from '../rules/equivalency/associations.ts';
import {
  refuseConfirmationOfCor,
  refuseLetterOfEquivalency,
  refuseLetterOn,
  registrationOfIntent,
} from '../rules/recording/issuing-letters.ts';
import { printedEnd } from '../rules/standing/certificate-life.ts';
import { proofSecret } from './printed-code.ts';
import type {
  CorrectRestingLetterInput,
  IssueConfirmationOfCorInput,
  IssueLetterOfEquivalencyInput,
  IssueLetterOfIntentInput,
} from './resting-letter.input.ts';
import { letterNumbered, restingLetter, type StoredLetter } from './resting-letter.loader.ts';
import type { RestingLetter } from './resting-letter.type.ts';

type Outcome = Promise<Written<RestingLetter> | Refusal>;

/** X-8: issues a letter of intent on the registration in effect today. No standing follows from it. */
export async function issueLetterOfIntent(unit: Unit, input: IssueLetterOfIntentInput): Outcome {
  const accountId = await accountNamed(unit, input.account);
  const registration = registrationOfIntent(await lockedFacts(unit, accountId), unit.today);
  if (registration instanceof Refusal) return registration;
  const number = await entered(unit, 'letter_of_intent', { registration_id: registration });
  return { thing: await answer(unit, number), subject: accountId };
}

/** R-38: issues the letter that accompanies an equivalency certificate in effect. */
export async function issueLetterOfEquivalency(unit: Unit, input: IssueLetterOfEquivalencyInput): Outcome {
  const { id, accountId, number: certified } = await certificateNamed(unit, input.certificate);
  const refusal = refuseLetterOfEquivalency(await lockedFacts(unit, accountId), certified, unit.today);
  if (refusal) return refusal;
  const number = await entered(unit, 'letter_of_equivalency', { certificate_id: id });
  return { thing: await answer(unit, number), subject: accountId };
}

/** X-26, R-62: issues IHSA's confirmation of a COR to another association. */
export async function issueConfirmationOfCor(unit: Unit, { certificate, association }: IssueConfirmationOfCorInput): Outcome {
  if (!isOutOfProvince(association))
    throw faults.BAD_USER_INPUT('input.association', 'input.association must be an association of another province or territory.');
  const { id, accountId } = await certificateNamed(unit, certificate);
  const facts = await lockedFacts(unit, accountId);
  // Read again: before the account was locked, someone else may have changed it.
  const confirmed = await certificateNamed(unit, certificate);
  const refusal = refuseConfirmationOfCor(facts, confirmed.number, unit.today);
  if (refusal) return refusal;
  const values = { certificate_id: id, association, expires_on: printedEnd(confirmed) };
  return { thing: await answer(unit, await entered(unit, 'confirmation_of_cor', values)), subject: accountId };
}

async function certificateNamed({ tx }: Unit, named: string): Promise<CertificateRow> {
  const certificate = await tx.findOneBy(CertificateRow, { id: recordId('certificate', named, 'Certificate') });
  if (!certificate) throw faults.NOT_FOUND('certificate');
  return certificate;
}

async function entered({ tx, today }: Unit, table: string, values: Readonly<Record<string, string>>): Promise<string> {
  const columns = Object.keys(values);
  const [row]: { number: string }[] = await tx.query(
    `insert into ${table} (number, issued_on, ${columns.join(', ')})
     values (new_document_number(extract(year from $1::date)::integer), $1, ${columns.map((_, at) => `$${at + 2}`).join(', ')}) returning number`,
    [today, ...Object.values(values)],
  );
  if (!row) throw new Error('The letter was not entered.');
  return row.number;
}

/** Corrects a letter that rests on another document, or removes one that never existed. No standing rests on it, so none changes. */
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

const tables = {
  LETTER_OF_INTENT: LetterOfIntentRow,
  LETTER_OF_EQUIVALENCY: LetterOfEquivalencyRow,
  CONFIRMATION_OF_COR: ConfirmationOfCorRow,
} as const;

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
