import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from '../../errors.ts';

/**
 * Reads the password of the folder's PostgreSQL from `embedded.json`, or makes one for a new folder. Processes that start together get the same one.
 */
export function readPassword(folder: string, hasData: boolean): string {
  const file = join(folder, 'embedded.json');
  if (!existsSync(file)) {
    if (hasData)
      throw new CannotStart(
        `${file} is missing: the database in that folder cannot be opened without its password. Restore the file, or set DATABASE_URL.`,
      );
    writeOnce(file, JSON.stringify({ password: randomBytes(24).toString('base64url') }));
  }
  return passwordIn(file);
}

function passwordIn(file: string): string {
  try {
    const { password }: { password: unknown } = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof password === 'string') return password;
  } catch (error) {
    if (!(error instanceof SyntaxError))
      throw new CannotStart(`${file} cannot be read. Run as the user who created it, or set DATABASE_URL.`);
  }
  throw new CannotStart(`${file} is damaged. Restore it, or set DATABASE_URL.`);
}

// A link appears complete and only once: the first process wins, and no process reads half a file.
function writeOnce(file: string, content: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch {
    if (!existsSync(file)) renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
