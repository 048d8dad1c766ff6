#!/usr/bin/env bash
# Every date to which the best-known writer of workbooks gives a custom format is a number in a popular reader.
#
# The good guess: a date written with the format yyyy-mm-dd is read as a date. A custom format has an id and a
#   code in the workbook, and a reader that finds the code (ECMA-376 part 1, section 18.8.30) need not care for the id.
# What happens: @e965/xlsx 0.20.3 (SheetJS) numbers custom formats from 60, while Excel begins at 164;
#   read-excel-file 9.3.17 ignores the code of a format whose id is below 100, so the cell is the number 46112. With the
#   built-in format m/d/yy (id 14), which both use by default, it is a date: so the fault appears only once
#   somebody asks for ISO dates. The reader's option dateFormat with the same format changes nothing, and its schema
#   with type Date refuses the cell as not_a_date. exceljs 4.4.0 and hucre 1.0.0 read a date.
# Who is hurt: an import of certificates that works with the firm's own export until it becomes more careful.
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
import { readSheet } from 'read-excel-file/node';

const day = new Date('2026-03-31T00:00:00Z');

function sheetJs(options) {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['Day'], [day]], { UTC: true, ...options }), 'Days');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' });
}
async function exceljs(format) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Days');
  sheet.addRow(['Day']);
  sheet.addRow([day]).getCell(1).numFmt = format;
  return Buffer.from(await book.xlsx.writeBuffer());
}
const files = {
  '@e965/xlsx, nothing said': sheetJs({}),
  '@e965/xlsx, yyyy-mm-dd': sheetJs({ dateNF: 'yyyy-mm-dd' }),
  '@e965/xlsx, d mmm yyyy': sheetJs({ dateNF: 'd mmm yyyy' }),
  'exceljs, yyyy-mm-dd': await exceljs('yyyy-mm-dd'),
};
const schema = { day: { column: 'Day', type: Date } };
const readers = {
  'read-excel-file': async (file) => (await readSheet(file))[1][0],
  'its dateFormat': async (file) => (await readSheet(file, { dateFormat: 'yyyy-mm-dd' }))[1][0],
  'its schema': async (file) => {
    const { objects, errors } = await readSheet(file, { schema });
    return objects?.[0].day ?? errors[0].reason;
  },
  exceljs: async (file) => (await new ExcelJS.Workbook().xlsx.load(file)).worksheets[0].getCell('A2').value,
  hucre: async (file) => (await readXlsx(file)).sheets[0].rows[1][0],
};
const seen = {};
for (const [writer, file] of Object.entries(files)) {
  seen[writer] = {};
  for (const [reader, read] of Object.entries(readers)) {
    const value = await read(file);
    seen[writer][reader] = value instanceof Date ? value.toISOString().slice(0, 10) : value;
  }
}
console.log('31 March 2026, written (rows) and read (columns):');
console.table(seen);

const iso = '2026-03-31';
const right = { 'read-excel-file': iso, 'its dateFormat': iso, 'its schema': iso, exceljs: iso, hucre: iso };
const wrong = { ...right, 'read-excel-file': 46112, 'its dateFormat': 46112, 'its schema': 'not_a_date' };
assert.deepEqual(Object.values(seen), [right, wrong, wrong, right]);
JS
TZ=UTC node try.mjs
