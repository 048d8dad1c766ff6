// Gathers the explorer's files in dist/explorer (ours, and those of its packages) and the desk's files in dist/desk. Part of `npm run build`.
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const require = createRequire(import.meta.url);

const ofPackages = [
  'react/umd/react.production.min.js',
  'react-dom/umd/react-dom.production.min.js',
  'graphiql/graphiql.min.js',
  'graphiql/graphiql.min.css',
];
const ours = new URL('../explorer/', import.meta.url);
const gathered = new URL('../dist/explorer/', import.meta.url);

mkdirSync(gathered, { recursive: true });
for (const file of readdirSync(ours)) copyFileSync(new URL(file, ours), new URL(file, gathered));
for (const file of ofPackages) {
  const [name, ...path] = file.split('/');
  copyFileSync(join(require.resolve(`${name}/package.json`), '..', ...path), new URL(basename(file), gathered));
}

const wanted = new Set([...readdirSync(ours), ...ofPackages.map((file) => basename(file))]);
for (const file of readdirSync(gathered)) if (!wanted.has(file)) rmSync(new URL(file, gathered));

const desk = new URL('../desk/', import.meta.url);
const gatheredDesk = new URL('../dist/desk/', import.meta.url);
rmSync(gatheredDesk, { recursive: true, force: true });
mkdirSync(gatheredDesk, { recursive: true });
for (const file of readdirSync(desk)) copyFileSync(new URL(file, desk), new URL(file, gatheredDesk));
