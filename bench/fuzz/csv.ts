import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { DataSource } from 'typeorm';
import { settings } from '../../src/config.ts';
import { CannotImport } from '../../src/import/cannot-import.ts';
import { importFolder } from '../../src/import/import.service.ts';
import { Draw } from './chance.ts';
import { CANARY } from './values.ts';

/** The outcome for folders of random CSV. */
export interface CsvFindings {
  kept: number;
  refused: number;
  readonly harms: string[];
}

const files: Readonly<Record<string, string>> = {
  'organizations.csv':
    'organization,legal_name,operating_name,former_names,business_number,city\nO-1,Ånger & Sons,,,123456789,Sudbury\nO-2,"Two, Ltd",,a;b,,',
  'accounts.csv': 'account,organization,wsib_account\nA-1,O-1,1234567\nA-2,O-2,',
  'registrations.csv': 'registration,account,confirmed_on,withdrawn_on\nR-1,A-1,2024-01-01,',
  'certificates.csv': 'number,account,standard,basis,issued_on\nC-1,A-1,COR_2020,EXTERNAL_AUDIT,2024-05-01',
  'letters.csv': 'number,certificate_number,year,issued_on\nL-1,C-1,2,2025-05-20',
  'spot_checks.csv': 'spot_check,account,received_on,corrective_action\nS-1,A-1,2025-01-01,yes',
  'revocations.csv': 'revocation,account,from,lifted_on,reason,document\nV-1,A-2,2025-01-01,,reason,doc',
};

/** Imports folders of damaged CSV. Each must be kept or refused, in words that repeat no value, and must not fail in any other way. */
export async function fuzzImports(source: DataSource, { folders, seed }: { folders: number; seed: number }): Promise<CsvFindings> {
  const draw = new Draw(seed);
  const findings: CsvFindings = { kept: 0, refused: 0, harms: [] };
  for (let i = 0; i < folders; i++) await importOne(source, draw, findings);
  return findings;
}

async function importOne(source: DataSource, draw: Draw, findings: CsvFindings): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-fuzz-'));
  for (const name of draw.some(Object.keys(files), 1, 7)) writeFileSync(join(folder, name), damaged(draw, files[name] ?? ''));
  const report = join(folder, 'report.txt');
  try {
    const format = { wsibAccountForm: settings.wsibAccountForm.fallback };
    const outcome = await importFolder(source, {
      folder,
      kind: 'REAL',
      actor: 'fuzz',
      today: '2026-11-20',
      format,
      report,
      partial: draw.happens(0.5),
    });
    findings[outcome.kept ? 'kept' : 'refused'] += 1;
    const told = [...outcome.problems.map(({ reason }) => reason), ...(outcome.report ? reasonsIn(outcome.report) : [])].join('\n');
    if (told.toLowerCase().includes(CANARY)) findings.harms.push(`a value repeated: ${told.slice(0, 500)}`);
  } catch (error) {
    if (error instanceof CannotImport) findings.refused += 1;
    else findings.harms.push(String(error instanceof Error ? error.stack : error));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The reasons in a report. The names of columns beside them come from the header, which may be damaged. */
function reasonsIn(report: string): string[] {
  const rows: { reason: string }[] = parse(readFileSync(report), { columns: true, bom: true });
  return rows.map(({ reason }) => reason);
}

const bits = [
  '\u0000',
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\ufeff',
  CANARY,
  `"${CANARY}`,
  '2026-02-30',
  '9'.repeat(400),
  '\ud800',
  ';',
  '=1+1',
  '\t',
];

function damaged(draw: Draw, text: string): Buffer {
  if (draw.happens(0.05)) return draw.bytes(2_000);
  const header = text.slice(0, text.indexOf('\n') + 1);
  const head = draw.happens(0.2)
    ? struck(
        draw,
        header,
        1,
        bits.filter((bit) => !bit.includes(CANARY)),
      )
    : header;
  const body = Buffer.from(struck(draw, text.slice(header.length), draw.below(5), bits));
  if (draw.happens(0.2) && body.length > 0) body[draw.below(body.length)] = draw.below(256);
  return Buffer.concat([Buffer.from(head), body]);
}

function struck(draw: Draw, text: string, times: number, by: readonly string[]): string {
  let out = text;
  for (let i = 0; i < times; i++) {
    const at = draw.below(out.length + 1);
    out = out.slice(0, at) + draw.of(by) + out.slice(at + draw.below(4));
  }
  return out;
}
