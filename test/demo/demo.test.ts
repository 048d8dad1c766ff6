import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { issuingFacts } from '../../src/audits/issuing.facts.ts';
import { cycleFactsOf } from '../../src/cycle/cycle.facts.ts';
import { Stage } from '../../src/cycle/stage.type.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { loadDemo, tales, writeDemo } from '../../src/demo/demo.service.ts';
import { stageOn } from '../../src/rules/cycle/certification-cycle.ts';
import { obligationsOn } from '../../src/rules/cycle/obligations.ts';
import { readCertificate } from '../../src/rules/recording/certificate-reading.ts';
import { supportFindings } from '../../src/rules/recording/issuing-certificate.ts';
import { letterSupportFindings } from '../../src/rules/recording/issuing-letter.ts';
import { checkTimelines } from '../../src/standing/standing.check.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { countOf } from '../support/importing.ts';

const today = '2026-06-01';

let database: FreshDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
  await loadDemo(dataSource, { accounts: 300, today });
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** The standing of the account with a given history on a day, and since when it has held. */
async function standingIn(title: string, on = today): Promise<string> {
  const number = tales.findIndex((tale) => tale.title === title) + 1;
  const [row]: { standing: string }[] = await dataSource.query(
    `select standing from standing_period join account on account.id = account_id
     where reference = $1 and valid_from <= $2 order by valid_from desc limit 1`,
    [`DEMO-${String(number).padStart(6, '0')}`, on],
  );
  return row?.standing ?? `no account has the history "${title}"`;
}

/** The id of the account with a given history. */
async function accountOf(title: string): Promise<string> {
  const number = tales.findIndex((tale) => tale.title === title) + 1;
  const reference = `DEMO-${String(number).padStart(6, '0')}`;
  const [row]: { id: string }[] = await dataSource.query('select id from account where reference = $1', [reference]);
  return row?.id ?? '';
}

