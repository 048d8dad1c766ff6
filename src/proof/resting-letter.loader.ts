import DataLoader from 'dataloader';
import type { DataSource, EntityManager } from 'typeorm';
import type { Day } from '../rules/calendar.ts';
import type { AssociationId } from '../rules/equivalency/associations.ts';
import { printedCode, proofSecret } from './printed-code.ts';
import type { RestingLetter } from './resting-letter.type.ts';

/** A letter that rests on another document as stored, with what it rests on. */
export interface StoredLetter {
  readonly id: string;
  readonly kind: RestingLetter['kind'];
  readonly number: string;
  readonly issuedOn: Day;
  readonly version: number;
  readonly association: AssociationId | null;
  readonly expiresOn: Day | null;
  readonly accountId: string;
  /** Id of the registration, or number of the certificate: its key in the law. */
  readonly restsOn: string;
}

const lettersSql = `
  select letter.* from (
    select l.id, 'LETTER_OF_INTENT' as kind, l.number, l.issued_on as "issuedOn", l.version, r.account_id as "accountId", r.id::text as "restsOn",
      null as association, null::date as "expiresOn"
    from letter_of_intent l join registration r on r.id = l.registration_id
    union all
    select l.id, 'LETTER_OF_EQUIVALENCY', l.number, l.issued_on, l.version, c.account_id, c.number, null, null
    from letter_of_equivalency l join certificate c on c.id = l.certificate_id
    union all
    select l.id, 'CONFIRMATION_OF_COR', l.number, l.issued_on, l.version, c.account_id, c.number, l.association, l.expires_on
    from confirmation_of_cor l join certificate c on c.id = l.certificate_id
  ) as letter`;

/** The letter that rests on another document with one of some numbers; null if there is none. */
export async function letterNumbered(tx: EntityManager, numbers: readonly string[]): Promise<StoredLetter | null> {
  const [letter]: StoredLetter[] = await tx.query(`${lettersSql} where letter.number = any($1)`, [numbers]);
  return letter ?? null;
}

/** The letters of an account that rest on other documents; the file that they are read for is masked by its resolver. */
export const restingLettersByAccount = (source: DataSource): DataLoader<string, readonly RestingLetter[]> =>
  new DataLoader(async (ids) => {
    const text = `${lettersSql} where letter."accountId" = any($1::uuid[]) order by letter."issuedOn", letter.number`;
    const letters: StoredLetter[] = await source.query(text, [ids]);
    const secret = await proofSecret(source.manager);
    return ids.map((id) => letters.filter(({ accountId }) => accountId === id).map((letter) => restingLetter(letter, secret)));
  });

/** A letter as a client sees it. */
export const restingLetter = (
  { kind, number, issuedOn, version, association, expiresOn }: StoredLetter,
  secret: Buffer,
): RestingLetter => ({
  ...{ kind, number, issuedOn, version, association, expiresOn },
  printedCode: printedCode(secret, number),
});
