#!/usr/bin/env bash
# A field with an optional argument is a promise for each row, even though its resolver is synchronous, its argument is left out, and validation is off.
#
# The good guess: a resolver method that returns a plain value gives graphql-js a plain value, which it completes at once. TypeGraphQL waits for
#   promises only if there is something to wait for: `validate: false` leaves nothing.
# What happens: in type-graphql 2.0.0-rc.4 a method without arguments returns what it returns. As soon as it has one @Arg, the parameters are
#   collected through Promise.all, and every call gives a promise. graphql-js then waits for every element of a list, and `executeSync` refuses the schema.
# Who is hurt: a list of thousands of rows with a field such as `label(locale: FR)`: one promise for each row and each field with an argument. Leave the argument out of
#   such fields, read it from the field's info, or set `resolve` in the built schema.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts --legacy-peer-deps \
  type-graphql@2.0.0-rc.4 graphql@16.15.0 graphql-scalars@1.26.0 reflect-metadata@0.2.2

cat > try.mjs <<'JS'
import 'reflect-metadata';
import assert from 'node:assert/strict';
import { executeSync, parse } from 'graphql';
import { Arg, buildSchema, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';

class Standing {}
ObjectType()(Standing);
class StandingResolver {
  standing() {
    return {};
  }
  code() {
    return 'CERTIFIED';
  }
  label() {
    return 'Certified';
  }
}
Query(() => Standing)(StandingResolver.prototype, 'standing', {});
FieldResolver(() => String)(StandingResolver.prototype, 'code', {});
FieldResolver(() => String)(StandingResolver.prototype, 'label', {});
Arg('locale', () => String, { nullable: true })(StandingResolver.prototype, 'label', 0);
Resolver(() => Standing)(StandingResolver);

const schema = await buildSchema({ resolvers: [StandingResolver], validate: false });
const fields = schema.getType('Standing').getFields();
const kinds = Object.fromEntries(['code', 'label'].map((name) => [name, fields[name].resolve({}, {}, {}, {}) instanceof Promise ? 'a promise' : 'a value']));
console.log('What a synchronous method gives:', kinds);
assert.deepEqual(kinds, { code: 'a value', label: 'a promise' });

assert.equal(executeSync({ schema, document: parse('{ standing { code } }') }).data.standing.code, 'CERTIFIED');
assert.throws(() => executeSync({ schema, document: parse('{ standing { label } }') }), /failed to complete synchronously/);
console.log('executeSync answers { code } and refuses { label }.');
JS
node try.mjs
