/**
 * SQL: the id of the account that a WSIB account number finds: the one that holds it, else the one that held it last. A number that another account
 * holds now finds only that one.
 */
export const accountsNumbered = (number: string): string => `
    select holder.id from account holder where holder.wsib_account = ${number}
    union all
    (select former.account_id from former_wsib_account former
    where former.number = ${number} and not exists (select from account holder where holder.wsib_account = former.number)
    order by former.until_day desc, former.id desc limit 1)`;
