#!/usr/bin/env bash
# A payroll account passes as a GST/HST number, and the business number of a charity is not accepted as one.
#
# The good guess: a program account of the Canada Revenue Agency is nine digits, two letters for the program and four digits. Only the letters RT
#   make it a GST/HST account (canada.ca, "Business number and program accounts"); RR is a registered charity, RC corporation income tax, RP payroll
#   deductions, RM import-export, RZ information returns. A validator of GST numbers accepts only RT, and one of business numbers accepts every program.
# What happens: in stdnum 1.12.0, the validators of both accept RC, RP, RM and RT, and nothing else. CA.gst accepts the
#   payroll account of a firm, and CA.bn refuses the number of a registered charity (RR) and of an information
#   return (RZ) as "InvalidComponent". CA.bn accepts the nine digits alone, CA.gst does not.
# Who is hurt: a register of suppliers or bidders: it stores the wrong account when it asked for the one on the invoice, and
#   cannot enter a housing or training charity at all. Compare the nine digits, and check the letters yourself.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts stdnum@1.12.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import stdnum from 'stdnum';

const { bn, gst } = stdnum.stdnum.CA;
// 123456782 is an invented number whose check digit is right.
const digits = '123456782';
const answer = (validator, number) => {
  const { isValid, error } = validator.validate(number);
  return isValid ? 'valid' : error.name;
};
const seen = {};
for (const program of ['', 'RT', 'RC', 'RP', 'RM', 'RR', 'RZ']) {
  const number = program === '' ? digits : `${digits}${program}0001`;
  seen[number] = { bn: answer(bn, number), gst: answer(gst, number) };
}
console.table(seen);

const both = { bn: 'valid', gst: 'valid' };
const neither = { bn: 'InvalidComponent', gst: 'InvalidComponent' };
assert.deepEqual(seen, {
  [digits]: { bn: 'valid', gst: 'InvalidLength' },
  [`${digits}RT0001`]: both,
  [`${digits}RC0001`]: both,
  [`${digits}RP0001`]: both,
  [`${digits}RM0001`]: both,
  [`${digits}RR0001`]: neither,
  [`${digits}RZ0001`]: neither,
});
JS
node try.mjs
