import { Command } from 'commander';
import { keptHeads } from '../chain/heads.ts';
import { verifyChain } from '../chain/verify.ts';
import { findPublishedEarly, type PublishedEarly } from '../jobs/published-early.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { checkTimelines, type TimelineProblem } from '../standing/standing.check.ts';
import { showAtMost } from './audit-log.command.ts';
import { exitCodes } from './exit-codes.ts';
import { counted, type Line, linesIn, type WriteLine } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { withRegistry } from './session.ts';

const notes = `
It writes nothing. If timelines differ after a change of the rules, run \`registry rebuild\`.

Exit codes: 0 no problems, 1 problems found, 2 the registry cannot be opened.

Example:
  $ registry check`;

const frenchNotes = `
La commande n’écrit rien. Si des chronologies diffèrent après un changement des règles, lancez \`registry rebuild\`.

Codes de sortie : 0 aucun problème, 1 problèmes trouvés, 2 le registre ne peut être ouvert.

Exemple :
  $ registry check`;

/** `registry check` */
export const checkCommand = (): Command =>
  new Command('check')
    .addOption(localeOption())
    .addHelpText('after', notesIn({ en: notes, fr: frenchNotes }))
    .action(runCheck);

async function runCheck({ locale }: { readonly locale: Locale }): Promise<void> {
  const line = linesIn(locale);
  const { accounts, problems } = await withRegistry(async (dataSource) => {
    const checked = await checkTimelines(dataSource, { onProblem: (problem) => tell(problem, line) });
    const early = tellEarly(await findPublishedEarly(dataSource), line);
    const chain = await verifyChain(dataSource, await keptHeads(dataSource), showAtMost(MOST_SHOWN, line));
    return { accounts: checked.accounts, problems: checked.problems + early + chain.problems };
  });
  process.stdout.write(`${line('{}, {}.', counted(locale, accounts, 'account checked'), counted(locale, problems, 'problem'))}\n`);
  process.exitCode = problems > 0 ? exitCodes.found : exitCodes.done;
}

/** What each problem of a timeline means. */
const found: Readonly<Record<TimelineProblem['problem'], Line>> = {
  MISSING: 'the timeline is missing',
  DIFFERS_FROM_FACTS: 'the timeline differs from the facts',
  NO_SUCH_ACCOUNT: 'a timeline has no account',
  RECORDING_MISSING: 'the record of when it was written is missing',
  STARTS_LATE: 'it does not start at the beginning',
  END_IS_NOT_NEXT_START: 'a period does not end where the next begins',
  SINCE_IS_NOT_START_OF_RUN: 'the first day of the standing is wrong',
  HOLDS_UNTIL_IS_NOT_NEXT_CHANGE: 'the day of the next standing is wrong',
  NEXT_STANDING_IS_ANOTHER: 'the next standing is wrong',
  REASONS_UNREADABLE: 'its reasons cannot be read',
};

/** The most problems of the chain that are shown; `registry audit-log verify` shows all. */
const MOST_SHOWN = 20;

/** Shows what was published before its day; returns how many problems that is. */
function tellEarly({ changes, sweptThrough }: PublishedEarly, line: WriteLine): number {
  if (sweptThrough !== null)
    process.stdout.write(`  ${line('changes are published up to {}, which is in the future: see `registry repair-days`', sweptThrough)}\n`);
  if (changes > 0) process.stdout.write(`  ${line('{} changes were published before their day: see `registry repair-days`', changes)}\n`);
  return changes + (sweptThrough === null ? 0 : 1);
}

function tell({ accountReference, problem, on, inHistory }: TimelineProblem, line: WriteLine): void {
  const where = `${accountReference ?? line('no account')}${inHistory ? line(', in the history') : ''}`;
  const what = `${line(found[problem])} (${problem})`;
  process.stdout.write(`  ${on ? line('{}: on {}, {}', where, on, what) : line('{}: {}', where, what)}\n`);
}
