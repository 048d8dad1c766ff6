#!/usr/bin/env bash
# Dates in a workbook with the 1904 date system come out four years early after it went through another library.
#
# The good guess: readers that say they know the date system of 1904 (old workbooks of the Mac, still an option of Excel)
#   recognize it however the file says so. The attribute date1904 is an xsd:boolean (ECMA-376 part 1, section 18.2.28), so
#   "1" and "true" are one value.
# What happens: @e965/xlsx 0.20.3 (SheetJS) writes date1904="true", even if it only read the workbook and wrote it
#   again; exceljs 4.4.0 and hucre 1.0.0 write "1". read-excel-file 9.3.17 and exceljs compare with "1", so they silently
#   read the file of the first 1,462 days early, and those of the others correctly. @e965/xlsx and hucre read all
#   of them. The export of LibreOffice writes the words true and false as well, by its source.
# Who is hurt: an import of certificates from an old workbook that somebody's program has tidied before: 31 March 2026
#   is 30 March 2022, a plausible day.
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
import { readXlsx, writeXlsx } from 'hucre';
import readExcelFile from 'read-excel-file/node';

const day = new Date('2026-03-31T00:00:00Z');

async function exceljs() {
  const book = new ExcelJS.Workbook();
  book.properties.date1904 = true;
  book.addWorksheet('Days').addRow([day]).getCell(1).numFmt = 'yyyy-mm-dd';
  return Buffer.from(await book.xlsx.writeBuffer());
}
const old = await exceljs();
const files = {
  exceljs: old,
  hucre: Buffer.from(await writeXlsx({ dateSystem: '1904', sheets: [{ name: 'Days', rows: [[day]] }] })),
  '@e965/xlsx, the first read and written': xlsx.write(xlsx.read(old, { cellNF: true }), { type: 'buffer', bookType: 'xlsx' }),
};
const readers = {
  'read-excel-file': async (file) => (await readExcelFile(file))[0].data[0][0],
  exceljs: async (file) => (await new ExcelJS.Workbook().xlsx.load(file)).worksheets[0].getCell('A1').value,
  hucre: async (file) => (await readXlsx(file)).sheets[0].rows[0][0],
  '@e965/xlsx': async (file) => Object.values(xlsx.read(file, { cellDates: true, UTC: true }).Sheets)[0].A1.v,
};
const seen = {};
for (const [writer, file] of Object.entries(files)) {
  const settings = xlsx.read(file, { bookFiles: true }).files['xl/workbook.xml'].content.toString();
  seen[writer] = { says: /date1904="\w+"/.exec(settings)[0] };
  for (const [reader, read] of Object.entries(readers)) seen[writer][reader] = (await read(file)).toISOString().slice(0, 10);
}
console.log('31 March 2026, written (rows) and read (columns):');
console.table(seen);

const right = Object.fromEntries(Object.keys(readers).map((reader) => [reader, '2026-03-31']));
assert.deepEqual(Object.values(seen), [
  { says: 'date1904="1"', ...right },
  { says: 'date1904="1"', ...right },
  { says: 'date1904="true"', ...right, 'read-excel-file': '2022-03-30', exceljs: '2022-03-30' },
]);
JS
TZ=UTC node try.mjs
