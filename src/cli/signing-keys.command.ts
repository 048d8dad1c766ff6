import { resolve } from 'node:path';
import { Command } from 'commander';
import { makeSigningKeys } from '../signing/signing-keys.ts';

const notes = `
The file holds a private Ed25519 key as a JSON Web Key Set; its owner alone may read it. Name it by REGISTRY_SIGNING_KEYS on every node. Keep a
copy, and hide it from the owners of the database: a person who has both can rewrite the log undetected. See docs/audit-chain.md.

Example:
  $ registry signing-keys make /etc/registry/signing-keys.json`;

/** `registry signing-keys` */
export function signingKeysCommand(): Command {
  const command = new Command('signing-keys').description('the keys that sign what others check later');
  command.command('make <file>').description('make a key in a new file').addHelpText('after', notes).action(runMake);
  return command;
}

async function runMake(file: string): Promise<void> {
  const id = await makeSigningKeys(resolve(file));
  process.stdout.write(`Key ${id} is in ${resolve(file)}. Set REGISTRY_SIGNING_KEYS to that path.\n`);
}
