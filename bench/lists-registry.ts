import type { DataSource } from 'typeorm';
import type { Day } from '../src/rules/calendar.ts';

/**
 * Fills an empty registry by SQL alone with the given number of organizations of one account each, and with timelines of the shape that the law gives:
 * of a hundred accounts 70 are certified, 2 pending, 10 lost, 10 registered, 4 for bidding only, 1 expired, 1 revoked, 2 not registered.
 * Timelines of certified accounts have eight periods of certification before today, and end in a forecast of pending and of loss.
 */
export async function fillRegistry(dataSource: DataSource, count: number, today: Day): Promise<void> {
  for (const statement of statements(count, today)) await dataSource.query(statement);
  await dataSource.query('vacuum analyze organization, account, certificate, letter_of_good_standing, standing_period');
}

const words = {
  first: 'Maple Cedar Érable Granite Northern Lakeshore Dufferin Beaver Summit Keystone Riverside Birch Frontier Huron Trillium Capital',
  second:
    'Béton Paving Roofing Électrique Mechanical Drywall Masonry Excavating Plumbing Framing Steel Glazing Painting Forming Bridge Sewer',
  third: 'Construction Contracting Services Group Entreprises Limited',
  suffix: 'Inc. Ltd. Ltée Corp. Limited inc.',
  city: 'Toronto Ottawa Mississauga Hamilton London Sudbury Windsor Kingston Guelph Montréal Gatineau Oshawa',
};

const pick = (list: keyof typeof words, by: string): string => {
  const all = words[list].split(' ');
  return `(array['${all.join(`','`)}'])[1 + (${by}) % ${all.length}]`;
};

const statements = (count: number, today: Day): readonly string[] => [
  `insert into organization (id, reference, legal_name, city)
   select md5('o' || i)::uuid, 'O' || i, ${pick('first', 'i')} || ' ' || initcap(translate(substr(md5(i::text), 1, 7), '0123456789', 'aeioulnrst'))
     || ' ' || ${pick('second', 'i / 7')} || ' ' || ${pick('third', 'i / 3')} || ' ' || ${pick('suffix', 'i / 5')},
     case when i % 1000 = 0 then 'Village ' || i / 100000 else ${pick('city', 'sqrt(i)::integer')} end
   from generate_series(1, ${count}) as i`,
  `insert into account (id, reference, organization_id, wsib_account)
   select md5('a' || i)::uuid, 'A' || i, md5('o' || i)::uuid, lpad(i::text, 9, '0') from generate_series(1, ${count}) as i`,
  `create temp table story as
   select i, md5('a' || i)::uuid as account_id, md5('c' || i)::uuid as certificate_id,
     case when i % 100 < 70 then 'CERTIFIED' when i % 100 < 72 then 'PENDING' when i % 100 < 82 then 'CERTIFICATION_LOST'
       when i % 100 < 92 then 'REGISTERED' when i % 100 < 96 then 'BIDDING_ONLY' when i % 100 < 97 then 'EXPIRED'
       when i % 100 < 98 then 'REVOKED' else 'NOT_REGISTERED' end as kind,
     date '${today}' - (case when i % 100 < 70 then 30 - (i * 7919::bigint % 365)::integer
       when i % 100 < 72 then 31 + (i * 7919::bigint % 60)::integer else 91 + (i * 7919::bigint % 1000)::integer end) as anniversary
   from generate_series(1, ${count}) as i`,
  `insert into certificate (id, number, account_id, standard, basis, issued_on)
   select certificate_id, 'C' || i, account_id, case when i % 40 = 0 then 'COR' else 'COR_2020' end,
     case when kind = 'EXPIRED' or i % 100 = 69 then 'ISO_45001_EQUIVALENCY' else 'EXTERNAL_AUDIT' end,
     anniversary - (case when i % 100 = 69 or kind = 'EXPIRED' then 1 else 1 + i % 3 end * interval '1 year')
   from story where kind in ('CERTIFIED', 'PENDING', 'CERTIFICATION_LOST', 'EXPIRED', 'REVOKED')`,
  `insert into letter_of_good_standing (id, number, certificate_id, year, issued_on)
   select md5('l' || i || letter.year)::uuid, 'L' || i || '-' || letter.year, certificate_id, letter.year, certificate.issued_on + (letter.year - 1) * 365 - 20
   from story join certificate on certificate.id = certificate_id cross join (values (2), (3)) as letter (year)
   where certificate.issued_on + (letter.year - 1) * 365 - 20 <= date '${today}'`,
  periodsOf(
    `kind in ('CERTIFIED', 'PENDING', 'CERTIFICATION_LOST')`,
    `(date '0001-01-01', registered, 'NOT_REGISTERED', date '0001-01-01', registered, 'REGISTERED', false),
     (registered, certified, 'REGISTERED', registered, certified, 'CERTIFIED', false),
     ${[0, 400, 800, 1200, 1600, 2000, 2400]
       .map((days) => `(certified + ${days}, certified + ${days + 400}, 'CERTIFIED', certified, anniversary + 31, 'PENDING', true),`)
       .join('\n     ')}
     (certified + 2800, anniversary + 31, 'CERTIFIED', certified, anniversary + 31, 'PENDING', true),
     (anniversary + 31, anniversary + 91, 'PENDING', anniversary + 31, anniversary + 91, 'CERTIFICATION_LOST', true),
     (anniversary + 91, null, 'CERTIFICATION_LOST', anniversary + 91, null, null, false)`,
  ),
  periodsOf(
    `kind in ('REGISTERED', 'BIDDING_ONLY', 'EXPIRED', 'REVOKED')`,
    `(date '0001-01-01', anniversary, 'NOT_REGISTERED', date '0001-01-01', anniversary, kind, false),
     (anniversary, null, kind, anniversary, null, null, false)`,
  ),
  periodsOf(`kind = 'NOT_REGISTERED'`, `(date '0001-01-01', null, 'NOT_REGISTERED', date '0001-01-01', null, null, false)`),
];

/** Enters the periods of the accounts of some kinds: first day, day after the last, standing, run, what follows, whether a certificate is shown. */
function periodsOf(kinds: string, periods: string): string {
  return `
    insert into standing_period (account_id, valid_from, valid_to, standing, since, holds_until, next_standing, standard, basis,
      certificate_id, certificate_number, certificate_issued_on, letter_id, letter_number, letter_year, letter_issued_on, reasons, recording_id)
    select story.account_id, p.valid_from, p.valid_to::date, p.standing, p.since, p.holds_until::date, p.next, c.standard, c.basis,
      c.id, c.number, c.issued_on, l.id, l.number, l.year, l.issued_on, repeat('.', 300), 1
    from (select *, anniversary - 3000 as registered, anniversary - 2800 as certified from story) as story
    cross join lateral (values ${periods}) as p (valid_from, valid_to, standing, since, holds_until, next, certified)
    left join certificate c on p.certified and c.id = story.certificate_id
    left join lateral (
      select * from letter_of_good_standing where certificate_id = c.id and issued_on <= p.valid_from order by year desc limit 1
    ) as l on true
    where ${kinds}`;
}
