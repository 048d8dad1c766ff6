#!/usr/bin/env bash
# gql.tada's type for a @oneOf input takes two members.
#
# The good guess: a type made from an input with @oneOf takes exactly one of its members, as the generators of
#   graphql-codegen and Relay make it: one alternative a member, with every other member as `?: never`.
# What happens: gql.tada 1.11.3 knows that the input is one (its made file says isOneOf: true), and makes
#   { number: string } | { account: string } of it, without the `never`. TypeScript checks a literal against such a
#   union by the members of all alternatives, so none at all is refused, null is refused, and two compile. The server
#   refuses them when they are sent.
# Who is hurt: callers of a registry whose subject ("by number, by account or by name") is a @oneOf input, who send a
#   form's two filled fields and trust the compiler to say that only one is taken.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 gql.tada@1.11.3 typescript@6.0.3 \
  @graphql-codegen/cli@7.4.3 @graphql-codegen/client-preset@6.2.0

echo 'input Subject @oneOf { number: ID, account: String } type Query { verify(subject: Subject!): String }' > schema.graphql
mkdir tada codegen
cat > tsconfig.json <<'JSON'
{
  "compilerOptions": {
    "strict": true, "noEmit": true, "skipLibCheck": true, "module": "esnext", "moduleResolution": "bundler", "types": [],
    "plugins": [{ "name": "gql.tada/ts-plugin", "schema": "schema.graphql", "tadaOutputLocation": "tada/made.d.ts" }]
  },
  "include": ["tada/*.ts", "codegen/*.ts"]
}
JSON
cat > tada/asked.ts <<'TS'
import { initGraphQLTada, type VariablesOf } from 'gql.tada';
import type { introspection } from './made';
const graphql = initGraphQLTada<{ introspection: introspection }>();
const verify = graphql(`query Verify($subject: Subject!) { verify(subject: $subject) }`);
export type Asked = VariablesOf<typeof verify>;
TS
cat > codegen/asked.ts <<'TS'
import type { VerifyQueryVariables } from './made/graphql';
import { graphql } from './made/gql';
graphql(`query Verify($subject: Subject!) { verify(subject: $subject) }`);
export type Asked = VerifyQueryVariables;
TS
for way in tada codegen; do
  echo "import type { Asked } from './asked'; export const asked: Asked = { subject: {} };" > "$way/none.ts"
  echo "import type { Asked } from './asked'; export const asked: Asked = { subject: { number: 'A' } };" > "$way/one.ts"
  echo "import type { Asked } from './asked'; export const asked: Asked = { subject: { number: 'A', account: 'B' } };" > "$way/two.ts"
done
echo '{ "schema": "schema.graphql", "documents": ["codegen/asked.ts"], "generates": { "codegen/made/": { "preset": "client" } } }' > codegen.json
npx graphql-codegen --config codegen.json > codegen.log 2>&1 || { cat codegen.log; exit 1; }
npx gql.tada generate output > tada.log 2>&1 || { cat tada.log; exit 1; }
grep -q "'Subject': .*isOneOf: true" tada/made.d.ts

npx tsc --project . > complaints || true
for way in tada codegen; do
  for file in none one two; do
    if grep -q "^$way/$file.ts" complaints; then echo "$way: $file member(s): refused"; else echo "$way: $file member(s): compiles"; fi
  done
done | tee seen
diff seen - <<'SEEN'
tada: none member(s): refused
tada: one member(s): compiles
tada: two member(s): compiles
codegen: none member(s): refused
codegen: one member(s): compiles
codegen: two member(s): refused
SEEN
