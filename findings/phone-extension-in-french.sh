#!/usr/bin/env bash
# The extension of a telephone number, written in French, becomes part of the number.
#
# The good guess: a library for the numbers of all countries, asked for Canada, takes the extension in both official
#   languages: "ext. 45" and "poste 45", or "p. 45".
# What happens: google-libphonenumber 3.2.47 and awesome-phonenumber 7.8.0 dial the word: the letters p, o, s, t, e are the keys
#   7 6 7 8 3, and "416-555-0123 poste 4" is +1 416 555 0123 767834. With "poste 45" the number is too long for a double, and
#   ends in 44. Of "p. 45" only the letter goes, and the number is two digits longer. Each has an E.164 form and a tel: link;
#   only a separate question says that it is not possible. With three digits behind "poste" they refuse. libphonenumber-js
#   1.13.16 refuses all of them, and where it looks for numbers in a text it finds the number and drops the extension.
#   Remedy: rewrite (poste|p\.) before digits at the end to "ext." first, and store only what isValid says yes to.
# Who is hurt: a bilingual list of contacts: each English line is right, and behind the French ones the phone reaches nobody.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts google-libphonenumber@3.2.47 awesome-phonenumber@7.8.0 libphonenumber-js@1.13.16

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { parsePhoneNumber as awesome } from 'awesome-phonenumber';
import google from 'google-libphonenumber';
import { findPhoneNumbersInText, parsePhoneNumberWithError } from 'libphonenumber-js/max';

const { PhoneNumberFormat, PhoneNumberUtil } = google;
const util = PhoneNumberUtil.getInstance();
const orRefused = (read) => {
  try {
    return read() ?? 'refused';
  } catch {
    return 'refused';
  }
};
function row(text) {
  return {
    'google-libphonenumber': orRefused(() => util.format(util.parse(text, 'CA'), PhoneNumberFormat.RFC3966)),
    'awesome-phonenumber': orRefused(() => awesome(text, { regionCode: 'CA' }).number?.rfc3966),
    'libphonenumber-js': orRefused(() => parsePhoneNumberWithError(text, 'CA').getURI()),
    'libphonenumber-js, in text': findPhoneNumbersInText(text, 'CA').map(({ number }) => number.getURI()).join(),
  };
}
const texts = ['416-555-0123 ext. 45', '416-555-0123 x45', '416-555-0123 poste 45', '416-555-0123 (poste 4)', '416-555-0123 p. 45', '416-555-0123 poste 456'];
const seen = Object.fromEntries(texts.map((text) => [text, row(text)]));
console.table(seen);

const [right, alone] = ['tel:+14165550123;ext=45', 'tel:+14165550123'];
const answers = Object.values(seen).map((one) => Object.values(one).map((uri) => uri.replaceAll(/(?<=\d)-(?=\d)/g, '')));
assert.deepEqual(answers, [
  [right, right, right, right],
  [right, right, right, right],
  ['tel:+141655501237678344', 'tel:+141655501237678344', 'refused', alone], // 76783, then 45 as a double holds it
  ['tel:+14165550123767834', 'tel:+14165550123767834', 'refused', alone],
  ['tel:+1416555012345', 'tel:+1416555012345', 'refused', alone],
  ['refused', 'refused', 'refused', alone],
]);
JS
node try.mjs
