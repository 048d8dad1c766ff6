import { Command, InvalidArgumentError, Option } from 'commander';
import { logAct } from '../access/audit-log.ts';
import { wallClock } from '../clock.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { holderForm, holderWords } from '../contract/holder.ts';
import { registryPresent } from '../database/primary-clock.ts';
import type { Scope } from '../database/tables/api-key.table.ts';
import { type Unit, write } from '../database/unit-of-work.ts';
import { CannotStart, Fault } from '../errors.ts';
import { type KeyRecord, keysOf, makeKey, revokeKey, rotateKey } from '../keys/keys.service.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { expiryArgument } from './expiry-argument.ts';
import { instantArgument } from './instant-argument.ts';
import { linesIn, type WriteLine } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { operator, withRegistry } from './session.ts';

const scopes: readonly Scope[] = ['buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff', 'admin'];

const notes = `
A key is shown once, and is the only output on standard output; the registry keeps only its hash. Running servers notice a changed key within 30 seconds.

Examples:
  $ registry keys make --scope admin --holder "Jane Doe, IHSA"
  $ registry keys make --scope buyer --holder "City of Sudbury" --expires 2027-12-31
  $ registry keys make --scope organization --holder "ABC Paving Ltd." --organization O-1042
  $ registry keys list
  $ registry keys rotate 3f9a2c0d11e84b76 --until 2026-12-01T12:00:00-05:00
  $ registry keys revoke 3f9a2c0d11e84b76`;

const frenchNotes = `
Une clé est montrée une seule fois, seule sur la sortie standard; le registre n’en garde que l’empreinte. Les serveurs en marche remarquent une clé modifiée en 30 secondes au plus.

Exemples :
  $ registry keys make --scope admin --holder "Jeanne Roy, IHSA"
  $ registry keys make --scope buyer --holder "Ville du Grand Sudbury" --expires 2027-12-31
  $ registry keys make --scope organization --holder "Pavage ABC ltée" --organization O-1042
  $ registry keys list
  $ registry keys rotate 3f9a2c0d11e84b76 --until 2026-12-01T12:00:00-05:00
  $ registry keys revoke 3f9a2c0d11e84b76`;

/** `registry keys make|list|rotate|revoke` */
export function keysCommand(): Command {
  const keys = new Command('keys').addHelpText('after', notesIn({ en: notes, fr: frenchNotes }));
  keys.addCommand(makeCommand());
  keys.addCommand(new Command('list').description('list every key, by holder').addOption(localeOption()).action(runList));
  keys.addCommand(
    new Command('rotate')
      .description('give a key a new secret; the old one stays valid for a while')
      .argument('<id>', 'the part of the key between its underscores')
      .option(
        '--until <instant>',
        'until when the old secret stays valid (ISO 8601, with its offset; default: one day from now)',
        instantArgument,
      )
      .addOption(localeOption())
      .action(runRotate),
  );
  keys.addCommand(
    new Command('revoke')
      .description('end a key')
      .argument('<id>', 'the part of the key between its underscores')
      .addOption(localeOption())
      .action(runRevoke),
  );
  return keys;
}

const makeCommand = (): Command =>
  new Command('make')
    .description('make a key')
    .addOption(new Option('--scope <scope>', 'what it may see and do').choices(scopes).makeOptionMandatory())
    .requiredOption('--holder <name>', 'the person or body that receives it', holderArgument)
    .option('--organization <organization>', 'whose file it opens: the key it was imported under, or its id (for an organization’s key)')
    .option('--expires <day>', 'its last day, or an instant (ISO 8601, with its offset; default: never)', expiryArgument)
    .addOption(localeOption())
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
  readonly locale: Locale;
}

async function runMake({ scope, holder, organization, expires, locale }: MakeFlags): Promise<void> {
  const made = await inUnit('createApiKey', async (unit, now) => {
    const organizationId = organization === undefined ? null : await organizationIdOf(unit, organization);
    return makeKey(unit, { scope, holder, organizationId, expiresAt: expires ?? null }, now);
  });
  show(made.key, linesIn(locale)('Key {} of {}, scope {}. It is not shown again.', made.record.id, made.record.holder, scope));
}

/** The id may be the one that the API shows: an organization that was entered there has no key of an import. */
async function organizationIdOf({ tx }: Unit, organization: string): Promise<string> {
  const given = fromGlobalId(organization, 'Organization')?.uuid ?? organization;
  const [found]: { id: string }[] = await tx.query('select id from organization where reference = $1 or id::text = lower($1)', [given]);
  if (!found) throw new CannotStart('There is no such organization.');
  return found.id;
}

const DAY_MS = 24 * 60 * 60 * 1000;

async function runRotate(id: string, { until, locale }: { readonly until?: Date; readonly locale: Locale }): Promise<void> {
  const { record, key } = await inUnit('rotateApiKey', (unit, now) =>
    rotateKey(unit, { id, expectedVersion: null }, until ?? new Date(now.getTime() + DAY_MS), now),
  );
  const { oldSecretUntil: end } = record;
  const line = linesIn(locale);
  show(
    key,
    end === null
      ? line('The new secret of key {} is valid at once; the old one ended. It is not shown again.', id)
      : line('The new secret of key {} is valid at once; the old one is valid until {}. It is not shown again.', id, end),
  );
}

async function runRevoke(id: string, { locale }: { readonly locale: Locale }): Promise<void> {
  await inUnit('revokeApiKey', async (unit, now) => ({ record: await revokeKey(unit, { id, expectedVersion: null }, now) }));
  process.stdout.write(`${linesIn(locale)('Key {} is revoked. Running servers refuse it within 30 seconds.', id)}\n`);
}

async function runList({ locale }: { readonly locale: Locale }): Promise<void> {
  const line = linesIn(locale);
  const now = wallClock.wallNow();
  const everything = { scope: null, above: null, below: null, direction: 'ASC', limit: Number.MAX_SAFE_INTEGER } as const;
  const keys = await withRegistry(({ manager }) => keysOf(manager, everything, now));
  const header = [line('id'), line('scope'), line('holder'), line('state'), line('made'), line('expires'), line('last used')];
  const rows = [header, ...keys.map((each) => lineOf(each, line))];
  for (const row of rows) {
    process.stdout.write(
      `${row
        .map((cell, at) => cell.padEnd(widthOf(rows, at)))
        .join('  ')
        .trimEnd()}\n`,
    );
  }
}

const states = { VALID: 'valid', EXPIRED: 'expired', REVOKED: 'revoked' } as const;

const lineOf = ({ id, scope, holder, state, createdAt, expiresAt, lastUsedAt }: KeyRecord, line: WriteLine): string[] => [
  id,
  scope,
  holder,
  line(states[state]),
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
