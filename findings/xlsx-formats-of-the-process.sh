#!/usr/bin/env bash
# After a few hundred workbooks a process writes dates as numbers, and each file lists the formats of earlier files.
#
# The good guess: a workbook is made from what it is given. The number formats of one firm's workbook are not in the
#   next firm's, and the thousandth workbook of a process is like the first.
# What happens: @e965/xlsx 0.20.3 (SheetJS) keeps the formats of a process in one table, which each write extends and
#   each read of a workbook replaces. It writes the whole table into each file: a format `0" days, Example"` appears in
#   the file of every firm that comes later. The table holds 332 custom formats. After that, a new format is
#   written as numFmtId="undefined", and its dates are plain numbers to every reader tried: @e965/xlsx, exceljs 4.4.0
#   and hucre 1.0.0. No error, no warning. Remedy: few formats, without names in them; or one process for one file.
# Who is hurt: a server that makes a workbook for each request with a unit, a currency or a firm's name in a format:
#   right for weeks, wrong until the next start.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3 exceljs@4.4.0 hucre@1.0.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import * as xlsx from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';

function written(format) {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, { '!ref': 'A1', A1: { t: 'n', v: 46112, z: format } }, 'Days');
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' });
}
const readers = {
  exceljs: async (file) => (await new ExcelJS.Workbook().xlsx.load(file)).worksheets[0].getCell('A1').value,
  hucre: async (file) => (await readXlsx(file)).sheets[0].rows[0][0],
  '@e965/xlsx': async (file) => xlsx.read(file, { cellDates: true, UTC: true }).Sheets.Days.A1.v,
};
async function look(file) {
  const seen = {};
  for (const [name, read] of Object.entries(readers)) {
    const value = await read(file);
    seen[name] = value instanceof Date ? value.toISOString().slice(0, 10) : value;
  }
  const styles = xlsx.read(file, { bookFiles: true }).files['xl/styles.xml'].content.toString();
  return { ...seen, formats: styles.match(/<numFmt /g).length, 'id undefined': styles.includes('numFmtId="undefined"'), 'names Example': styles.includes('Example') };
}
const [early, late] = ['dd/mm/yyyy', 'yyyy.mm.dd'];
const files = { 'the first workbook': written(early) };
written('0" days, Example"');
files['the third'] = written(early);
for (let at = 0; at < 400; at += 1) written(`0" days of ${at}"`);
files['the 404th, a format from before'] = written(early);
files['the 405th, a new format'] = written(late);
xlsx.read(files['the first workbook']);
files['the 406th, after one was read'] = written(late);
const seen = {};
for (const [name, file] of Object.entries(files)) seen[name] = await look(file);
console.log('31 March 2026 (day 46112), written by @e965/xlsx:');
console.table(seen);

const day = '2026-03-31';
const right = { exceljs: day, hucre: day, '@e965/xlsx': day, 'id undefined': false };
const wrong = { exceljs: 46112, hucre: 46112, '@e965/xlsx': 46112, 'id undefined': true };
assert.deepEqual(Object.values(seen), [
  { ...right, formats: 2, 'names Example': false },
  { ...right, formats: 3, 'names Example': true },
  { ...right, formats: 333, 'names Example': true },
  { ...wrong, formats: 333, 'names Example': true },
  { ...right, formats: 3, 'names Example': false },
]);
JS
TZ=UTC node try.mjs
