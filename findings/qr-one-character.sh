#!/usr/bin/env bash
# One question mark makes a QR code denser in some encoders and not in others.
#
# The good guess: capitals, digits and / : . % fit the alphanumeric mode (ISO/IEC 18004 section 7.3.4), and an encoder
#   changes mode within a text (section 7.4.1, annex J), so "?L=FR" at the end costs little and a long number costs
#   less.
# What happens: uqr 0.1.3 and qr 0.7.0 choose one mode for the whole text. At level M a check address of 48 capitals
#   takes 29 modules a side; with "?L=FR" after it, 33. qrcode 1.5.4 writes two segments and stays at 29. For a
#   lower-case host with 40 digits after it the two take 37, qrcode 33. On 15 mm that is the difference between
#   modules of 0.52 and of 0.45 mm.
#   Remedy: put the language into the path ("/FR/V/..."), not into a query.
# Who is hurt: a certificate with a QR code in its corner.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts uqr@0.1.3 qrcode@1.5.4 qr@0.7.0 jsqr@1.4.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import jsQR from 'jsqr';
import oneQr from 'qr';
import qrcode from 'qrcode';
import { encode } from 'uqr';

const capitals = 'HTTPS://REGISTRY.EXAMPLE.CA/V/7K3M9Q2X8B4D6F1H5J';
const texts = [capitals, `${capitals}?L=FR`, capitals.replace('/V/', '/FR/V/'), 'https://registry.example.ca/v/0123456789012345678901234567890123456789'];

// Draws the modules, four pixels each with the quiet zone, and reads them back.
function read(size, dark) {
  const width = (size + 8) * 4;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < size * 4; y++)
    for (let x = 0; x < size * 4; x++)
      if (dark(x >> 2, y >> 2)) pixels.fill(0, ((y + 16) * width + x + 16) * 4, ((y + 16) * width + x + 16) * 4 + 3);
  return jsQR(pixels, width, width)?.data;
}
function sizes(text) {
  const small = encode(text, { ecc: 'M', border: 0 });
  const mixed = qrcode.create(text, { errorCorrectionLevel: 'M' });
  assert.equal(read(small.size, (x, y) => small.data[y][x]), text);
  assert.equal(read(mixed.modules.size, (x, y) => mixed.modules.get(y, x)), text);
  return { uqr: small.size, qr: oneQr(text, 'raw', { ecc: 'medium', border: 1 }).length - 2, qrcode: mixed.modules.size };
}
const seen = texts.map(sizes);
console.log('Modules a side at level M; each is read back by jsqr 1.4.0:');
texts.forEach((text, at) => console.log(seen[at], text));
assert.deepEqual(seen, [
  { uqr: 29, qr: 29, qrcode: 29 },
  { uqr: 33, qr: 33, qrcode: 29 },
  { uqr: 29, qr: 29, qrcode: 29 },
  { uqr: 37, qr: 37, qrcode: 33 },
]);
JS
node try.mjs
