import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { settings } from '../../src/config.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { writeDemo } from '../../src/demo/demo.service.ts';
import { importFiles } from '../../src/import/columns.ts';
import { type ExportedFiles, exportFiles } from '../../src/import/export.service.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { countOf, importFrom } from '../support/importing.ts';

const today = '2026-06-01';
let database: FreshDatabase;
let source: DataSource;
let folder: string;

beforeAll(async () => {
  database = await freshDatabase();
  source = await createDataSource(database.url).initialize();
  folder = mkdtempSync(join(tmpdir(), 'export-files-'));
  const demo = join(folder, 'demo');
  mkdirSync(demo);
  writeDemo(demo, 300, today);
  expect(await importFrom(source, demo)).toMatchObject({ kept: true, badRows: 0 });
  await source.query(`update organization set former_names = array['Semi;colon', '"Quoted", Ltd.'], legal_name = '=1+1 & <Sons> Ltd.', operating_name = '="Formula"'
    where reference = (select min(reference) from organization)`);
  // Names in quotes, as the API keeps them.
  await source.query(`update organization set legal_name = '“Curly” “Ltd.”', operating_name = '“Curly”', city = '''99'
    where reference = (select max(reference) from organization)`);
  await source.query(asTheApiRecords);
});

// Two audits have an auditor of the register, chosen through the API; one auditor is erased, and so is a person. A step was recorded twice on a day.
const asTheApiRecords = `
  with chosen as (
    select a.id, row_number() over (order by a.reference) as place from audit a where type = 'EXTERNAL' order by a.reference limit 2
  ), entered as (
    insert into external_auditor (reference, name, erased_on) values ('X-1', 'Chosen Example', null), ('X-2', null, '2026-05-01') returning id, reference
  ), company as (
    insert into auditing_company (reference, name) values ('X-C', 'Chosen Audits Ltd.') returning id
  ), stepped as (
    insert into audit_step (audit_id, kind, occurred_on, recorded_by) select chosen.id, kind, '2026-05-02'::date, 'clerk'
    from chosen, unnest(array['STARTED', 'AUDITOR_SELECTED', 'AUDITOR_SELECTED', 'HELD_UNPAID']) as kind
  ), erased as (
    insert into person (reference, entered_on, erased_on) values ('X-P', '2020-01-01', '2026-05-01')
  )
  update audit set external_auditor_id = entered.id, company_id = company.id, auditor = null, auditing_company = null
  from chosen join entered on entered.reference = 'X-' || chosen.place, company where audit.id = chosen.id`;

/** Who conducted the audits that have an auditor of the register, and the erased people, by the keys of a registry. */
const kept = async (of: DataSource) => [
  await of.query(`select a.reference, e.reference as auditor, e.name, e.erased_on::text, c.name as company from audit a
    join external_auditor e on e.id = a.external_auditor_id left join auditing_company c on c.id = a.company_id order by 1`),
  await of.query(`select reference, erased_on::text from person where erased_on is not null order by 1`),
  await of.query(`select distinct a.reference, kind from audit_step join audit a on a.id = audit_id order by 1, 2`),
];

afterAll(async () => {
  await source.destroy();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const exported = (scope: ExportedFiles['scope'], into: ExportedFiles['into']) =>
  exportFiles(source, { scope, today, format: { wsibAccountForm: settings.wsibAccountForm.fallback }, into, onProgress: () => {} });

const unchanged = { kept: true, badRows: 0, timelines: 0 };

describe.each(['admin', 'public'] as const)('what is exported for %s can be imported again with nothing changed', (scope) => {
  test('as CSV files', async () => {
    const csv = join(folder, `${scope}-csv`);
    await exported(scope, { csv });
    const outcome = await importFrom(source, csv);
    expect(outcome).toMatchObject(unchanged);
    expect(outcome.files.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
    expect(outcome.files.length).toBe(scope === 'admin' ? importFiles({ wsibAccountForm: /x/ }).length : 4);
  });

  test('as a workbook', async () => {
    const xlsx = join(folder, `${scope}.xlsx`);
    await exported(scope, { xlsx });
    const outcome = await importFrom(source, xlsx);
    expect(outcome).toMatchObject(unchanged);
    expect(outcome.files.filter(({ added, changed }) => added + changed > 0)).toEqual([]);
  });
});

test('a whole export fills an empty registry with the same facts, and the same auditors and erased people', async () => {
  const other = await freshDatabase();
  const empty = await createDataSource(other.url).initialize();
  try {
    const csv = join(folder, 'admin-again');
    await exported('admin', { csv });
    expect(await importFrom(empty, csv)).toMatchObject({ kept: true, badRows: 0 });
    for (const table of ['organization', 'account', 'certificate', 'letter_of_good_standing', 'element_score'])
      expect(await countOf(empty, table)).toBe(await countOf(source, table));
    expect((await kept(source))[0]).toMatchObject([
      { auditor: 'X-1', name: 'Chosen Example', company: 'Chosen Audits Ltd.' },
      { auditor: 'X-2', name: null, erased_on: '2026-05-01' },
    ]);
    expect(await kept(empty)).toEqual(await kept(source));
  } finally {
    await empty.destroy();
    await other.drop();
  }
});

test('the public part has the public accounts, and no column hidden from the public', async () => {
  const csv = join(folder, 'public-part');
  await exported('public', { csv });
  expect(readFileSync(join(csv, 'organizations.csv'), 'utf8').split('\n')[0]).toBe('\uFEFForganization,legal_name,operating_name,city');
  const accounts = readFileSync(join(csv, 'accounts.csv'), 'utf8').trim().split('\n').slice(1);
  const [{ count }] = await source.query(
    `select count(*)::integer as count from account a cross join lateral (
       select standing from standing_period where account_id = a.id and valid_from <= $1 order by valid_from desc limit 1) p
     where standing in ('CERTIFIED', 'PENDING')`,
    [today],
  );
  expect(accounts).toHaveLength(count);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(await countOf(source, 'account'));
});
