#!/usr/bin/env bash
# Five packages called Jaro-Winkler differ by a tenth or more on two names, and in two of them the order matters.
#
# The good guess: the similarity of Jaro and Winkler is a known, symmetric formula, and a threshold such as 0.9 that was
#   found with one package holds with another.
# What happens, with plain ASCII names: for "Corp Masonry" and "Crp Masonry" the answers are 0.975 (the formula written
#   out below), 0.893 and 0.880, and jaro-winkler-typescript 1.0.1 gives 0.880 one way round and 0.975 the other;
#   clj-fuzzy 0.4.1 depends on the order on other pairs. MARTHA and MARHTA, the pair in every test, are 0.961 in all of them.
#   @skyra/jaro-winkler 1.1.1 looks for a letter one place further away than the formula does, and counts five letters
#   for a common prefix of four. jaro-winkler 0.2.8, jaro-winkler-typescript and talisman 1.1.4 add nothing for the
#   prefix if the similarity is under 0.7.
#   Remedy: name the package and version beside the threshold, and test the pairs that must be found, both ways round.
# Who is hurt: a search for firms entered twice: whether a pair is found depends on the package, or on which of the
#   two was entered first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts jaro-winkler@0.2.8 @skyra/jaro-winkler@1.1.1 jaro-winkler-typescript@1.0.1 talisman@1.1.4 clj-fuzzy@0.4.1

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import * as skyra from '@skyra/jaro-winkler';
import clj from 'clj-fuzzy';
import jaroWinkler from 'jaro-winkler';
import * as typescript from 'jaro-winkler-typescript';
import * as talisman from 'talisman/metrics/jaro-winkler.js';

// Letters match within half the longer name less one; half of those out of order are transpositions; at most four
// letters at the beginning raise the likeness by a tenth of what is missing each.
function formula(one, other) {
  const reach = Math.max(Math.floor(Math.max(one.length, other.length) / 2) - 1, 0);
  const [taken, used] = [new Set(), new Set()];
  for (let at = 0; at < one.length; at += 1) {
    for (let there = Math.max(0, at - reach); there <= at + reach && there < other.length; there += 1) {
      if (used.has(there) || one[at] !== other[there]) continue;
      taken.add(at);
      used.add(there);
      break;
    }
  }
  if (taken.size === 0) return 0;
  const [left, right] = [[...taken].map((at) => one[at]), [...used].sort((a, b) => a - b).map((at) => other[at])];
  const transposed = left.filter((letter, at) => letter !== right[at]).length / 2;
  const jaro = (taken.size / one.length + taken.size / other.length + (taken.size - transposed) / taken.size) / 3;
  let beginning = 0;
  while (beginning < 4 && one[beginning] === other[beginning]) beginning += 1;
  return jaro + beginning * 0.1 * (1 - jaro);
}
const packages = {
  formula,
  'jaro-winkler': jaroWinkler,
  talisman: talisman.similarity,
  'jaro-winkler-typescript': typescript.jaroWinkler,
  '@skyra/jaro-winkler': skyra.jaroWinkler,
  'clj-fuzzy': clj.metrics.jaro_winkler,
};
const pairs = [
  ['MARTHA', 'MARHTA'],
  ['Corp Masonry', 'Crp Masonry'],
  ['Northern Paving Ltd', 'Northern Paving Inc'],
  ['Ltd Group', 'Ltd Concrete Construction'],
  ['Brothers Drywall', 'Drywall Brothers'],
];
const ways = (measure, [one, other]) => [...new Set([measure(one, other), measure(other, one)].map((likeness) => likeness.toFixed(3)))].join(', other way ');
const seen = {};
for (const pair of pairs) {
  seen[pair.join(' / ')] = Object.fromEntries(Object.entries(packages).map(([name, measure]) => [name, ways(measure, pair)]));
}
console.table(seen);

assert.deepEqual(Object.values(seen).map((row) => Object.values(row)), [
  ['0.961', '0.961', '0.961', '0.961', '0.961', '0.961'],
  ['0.975', '0.975', '0.975', '0.880, other way 0.975', '0.893', '0.880'],
  ['0.937', '0.937', '0.937', '0.937', '0.947', '0.937'],
  ['0.748', '0.580', '0.580', '0.638, other way 0.580', '0.819', '0.748'],
  ['0.417', '0.417', '0.417', '0.583, other way 0.475', '0.640', '0.583, other way 0.475'],
]);
JS
node try.mjs
