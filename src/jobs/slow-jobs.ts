import type { Worker, WorkerEvents } from 'graphile-worker';

/** Sees that jobs flagged as slow take no more than a part of the workers, so that they never keep the others waiting. */
export class SlowJobs {
  private readonly most: number;
  /** Of those who are about to ask for a job, in their order, whether they may get a slow one. */
  private readonly asking: boolean[] = [];
  /** Those who may have got one, or have. */
  private readonly slow = new Set<Worker>();

  constructor(most: number) {
    this.most = most;
  }

  /** The flags of jobs that whoever asks next must not get. Counted at once: of idle workers, many ask at the same moment. */
  forbidden(): string[] | null {
    const may = this.slow.size + this.asking.filter((each) => each).length < this.most;
    this.asking.push(may);
    return may ? null : ['slow'];
  }

  /** Keeps count by what the workers tell. */
  follow(events: WorkerEvents): void {
    events.on('worker:getJob:start', ({ worker }) => void (this.asking.shift() && this.slow.add(worker)));
    events.on('job:start', ({ worker, job }) => void (job.flags?.slow || this.slow.delete(worker)));
    const done = ({ worker }: { readonly worker: Worker }) => void this.slow.delete(worker);
    events.on('worker:getJob:empty', done);
    events.on('worker:getJob:error', done);
    events.on('job:complete', done);
  }
}
