import { Command, InvalidArgumentError } from 'commander';
import { dropParked, parkedJobs, retryParked, waitingJobs } from '../jobs/parked.ts';
import { exitCodes } from './exit-codes.ts';
import { withRegistry } from './session.ts';

const notes = `
A failed job is retried at growing intervals; after its last attempt it is parked, and its error is listed here until someone retries or drops it. The metric registry_jobs_parked counts them.

Exit codes: 0 none is parked, 1 some are, 2 the registry cannot be opened.

Examples:
  $ registry jobs
  $ registry jobs retry 4711
  $ registry jobs drop 4711 4712`;

/** `registry jobs [retry|drop]` */
export function jobsCommand(): Command {
  const jobs = new Command('jobs').description('list the background jobs, and those that failed permanently').addHelpText('after', notes);
  jobs.action(runList);
  jobs.addCommand(new Command('retry').description('retry parked jobs').argument('<id...>', 'ids of parked jobs', jobIds).action(runRetry));
  jobs.addCommand(new Command('drop').description('remove parked jobs').argument('<id...>', 'ids of parked jobs', jobIds).action(runDrop));
  return jobs;
}

function jobIds(text: string, before: readonly string[] = []): readonly string[] {
  if (/^[1-9]\d{0,17}$/.test(text)) return [...before, text];
  throw new InvalidArgumentError('It must be a whole number.');
}

async function runList(): Promise<void> {
  const [waiting, parked] = await withRegistry(async (source) => [await waitingJobs(source), await parkedJobs(source)] as const);
  for (const { task, waiting: due, running, failing } of waiting) {
    process.stdout.write(`${task}: ${due} waiting, ${running} under way, ${failing} to be tried again\n`);
  }
  for (const { id, task, attempts, parkedAt, lastError } of parked) {
    const [error = ''] = (lastError ?? '').split('\n');
    process.stdout.write(`parked ${id} ${task}, after ${attempts} attempts, since ${parkedAt.toISOString()}: ${error}\n`);
  }
  process.stdout.write(`${parked.length} parked.\n`);
  process.exitCode = parked.length > 0 ? exitCodes.found : exitCodes.done;
}

async function runRetry(ids: readonly string[]): Promise<void> {
  tell(await withRegistry((source) => retryParked(source, ids)), ids, 'will be tried again');
}

async function runDrop(ids: readonly string[]): Promise<void> {
  tell(await withRegistry((source) => dropParked(source, ids)), ids, 'removed');
}

function tell(done: number, { length }: readonly string[], what: string): void {
  process.stdout.write(`${done} of ${length} ${what}.\n`);
  process.exitCode = done === length ? exitCodes.done : exitCodes.found;
}
