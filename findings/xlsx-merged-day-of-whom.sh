#!/usr/bin/env bash
# A day that is merged over two rows ends both registrations in one library, and only the first in the others; one library says both.
#
# The good guess: merged cells hold their value in the first (ECMA-376 part 1, section 18.3.1.55), the others are empty, and a reader
#   gives either that, or the value to all that it covers, as the sheet shows it; a library does the one or the other.
# What happens: exceljs 4.4.0 gives the value to both rows if it reads the whole workbook, and to the first only if it streams the same
#   file. @e965/xlsx 0.20.3 (SheetJS), hucre 1.0.0 and read-excel-file 9.3.17 give it to the first only. None of them says
#   in the row that a cell was merged; @e965/xlsx and hucre list the areas beside the rows.
#   Remedy: look for merged areas, and refuse the rows below the first; nobody can say for which of them the value was meant.
# Who is hurt: a program that reads ends of periods from a sheet that a person made: a registration that was withdrawn is in effect, or one is
#   withdrawn that is in effect, and it changes when a program begins to stream.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3 exceljs@4.4.0 hucre@1.0.0 read-excel-file@9.3.17

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';

const rows = [['Registration', 'Withdrawn'], ['R-1', '2026-06-01'], ['R-2']];
const sheet = xlsx.utils.aoa_to_sheet(rows);
sheet['!merges'] = [xlsx.utils.decode_range('B2:B3')];
const book = xlsx.utils.book_new();
xlsx.utils.book_append_sheet(book, sheet, 'Registrations');
const file = xlsx.write(book, { type: 'buffer', bookType: 'xlsx' });
writeFileSync('file.xlsx', file);

async function streamed() {
  const days = [];
  for await (const each of new ExcelJS.stream.xlsx.WorkbookReader('file.xlsx', {}))
    for await (const row of each) days.push(row.getCell(2).value);
  return days;
}
const loaded = (await new ExcelJS.Workbook().xlsx.load(file)).worksheets[0];
const ways = {
  'exceljs, whole': [2, 3].map((row) => loaded.getCell(row, 2).value),
  'exceljs, streamed': (await streamed()).slice(1),
  '@e965/xlsx': xlsx.utils.sheet_to_json(xlsx.read(file).Sheets.Registrations, { header: 1 }).slice(1).map((row) => row[1]),
  hucre: (await readXlsx(file)).sheets[0].rows.slice(1).map((row) => row[1]),
  'read-excel-file': (await readSheet(file)).slice(1).map((row) => row[1]),
};
const seen = Object.fromEntries(Object.entries(ways).map(([way, [first, second]]) => [way, { 'R-1': first ?? null, 'R-2': second ?? null }]));
console.log('2026-06-01, merged over both rows:');
console.table(seen);

const first = { 'R-1': '2026-06-01', 'R-2': null };
assert.deepEqual(seen, {
  'exceljs, whole': { 'R-1': '2026-06-01', 'R-2': '2026-06-01' },
  'exceljs, streamed': first,
  '@e965/xlsx': first,
  hucre: first,
  'read-excel-file': first,
});
JS
node try.mjs
