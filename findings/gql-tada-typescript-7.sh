#!/usr/bin/env bash
# gql.tada says that it goes with TypeScript 7, and its command does not run there.
#
# The good guess: npm installs gql.tada 1.11.3 beside TypeScript 7 without a warning, since its peers allow
#   "^5.0.0 || ^6.0.0 || ^7.0.0 || ^8.0.0"; so it works there.
# What happens: its command reads tsconfig.json by functions of the JavaScript package of TypeScript, which 7.0.2 (the
#   compiler written anew, in Go) does not export: "parseConfigFileTextToJson is not a function". With TypeScript
#   6.0.3 the same files work. The types themselves, once made, compile with both.
#   Remedy: TypeScript 6 in the folder where types are made, or beside 7 under another name.
# Who is hurt: anyone who starts a client today, and gets TypeScript 7 as the latest.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts graphql@16.15.0 gql.tada@1.11.3 typescript@7.0.2 six@npm:typescript@6.0.3

echo 'type Query { verify(number: ID!): String }' > schema.graphql
cat > tsconfig.json <<'JSON'
{
  "compilerOptions": {
    "strict": true, "noEmit": true, "skipLibCheck": true, "module": "esnext", "moduleResolution": "bundler", "types": [],
    "plugins": [{ "name": "gql.tada/ts-plugin", "schema": "schema.graphql", "tadaOutputLocation": "made.d.ts" }]
  },
  "include": ["program.ts"]
}
JSON
cat > program.ts <<'TS'
import { initGraphQLTada, type VariablesOf } from 'gql.tada';
import type { introspection } from './made';
const graphql = initGraphQLTada<{ introspection: introspection }>();
const verify = graphql(`query Verify($number: ID!) { verify(number: $number) }`);
export const asked: VariablesOf<typeof verify> = { number: 'A' };
TS

echo "gql.tada 1.11.3 allows TypeScript $(node -p "require('./node_modules/gql.tada/package.json').peerDependencies.typescript")"
if npx gql.tada generate output > with-7 2>&1; then echo 'with 7.0.2 it works'; exit 1; fi
grep 'parseConfigFileTextToJson is not a function' with-7
mv node_modules/typescript seven && mv node_modules/six node_modules/typescript
npx gql.tada generate output | grep -o 'generated successfully'
node node_modules/typescript/bin/tsc --project . && echo 'the made types compile with 6.0.3'
rm -rf node_modules/six && mv node_modules/typescript six && mv seven node_modules/typescript
node node_modules/typescript/bin/tsc --project . && echo 'and with 7.0.2'
