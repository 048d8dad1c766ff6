import type { DataSource } from 'typeorm';
import { connectionOf } from '../src/database/unit-of-work.ts';
import { withoutKeys } from '../src/import/bulk-load.ts';
import type { Day } from '../src/rules/calendar.ts';

/**
 * Fills an empty registry by SQL alone with organizations of one account each, whose names are as varied as real ones: some 40,000 family names, of
 * which a few are common, trades, towns, initials, numbered companies, French names, and the endings of each. Seven of ten accounts are certified.
 */
export async function fillNames(dataSource: DataSource, count: number, today: Day): Promise<void> {
  await dataSource.transaction(async (tx) => {
    const client = await connectionOf(tx);
    await withoutKeys(client, tables, async () => {
      for (const table of tables.slice(0, 2)) await client.query(`alter table ${table} disable trigger user`);
      for (const statement of statements(count, today)) await client.query(statement);
      for (const table of tables.slice(0, 2)) await client.query(`alter table ${table} enable trigger user`);
    });
  });
  await dataSource.query(`vacuum analyze ${tables.join(', ')}`);
}

const tables = ['organization', 'account', 'standing_period'];

const words = {
  begin:
    'Ber Mac Ko Di La Mar San Wil Hof Pet Al Ros Gar Ben Car Dam Fer Gi Har Jo Kra Le Mon Nov Or Pas Qui Ric Sal Tor Van Wal Zan Bou Che Des Du Gau Lam Mc',
  middle: 'tol walch len ric son kin der man tin ber vi ro ga la nel dor mer ri zen chi tar be cha mou fre ve gno be sco ran',
  end: 'ini uk nan ardo sky ett elli son ard eau ault ier berg ton ley ano aux et ov ić enko mann er is oni well as acki',
  town: 'Toronto Ottawa Hamilton Sudbury Windsor Kingston Guelph Oshawa Barrie Timmins Kenora Cornwall Huron Erie Nipigon Muskoka Niagara Durham Peel Halton York Simcoe Lambton Grey Bruce Perth Oxford Norfolk Elgin Dufferin Lakeshore Northern Trillium Maple Granite Summit Capital Keystone Frontier Riverside',
  trade:
    'Construction Contracting Paving Roofing Electric Mechanical Drywall Masonry Excavating Plumbing Framing Steel Glazing Painting Forming Bridge Sewer Concrete Demolition Scaffolding Insulation Flooring Landscaping Carpentry Millwork Drilling Piling Utilities Restoration Waterproofing',
  french:
    'Construction Entreprises Groupe Toitures Béton Électricité Maçonnerie Excavation Plomberie Charpente Peinture Pavage Rénovations Soudure Isolation Coffrages',
  ending: 'Ltd. Inc. Limited Corp. Ltd Inc Incorporated Co.',
  ending_fr: 'inc. ltée Ltée enr. Inc.',
} as const;

/** A number from 0 up to 1 for the organization i, another for each use; the greater `skew`, the more often a small one. */
const chance = (use: number, skew = 1): string => `power((hashint8extended(i, ${use}) & 2147483647) / 2147483648.0, ${skew})`;

function pick(list: keyof typeof words, use: number, skew = 1): string {
  const all = words[list].split(' ');
  return `(array['${all.join(`','`)}'])[1 + floor(${all.length} * ${chance(use, skew)})::integer]`;
}

const familyName = (use: number): string =>
  `${pick('begin', use, 1.5)} || ${pick('middle', use + 1, 1.5)} || case when ${chance(use + 2)} < 0.3 then ${pick('middle', use + 3)} else '' end || ${pick('end', use + 4, 1.5)}`;

const [name, other, trade, ending] = [familyName(10), familyName(20), pick('trade', 30, 2), pick('ending', 31, 1.5)];
const digits = (count: number, use: number): string => `lpad(floor(${10 ** count} * ${chance(use)})::text, ${count}, '0')`;
const initial = (use: number): string => `chr(65 + floor(26 * ${chance(use)})::integer)`;

const legalName = `case
  when kind < 0.06 then ${digits(7, 40)} || ' Ontario ' || ${ending}
  when kind < 0.09 then '9' || ${digits(3, 41)} || '-' || ${digits(4, 42)} || ' Québec inc.'
  when kind < 0.24 then ${pick('french', 43)} || ' ' || ${name} || case when ${chance(44)} < 0.2 then ' et fils' else '' end || ' ' || ${pick('ending_fr', 45)}
  when kind < 0.50 then ${name} || ' ' || ${trade} || ' ' || ${ending}
  when kind < 0.62 then ${name} || ' & ' || ${other} || ' ' || ${trade} || ' ' || ${ending}
  when kind < 0.72 then ${initial(46)} || '.' || ${initial(47)} || '. ' || ${name} || ' ' || ${trade} || ' ' || ${ending}
  when kind < 0.86 then ${name} || (array[' Bros. ', ' & Sons ', ' Brothers ', ' Group '])[1 + floor(4 * ${chance(48)})::integer] || ${trade} || ' ' || ${ending}
  else ${pick('town', 49)} || ' ' || ${name} || ' ' || ${trade} || ' ' || ${ending} end`;

const statements = (count: number, today: Day): readonly string[] => [
  `insert into organization (id, reference, legal_name, operating_name, city)
   select md5('o' || i)::uuid, 'O' || i, ${legalName}, case when ${chance(50)} < 0.15 then ${other} || ' ' || ${trade} end, ${pick('town', 51, 2)}
   from (select i::bigint, ${chance(1)} as kind from generate_series(1, ${count}) as i) as drawn`,
  `insert into account (id, reference, organization_id, wsib_account)
   select md5('a' || i)::uuid, 'A' || i, md5('o' || i)::uuid, (1000000 + i)::text from generate_series(1, ${count}) as i`,
  `insert into standing_period (account_id, valid_from, valid_to, standing, since, holds_until, next_standing, reasons, recording_id)
   select md5('a' || i)::uuid, p.valid_from, p.valid_to, p.standing, p.valid_from, p.valid_to, p.next, '[]', 1
   from generate_series(1, ${count}) as i cross join lateral (values
     (date '0001-01-01', date '${today}' - 400, 'NOT_REGISTERED', 'CERTIFIED'),
     (date '${today}' - 400, date '${today}' + 300, 'CERTIFIED', 'CERTIFICATION_LOST'),
     (date '${today}' + 300, null::date, 'CERTIFICATION_LOST', null)) as p (valid_from, valid_to, standing, next)
   where i % 10 < 7`,
  `insert into standing_period (account_id, valid_from, standing, since, reasons, recording_id)
   select md5('a' || i)::uuid, date '0001-01-01', 'NOT_REGISTERED', date '0001-01-01', '[]', 1 from generate_series(1, ${count}) as i where i % 10 >= 7`,
];