describe('the demo', () => {
  test('shows every standing and every basis today', async () => {
    const rows: { standing: string; basis: string | null }[] = await dataSource.query(
      `select distinct standing, basis from standing_period where valid_from <= $1 and (valid_to > $1 or valid_to is null)`,
      [today],
    );
    expect(new Set(rows.map(({ standing }) => standing))).toEqual(
      new Set(['CERTIFIED', 'PENDING', 'REGISTERED', 'BIDDING_ONLY', 'EXPIRED', 'CERTIFICATION_LOST', 'REVOKED', 'NOT_REGISTERED']),
    );
    const bases = rows.flatMap(({ basis }) => (basis === null ? [] : [basis]));
    expect(new Set(bases)).toEqual(
      new Set(['EXTERNAL_AUDIT', 'ISO_45001_EQUIVALENCY', 'MLITSD_EQUIVALENCY', 'INTERIM_LOGS', 'LETTER_OF_RECIPROCITY']),
    );
  });

  test.each([
    ...[1, 2, 3].flatMap((year) => [
      [`day 30 after anniversary ${year} without what was due`, 'CERTIFIED'],
      [`day 31 after anniversary ${year} without what was due`, 'PENDING'],
      [`day 90 after anniversary ${year} without what was due`, 'PENDING'],
      [`day 91 after anniversary ${year} without what was due`, 'CERTIFICATION_LOST'],
    ]),
    ['a letter on day 31 made it certified again', 'CERTIFIED'],
    ['a letter on day 90, the last that counts', 'CERTIFIED'],
    ['a letter on day 91, which does not count', 'CERTIFICATION_LOST'],
    ['lost, registered again and regained', 'CERTIFIED'],
    ['lost and registered again', 'REGISTERED'],
    ['certified from tomorrow, already recorded', 'REGISTERED'],
    ['registration withdrawn today', 'NOT_REGISTERED'],
    ['equivalency on its last day', 'CERTIFIED'],
    ['equivalency expired today', 'EXPIRED'],
    ['bidding document on its last day', 'BIDDING_ONLY'],
    ['bidding document ended yesterday', 'NOT_REGISTERED'],
    ['day 90 of a corrective action that nobody reported', 'CERTIFIED'],
    ['day 91 of a corrective action that nobody reported', 'CERTIFICATION_LOST'],
    ['revoked from today', 'REVOKED'],
    ['revoked from tomorrow', 'CERTIFIED'],
    ['revocation lifted today', 'CERTIFIED'],
    ['certified on 29 February', 'CERTIFIED'],
  ])('%s: %s', async (title, standing) => {
    expect(await standingIn(title)).toBe(standing);
  });

  test.each([
    ['applied for registration', 'NOT_REGISTERED'],
    ['application rejected', 'NOT_REGISTERED'],
    ['application confirmed', 'PREPARING_INTERNAL_AUDIT'],
    ['its people are trained', 'PREPARING_INTERNAL_AUDIT'],
    ['internal audit under review', 'INTERNAL_AUDIT_REVIEW'],
    ['internal audit returned for correction', 'PREPARING_INTERNAL_AUDIT'],
    ['internal audit reviewed and passed', 'EXTERNAL_AUDIT_DUE'],
    ['internal audit failed, corrective action plan awaited', 'INTERNAL_AUDIT_CORRECTION'],
    ['internal audit failed, new one asked for', 'PREPARING_INTERNAL_AUDIT'],
    ['external audit under way', 'EXTERNAL_AUDIT_UNDER_WAY'],
    ['external audit failed', 'RE_AUDIT_DUE'],
    ['re-audit passed, certificate awaited', 'CERTIFICATE_AWAITED'],
    ['six months passed without an external audit', 'MUST_RESTART'],
    ['six months passed without a re-audit', 'MUST_RESTART'],
    ['re-audit completed, report awaited', 'RE_AUDIT_REPORT_AWAITED'],
    ['maintenance audit under review', 'MAINTENANCE_AUDIT_REVIEW'],
    ['maintenance audit failed, to be corrected', 'MAINTENANCE_AUDIT_CORRECTION'],
    ['maintenance audit passed, letter awaited', 'LETTER_AWAITED'],
    ['renewal audit under way', 'RENEWAL_AUDIT_UNDER_WAY'],
    ['renewal audit passed, certificate awaited', 'NEW_CERTIFICATE_AWAITED'],
    ['renewal audit failed', 'RENEWAL_RE_AUDIT_DUE'],
    ['re-audit of the renewal completed, report awaited', 'RENEWAL_RE_AUDIT_REPORT_AWAITED'],
    ['six months passed without a re-audit of the renewal', 'RENEWAL_MUST_RESTART'],
  ])('%s: %s', async (title, stage) => {
    const id = await accountOf(title);
    const facts = (await dataSource.transaction((tx) => cycleFactsOf(tx, [id]))).get(id);
    expect(facts && stageOn(facts, today).outcome).toBe(stage);
  });

  test('has a firm at every stage', async () => {
    const accounts: { id: string }[] = await dataSource.query('select id from account');
    const ids = accounts.map(({ id }) => id);
    const facts = await dataSource.transaction((tx) => cycleFactsOf(tx, ids));
    const shown = new Set([...facts.values()].map((each) => stageOn(each, today).outcome));
    expect(Object.keys(Stage).filter((stage) => !new Set<string>(shown).has(stage))).toEqual([]);
  });

  test('G-2.4.b: no firm owes two internal audits at once', async () => {
    const accounts: { id: string }[] = await dataSource.query('select id from account');
    const ids = accounts.map(({ id }) => id);
    const facts = await dataSource.transaction((tx) => cycleFactsOf(tx, ids));
    const owed = [...facts.values()].map((each) =>
      obligationsOn(each, today).filter(({ kind, state }) => kind === 'INTERNAL_AUDIT' && state !== 'DONE'),
    );
    expect(owed.filter(({ length }) => length > 1)).toEqual([]);
    expect(owed.filter(({ length }) => length === 1).length).toBeGreaterThan(5);
  });

  test.each([
    ['re-audit passed, certificate awaited', 'RE_AUDIT'],
    ['renewal audit passed, certificate awaited', 'EXTERNAL'],
    ['maintenance audit passed, letter awaited', 'MAINTENANCE'],
  ])('R-44: %s: a running case that was imported needs no exception', async (title, type) => {
    const facts = await dataSource.transaction(async (tx) => issuingFacts(tx, await accountOf(title)));
    if (!facts) throw new Error('The account is missing.');
    const audits = facts.audits.filter((each) => each.type === type).map(({ id, completedOn }) => ({ id, day: completedOn ?? '' }));
    const audit = audits.toSorted((a, b) => (a.day < b.day ? 1 : -1))[0]?.id ?? '';
    const { number: certificate = '' } = facts.certificates.at(-1) ?? {};
    const letter = { certificate, year: 2, issuedOn: today, audit } as const;
    const findings =
      type === 'MAINTENANCE'
        ? letterSupportFindings(facts, letter)
        : supportFindings(readCertificate(facts, { standard: 'COR_2020', issuedOn: today, audit }));
    expect(findings.filter(({ state }) => state === 'MISSING')).toEqual([]);
  });

  test('has external auditors on the approved list', async () => {
    const [row] = await dataSource.query(
      'select count(distinct auditor_id)::integer as auditors from approved_list_period where to_day is null',
    );
    expect(row).toEqual({ auditors: 41 });
  });

  test('is described in the docs, history by history', () => {
    const page = readFileSync('docs/demo.md', 'utf8');
    expect(tales.map(({ title }, at) => `| ${9_000_001 + at} | ${title} |`).filter((row) => !page.includes(row))).toEqual([]);
  });

  test('makes up firms that nobody can mistake for real ones', async () => {
    const rows: unknown[] = await dataSource.query(
      `select legal_name from organization where legal_name not like '%(synthetic)%' and legal_name not like '%(synthétique)%'`,
    );
    expect(rows).toEqual([]);
    expect(await dataSource.query('select kind from registry')).toEqual([{ kind: 'DEMO' }]);
  });

  test('has organizations with several accounts, French names, and a firm without a WSIB account', async () => {
    const [row] = await dataSource.query(
      `select (select max(n)::integer from (select count(*) as n from account group by organization_id) as counts) as most,
         (select count(*)::integer from organization where legal_name like '%(synthétique) inc.') > 5 as "hasFrench",
         (select count(*)::integer from account where wsib_account is null) as "withoutWsib"`,
    );
    expect(row).toEqual({ most: 3, hasFrench: true, withoutWsib: 1 });
  });

  test('stores the timelines that its facts give', async () => {
    expect(await checkTimelines(dataSource)).toEqual({ accounts: 300, problems: 0 });
    expect(await countOf(dataSource, 'recording')).toBe(1);
  });

  test('is the same for the same size and day, and a larger demo begins with the same firms', () => {
    const [first, again, larger] = [50, 50, 80].map((accounts) => written(accounts, today));
    expect(again).toEqual(first);
    for (const [name, lines] of Object.entries(first ?? {})) expect(larger?.[name]?.slice(0, lines.length)).toEqual(lines);
  });

  test.each(['2027-02-28', '2028-02-29', '2028-03-01', '2026-12-31', '2029-01-01'])('has no bad row on %s', async (day) => {
    const other = await freshDatabase();
    const source = await createDataSource(other.url).initialize();
    expect(await loadDemo(source, { accounts: tales.length + 20, today: day })).toMatchObject({ kept: true, badRows: 0 });
    await source.destroy();
    await other.drop();
  });
});

/** The lines of a demo's files. */
function written(accounts: number, day: string): Record<string, readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'demo-test-'));
  writeDemo(folder, accounts, day);
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8').trimEnd().split('\n')] as const);
  rmSync(folder, { recursive: true });
  return Object.fromEntries(files);
}
