import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { importSummary } from '../../src/cli/import-summary.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { checksOf } from '../../src/import/checks.ts';
import { columnWords } from '../../src/import/column-words.ts';
import { importFiles } from '../../src/import/columns.ts';
import { cannotImportInFrench, problemIn } from '../../src/import/french.ts';
import { workbookTables } from '../../src/import/tables.ts';
import { writeTemplate } from '../../src/import/template.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { headers, importContent, importFrom } from '../support/importing.ts';

const source = join(import.meta.dirname, '../../src/import');
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !['french.ts', 'template.ts', 'checks.ts'].includes(file))
  .map((file) => readFileSync(join(source, file), 'utf8'));

/** The sentences of the checks of staged rows: their literals, with 7 in place of the values between them. */
const saidByChecks = (): string[] => {
  const files = importFiles({ wsibAccountForm: /^\d+$/ });
  return files
    .flatMap((file) => checksOf(file, files))
    .flatMap(({ sql }) => [
      ...[...sql.matchAll(/line, ('.+)/g)].map(([, expression = '']) => sentenceOf(expression)),
      ...[...sql.matchAll(/(?:then|else) '([a-z][^']+)'/g)].map((each) => each[1] ?? ''),
    ]);
};

const sentenceOf = (expression: string): string =>
  expression
    .replace(/case s\.line when .* end/, 'x')
    .split(' || ')
    .map((part) => /^'(.*)'/.exec(part)?.[1] ?? '7')
    .join('');

const shown = (said: string): string => said.replace(/\$\{[^}]+\}/g, '7');

describe('the French of an import', () => {
  test('has every reason why a value, a row or a header is bad or doubtful', () => {
    const said = texts.flatMap((text) => [
      ...[...text.matchAll(/(?:new Unreadable|found\.push|problem|readonly reason: string = )\((?:'[^']*', )?(['`])((?:(?!\1).)+)\1/g)].map(
        (each) => each[2] ?? '',
      ),
      ...[
        ...text.matchAll(
          /(?:return|whyNot:|unreadable:|\?|:) (['`])((?:is|has|holds|must|could|says|does|looks|the|a|its|text) (?:(?!\1).)+)\1/g,
        ),
      ].map((each) => each[2] ?? ''),
    ]);
    const reasons = [...new Set([...said.filter((each) => / /.test(each)).map(shown), ...saidByChecks()])];
    expect(reasons.length).toBeGreaterThan(60);
    expect(
      reasons.filter(
        (each) =>
          problemIn('fr', each) === each && cannotImportInFrench(`7 ${each}.`) === null && cannotImportInFrench(`7 ${each}`) === null,
      ),
    ).toEqual([]);
  });

  test('keeps the names of columns and files, and the lines', () => {
    expect(problemIn('fr', 'the same account as on line 3')).toBe('même valeur de account qu’à la ligne 3');
    expect(problemIn('fr', 'is neither in firms.xlsx, sheet accounts nor in the registry')).toBe(
      'ne figure ni dans firms.xlsx, feuille accounts ni au registre',
    );
    expect(problemIn('fr', 'must be COR or COR_2020')).toBe('doit être COR ou COR_2020');
    expect(problemIn('fr', 'must be 1, 2 or 3')).toBe('doit être 1, 2 ou 3');
    expect(problemIn('fr', 'has a name that is longer than 300 characters')).toBe('contient un nom qui dépasse 300 caractères');
  });
});

describe('an import in French', () => {
  let database: FreshDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await freshDatabase();
    dataSource = await createDataSource(database.url).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const organization = [headers.organizations, 'O1,Béton Bélair Ltée,,,,Ottawa'];

  test('says what is bad in French, in the report and on the screen', async () => {
    const outcome = await importContent(
      dataSource,
      { 'organizations.csv': organization, 'accounts.csv': [headers.accounts, 'A1,O1,None', 'A2,O9,7654321'] },
      { locale: 'fr' },
    );
    expect(importSummary({ ...outcome, report: 'bad.csv' }, false, 'fr').split('\n')).toEqual([
      'Rien n’a été importé\u00A0: 2 lignes erronées. --partial conserverait les bonnes.',
      expect.stringMatching(/^ {2}organizations\.csv +1 ligne +1 bonne +0 erronée$/),
      expect.stringMatching(/^ {2}accounts\.csv +2 lignes +0 bonne +2 erronées$/),
      '  erreur accounts.csv:2:wsib_account signifie qu’il n’y a pas de valeur\u00A0: laissez la cellule vide',
      '  erreur accounts.csv:3:organization ne figure ni dans organizations.csv ni au registre',
      'Toutes les lignes erronées et tous les avertissements sont dans bad.csv.',
    ]);
  });

  test('writes a report that Excel opens with its accents', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'french-'));
    const report = join(folder, 'r.csv');
    await importContent(dataSource, { 'accounts.csv': [headers.accounts, 'A1,O1,None'] }, { locale: 'fr', report });
    expect(readFileSync(report, 'utf8')).toMatch(/^\uFEFFfichier,ligne,colonne,gravité,clause,motif\naccounts\.csv,2,/);
    rmSync(folder, { recursive: true });
  });

  test('writes bad rows with a French column of reasons, which can be imported as they are once corrected', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'french-'));
    const report = join(folder, 'a-corriger.xlsx');
    await importContent(
      dataSource,
      { 'organizations.csv': [headers.organizations, 'O1,Béton Bélair Ltée,,,,Ottawa', 'O2,,,,,'] },
      { locale: 'fr', report },
    );
    const [bad, all] = await workbookTables(report);
    const rows: (readonly string[])[] = [];
    for await (const row of bad?.rows() ?? []) if ('values' in row) rows.push(row.values);
    expect([bad?.sheet, all?.sheet]).toEqual(['organizations', 'rapport']);
    expect(rows[0]?.slice(-2)).toEqual(['à_corriger', 'ligne']);
    expect(rows[1]?.slice(-2)).toEqual(['legal_name\u00A0: ne doit pas être vide', '3']);
    const { problems } = await importFrom(dataSource, report, { locale: 'fr', dryRun: true });
    expect(problems.map(({ column }) => column)).toEqual(['legal_name']);
    rmSync(folder, { recursive: true });
  });

  test('warns in French about what the law would not have allowed, in this import and in an earlier one', async () => {
    const first = await importContent(
      dataSource,
      {
        'organizations.csv': organization,
        'accounts.csv': [headers.accounts, 'A1,O1,1234567'],
        'certificates.csv': [headers.certificates, 'C-1,A1,COR_2020,EXTERNAL_AUDIT,2024-01-10'],
        'letters.csv': [headers.letters, 'L,C-1,2,2025-09-30'],
      },
      { locale: 'fr' },
    );
    expect([first.badRows, first.problems.map(({ reason }) => reason)]).toEqual([
      0,
      [expect.stringMatching(/ Ce fait est conservé, sans effet\.$/)],
    ]);
    const again = await importContent(
      dataSource,
      { 'accounts.csv': [`${headers.accounts},system_in_place_since`, 'A1,O1,1234567,2020-01-01'] },
      { locale: 'fr' },
    );
    expect(again.problems.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/ Ce fait est conservé, sans effet\. \(L, déjà au registre\)$/),
    ]);
  });

  test('writes a template whose sheet of explanations is in French, and ignores that sheet on import', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'french-'));
    const path = join(folder, 'modele.xlsx');
    const files = importFiles({ wsibAccountForm: /^\d+$/ });
    await writeTemplate(path, files, 'fr');
    const [readMe] = await workbookTables(path);
    const said: string[] = [];
    for await (const row of readMe?.rows() ?? []) if ('values' in row) said.push(row.values.join(' | '));
    expect(said.length).toBe(files.flatMap(({ columns }) => columns).length + 1);
    expect(said.filter((each) => /\b(the|must|with|yes,|a day|number from)\b/.test(each))).toEqual([]);
    expect(said).toContain(
      'accounts | wsib_account | numéro de compte de la WSIB | non | un numéro de compte de la WSIB\u00A0: des lettres et des chiffres, dont au moins un chiffre, 40 au plus; les espaces et les traits d’union sont sans effet',
    );
    expect(said).toContain('certificates | issued_on | date de délivrance | oui | un jour, AAAA-MM-JJ');
    expect(said.join('\n')).toContain('EXTERNAL (vérification externe)');
    const columns = files.flatMap(({ name, columns: each }) => each.map((column) => [name.replace('.csv', ''), column.name] as const));
    expect(columns.filter(([sheet, column]) => columnWords('fr', sheet, column) === null)).toEqual([]);
    const outcome = await importFrom(dataSource, path, { locale: 'fr', dryRun: true });
    expect(outcome.badRows).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
