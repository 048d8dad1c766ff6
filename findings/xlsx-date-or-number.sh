#!/usr/bin/env bash
# 90 hours become 30 March 1900 in one reader of workbooks, and 20260331 becomes 46112 in another.
#
# The good guess: readers agree on which numbers of a workbook are dates. The format of the cell says it, and its grammar
#   is old and documented (ECMA-376 part 1, section 18.8.31): y, m, d, h and s stand for parts of a date, except in quotes
#   and after a backslash, as in `0\ \h` for hours.
# What happens: exceljs 4.4.0 skips quotes and brackets but not the backslash, so `#,##0\ \h` (hours),
#   `#,##0\ \m\²` (square metres) and `0.0,,\M` (millions) make Dates of numbers. read-excel-file 9.3.17 looks up the
#   letters between two separators in a list, so `yyyymmdd`, without one, is a number to it. A duration of 90 hours, `[h]`
#   or `[h]:mm`, is a Date in January 1900, on the 2nd by exceljs and read-excel-file and on the 3rd by @e965/xlsx 0.20.3
#   and hucre 1.0.0, or 3.75 in exceljs if the format has no minutes.
#   Remedy: look at the type of what is read, column by column, before it is stored.
# Who is hurt: an import of hours worked and of days of birth or expiry from the workbooks of many firms: one format in
#   one firm's workbook, and that firm's column has a different type.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3 exceljs@4.4.0 hucre@1.0.0 read-excel-file@9.3.17

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import * as xlsx from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import readExcelFile from 'read-excel-file/node';

const cells = { '#,##0\\ "h"': 90, '#,##0\\ \\h': 90, '#,##0\\ \\m\\²': 90, '0.0,,\\M': 1500000, '[h]': 3.75, '[h]:mm': 3.75, 'yyyy\\-mm\\-dd': 46112, yyyymmdd: 46112 };
const formats = Object.keys(cells);
const book = new ExcelJS.Workbook();
const sheet = book.addWorksheet('Numbers');
for (const [format, number] of Object.entries(cells)) sheet.addRow([number]).getCell(1).numFmt = format;
const file = Buffer.from(await book.xlsx.writeBuffer());

const readers = {
  '@e965/xlsx': async () => {
    const read = xlsx.read(file, { cellDates: true, UTC: true }).Sheets.Numbers;
    return formats.map((_, at) => read[`A${at + 1}`].v);
  },
  hucre: async () => (await readXlsx(file)).sheets[0].rows.map(([value]) => value),
  exceljs: async () => {
    const [read] = (await new ExcelJS.Workbook().xlsx.load(file)).worksheets;
    return formats.map((_, at) => read.getCell(`A${at + 1}`).value);
  },
  'read-excel-file': async () => (await readExcelFile(file))[0].data.map(([value]) => value),
};
const show = (value) => (value instanceof Date ? value.toISOString().slice(0, 16) : value);
const seen = Object.fromEntries(formats.map((format) => [format, {}]));
for (const [name, read] of Object.entries(readers)) for (const [at, value] of (await read()).entries()) seen[formats[at]][name] = show(value);
console.table(seen);

const [three, four, day] = ['1900-01-02T18:00', '1900-01-03T18:00', '2026-03-31T00:00'];
assert.deepEqual(Object.values(seen).map((row) => Object.values(row)), [
  [90, 90, 90, 90],
  [90, 90, '1900-03-30T00:00', 90],
  [90, 90, '1900-03-30T00:00', 90],
  [1500000, 1500000, '6006-11-09T00:00', 1500000],
  [four, four, 3.75, three],
  [four, four, three, three],
  [day, day, day, day],
  [day, day, day, 46112],
]);
JS
TZ=UTC node try.mjs
