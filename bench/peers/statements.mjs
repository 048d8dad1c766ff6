// The prepared statements of the peers: only the columns that are asked for, `=` for one and `any` for many, the mask in the statement.
import pg from 'pg';
import { audienceOf } from '../../dist/src/disclosure/audience.js';
import { periodsOf } from '../../dist/src/standing/standing-period.sql.js';
import { visible } from './law.mjs';

const shown = `standing in ('${visible.join("', '")}')`;

const period = (day) => `cross join lateral (
  select * from standing_period where account_id = a.id and valid_from <= ${day}::date order by valid_from desc limit 1) as p`;

const standing = 'p.standing, p.since, p.certificate_number, p.certificate_issued_on, p.letter_number, p.letter_year';
const verification = `o.legal_name, ${standing}, p.holds_until, p.next_standing, p.bidding_document_number`;

const one = (columns) => `
  select ${columns} from account a join organization o on o.id = a.organization_id ${period('$2')} where a.wsib_account = $1 and p.${shown}`;

const many = (columns) => `
  select asked.at::integer - 1 as at, ${columns} from unnest($1::text[]) with ordinality as asked (number, at)
  cross join lateral (select * from account where wsib_account = asked.number limit 1) as a
  cross join lateral (select * from organization where id = a.organization_id limit 1) as o
  ${period('$2')} where p.${shown}`;

export const statements = {
  one: one(verification),
  oneWithReasons: one(`${verification}, p.reasons`),
  many: many(verification),
  manyWithReasons: many(`${verification}, p.reasons`),
  organizationsOfCity: `
    with page as (
      select o.id, o.legal_name, o.city, folded(o.legal_name) collate "C" as name from organization o
      where folded(o.city) collate "C" = folded($1) and exists (select from account a ${period('$2')} where a.organization_id = o.id and p.${shown})
      order by folded(o.legal_name) collate "C", o.id limit 50
    )
    select page.id as organization_id, page.legal_name, page.city, a.wsib_account, ${standing}
    from page join account a on a.organization_id = page.id ${period('$2')} where p.${shown}
    order by page.name, page.id, a.wsib_account, a.id`,
  certificate: `
    select c.number, c.issued_on, c.standard, p.standing from certificate c join account a on a.id = c.account_id ${period('$2')}
    where c.number = $1 and p.certificate_number = c.number`,
};

const { BENCH_DATABASE_URL: url, BENCH_TODAY: today, BENCH_POOL: poolSize = '4' } = process.env;

// Days stay text, as they do in the registry.
const types = { getTypeParser: (oid, format) => (oid === pg.types.builtins.DATE ? (text) => text : pg.types.getTypeParser(oid, format)) };

const openPool = () => new pg.Pool({ connectionString: url, max: Number(poolSize), idleTimeoutMillis: 0, types });

/** The statements as functions of their first parameter; the second is today. */
export function openDatabase() {
  const pool = openPool();
  const ask = (name) => async (value) => (await pool.query({ name, text: statements[name], values: [value, today] })).rows;
  return Object.fromEntries(Object.keys(statements).map((name) => [name, ask(name)]));
}

/** The verifications alone, by the statement that the registry runs for a buyer: it also knows former numbers, consents, and equal work for what is hidden. */
export function openWithRegistrysStatement() {
  const pool = openPool();
  const audience = audienceOf({ caller: { scope: 'buyer', holder: 'Bench', organizationId: null }, today });
  const many = (withReasons) => async (numbers) => {
    const subjects = numbers.map((value) => ({ kind: 'wsibAccount', value }));
    return (await periodsOf(pool, subjects, today, { audience, withReasons, withIds: false })).rows.map(asNamedHere);
  };
  const one = (withReasons) => (number) => many(withReasons)([number]);
  return { one: one(false), oneWithReasons: one(true), many: many(false), manyWithReasons: many(true) };
}

/** A row of the registry's under the names of the statements above. */
const asNamedHere = (row) => ({
  at: row.subject,
  legal_name: row.organizationName,
  standing: row.standing,
  since: row.since,
  certificate_number: row.certificateNumber,
  certificate_issued_on: row.certificateIssuedOn,
  letter_number: row.letterNumber,
  letter_year: row.letterYear,
  holds_until: row.holdsUntil,
  next_standing: row.nextStanding,
  bidding_document_number: row.biddingDocumentNumber,
  reasons: row.reasons,
});

/** The rows of `many` by their place among those asked. */
export function byPlace(rows, count) {
  const places = Array.from({ length: count }, () => undefined);
  for (const row of rows) places[row.at] = row;
  return places;
}
