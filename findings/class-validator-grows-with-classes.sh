#!/usr/bin/env bash
# Checking one small object takes longer the more classes the program has, even if none of them is used.
#
# The good guess: class-validator collects the rules of a class when its decorators run, so that checking an instance takes time only for its own
#   properties. Classes of other inputs cost a little memory and nothing else.
# What happens: class-validator 0.15.1 looks through every decorated class of the process for ancestors, again for each instance that it checks, even
#   for one without any. One object with one property took 2 µs alone, 40 µs beside 300 other classes (as a large API has), and half a millisecond
#   beside 2,000. A list of 500 rows pays for it 500 times.
# Who is hurt: an API with bulk inputs whose schema grows: every new input type slows every old one, and no profile of the new code shows it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts class-validator@0.15.1

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { IsString, validateSync } from 'class-validator';

class Row {}
IsString()(Row.prototype, 'name');
const row = Object.assign(new Row(), { name: 'Alder Paving' });

let asked = 0;
function declareOthers(count) {
  for (let at = 0; at < count; at++) {
    class Other {
      // Called where it is asked whether something is an instance of the class.
      static [Symbol.hasInstance]() {
        asked += 1;
        return false;
      }
    }
    IsString()(Other.prototype, 'name');
  }
}
/** How many unused classes one check asks about, and the microseconds it takes: the fastest of some rounds. */
function check() {
  asked = 0;
  assert.deepEqual(validateSync(row), []);
  const classes = asked;
  const rounds = Array.from({ length: 7 }, () => {
    const start = performance.now();
    for (let each = 0; each < 1_000; each++) validateSync(row);
    return performance.now() - start;
  });
  return { 'unused classes asked about': classes, microseconds: Math.min(...rounds).toFixed(1) };
}
check();
const seen = { 'its class alone': check() };
declareOthers(300);
seen['beside 300 others'] = check();
declareOthers(1_700);
seen['beside 2,000 others'] = check();
console.table(seen);
assert.deepEqual(
  Object.values(seen).map((each) => each['unused classes asked about']),
  [0, 300, 2000],
);
JS
node try.mjs
