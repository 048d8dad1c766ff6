import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

// What makes types from a schema is a package of its own, which this file installs: no other test needs it.
const packages = fileURLToPath(new URL('generators', import.meta.url));
const schema = fileURLToPath(new URL('../../schema.graphql', import.meta.url));
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  if (!existsSync(join(packages, 'node_modules')))
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: packages });
  folder = await mkdtemp(join(tmpdir(), 'registry-generators-'));
  await symlink(join(packages, 'node_modules'), join(folder, 'node_modules'));
  await copyFile(schema, join(folder, 'schema.graphql'));
}, 300_000);
afterAll(() => rm(folder, { recursive: true }));

const scalars = { LocalDate: 'string', DateTime: 'string' };
const question = (name: string): string => `
  query ${name}($subject: VerificationSubject!, $on: LocalDate) {
    verify(subject: $subject, on: $on) { standing since certificate { number issuedOn record { id } } }
  }
`;

/** What compiles, and what must not. `Asked` and `Answer` are the types of variables and answer. */
const uses = `
export const one: Asked = { subject: { wsibAccount: '9000001' }, on: '2026-03-31' };
export const numberOf = (answer: Answer): string | undefined => answer.verify.certificate?.number;
// @ts-expect-error a subject has one member
export const none: Asked = { subject: {} };
// @ts-expect-error a verification may have no certificate
export const withoutAsking = (answer: Answer): string => answer.verify.certificate.number;
// @ts-expect-error there is no such standing
export const isFine = (answer: Answer): boolean => answer.verify.standing === 'FINE';
`;
const twoMembers = `export const two: Asked = { subject: { wsibAccount: '9000001', documentNumber: 'COR-1' } };\n`;
const refusesTwo = `// @ts-expect-error a subject has one member, not two\n${twoMembers}`;

const write = async (name: string, text: string): Promise<void> => {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), text);
};

const tool = (name: string, ...given: string[]) => run(join('node_modules', '.bin', name), given, { cwd: folder });

/** The complaints of the compiler about a program. */
async function complaints(program: string): Promise<string> {
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
    plugins: [{ name: 'gql.tada/ts-plugin', schema: 'schema.graphql', tadaOutputLocation: 'tada/made.d.ts' }],
  };
  await write('tsconfig.json', JSON.stringify({ compilerOptions, include: [program] }));
  return tool('tsc', '--project', '.').then(
    ({ stdout }) => stdout,
    (error) => String(error.stdout),
  );
}

test('graphql-codegen’s client preset makes types that hold a caller to the schema', async () => {
  const made = { preset: 'client', config: { strictScalars: true, scalars } };
  const config = { schema: 'schema.graphql', documents: ['codegen/program.ts'], generates: { 'codegen/made/': made } };
  await write('codegen/config.json', JSON.stringify(config));
  const program = `
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { graphql } from './made/gql';
const verify = graphql(\`${question('Verify')}\`);
type Asked = VariablesOf<typeof verify>;
type Answer = ResultOf<typeof verify>;
${uses}${refusesTwo}`;
  await write('codegen/program.ts', program);
  await tool('graphql-codegen', '--config', 'codegen/config.json');
  expect(await complaints('codegen/program.ts')).toBe('');
}, 120_000);

test('Relay’s compiler does', async () => {
  const config = {
    src: './relay',
    schema: './schema.graphql',
    language: 'typescript',
    noFutureProofEnums: true,
    customScalarTypes: scalars,
  };
  await write('relay.config.json', JSON.stringify(config));
  await write(
    'relay/program.ts',
    `import { graphql } from 'relay-runtime';\nexport const verify = graphql\`${question('programQuery')}\`;\n`,
  );
  await tool('relay-compiler', 'relay.config.json');
  const program = `
import type { programQuery$data as Answer, programQuery$variables as Asked } from './__generated__/programQuery.graphql';
${uses}${refusesTwo}`;
  await write('relay/uses.ts', program);
  expect(await complaints('relay/uses.ts')).toBe('');
}, 120_000);

// Its type for a @oneOf input is a union that admits two members: the registry refuses them when it is asked (docs/clients.md).
test('gql.tada does, but for a subject with two members', async () => {
  const program = `
import { initGraphQLTada, type ResultOf, type VariablesOf } from 'gql.tada';
import type { introspection } from './made';
const graphql = initGraphQLTada<{ introspection: introspection; scalars: { LocalDate: string; DateTime: string } }>();
const verify = graphql(\`${question('Verify')}\`);
type Asked = VariablesOf<typeof verify>;
type Answer = ResultOf<typeof verify>;
${uses}${twoMembers}`;
  await write('tada/program.ts', program);
  await complaints('tada/program.ts'); // Writes the configuration that its command reads.
  await tool('gql.tada', 'generate', 'output');
  expect(await complaints('tada/program.ts')).toBe('');
}, 120_000);
