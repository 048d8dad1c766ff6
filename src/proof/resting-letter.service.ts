import { CertificateRow } from '../database/tables/certificate.table.ts';
import type { Unit } from '../database/unit-of-work.ts';
import { faults } from '../errors.ts';
import { accountNamed } from '../mutations/account-named.ts';
import { lockedFacts } from '../mutations/locked-facts.ts';
import type { Written } from '../mutations/mutate.ts';
import { recordId } from '../mutations/record-id.ts';
import { Refusal } from '../rules/decision.ts';
import { refuseLetterOfEquivalency, registrationOfIntent } from '../rules/recording/issuing-letters.ts';
import { printedCode, proofSecret } from './printed-code.ts';
import type { IssueLetterOfEquivalencyInput, IssueLetterOfIntentInput } from './resting-letter.input.ts';
import type { RestingLetter } from './resting-letter.type.ts';

type Outcome = Promise<Written<RestingLetter> | Refusal>;

/** issues a letter of intent on the registration in effect today. No standing follows from it. */
export async function issueLetterOfIntent(unit: Unit, input: IssueLetterOfIntentInput): Outcome {
  const accountId = await accountNamed(unit, input.account);
  const registration = registrationOfIntent(await lockedFacts(unit, accountId), unit.today);
  if (registration instanceof Refusal) return registration;
  const number = await entered(unit, 'letter_of_intent', 'registration_id', registration);
  return { thing: await answer(unit, 'LETTER_OF_INTENT', number), subject: accountId };
}

/** issues the letter that accompanies an equivalency certificate in effect. */
export async function issueLetterOfEquivalency(unit: Unit, input: IssueLetterOfEquivalencyInput): Outcome {
  const certificate = await unit.tx.findOneBy(CertificateRow, { id: recordId('certificate', input.certificate, 'Certificate') });
  if (!certificate) throw faults.NOT_FOUND('certificate');
  const { accountId, number: certified } = certificate;
  const refusal = refuseLetterOfEquivalency(await lockedFacts(unit, accountId), certified, unit.today);
  if (refusal) return refusal;
  const number = await entered(unit, 'letter_of_equivalency', 'certificate_id', certificate.id);
  return { thing: await answer(unit, 'LETTER_OF_EQUIVALENCY', number), subject: accountId };
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

const answer = async ({ tx, today: issuedOn }: Unit, kind: RestingLetter['kind'], number: string): Promise<RestingLetter> => ({
  kind,
  number,
  issuedOn,
  printedCode: printedCode(await proofSecret(tx), number),
});
