#!/usr/bin/env bash
# An input that becomes @oneOf breaks its callers, and the schema check says nothing.
#
# The good guess: findBreakingChanges() of graphql, which guards many schemas in CI, reports a change after which
#   documents that were valid are refused. GraphQL (September 2025, section 3.10): a @oneOf input takes exactly one
#   field.
# What happens: graphql 16.15.0 finds neither a breaking nor a dangerous change, though a document with two fields is
#   valid before and refused after. A changed default of an input field is missed too, while the same change to an
#   argument's default is reported. @graphql-inspector/core 8.0.0 reports both.
# Who is hurt: a registry that turns "by number or by name" into a @oneOf input under a green check.
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

const query = 'type Query { verify(subject: Subject, page: Int = 1): String }';
const before = buildSchema(`input Subject { number: ID, name: String, page: Int = 1 } ${query}`);
const oneOf = buildSchema(`input Subject @oneOf { number: ID, name: String, page: Int } ${query}`);
const plain = buildSchema(`input Subject { number: ID, name: String, page: Int } ${query}`);
const inputDefault = buildSchema(`input Subject { number: ID, name: String, page: Int = 2 } ${query}`);
const argumentDefault = buildSchema(`input Subject { number: ID, name: String, page: Int = 1 } ${query.replace('= 1', '= 2')}`);

const document = parse('{ verify(subject: { number: "1", name: "Example" }) }');
const ask = (schema) => validate(schema, document).map(({ message }) => message);
const found = (from, to) => [...findBreakingChanges(from, to), ...findDangerousChanges(from, to)].map(({ type }) => type);
const inspected = async (from, to) => (await diff(from, to)).map(({ criticality, type }) => `${criticality.level} ${type}`);

console.log('valid before:', ask(plain).length === 0, '- after:', ask(oneOf));
console.log('graphql 16.15.0 on "becomes @oneOf":', found(plain, oneOf));
console.log('graphql 16.15.0 on a new default of an input field:', found(before, inputDefault));
console.log('graphql 16.15.0 on a new default of an argument:', found(before, argumentDefault));
console.log('@graphql-inspector/core 8.0.0:', await inspected(plain, oneOf), await inspected(before, inputDefault));

assert.deepEqual(ask(plain), []);
assert.equal(ask(oneOf).length, 1);
assert.deepEqual(found(plain, oneOf), []);
assert.deepEqual(found(before, inputDefault), []);
assert.deepEqual(found(before, argumentDefault), ['ARG_DEFAULT_VALUE_CHANGE']);
assert.match((await inspected(plain, oneOf)).join(), /^BREAKING/);
assert.match((await inspected(before, inputDefault)).join(), /^DANGEROUS/);
JS
node try.mjs
