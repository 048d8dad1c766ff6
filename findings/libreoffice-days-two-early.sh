#!/usr/bin/env bash
# LibreOffice saves each date of a spreadsheet two days early as XLSX or XLS, if its document counts days from 1900-01-01.
#
# The good guess: a spreadsheet that is saved in another format keeps its days. OpenDocument lets a document say from which day
#   its numbers count (table:null-date, OpenDocument 1.3 part 3, section 9.4.3); LibreOffice offers three, under
#   Tools, Options, Calculate, Date. XLSX has a mark for one other system (date1904), and LibreOffice sets it where it applies.
# What happens with LibreOffice 7.4 (Debian 12): counted from 1899-12-30 or from 1904-01-01, a day comes out as it was, as XLSX
#   and as XLS. Counted from 1900-01-01 ("StarCalc 1.0" in the list, and the one that looks right to those who know that
#   Excel begins with 1900), 31 March 2026 is 29 March 2026 in every other program: the numbers are written as they are, and no mark says
#   from where they count. As CSV the day is right, and as OpenDocument too.
#   Remedy: none in the file. Compare a day that one knows, or exchange OpenDocument or CSV.
# Who is hurt: an import of certificates from a workbook that somebody saved so: a plausible day, two days early.
set -euo pipefail
soffice=${SOFFICE:-soffice}
command -v "$soffice" >/dev/null || { echo 'needs LibreOffice 7.4: apt-get install libreoffice-calc-nogui on Debian 12'; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts @e965/xlsx@0.20.3 hucre@1.0.0

for from in 1899-12-30 1904-01-01 1900-01-01; do
  cat > "from-$from.fods" <<XML
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
  xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
  xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
  <office:automatic-styles>
    <number:date-style style:name="N1"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>
    <style:style style:name="D" style:family="table-cell" style:data-style-name="N1"/>
  </office:automatic-styles>
  <office:body><office:spreadsheet>
    <table:calculation-settings><table:null-date table:date-value="$from"/></table:calculation-settings>
    <table:table table:name="Days"><table:table-row>
      <table:table-cell table:style-name="D" office:value-type="date" office:date-value="2026-03-31"><text:p>2026-03-31</text:p></table:table-cell>
    </table:table-row></table:table>
  </office:spreadsheet></office:body>
</office:document>
XML
  for format in xlsx xls csv ods; do
    "$soffice" "-env:UserInstallation=file://$work/profile" --headless --convert-to "$format" "from-$from.fods" >/dev/null 2>&1
  done
done

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import { readXlsx } from 'hucre';

const iso = (date) => date.toISOString().slice(0, 10);
const read = (name) => iso(Object.values(xlsx.read(readFileSync(name), { cellDates: true, UTC: true }).Sheets)[0].A1.v);
const seen = {};
for (const from of ['1899-12-30', '1904-01-01', '1900-01-01']) {
  const name = `from-${from}`;
  seen[from] = {
    'xlsx, read by @e965/xlsx': read(`${name}.xlsx`),
    'xlsx, read by hucre': iso((await readXlsx(readFileSync(`${name}.xlsx`))).sheets[0].rows[0][0]),
    'xls, read by @e965/xlsx': read(`${name}.xls`),
    csv: readFileSync(`${name}.csv`, 'utf8').trim(),
    ods: read(`${name}.ods`),
  };
}
console.log('31 March 2026, by the day from which the document counts:');
console.table(seen);

const right = Object.fromEntries(Object.keys(seen['1899-12-30']).map((way) => [way, '2026-03-31']));
const early = '2026-03-29';
assert.deepEqual(Object.values(seen), [
  right,
  right,
  { ...right, 'xlsx, read by @e965/xlsx': early, 'xlsx, read by hucre': early, 'xls, read by @e965/xlsx': early },
]);
JS
TZ=UTC node try.mjs
