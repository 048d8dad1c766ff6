import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type FormatSettings, importFiles } from '../import/columns.ts';
import { type ImportOutcome, importFolder } from '../import/import.service.ts';
import type { OnProgress } from '../import/progress.ts';
import type { Day } from '../rules/calendar.ts';
import { AccountStory, auditingCompany, auditorCount, auditorNamed } from './account-story.ts';
import { Chance } from './chance.ts';
import { commonplace } from './commonplace.ts';
import { CsvFolder } from './csv-folder.ts';
import { certificationTales, type Tale } from './edges.ts';
import { keptTales } from './kept-tales.ts';
import { inventBusinessNumber, inventFirm } from './names.ts';
import { otherTales } from './other-edges.ts';
import { wayTales } from './way-tales.ts';

/** The size of a demo, and the day around which its edge cases lie. */
export interface DemoRequest {
  readonly accounts: number;
  readonly today: Day;
  readonly onProgress?: OnProgress;
}

/** Every edge case once, before the ordinary histories. */
export const tales: readonly Tale[] = [...certificationTales, ...otherTales, ...wayTales, ...keptTales];

/** The demo's WSIB accounts, 9000001 and up, whatever form real ones have. */
const format: FormatSettings = { wsibAccountForm: /^\d{7,8}$/ };

const wsibAccount = (number: number): string => String(9_000_000 + number);

/**
 * Loads an invented registry by the same import as real data. It replaces an earlier demo and refuses a registry that holds anything else. The same
 * size and day give the same firms and facts.
 */
export async function loadDemo(dataSource: DataSource, { accounts, today, onProgress }: DemoRequest): Promise<ImportOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'registry-demo-'));
  try {
    writeDemo(folder, accounts, today);
    return await importFolder(dataSource, {
      folder,
      kind: 'DEMO',
      actor: 'demo',
      today,
      format,
      report: join(folder, 'import-report-demo.csv'),
      ...(onProgress ? { onProgress } : {}),
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the demo as an import folder. */
export function writeDemo(folder: string, accounts: number, today: Day): void {
  const csv = new CsvFolder(folder, importFiles(format));
  writeAuditors(csv);
  let organization = '';
  for (let number = 1; number <= accounts; number++) {
    const chance = new Chance(number);
    if (!sharesOrganization(number)) organization = writeOrganization(csv, number, chance);
    const account = `DEMO-${String(number).padStart(6, '0')}`;
    csv.add('accounts.csv', account, organization, isWithoutWsib(number) ? null : wsibAccount(number));
    const story = new AccountStory(csv, account, today, chance);
    const tell = tales[number - 1]?.tell ?? commonplace;
    tell(story);
  }
  csv.close();
}

/** The auditors that the stories name, on the approved list since the first of them. */
function writeAuditors(csv: CsvFolder): void {
  csv.add('auditing_companies.csv', 'DEMO-COMPANY-1', auditingCompany);
  for (let number = 1; number <= auditorCount; number++) {
    const id = `DEMO-AUDITOR-${number}`;
    csv.add('auditors.csv', id, auditorNamed(number), null);
    csv.add('approved_list.csv', id, '2010-01-01', null, number < auditorCount ? 'DEMO-COMPANY-1' : null);
  }
}

function writeOrganization(csv: CsvFolder, number: number, chance: Chance): string {
  const id = `DEMO-ORG-${String(number).padStart(6, '0')}`;
  const { legalName, operatingName, formerNames, city } = inventFirm(chance, number);
  csv.add('organizations.csv', id, legalName, operatingName, formerNames, chance.inPercent(80) ? inventBusinessNumber(number) : null, city);
  return id;
}

/** One organization in twelve has two accounts, and one in sixty three. */
const sharesOrganization = (number: number): boolean => number % 12 === 0 || number % 60 === 13;

/** a firm without a WSIB account; it gets the bidding-only history. */
const isWithoutWsib = (number: number): boolean => tales[number - 1]?.title === 'letter of reciprocity';
