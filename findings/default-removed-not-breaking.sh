#!/usr/bin/env bash
# An argument that loses its default is required from then on, and no schema check calls that breaking.
#
# The good guess: `firms(first: Int! = 20)` that becomes `firms(first: Int!)` is reported as breaking, since `{ firms }` is
#   refused afterwards. GraphQL (September 2025, section 5.4.2.1): an argument that must not be null and has no default
#   is required; section 5.6.4 says the same of a field of an input.
# What happens: findBreakingChanges() of graphql 16.15.0 reports nothing, findDangerousChanges() reports a changed default of
#   the argument, and neither reports that of the input field or of the directive argument. @graphql-inspector/core
#   8.0.0 calls all three DANGEROUS, as it does a change from 20 to 21, so a gate that stops at BREAKING lets them pass.
#   To both, adding the same argument without a default is BREAKING.
#   Remedy: ask isRequiredArgument() and isRequiredInputField() of graphql about each default that changed.
# Who is hurt: the clients of an API whose check is green: every document without the argument fails on the next release.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 @graphql-inspector/core@8.0.0

cat > try.mjs <<'JS'
import assert from 'node:assert/strict';
import { diff } from '@graphql-inspector/core';
import { buildSchema, findBreakingChanges, findDangerousChanges, parse, validate } from 'graphql';

const full = 'directive @cost(weight: Int! = 1) on FIELD input Order { by: String! = "name" } type Query { firms(first: Int! = 20, order: Order): String }';
const changes = {
  'an argument loses its default': ['first: Int! = 20', 'first: Int!', '{ firms }'],
  'a field of an input loses it': ['by: String! = "name"', 'by: String!', '{ firms(order: {}) }'],
  "a directive's argument loses it": ['weight: Int! = 1', 'weight: Int!', '{ firms @cost }'],
  'a default changes from 20 to 21': ['= 20', '= 21', '{ firms }'],
  'a required argument is added': ['order: Order', 'order: Order, city: String!', '{ firms }'],
};
const released = buildSchema(full);
const valid = (schema, document) => validate(schema, parse(document)).length === 0;

const seen = {};
for (const [what, [from, to, document]] of Object.entries(changes)) {
  const next = buildSchema(full.replace(from, to));
  assert.equal(valid(released, document), true);
  seen[what] = {
    'valid after': valid(next, document),
    breaking: findBreakingChanges(released, next).map(({ type }) => type).join(),
    dangerous: findDangerousChanges(released, next).map(({ type }) => type).join(),
    inspector: (await diff(released, next)).map(({ criticality }) => criticality.level).join(),
  };
}
console.table(seen);
assert.deepEqual(Object.values(seen), [
  { 'valid after': false, breaking: '', dangerous: 'ARG_DEFAULT_VALUE_CHANGE', inspector: 'DANGEROUS' },
  { 'valid after': false, breaking: '', dangerous: '', inspector: 'DANGEROUS' },
  { 'valid after': false, breaking: '', dangerous: '', inspector: 'DANGEROUS' },
  { 'valid after': true, breaking: '', dangerous: 'ARG_DEFAULT_VALUE_CHANGE', inspector: 'DANGEROUS' },
  { 'valid after': false, breaking: 'REQUIRED_ARG_ADDED', dangerous: '', inspector: 'BREAKING' },
]);
JS
node try.mjs
