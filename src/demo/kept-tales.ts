import { addYears } from '../rules/calendar.ts';
import type { AccountStory } from './account-story.ts';
import type { Tale } from './edges.ts';
import { auditedExternally, reviewed } from './way-tales.ts';

const tale = (title: string, tell: (story: AccountStory) => void): Tale => ({ title, tell });

/** The maintenance audit for year 2, received 30 days ago; the anniversary is 40 days away. */
function maintains(story: AccountStory, overall: number, isReviewed: boolean): void {
  story.isCertified(addYears(story.daysAgo(-40), -1));
  story.isTrained(story.daysAgo(300));
  const day = (ago: number) => story.daysAgo(ago);
  const reportedOn = isReviewed ? { reportedOn: day(5) } : {};
  story.undergoes('MAINTENANCE', { startedOn: day(45), completedOn: day(42), receivedOn: day(30), ...reportedOn }, overall, [
    ['SIGNED_OFF', day(35)],
    ['SUBMITTED', day(32)],
    ['RECEIVED', day(30)],
    ['PRE_ASSESSED', day(20)],
    ...(isReviewed
      ? ([
          ['REVIEWED', day(6)],
          ['REPORT_RECEIVED', day(5)],
        ] as const)
      : []),
  ]);
}

/** Certified through years 2 and 3; the third anniversary was that many days ago. */
function renewing(story: AccountStory, anniversaryAgo: number): void {
  story.isCertified(addYears(story.daysAgo(anniversaryAgo), -3), [2, 3]);
}

/** A re-audit completed that many days ago, whose report is awaited. */
const reAudited = (story: AccountStory, completedAgo: number) =>
  story.undergoes('RE_AUDIT', { startedOn: story.daysAgo(completedAgo + 1), completedOn: story.daysAgo(completedAgo) }, null, []);

/** Firms on their way to a letter or a further certificate, and to a report, one at each stage. */
export const keptTales: readonly Tale[] = [
  tale('re-audit completed, report awaited', (story) => {
    reviewed(story, 260, 91);
    auditedExternally(story, 150, 71);
    reAudited(story, 10);
  }),
  tale('maintenance audit under review', (story) => maintains(story, 88, false)),
  tale('maintenance audit failed, to be corrected', (story) => maintains(story, 72, true)),
  tale('maintenance audit passed, letter awaited', (story) => maintains(story, 88, true)),
  tale('renewal audit under way', (story) => {
    renewing(story, -50);
    story.undergoes('EXTERNAL', { startedOn: story.daysAgo(1) }, null, [
      ['AUDIT_PLAN_SUBMITTED', story.daysAgo(30)],
      ['AUDIT_PLAN_APPROVED', story.daysAgo(12)],
    ]);
  }),
  tale('renewal audit passed, certificate awaited', (story) => {
    renewing(story, -20);
    story.registers(story.daysAgo(120));
    story.isTrained(story.daysAgo(110));
    const day = (ago: number) => story.daysAgo(ago);
    story.undergoes('RECERTIFICATION_INTERNAL', { startedOn: day(83), completedOn: day(80) }, 88, [['SHOWN_TO_AUDITOR', day(41)]]);
    auditedExternally(story, 40, 88);
  }),
  tale('renewal audit failed', (story) => {
    renewing(story, -20);
    auditedExternally(story, 60, 71);
  }),
  tale('re-audit of the renewal completed, report awaited', (story) => {
    renewing(story, 10);
    auditedExternally(story, 120, 71);
    reAudited(story, 10);
  }),
  tale('six months passed without a re-audit of the renewal', (story) => {
    renewing(story, 10);
    auditedExternally(story, 230, 71);
  }),
];
