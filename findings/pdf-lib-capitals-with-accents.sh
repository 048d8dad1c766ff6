#!/usr/bin/env bash
# The text of a PDF holds a letter of another script where a capital has a separate accent.
#
# The good guess: a text drawn with an embedded font can be copied and searched as it was given, since the file maps each
#   glyph to its letters (ToUnicode; ISO 32000-2 section 9.10.3).
# What happens: some capitals with an accent exist only in two pieces, even in NFC: O with ogonek and acute, as in the
#   Cayuga word for the Haudenosaunee in capitals. DejaVu Sans has flatter accents for capitals, and pdf-lib 1.17.1,
#   which embeds the whole font by default, maps those to unrelated letters: the acute accent is read back
#   as U+1723, a letter of the Hanunoo script. On paper it looks right. With { subset: true } the text is right, and so
#   is pdfkit's 0.20.2. Letters in one piece are right too, so a test with French and Polish names passes.
# Who is hurt: a certificate whose holder's name, in capitals as in many registers, is not found by search and is
#   spelled wrong by a screen reader.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts pdf-lib@1.17.1 @pdf-lib/fontkit@1.1.1 pdfkit@0.20.2 unpdf@1.8.1 dejavu-fonts-ttf@2.37.3

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fontkit from '@pdf-lib/fontkit';
import { PDFDocument } from 'pdf-lib';
import PDFKit from 'pdfkit';
import { extractText } from 'unpdf';

const font = readFileSync('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf');
const acute = '\u0301';
const names = ['\u00c9COLE \u0141UKASZ', `Hodin\u01ebhs\u01eb${acute}:nih`, `HODIN\u01eaHS\u01ea${acute}:NIH`];

async function byPdfLib(name, subset) {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  document.addPage().drawText(name, { x: 40, y: 700, size: 14, font: await document.embedFont(font, { subset }) });
  return document.save();
}
function byPdfKit(name) {
  const document = new PDFKit();
  const parts = [];
  document.on('data', (part) => parts.push(part));
  const end = new Promise((done) => document.on('end', () => done(new Uint8Array(Buffer.concat(parts)))));
  document.registerFont('embedded', font).font('embedded').text(name).end();
  return end;
}
const read = async (file) => (await extractText(await file, { mergePages: true })).text.trim();
const points = (text) => [...text].map((letter) => letter.codePointAt(0).toString(16).padStart(4, '0')).join(' ');

for (const name of names) {
  assert.equal(name, name.normalize('NFC'));
  const seen = { whole: await read(byPdfLib(name, false)), subset: await read(byPdfLib(name, true)), pdfkit: await read(byPdfKit(name)) };
  console.log(`${name}: pdf-lib 1.17.1 ${seen.whole} (${points(seen.whole)}), with a subset ${seen.subset}, pdfkit ${seen.pdfkit}`);
  const spoiled = name === names[2] ? name.replace(acute, '\u1723') : name;
  assert.deepEqual(seen, { whole: spoiled, subset: name, pdfkit: name });
}
JS
node try.mjs
