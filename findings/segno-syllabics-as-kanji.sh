#!/usr/bin/env bash
# Nunavut, written in its own script and put into a QR code, is read as Chinese characters.
#
# The good guess: a text that is neither digits nor Latin-1 nor Japanese goes into a QR code as UTF-8, and a reader gives it back.
# What happens with segno 1.6.6 (Python; Debian unstable has no newer one on 1 December 2026): it turns the text into UTF-8 and then looks whether the bytes could be Kanji (segno/encoder.py, find_mode and is_kanji): pairs from 0x8140 to 0x9FFC or 0xE040 to 0xEBBF. The
#   three bytes of a Canadian Aboriginal syllabic are E1, 90 to 99, and 80 to BF, so an even number of syllabics in a row, without a space or a Latin letter, often passes for them. Such a code is in
#   Kanji mode, and its bytes are Shift JIS to every reader: jsQR 1.4.0 gives Chinese and Japanese characters for "ᓄᓇᕗᑦ" (Nunavut) and "ᐃᓄᒃᑎᑐᑦ" (Inuktitut). With a space or "Inc." after it, or an odd
#   number of syllabics, the same word is right. The code is well formed, and nothing warns.
#   Remedy: mode='byte' (encoding='utf-8' alone changes nothing), and read each code once with another library before it is printed.
# Who is hurt: a firm of First Nations or Inuit with its name on the label, the card or the certificate that is scanned.
# Needs Node.js 20 or later with npm, for the reader.
# Needs apt-get of Debian and Python 3.11 or later: it unpacks packages of Debian into a temporary folder, and installs none.
set -euo pipefail
command -v apt-get >/dev/null && python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'needs apt-get of Debian and Python 3.11 or later'; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial archives/partial
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian %s main\n' trixie > sources.list
debian() { apt-get -qq -o Dir::Etc::SourceList="$work/sources.list" -o Dir::Etc::SourceParts=- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work" -o APT::Sandbox::User=root "$@"; }
debian update
debian download 'python3-segno=1.6.6-*'
for package in *.deb; do dpkg-deb -x "$package" .; done

cat > try.py <<'PY'
import sys

import segno

texts = {'nunavut': 'ᓄᓇᕗᑦ', 'inuktitut': 'ᐃᓄᒃᑎᑐᑦ', 'nanuq': 'ᓇᓄᖅ', 'firm': 'ᓄᓇᕗᑦ Inc.'}
how = {'': {}, '-encoding': {'encoding': 'utf-8'}, '-byte': {'mode': 'byte'}}
for name, text in texts.items():
    for kind, options in how.items():
        code = segno.make_qr(text, **options)
        code.save(f'{name}{kind}.png', scale=8, border=4)
        print(f'{text:12} {options!s:24} {code.mode}')
PY
PYTHONPATH=usr/lib/python3/dist-packages python3 -S try.py

echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts jsqr@1.4.0 pngjs@7.0.0
cat > read.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';

const read = (name) => {
  const { data, width, height } = PNG.sync.read(readFileSync(`${name}.png`));
  const { data: text, chunks } = jsQR.default(new Uint8ClampedArray(data), width, height);
  return `${text} (${chunks.map(({ type }) => type).join()})`;
};
const names = ['nunavut', 'nunavut-encoding', 'nunavut-byte', 'inuktitut', 'inuktitut-byte', 'nanuq', 'firm'];
const seen = Object.fromEntries(names.map((name) => [name, read(name)]));
console.table(seen);

assert.deepEqual(seen, {
  nunavut: '癈\0島癜例即 (kanji)',
  'nunavut-encoding': '癈\0島癜例即 (kanji)',
  'nunavut-byte': 'ᓄᓇᕗᑦ (byte)',
  inuktitut: '瘰\0塘癇\0綜瘻雪即 (kanji)',
  'inuktitut-byte': 'ᐃᓄᒃᑎᑐᑦ (byte)',
  nanuq: 'ᓇᓄᖅ (byte)',
  firm: 'ᓄᓇᕗᑦ Inc. (byte)',
});
JS
node read.mjs
