import type { Worker, WorkerEvents } from 'graphile-worker';

/** Limits jobs flagged as slow to a part of the workers, so that they never keep the others waiting. */
export class SlowJobs {
  private readonly most: number;
  /** For each worker about to ask for a job, in order: whether it may get a slow one. */
  private readonly asking: boolean[] = [];
  /** Workers that may have got a slow job, or have one. */
  private readonly slow = new Set<Worker>();

  constructor(most: number) {
    this.most = most;
  }

  /** The flags of jobs that the next worker to ask must not get. Counted at once, because idle workers ask at the same moment. */
  forbidden(): string[] | null {
    const may = this.slow.size + this.asking.filter((each) => each).length < this.most;
    this.asking.push(may);
    return may ? null : ['slow'];
  }

  /** Keeps count from the workers' events. */
  follow(events: WorkerEvents): void {
    events.on('worker:getJob:start', ({ worker }) => void (this.asking.shift() && this.slow.add(worker)));
    events.on('job:start', ({ worker, job }) => void (job.flags?.slow || this.slow.delete(worker)));
    const done = ({ worker }: { readonly worker: Worker }) => void this.slow.delete(worker);
    events.on('worker:getJob:empty', done);
    events.on('worker:getJob:error', done);
    events.on('job:complete', done);
  }
}
