#!/usr/bin/env bash
# The bill of materials of one lock file depends on the machine, and calls a test tool required.
#
# The good guess: `npm sbom` lists what the lock file holds, with scope "required" for what the program needs.
#   CycloneDX 1.5 knows "optional" (not needed to run) and "excluded" (development) besides.
# What happens: npm 11.19.1 lists what is installed, so an optional package for another system (macOS, on Linux) is not
#   in the bill; with --package-lock-only it is. A development dependency is "required" in the first bill and
#   "optional" in the second; in both, only npm's own property (cdx:npm:package:development) says what it is. An
#   alias has its alias as name and the real package in its purl, so a search by name finds nothing.
#   Remedy: --package-lock-only, --omit=dev, and search by purl.
# Who is hurt: an operator who answers "are you affected?" from the bill that CI made on Linux.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$work/tool" npm@11.19.1
npm=(node "$work/tool/node_modules/npm/bin/npm-cli.js")

mkdir project
cd project
case $(uname -s) in Darwin) other=linux-x64 ;; *) other=darwin-arm64 ;; esac
cat > package.json <<JSON
{
  "name": "registry", "version": "1.0.0", "private": true,
  "dependencies": { "left": "npm:ms@2.1.3" },
  "optionalDependencies": { "@embedded-postgres/$other": "18.4.0-beta.17" },
  "devDependencies": { "uqr": "0.1.3" }
}
JSON
"${npm[@]}" install --silent --no-audit --no-fund --ignore-scripts
"${npm[@]}" sbom --sbom-format=cyclonedx > installed.json
"${npm[@]}" sbom --sbom-format=cyclonedx --package-lock-only > locked.json

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

function components(file) {
  const { components: all } = JSON.parse(readFileSync(file, 'utf8'));
  return all.map(({ name, purl, scope, properties = [] }) => ({ name, purl, scope, marked: properties.some((one) => one.name.endsWith(':development') && one.value === 'true') }));
}
const installed = components('installed.json');
const locked = components('locked.json');
console.log('npm 11.19.1, from what is installed:');
console.table(installed);
console.log('npm 11.19.1, from the lock file alone:');
console.table(locked);
assert.deepEqual(installed.concat(locked).map(({ name, marked }) => marked === (name === 'uqr')), [true, true, true, true, true]);

const named = (list, part) => list.find(({ name }) => name.includes(part));
assert.equal(named(installed, 'embedded-postgres'), undefined);
assert.equal(named(locked, 'embedded-postgres').scope, 'optional');
assert.equal(named(installed, 'uqr').scope, 'required');
assert.equal(named(locked, 'uqr').scope, 'optional');
assert.deepEqual([named(installed, 'left').name, named(installed, 'left').purl], ['left', 'pkg:npm/ms@2.1.3']);
JS
node try.mjs
