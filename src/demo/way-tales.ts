import type { AccountStory } from './account-story.ts';
import type { Tale } from './edges.ts';

const tale = (title: string, tell: (story: AccountStory) => void): Tale => ({ title, tell });

/** Registered 400 days ago, with people who are trained since. */
function prepared(story: AccountStory): void {
  story.registers(story.daysAgo(400));
  story.isTrained(story.daysAgo(390));
}

/** The steps of an initial internal audit up to its review; the report reached the firm that many days ago. */
export function reviewed(story: AccountStory, reportedAgo: number, overall: number): string {
  prepared(story);
  const day = (before: number) => story.daysAgo(reportedAgo + before);
  return story.undergoes(
    'INITIAL_INTERNAL',
    { startedOn: day(75), completedOn: day(72), receivedOn: day(60), reportedOn: day(0) },
    overall,
    [
      ['SIGNED_OFF', day(65)],
      ['SUBMITTED', day(62)],
      ['RECEIVED', day(60)],
      ['PRE_ASSESSED', day(50)],
      ['REVIEWED', day(2)],
      ['REPORT_RECEIVED', day(0)],
    ],
  );
}

/** An external audit of that many days ago, reported three weeks later. */
export function auditedExternally(story: AccountStory, completedAgo: number, overall: number): string {
  const day = (after: number) => story.daysAgo(completedAgo - after);
  return story.undergoes('EXTERNAL', { startedOn: day(-2), completedOn: day(0), reportedOn: day(21) }, overall, [
    ['AUDIT_PLAN_SUBMITTED', day(-30)],
    ['AUDIT_PLAN_APPROVED', day(-15)],
    ['REPORT_APPROVED', day(21)],
    ['REPORT_RECEIVED', day(22)],
  ]);
}

/** Firms on their way to the first certificate, one at each stage. */
export const wayTales: readonly Tale[] = [
  tale('applied for registration', (story) => story.applies({ appliedOn: story.daysAgo(6), acknowledgedOn: story.daysAgo(5) })),
  tale('application rejected', (story) => {
    story.applies({ appliedOn: story.daysAgo(40), acknowledgedOn: story.daysAgo(39), rejectedOn: story.daysAgo(30) });
  }),
  tale('application confirmed', (story) => {
    const [appliedOn, acknowledgedOn] = [story.daysAgo(50), story.daysAgo(49)];
    story.applies({ appliedOn, acknowledgedOn, verifiedOn: story.daysAgo(45), confirmedOn: story.daysAgo(44) });
  }),
  tale('its people are trained', prepared),
  tale('internal audit under review', (story) => {
    prepared(story);
    const day = (ago: number) => story.daysAgo(ago);
    story.undergoes('INITIAL_INTERNAL', { startedOn: day(45), completedOn: day(42), receivedOn: day(30) }, 88, [
      ['SIGNED_OFF', day(35)],
      ['SUBMITTED', day(32)],
      ['RECEIVED', day(30)],
      ['PRE_ASSESSED', day(20)],
    ]);
  }),
  tale('internal audit returned for correction', (story) => {
    prepared(story);
    const day = (ago: number) => story.daysAgo(ago);
    story.undergoes('INITIAL_INTERNAL', { startedOn: day(45), completedOn: day(42) }, 76, [
      ['SIGNED_OFF', day(35)],
      ['SUBMITTED', day(32)],
      ['RECEIVED', day(30)],
      ['RETURNED', day(20)],
    ]);
  }),
  tale('internal audit reviewed and passed', (story) => void reviewed(story, 60, 91)),
  tale('internal audit failed, corrective action plan awaited', (story) => {
    story.happens(reviewed(story, 40, 74), 'ACTION_PLAN_CHOSEN', story.daysAgo(35));
  }),
  tale('internal audit failed, new one asked for', (story) => {
    story.happens(reviewed(story, 40, 61), 'NEW_AUDIT_CHOSEN', story.daysAgo(35));
  }),
  tale('external audit under way', (story) => {
    reviewed(story, 90, 91);
    story.undergoes('EXTERNAL', { startedOn: story.daysAgo(1) }, null, [
      ['AUDIT_PLAN_SUBMITTED', story.daysAgo(30)],
      ['AUDIT_PLAN_APPROVED', story.daysAgo(12)],
    ]);
  }),
  tale('external audit failed', (story) => {
    reviewed(story, 150, 91);
    auditedExternally(story, 60, 71);
  }),
  tale('re-audit passed, certificate awaited', (story) => {
    reviewed(story, 260, 91);
    auditedExternally(story, 150, 71);
    const day = (ago: number) => story.daysAgo(ago);
    story.undergoes('RE_AUDIT', { startedOn: day(31), completedOn: day(30), reportedOn: day(10) }, 86, [
      ['REPORT_APPROVED', day(10)],
      ['REPORT_RECEIVED', day(9)],
    ]);
  }),
  tale('six months passed without an external audit', (story) => void reviewed(story, 200, 91)),
  tale('six months passed without a re-audit', (story) => {
    reviewed(story, 310, 91);
    auditedExternally(story, 260, 71);
  }),
];
