import { Command, InvalidArgumentError } from 'commander';
import { dropParked, parkedJobs, retryParked, waitingJobs } from '../jobs/parked.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { exitCodes } from './exit-codes.ts';
import { type Line, linesIn } from './lines.ts';
import { localeOption } from './locale-option.ts';
import { notesIn } from './notes.ts';
import { withRegistry } from './session.ts';

const notes = `
A failed job is retried at growing intervals; after its last attempt it is parked, and its error is listed here until someone retries or drops it. The metric registry_jobs_parked counts them.

Exit codes: 0 none is parked, 1 some are, 2 the registry cannot be opened.

Examples:
  $ registry jobs
  $ registry jobs retry 4711
  $ registry jobs drop 4711 4712`;

const frenchNotes = `
Une tâche qui échoue est reprise à intervalles croissants; après sa dernière tentative elle est mise de côté, et son erreur reste ici jusqu’à ce que quelqu’un la relance ou la retire. La mesure registry_jobs_parked les compte.

Codes de sortie : 0 aucune n’est de côté, 1 il y en a, 2 le registre ne peut être ouvert.

Exemples :
  $ registry jobs
  $ registry jobs retry 4711
  $ registry jobs drop 4711 4712`;

interface JobFlags {
  readonly locale: Locale;
}

/** `registry jobs [retry|drop]` */
export function jobsCommand(): Command {
  const jobs = new Command('jobs').addOption(localeOption()).addHelpText('after', notesIn({ en: notes, fr: frenchNotes }));
  jobs.action(runList);
  jobs.addCommand(
    new Command('retry')
      .description('retry parked jobs')
      .argument('<id...>', 'ids of parked jobs', jobIds)
      .addOption(localeOption())
      .action(runRetry),
  );
  jobs.addCommand(
    new Command('drop')
      .description('remove parked jobs')
      .argument('<id...>', 'ids of parked jobs', jobIds)
      .addOption(localeOption())
      .action(runDrop),
  );
  return jobs;
}

function jobIds(text: string, before: readonly string[] = []): readonly string[] {
  if (/^[1-9]\d{0,17}$/.test(text)) return [...before, text];
  throw new InvalidArgumentError('It must be a whole number.');
}

async function runList({ locale }: JobFlags): Promise<void> {
  const line = linesIn(locale);
  const [waiting, parked] = await withRegistry(async (source) => [await waitingJobs(source), await parkedJobs(source)] as const);
  for (const { task, waiting: due, running, failing } of waiting) {
    process.stdout.write(`${line('{}: {} waiting, {} under way, {} to be tried again', task, due, running, failing)}\n`);
  }
  for (const { id, task, attempts, parkedAt, lastError } of parked) {
    const [error = ''] = (lastError ?? '').split('\n');
    process.stdout.write(`${line('parked {} {}, after {} attempts, since {}: {}', id, task, attempts, parkedAt.toISOString(), error)}\n`);
  }
  process.stdout.write(`${line('{} parked.', parked.length)}\n`);
  process.exitCode = parked.length > 0 ? exitCodes.found : exitCodes.done;
}

async function runRetry(ids: readonly string[], flags: JobFlags): Promise<void> {
  tell(await withRegistry((source) => retryParked(source, ids)), ids, { said: '{} of {} will be tried again.', ...flags });
}

async function runDrop(ids: readonly string[], flags: JobFlags): Promise<void> {
  tell(await withRegistry((source) => dropParked(source, ids)), ids, { said: '{} of {} removed.', ...flags });
}

function tell(done: number, { length }: readonly string[], { said, locale }: JobFlags & { readonly said: Line }): void {
  process.stdout.write(`${linesIn(locale)(said, done, length)}\n`);
  process.exitCode = done === length ? exitCodes.done : exitCodes.found;
}
