import { noDocument, type Ways, waysToAnAccount } from './subject.sql.ts';

// What was recorded about an identity at an instant: of the values that later recordings replaced, those replaced first; if none were, today's
// values.

/** SQL: the values `was` of a fact that the first recording after the instant replaced. */
export const firstReplacedAfter = (instant: string, factId: string): string => `
    select replaced.was from fact_history as replaced left join recording as ended on ended.id = replaced.recording_id
    where replaced.fact_id = ${factId} and coalesce(ended.recorded_at, replaced.replaced_at) > ${instant}
    order by replaced.version limit 1`;

/** SQL: joins what was recorded about the account and about the organization that held it then. */
export const recordsKnownThen = (instant: string): string => `
    left join lateral (${firstReplacedAfter(instant, 'account.id')}) as account_then on true
    cross join lateral (
      select * from organization where id = coalesce((account_then.was->>'organization_id')::uuid, account.organization_id) limit 1
    ) as holder
    left join lateral (${firstReplacedAfter(instant, 'holder.id')}) as holder_then on true`;

const thenOrNow = (record: string, column: string, now: string): string =>
  `case when ${record}.was is null then ${now} else ${record}.was->>'${column}' end`;

/** The columns of an identity as it was recorded at the instant. */
export const identityKnownThen: readonly string[] = [
  `${thenOrNow('account_then', 'wsib_account', 'account.wsib_account')} as "wsibAccount"`,
  'account.wsib_account as "presentWsibAccount"',
  `${thenOrNow('holder_then', 'legal_name', 'holder.legal_name')} as "organizationName"`,
  `${thenOrNow('holder_then', 'city', 'holder.city')} as city`,
];

/** A number that was recorded then finds its account, whatever it was corrected to; one that was not, the account that has it now. */
export const waysKnownThen = (instant: string): Ways => ({
  ...waysToAnAccount,
  // An account that was merged since was one of its own then.
  account: `select coalesce(${thenOrNow('was_then', 'merged_into_id', 'a.merged_into_id::text')}::uuid, a.id), ${noDocument}
    from account a left join lateral (${firstReplacedAfter(instant, 'a.id')}) as was_then on true where a.id = asked.account`,
  wsibAccount: thenElseNow(
    `select held.fact_id, ${noDocument} from fact_history as held
    where held.fact = 'account' and held.was->>'wsib_account' = asked."wsibAccount" and ${isFirstReplacedAfter(instant)}`,
    waysToAnAccount.wsibAccount,
  ),
  documentNumber: thenElseNow(
    `select coalesce((held.was->>'account_id')::uuid, (select account_id from certificate where id = (held.was->>'certificate_id')::uuid),
        (select account_id from registration where id = (held.was->>'registration_id')::uuid)),
      ${documentKind}, held.fact_id, held.was->>'number', coalesce(held.was->>'issued_on', held.was->>'confirmed_on')::date
    from fact_history as held
    where held.fact in ('certificate', 'letter_of_good_standing', 'bidding_document', 'registration', 'letter_of_equivalency',
        'letter_of_intent', 'confirmation_of_cor')
      and held.was->>'number' = asked."documentNumber" and ${isFirstReplacedAfter(instant)}`,
    waysToAnAccount.documentNumber,
  ),
});

const thenElseNow = (then: string, now: string): string =>
  `select * from (${then}) as by_then union all select * from (${now}) as by_now where not exists (${then})`;

const documentKind = `case held.fact when 'registration' then 'CONFIRMATION_OF_REGISTRATION' else upper(held.fact) end`;

/** SQL: `held` is what was recorded about its fact at the instant. */
const isFirstReplacedAfter = (instant: string): string => `
    held.id = (
      select replaced.id from fact_history as replaced left join recording as ended on ended.id = replaced.recording_id
      where replaced.fact_id = held.fact_id and coalesce(ended.recorded_at, replaced.replaced_at) > ${instant}
      order by replaced.version limit 1)`;
