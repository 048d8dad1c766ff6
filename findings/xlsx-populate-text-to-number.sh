#!/usr/bin/env bash
# A column of account numbers kept as text comes back half text, half numbers.
#
# The good guess: a cell that the file marks as text (type "s", ECMA-376 part 1, section 18.18.11) is read as text.
# What happens: xlsx-populate 1.21.0 turns into a number any shared text that a number would print the same way: "1904"
#   becomes 1904, while "0012345" beside it stays text, and a firm called "Infinity" becomes the number Infinity, which
#   JSON writes as null. read-excel-file 9.3.17 and exceljs 4.4.0 give text for all of them. A comparison, a map key
#   or a database parameter then works for some rows of one column and not for others.
# Who is hurt: an import of account, certificate or WSIB numbers, some of which begin with a zero.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 read-excel-file@9.3.17 write-excel-file@4.1.1 xlsx-populate@1.21.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import ExcelJS from 'exceljs';
import readExcelFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import XlsxPopulate from 'xlsx-populate';

const texts = ['0012345', '1904', '4111222', '12E4', 'Infinity'];
const file = await (await writeExcelFile([texts.map((value) => ({ value, type: String }))])).toBuffer();

const [byRead] = (await readExcelFile(file))[0].data;
const byExcel = (await new ExcelJS.Workbook().xlsx.load(file)).worksheets[0].getRow(1).values.slice(1);
const [byPopulate] = (await XlsxPopulate.fromDataAsync(file)).sheet(0).usedRange().value();
console.log('written as text: ', texts);
console.log('read-excel-file: ', byRead);
console.log('exceljs:         ', byExcel);
console.log('xlsx-populate:   ', byPopulate);

assert.deepEqual(byRead, texts);
assert.deepEqual(byExcel, texts);
assert.deepEqual(byPopulate, ['0012345', 1904, 4111222, '12E4', Infinity]);
JS
node try.mjs
