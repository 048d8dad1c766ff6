import { Command } from 'commander';
import type { DataSource } from 'typeorm';
import { periodOf } from '../accounts/shown-period.ts';
import { fromGlobalId } from '../contract/global-id.ts';
import { poolOf } from '../database/data-source.ts';
import { registryPresent } from '../database/primary-clock.ts';
import { CannotStart } from '../errors.ts';
import { accountsMeant } from '../identifiers/bare-number.ts';
import type { Day } from '../rules/calendar.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { type WholePeriod, wholePeriodsOf } from '../standing/standing-period.sql.ts';
import { dayArgument } from './day-argument.ts';
import { explanation } from './explanation.ts';
import { instantArgument } from './instant-argument.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { withRegistry } from './session.ts';
import { suggestedAccounts } from './suggested-accounts.ts';

interface ExplainFlags {
  readonly on?: Day;
  readonly knownAt?: Date;
  readonly locale: Locale;
}

const notes = `
The account is a WSIB account number, the key it was imported under, or its id. → marks a clause that decides the standing, ✓ one that applies, – one that does not: neither is good or bad by itself.

Examples:
  $ registry explain 1234567
  $ registry explain 1234567 --on 2026-03-31 --locale fr
  $ registry explain 1234567 --on 2026-03-31 --known-at 2026-04-02T14:00:00-04:00`;

const frenchNotes = `
Le compte est un numéro de compte de la WSIB, la clé sous laquelle il a été importé, ou son identifiant. → marque une clause qui détermine la situation, ✓ une clause qui s’applique, – une clause qui ne s’applique pas : ni l’un ni l’autre n’est bon ou mauvais en soi.

Exemples :
  $ registry explain 1234567
  $ registry explain 1234567 --on 2026-03-31 --locale en
  $ registry explain 1234567 --on 2026-03-31 --known-at 2026-04-02T14:00:00-04:00`;

/** `registry explain <account>` */
export const explainCommand = (): Command =>
  new Command('explain')
    .argument('<account>', 'WSIB account number, imported key or id')
    .option('--on <day>', 'the day to ask about (default: today in Toronto)', dayArgument)
    .option('--known-at <instant>', 'use only what was recorded by this instant (ISO 8601, with its offset)', instantArgument)
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runExplain);

async function runExplain(account: string, { on, knownAt, locale }: ExplainFlags): Promise<void> {
  const { row, day } = await withRegistry(async (dataSource) => {
    const day = on ?? (await registryPresent(dataSource)).today;
    return { row: await periodOn(dataSource, account, { day, knownAt }), day };
  });
  process.stdout.write(`${explanation(`${row.accountReference}, ${row.organizationName}`, periodOf(row), day, locale)}\n`);
}

async function periodOn(
  dataSource: DataSource,
  account: string,
  { day, knownAt }: { readonly day: Day; readonly knownAt: Date | undefined },
): Promise<WholePeriod> {
  const given = fromGlobalId(account, 'Account')?.uuid ?? account;
  const [found]: { id: string }[] = await dataSource.query(
    `select id from account where reference = $1 or wsib_account = any($2) or id::text = lower($1) order by reference <> $1, array_position($2, wsib_account) limit 1`,
    [given, accountsMeant(account)],
  );
  if (!found) throw notFound(await suggestedAccounts(dataSource, account, day));
  const { rows, firstRecordedAt } = await wholePeriodsOf(poolOf(dataSource), [{ kind: 'account', value: found.id }], day, { knownAt });
  const [row] = rows;
  if (row) return row;
  throw new CannotStart(
    `At that instant the account was not known; the registry's first record is from ${firstRecordedAt?.toISOString()}.`,
  );
}

const notFound = (suggested: readonly string[]): CannotStart =>
  new CannotStart(
    suggested.length === 0
      ? 'There is no such account.'
      : ['There is no such account. Did you mean one of these?', ...suggested].join('\n'),
  );
