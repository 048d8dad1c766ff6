#!/usr/bin/env bash
# A day written by one spreadsheet library is a different day, or none, in the next one.
#
# The good guess: a Date put into a cell by one library is the same day to another on the same machine. A cell of type
#   "d" holds an ISO 8601 date (ECMA-376 part 1, section 18.18.11), and Z in it means UTC.
# What happens, in Toronto, with the Date 2026-03-31T00:00:00Z (which is how write-excel-file and hucre say 31 March):
#   @e965/xlsx 0.20.3 and xlsx-populate 1.21.0 write the local hour, so every other library reads 30 March, 20:00. With
#   cellDates @e965/xlsx writes an ISO cell "2026-03-30T20:00:00.000Z": local digits followed by a Z, four hours
#   off from what the Z says. Its own sheet_to_json undoes that; read-excel-file 9.3.17 reads 30 March; hucre 1.0.0 gives
#   text there and a Date for other dates of the column; exceljs 4.4.0 gives 18 July 1905; xlsx-populate gives NaN.
#   Remedy: pass UTC: true to @e965/xlsx, or write a day as text, or check the days after a round trip through the
#   reader of the other side.
# Who is hurt: an import of certificates whose file was made by the partner's program.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3 exceljs@4.4.0 hucre@1.0.0 read-excel-file@9.3.17 write-excel-file@4.1.1 xlsx-populate@1.21.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import * as xlsx from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx, writeXlsx } from 'hucre';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import XlsxPopulate from 'xlsx-populate';

const day = new Date('2026-03-31T00:00:00Z');

function sheetJs(options) {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([[day]], options), 'Days');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', ...options });
}
async function populate() {
  const book = await XlsxPopulate.fromBlankAsync();
  book.sheet(0).cell('A1').value(day).style('numberFormat', 'yyyy-mm-dd');
  return book.outputAsync();
}
async function exceljs() {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Days').addRow([day]).getCell(1).numFmt = 'yyyy-mm-dd';
  return Buffer.from(await book.xlsx.writeBuffer());
}
const files = {
  'write-excel-file 4.1.1': await (await writeExcelFile([[{ value: day, type: Date, format: 'yyyy-mm-dd' }]])).toBuffer(),
  'hucre 1.0.0': Buffer.from(await writeXlsx({ sheets: [{ name: 'Days', rows: [[day]] }] })),
  'exceljs 4.4.0': await exceljs(),
  'xlsx-populate 1.21.0': await populate(),
  '@e965/xlsx 0.20.3': sheetJs({}),
  '@e965/xlsx, cellDates': sheetJs({ cellDates: true }),
};
const readers = {
  'read-excel-file': async (file) => (await readExcelFile(file))[0].data[0][0],
  hucre: async (file) => (await readXlsx(file)).sheets[0].rows[0][0],
  exceljs: async (file) => (await new ExcelJS.Workbook().xlsx.load(file)).worksheets[0].getCell('A1').value,
  '@e965/xlsx': async (file) => xlsx.utils.sheet_to_json(Object.values(xlsx.read(file, { cellDates: true }).Sheets)[0], { header: 1 })[0][0],
  'xlsx-populate': async (file) => (await XlsxPopulate.fromDataAsync(file)).sheet(0).cell('A1').value(),
};
const show = (value) => (value instanceof Date ? value.toISOString().slice(0, 16) : String(value));

const seen = {};
for (const [writer, file] of Object.entries(files)) {
  seen[writer] = {};
  for (const [reader, read] of Object.entries(readers)) seen[writer][reader] = show(await read(file));
}
console.log(`Given: ${day.toISOString()}, written (rows) and read (columns) in ${process.env.TZ}`);
console.table(seen);

const utc = ['2026-03-31T00:00', '2026-03-31T00:00', '2026-03-31T00:00', '2026-03-31T04:00', '46112'];
const local = ['2026-03-30T20:00', '2026-03-30T20:00', '2026-03-30T20:00', '2026-03-31T00:00', '46111.833333333336'];
const iso = ['2026-03-30T20:00', '2026-03-30T20:00:00.000Z', '1905-07-18T00:00', '2026-03-31T00:00', 'NaN'];
assert.deepEqual(Object.values(seen).map((row) => Object.values(row)), [utc, utc, utc, local, local, iso]);
JS
TZ=America/Toronto node try.mjs
