// npm run build: compiles what changed since the last build into dist/, and removes files whose source is gone.
//
// A stamp of every source (path, size, time of the last change) makes a build without changes take milliseconds: the incremental compiler alone needs
// half a second to find that out.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compiler } from './compiler.mjs';

const compiledFolders = ['src', 'migrations', 'scripts', 'bench', 'clients/typescript/src'];
const otherInputs = ['explorer', 'desk', 'tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'];
/** Without any of these dist/ is incomplete, whatever the stamp says. */
const outputs = ['src/main.js', 'src/cli/registry.js', 'explorer/graphiql.min.js', 'desk/desk.css'];

/** Everything a build depends on, as text: one line for each file. */
export function stampOf(root) {
  return [...compiledFolders, ...otherInputs].flatMap((each) => linesOf(root, each)).join('\n');
}

/** Whether dist/ is up to date with the sources. */
export function isBuilt(root) {
  const stamp = join(root, 'dist/.stamp');
  if (!outputs.every((file) => existsSync(join(root, 'dist', file)))) return false;
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === stampOf(root);
}

/** Builds if something changed; tests may replace `compile`. Returns false if the sources do not compile. */
export function build(root, compile = compileAll) {
  if (isBuilt(root)) return true;
  // Taken first: a file edited while the compiler runs is built the next time.
  const stamp = stampOf(root);
  const dist = join(root, 'dist');
  mkdirSync(dist, { recursive: true });
  rmSync(join(dist, '.stamp'), { force: true });
  // The incremental compiler does not rewrite a file that was removed from dist/.
  if (!outputs.every((file) => existsSync(join(dist, file)))) rmSync(join(dist, '.tsbuildinfo'), { force: true });
  if (!compile(root)) return false;
  removeOrphans(root);
  writeFileSync(join(dist, '.stamp'), stamp);
  return true;
}

/** Removes compiled files whose source was moved or deleted. */
export function removeOrphans(root) {
  for (const folder of compiledFolders) {
    const compiled = join(root, 'dist', folder);
    for (const file of filesIn(compiled))
      if (!existsSync(join(root, folder, file.replace(/\.js(\.map)?$/, '.ts')))) rmSync(join(compiled, file));
    removeEmpty(compiled);
  }
}

function compileAll(root) {
  if (process.stderr.isTTY || !existsSync(join(root, 'dist/src/main.js'))) process.stderr.write('Building the registry …\n');
  const { status } = spawnSync(compiler(), ['-p', 'tsconfig.build.json'], { cwd: root, stdio: ['ignore', 2, 2] });
  return status === 0 && spawnSync(process.execPath, [join(root, 'scripts/explorer.mjs')], { stdio: 'inherit' }).status === 0;
}

function linesOf(root, path) {
  const absolute = join(root, path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats ? [lineOf(path, stats)] : [];
  return filesIn(absolute).map((file) => lineOf(`${path}/${file}`, statSync(`${absolute}/${file}`)));
}

const lineOf = (file, { size, mtimeMs }) => `${file} ${size} ${mtimeMs}`;

/** The files within a folder, by their path in it; not those of packages, which bench/peers has. */
function filesIn(folder, within = '') {
  if (!existsSync(`${folder}/${within}`)) return [];
  const all = readdirSync(`${folder}/${within}`, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const entries = all.filter(({ name }) => name !== 'node_modules');
  return entries.flatMap((entry) => (entry.isDirectory() ? filesIn(folder, `${within}${entry.name}/`) : [`${within}${entry.name}`]));
}

function removeEmpty(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) removeEmpty(join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

const isProgram = process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isProgram && !build(fileURLToPath(new URL('..', import.meta.url)))) process.exitCode = 1;
