import { accountsNumbered } from './numbered-account.sql.ts';

export type SubjectKind = 'account' | 'wsibAccount' | 'documentNumber' | 'businessNumber';

/** SQL for each way to an account: it returns the account's id, and the document it was named by. */
export type Ways = Readonly<Record<SubjectKind, string>>;

/** SQL: named by no document. */
export const noDocument = 'null::text, null::uuid, null::text, null::date';

// A subject is null for every way but its own, and a null finds nothing in an index.
/** The ways by current records; `asked` has the subject. */
export const waysToAnAccount: Ways = {
  account: `select coalesce(a.merged_into_id, a.id), ${noDocument} from account a where a.id = asked.account`,
  wsibAccount: `select numbered.id, ${noDocument} from (${accountsNumbered('asked."wsibAccount"')}) as numbered`,
  businessNumber: `
    select a.id, ${noDocument} from organization o join account a on a.organization_id = o.id
    where left(o.business_number, 9) = left(asked."businessNumber", 9)`,
  documentNumber: `
    select account_id, 'CERTIFICATE', id, number, issued_on from certificate where number = asked."documentNumber"
    union all
    select c.account_id, 'LETTER_OF_GOOD_STANDING', l.id, l.number, l.issued_on
    from letter_of_good_standing l join certificate c on c.id = l.certificate_id where l.number = asked."documentNumber"
    union all
    select account_id, 'BIDDING_DOCUMENT', id, number, issued_on from bidding_document where number = asked."documentNumber"
    union all
    select account_id, 'CONFIRMATION_OF_REGISTRATION', id, number, confirmed_on from registration where number = asked."documentNumber"
    union all
    select c.account_id, 'LETTER_OF_EQUIVALENCY', l.id, l.number, l.issued_on
    from letter_of_equivalency l join certificate c on c.id = l.certificate_id where l.number = asked."documentNumber"
    union all
    select r.account_id, 'LETTER_OF_INTENT', l.id, l.number, l.issued_on
    from letter_of_intent l join registration r on r.id = l.registration_id where l.number = asked."documentNumber"
    union all
    select c.account_id, 'CONFIRMATION_OF_COR', l.id, l.number, l.issued_on
    from confirmation_of_cor l join certificate c on c.id = l.certificate_id where l.number = asked."documentNumber"`,
};
