// npm run dev: compiles on every change and restarts the API.
//
// It watches folders rather than files: editors save by renaming, after which a watched file is lost. It does not use the compiler's --watch: the
// native compiler relies on fanotify, which does not report changes on some machines.
import { spawn } from 'node:child_process';
import { readdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { compiler } from './compiler.mjs';
import './explorer.mjs';

const sources = ['src', 'migrations', 'bench', 'scripts'];
const SETTLE_MS = 100;

const watched = new Map();
let api = null;
let settling = null;
let isBuilding = false;
let isStale = false;
let isEnding = false;

watchFolders();
await rebuild();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    isEnding = true;
    await stop();
    process.exit(0);
  });
}

function watchFolders() {
  for (const folder of sources.flatMap(foldersIn)) {
    if (!watched.has(folder))
      watched.set(
        folder,
        watch(folder, () => changed()).on('error', () => forget(folder)),
      );
  }
}

function foldersIn(folder) {
  const within = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return [folder, ...within.flatMap(({ name }) => foldersIn(join(folder, name)))];
}

function forget(folder) {
  watched.get(folder)?.close();
  watched.delete(folder);
}

function changed() {
  clearTimeout(settling);
  settling = setTimeout(() => {
    watchFolders();
    void rebuild();
  }, SETTLE_MS);
}

async function rebuild() {
  isStale = isBuilding;
  if (isBuilding) return;
  isBuilding = true;
  await ended(spawn(compiler(), ['-p', 'tsconfig.build.json', '--pretty'], { stdio: 'inherit' }));
  await stop();
  if (!isEnding) api = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], { stdio: 'inherit' });
  isBuilding = false;
  if (isStale) await rebuild();
}

async function stop() {
  const running = api;
  api = null;
  if (!running || running.exitCode !== null) return;
  running.kill('SIGTERM');
  await ended(running);
}

function ended(child) {
  return new Promise((resolve) => child.once('exit', resolve));
}
