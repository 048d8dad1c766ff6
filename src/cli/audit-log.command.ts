import { Command } from 'commander';
import { keptHeads, publishedHeads, readKeptHead } from '../chain/heads.ts';
import { type FoundProblem, type KeptHead, type VerifiedChain, verifyChain } from '../chain/verify.ts';
import type { Config } from '../config.ts';
import { CannotStart } from '../errors.ts';
import { configuredKeys } from './configured-keys.ts';
import { exitCodes } from './exit-codes.ts';
import { withRegistry } from './session.ts';

const verifyNotes = `
It reads every row of the audit log, the feed and the facts' history, and writes nothing. What somebody altered in the database is found; that the
newest rows were cut off is found only by a head that was kept outside: give it by --head. See docs/audit-chain.md.

Exit codes: 0 no problems, 1 problems found, 2 the registry cannot be opened.

Examples:
  $ registry audit-log verify
  $ registry audit-log verify --head 1203:5f0c…e1`;

/** `registry audit-log` */
export function auditLogCommand(): Command {
  const command = new Command('audit-log').description('prove that no row of the log, the feed or a fact was changed');
  command
    .command('verify')
    .description('read the whole chain and every row that it stands for')
    .option('--head <head>', 'a head kept outside: <position>:<digest>, or a signed one; may be given several times', several, [])
    .addHelpText('after', verifyNotes)
    .action(runVerify);
  command.command('heads').description('show the heads that were published, the newest first, as JSON').action(runHeads);
  return command;
}

const several = (value: string, before: string[]): string[] => [...before, value];

async function runVerify({ head }: { readonly head: readonly string[] }): Promise<void> {
  const found = await withRegistry(async (source, config) => {
    const kept = [...(await keptHeads(source)), ...(await headsGiven(head, config))];
    return verifyChain(source, kept, showAtMost(MOST_SHOWN));
  });
  process.stdout.write(`${summaryOf(found)}\n`);
  process.exitCode = found.problems > 0 ? exitCodes.found : exitCodes.done;
}

async function headsGiven(texts: readonly string[], config: Config): Promise<KeptHead[]> {
  if (texts.length === 0) return [];
  const keys = await configuredKeys(config);
  return Promise.all(
    texts.map((text) =>
      readKeptHead(text, keys).catch((error: unknown) => {
        throw new CannotStart(`--head cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      }),
    ),
  );
}

async function runHeads(): Promise<void> {
  const heads = await withRegistry((source) => publishedHeads(source));
  process.stdout.write(`${JSON.stringify(heads, null, 2)}\n`);
}

/** As many as one reads; the count says how many there are. */
const MOST_SHOWN = 50;

/** Shows the first problems of a verification. */
export function showAtMost(most: number): (found: FoundProblem) => void {
  let shown = 0;
  return ({ problem, position, source, rowId }) => {
    shown += 1;
    if (shown > most) return;
    const where = [position === null ? null : `link ${position}`, source && `${source} ${rowId}`].filter((each) => each !== null);
    process.stdout.write(`  ${where.join(', ')}: ${problem}\n`);
  };
}

/** What a verification says at its end. */
export const summaryOf = ({ links, problems, erased, pending, head }: VerifiedChain): string =>
  [
    `${links} links of the chain verified, ${problems} problems.`,
    ...(erased > 0 ? [`The personal data of ${erased} rows are erased.`] : []),
    ...(pending > 0 ? [`${pending} rows wait for their link.`] : []),
    `Head ${links}:${head}`,
  ].join('\n');
