import { Command, InvalidArgumentError, Option } from 'commander';
import { logAct } from '../access/audit-log.ts';
import { wallClock } from '../clock.ts';
import { registryPresent } from '../database/primary-clock.ts';
import type { Scope } from '../database/tables/api-key.table.ts';
import { type Unit, write } from '../database/unit-of-work.ts';
import { CannotStart, Fault } from '../errors.ts';
import { holderForm, holderWords } from '../keys/keys.input.ts';
import { type KeyRecord, keysOf, makeKey, revokeKey, rotateKey } from '../keys/keys.service.ts';
import { instantArgument } from './instant-argument.ts';
import { operator, withRegistry } from './session.ts';

const scopes: readonly Scope[] = ['buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff', 'admin'];

const notes = `
A key is shown once, and is the only output on standard output; the registry keeps only its hash. Running servers notice a changed key within 30 seconds.

Examples:
  $ registry keys make --scope admin --holder "Jane Doe, IHSA"
  $ registry keys make --scope buyer --holder "City of Sudbury" --expires 2027-12-31T23:59:59-05:00
  $ registry keys make --scope organization --holder "ABC Paving Ltd." --organization O-1042
  $ registry keys list
  $ registry keys rotate 3f9a2c0d11e84b76 --until 2026-12-01T12:00:00-05:00
  $ registry keys revoke 3f9a2c0d11e84b76`;

/** `registry keys make|list|rotate|revoke` */
export function keysCommand(): Command {
  const keys = new Command('keys').description('make, list, rotate and revoke API keys').addHelpText('after', notes);
  keys.addCommand(makeCommand());
  keys.addCommand(new Command('list').description('list every key, by holder').action(runList));
  keys.addCommand(
    new Command('rotate')
      .description('give a key a new secret; the old one stays valid for a while')
      .argument('<id>', 'the part of the key between its underscores')
      .option(
        '--until <instant>',
        'until when the old secret stays valid (ISO 8601, with its offset; default: one day from now)',
        instantArgument,
      )
      .action(runRotate),
  );
  keys.addCommand(
    new Command('revoke').description('end a key').argument('<id>', 'the part of the key between its underscores').action(runRevoke),
  );
  return keys;
}

const makeCommand = (): Command =>
  new Command('make')
    .description('make a key')
    .addOption(new Option('--scope <scope>', 'what it may see and do').choices(scopes).makeOptionMandatory())
    .requiredOption('--holder <name>', 'the person or body that receives it', holderArgument)
    .option('--organization <organization>', 'whose file it opens: the key it was imported under, or its id (for an organization’s key)')
    .option('--expires <instant>', 'when it expires (ISO 8601, with its offset; default: never)', instantArgument)
    .action(runMake);

function holderArgument(text: string): string {
  if (holderForm.test(text)) return text;
  throw new InvalidArgumentError(`It must be ${holderWords}.`);
}

interface MakeFlags {
  readonly scope: Scope;
  readonly holder: string;
  readonly organization?: string;
  readonly expires?: Date;
}

async function runMake({ scope, holder, organization, expires }: MakeFlags): Promise<void> {
  const made = await inUnit('createApiKey', async (unit, now) => {
    const organizationId = organization === undefined ? null : await organizationIdOf(unit, organization);
    return makeKey(unit, { scope, holder, organizationId, expiresAt: expires ?? null }, now);
  });
  show(made.key, `Key ${made.record.id} of ${made.record.holder}, scope ${scope}. It is not shown again.`);
}

async function organizationIdOf({ tx }: Unit, organization: string): Promise<string> {
  const [found]: { id: string }[] = await tx.query('select id from organization where reference = $1 or id::text = lower($1)', [
    organization,
  ]);
  if (!found) throw new CannotStart('There is no such organization.');
  return found.id;
}

const DAY_MS = 24 * 60 * 60 * 1000;

async function runRotate(id: string, { until }: { readonly until?: Date }): Promise<void> {
  const { record, key } = await inUnit('rotateApiKey', (unit, now) =>
    rotateKey(unit, { id, expectedVersion: null }, until ?? new Date(now.getTime() + DAY_MS), now),
  );
  const old = record.oldSecretUntil === null ? 'ended' : `is valid until ${record.oldSecretUntil}`;
  show(key, `The new secret of key ${id} is valid at once; the old one ${old}. It is not shown again.`);
}

async function runRevoke(id: string): Promise<void> {
  await inUnit('revokeApiKey', async (unit, now) => ({ record: await revokeKey(unit, { id, expectedVersion: null }, now) }));
  process.stdout.write(`Key ${id} is revoked. Running servers refuse it within 30 seconds.\n`);
}

async function runList(): Promise<void> {
  const now = wallClock.wallNow();
  const everything = { scope: null, above: null, below: null, direction: 'ASC', limit: Number.MAX_SAFE_INTEGER } as const;
  const keys = await withRegistry(({ manager }) => keysOf(manager, everything, now));
  const rows = keys.map(lineOf);
  for (const row of [['id', 'scope', 'holder', 'state', 'made', 'expires', 'last used'], ...rows]) {
    process.stdout.write(
      `${row
        .map((cell, at) => cell.padEnd(widthOf(rows, at)))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}

const lineOf = ({ id, scope, holder, state, createdAt, expiresAt, lastUsedAt }: KeyRecord): string[] => [
  id,
  scope,
  holder,
  state.toLowerCase(),
  minute(createdAt),
  minute(expiresAt),
  minute(lastUsedAt),
];

const minute = (instant: string | null): string => instant?.replace(/:\d\d\.\d+Z$/, 'Z') ?? '-';

const widthOf = (rows: readonly string[][], at: number): number => Math.max(9, ...rows.map((row) => row[at]?.length ?? 0));

/** Does the work in one transaction and logs it; its faults are shown as they are. */
async function inUnit<Done extends { readonly record: KeyRecord }>(
  action: string,
  work: (unit: Unit, now: Date) => Promise<Done>,
): Promise<Done> {
  const logged = async (unit: Unit): Promise<Done> => {
    const done = await work(unit, wallClock.wallNow());
    const { id, scope, holder } = done.record;
    await logAct(unit, { action, subject: id, details: { scope, holder }, requestId: null });
    return done;
  };
  return withRegistry(async (source) => {
    const { today } = await registryPresent(source);
    return write(source, { actor: operator(), today }, logged);
  }).catch(tellFault);
}

// A fault names the field of a mutation's input, which has the same name as the option.
function tellFault(error: unknown): never {
  throw error instanceof Fault ? new CannotStart(error.message.replaceAll('input.', '')) : error;
}

function show(key: string, note: string): void {
  process.stderr.write(`${note}\n`);
  process.stdout.write(`${key}\n`);
}
