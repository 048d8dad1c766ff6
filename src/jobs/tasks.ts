import type { CronItem, TaskList } from 'graphile-worker';
import { removeOldBudgets } from '../access/shared-budgets.ts';
import { askAddress, type DigestMail, tidyDigests } from '../digests/confirmation.service.ts';
import { mailDigest, queueDigests } from '../digests/digest-mail.service.ts';
import { type DeskMail, mailDesk, queueDeskMail } from '../mail/desk-mail.service.ts';
import { eraseOldNames } from '../people/retention.ts';
import { removeOldLists } from '../public-list/kept-lists.ts';
import { makePublicList } from '../public-list/make-list.service.ts';
import type { Day } from '../rules/calendar.ts';
import type { SigningKeys } from '../signing/signing-keys.ts';
import { type Delivering, deliver } from '../webhooks/deliver.ts';
import { deliverTestEvent } from '../webhooks/deliver-test-event.ts';
import { removeOldDeliveries } from '../webhooks/retention.ts';
import { refreshWork } from '../work-queue/refresh.service.ts';
import { releaseLost } from './lost-jobs.ts';
import { carryOutAdvance } from './sandbox.ts';

/** What the tasks need. */
export interface TaskParts extends Delivering {
  /** Where and how the desk's mail goes. Default: none is sent. */
  readonly deskMail?: DeskMail | null;
  /** How daily e-mail goes to organizations and for watch lists. Default: none is sent. */
  readonly digestMail?: DigestMail | null;
  /** Sign the public lists. Default: they are not signed. */
  readonly signingKeys?: SigningKeys | null;
}

declare global {
  namespace GraphileWorker {
    /** The payload of a job. */
    interface Tasks {
      /** The id of an endpoint. */
      deliverWebhook: { readonly endpoint: string };
      /** The id of an endpoint, and the header webhook-id. */
      sendTestEvent: { readonly endpoint: string; readonly message: string };
      /** Whether there is to be one if the day has one already; from the timetable, there is not. */
      makePublicList: { readonly further?: boolean };
      /** The day that a sandbox is to have. */
      advanceClock: { readonly to: Day };
      /** An address of the desk, and the day of the summary. */
      mailDesk: { readonly address: string; readonly day: Day };
      /** The id of a digest whose address is to be asked. */
      askDigestAddress: { readonly digest: string };
      /** The id of a digest, and its day. */
      mailDigest: { readonly digest: string; readonly day: Day };
    }
  }
}

const never = new AbortController().signal;

/** Every background task. Each may run twice, or be interrupted and started again, without harm. */
export const tasksOf = (parts: TaskParts): TaskList => ({
  deliverWebhook: ({ endpoint }, { abortSignal = never }) => deliver(parts, endpoint, abortSignal),
  sendTestEvent: ({ endpoint, message }, { abortSignal = never }) => deliverTestEvent(parts, endpoint, message, abortSignal),
  advanceClock: ({ to }, { abortSignal = never }) => carryOutAdvance(parts.source, to, abortSignal),
  tidyUp: async () => {
    await releaseLost(parts.source);
    await removeOldDeliveries(parts.source.manager);
    await removeOldBudgets(parts.source.manager);
    await tidyDigests(parts.source, parts.clock.wallNow());
  },
  noticeDesk: async () => {
    if (parts.deskMail) await queueDeskMail(parts.source, parts.deskMail.to, parts.clock.today());
  },
  mailDesk: async (job) => {
    if (parts.deskMail) await mailDesk(parts.source, parts.deskMail, parts.clock.today(), job);
  },
  askDigestAddress: async (job) => {
    if (parts.digestMail) await askAddress(parts.source, parts.digestMail, parts.clock.wallNow(), job);
  },
  noticeDigests: async () => {
    if (parts.digestMail) await queueDigests(parts.source, parts.clock.today());
  },
  mailDigest: async (job) => {
    if (parts.digestMail) await mailDigest(parts.source, parts.digestMail, parts.clock, job);
  },
  makePublicList: async (job) => {
    const further = job?.further ?? false;
    const today = parts.clock.today();
    await makePublicList(parts.source, { today, keys: parts.signingKeys ?? null, further });
    await removeOldLists(parts.source, today);
  },
  refreshWork: () => refreshWork(parts.source, parts.clock.today()),
  eraseOldNames: async () => {
    await eraseOldNames(parts.source, parts.clock.today());
  },
});

/** The schedule of recurring tasks, in UTC. The sweeper, which records what each day brings, is no job and needs no worker. */
export const timetable: CronItem[] = [
  { task: 'refreshWork', match: '*/5 * * * *', options: { jobKey: 'refreshWork', backfillPeriod: 0, maxAttempts: 3 } },
  // In the morning in Toronto: 7:10 in winter, 8:10 in summer.
  { task: 'noticeDesk', match: '10 12 * * 1-5', options: { jobKey: 'noticeDesk', backfillPeriod: 21_600_000, maxAttempts: 3 } },
  { task: 'noticeDigests', match: '20 12 * * 1-5', options: { jobKey: 'noticeDigests', backfillPeriod: 21_600_000, maxAttempts: 3 } },
  // At 1:30 in Toronto in winter, at 2:30 in summer: the sweep has recorded the day by then.
  { task: 'makePublicList', match: '30 6 * * *', options: { jobKey: 'makePublicList', backfillPeriod: 64_800_000, maxAttempts: 10 } },
  { task: 'tidyUp', match: '* * * * *', options: { jobKey: 'tidyUp', backfillPeriod: 0, maxAttempts: 3 } },
  { task: 'eraseOldNames', match: '20 9 * * *', options: { jobKey: 'eraseOldNames', backfillPeriod: 86_400_000, maxAttempts: 3 } },
];
