import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * The path of the native TypeScript compiler. Its wrapper starts more slowly, and on Node 20 leaves the compiler running when the wrapper is ended.
 */
export function compiler() {
  const typescript = createRequire(require.resolve('typescript/package.json'));
  const native = typescript.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`);
  return join(dirname(native), 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
}
