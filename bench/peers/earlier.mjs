// An earlier build of the registry, to measure beside this one.
import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of an earlier build: `ref` is where it was built, or a git reference that is built in `folder`. `remove` takes a built one away. */
export function earlierBuild(ref, folder) {
  if (existsSync(join(ref, 'dist/src/main.js'))) return { path: ref, remove: () => {} };
  const path = join(folder, 'before');
  execFileSync('git', ['worktree', 'add', '--detach', path, ref], { cwd: root, stdio: 'ignore' });
  // With the packages of this one.
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: path, stdio: 'inherit' });
  return { path, remove: () => execFileSync('git', ['worktree', 'remove', '--force', path], { cwd: root }) };
}
