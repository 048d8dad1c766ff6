import { plusDays, plusYears, sixMonthsAfter } from './days.ts';
import type { Life } from './life.ts';
import { courses, isByQualified, isInvalid, lostOn } from './life-model.ts';

/** How an internal audit comes out. */
const outcomes = ['passes', 'passes', 'passes', 'is returned', 'is held', 'declares a failure', 'fails, plan', 'fails, new audit'] as const;

/** G-2.1.a, R-1: it applies, perhaps after a rejection, and is registered unless WSIB says that it is not valid. */
export async function register(life: Life): Promise<void> {
  const { desk, firm } = life;
  const word = life.pick(null, null, true, true, false);
  if (word !== null) await life.does(`WSIB says ${word}`, desk.report(firm, word, life.day));
  const apply = async () => String((await life.does('applies', desk.apply(firm, life.day))).id);
  let application = await apply();
  if (life.oneIn(5)) {
    await life.does('is rejected', desk.handle(application, 'reject', life.day));
    life.count('rejected applications');
    life.pass(1);
    application = await apply();
  }
  for (const what of ['acknowledge', 'verify']) {
    life.pass(1);
    await life.does(what, desk.handle(application, what, life.day));
  }
  life.pass(1);
  const confirm = () => desk.handle(application, 'confirm', life.day);
  const isPossible = !isInvalid(await life.paper(), life.day);
  await life.does('is confirmed', confirm(), isPossible);
  if (!isPossible) {
    life.count('confirmations that WSIB stopped');
    life.pass(10);
    await life.does('WSIB says true', desk.report(firm, true, life.day));
    await life.does('is confirmed', confirm());
  }
  life.count('registrations');
}

/** G-1.2.c, G-2.2.a, G-1.2.d: its people, mostly with every course, and its system. */
export async function prepare(life: Life): Promise<void> {
  const { desk, firm } = life;
  const without = life.oneIn(6) ? life.pick(...courses) : null;
  for (const act of await desk.staff(firm, life.day, without)) await life.does(`staff without ${without}`, Promise.resolve(act));
  const isShort = life.oneIn(5);
  life.pass(7);
  // In place for a year less a day, or a year to the day (G-1.2.d).
  const since = plusYears(life.day, -1);
  await life.does('system', desk.system(firm, isShort ? plusDays(since, 1) : since));
  if (!isShort) return;
  const { id } = await life.does('internal audit', desk.beginAudit(firm, 'INITIAL_INTERNAL', toolOf(life)));
  await life.step(String(id), 'STARTED', false);
  life.count('systems too young');
  life.pass(1);
  await life.step(String(id), 'STARTED', true);
}

const toolOf = ({ isOlder, day }: Life): string => (isOlder && day < '2021-06-01' ? 'COR' : 'COR_2020');

const presentAuditor = ({ firm }: Life): string => firm.people.at(-1) ?? '';

/** From its beginning to the receipt by IHSA. */
async function submitted(life: Life, type: string, tool: string, overall: string): Promise<string> {
  const { desk, firm } = life;
  const audit = String((await life.does(type, desk.beginAudit(firm, type, tool))).id);
  await life.step(audit, 'STARTED');
  await life.does('conducted', desk.conduct(firm, audit, presentAuditor(life)));
  life.pass(2);
  await life.step(audit, 'COMPLETED');
  await life.does(overall, desk.score(audit, overall, life.day));
  await received(life, audit);
  return audit;
}

async function received(life: Life, audit: string): Promise<void> {
  for (const step of ['SIGNED_OFF', 'SUBMITTED']) await life.step(audit, step);
  life.pass(3);
  await life.step(audit, 'RECEIVED');
}

/** G-2.4.c: returned, corrected, and received again. */
async function returned(life: Life, audit: string): Promise<void> {
  await life.step(audit, 'RETURNED');
  life.pass(5);
  await life.does('84.00', life.desk.score(audit, '84.00', life.day));
  await received(life, audit);
}

/** G-2.4.b to G-2.4.e: internal audits until one leads on to the external audit. */
export async function internalAudit(life: Life): Promise<void> {
  for (let round = 0; ; round += 1) {
    const outcome = round > 1 ? 'passes' : life.pick(...outcomes);
    const audit = await submitted(life, 'INITIAL_INTERNAL', toolOf(life), outcome === 'declares a failure' ? '79.99' : '84.00');
    if (!(await assessed(life, audit, outcome))) continue;
    life.count(`internal audit ${outcome}`);
    life.pass(20);
    if (outcome.startsWith('fails')) await life.does('79.99', life.desk.score(audit, '79.99', life.day));
    await life.step(audit, 'REVIEWED');
    life.pass(4);
    await life.step(audit, 'REPORT_RECEIVED');
    if (outcome === 'fails, new audit') {
      await life.step(audit, 'NEW_AUDIT_CHOSEN');
      continue;
    }
    if (outcome === 'fails, plan') await plan(life, audit, ['ACTION_PLAN_CHOSEN', 'ACTION_PLAN_SUBMITTED']);
    return;
  }
}

async function plan(life: Life, audit: string, steps: readonly string[]): Promise<void> {
  for (const step of steps) await life.step(audit, step);
  if (life.oneIn(3)) for (const step of ['ACTION_PLAN_SENT_BACK', 'ACTION_PLAN_SUBMITTED']) await life.step(audit, step);
  life.pass(6);
  await life.step(audit, 'ACTION_PLAN_APPROVED');
}

/** Whether it is pre-assessed without objection: by who conducted it, its declared score, its fee. */
async function assessed(life: Life, audit: string, outcome: (typeof outcomes)[number]): Promise<boolean> {
  if (outcome === 'declares a failure') await life.step(audit, 'PRE_ASSESSED', false);
  if (outcome === 'declares a failure' || outcome === 'is returned') await returned(life, audit);
  if (outcome === 'is held') {
    await life.step(audit, 'HELD_UNPAID');
    await life.step(audit, 'PRE_ASSESSED', false);
    await life.step(audit, 'PAYMENT_RECEIVED');
  }
  const paper = await life.paper();
  const found = paper.audits.find(({ id }) => id === audit);
  const isFit = found !== undefined && isByQualified(paper, found);
  await life.step(audit, 'PRE_ASSESSED', isFit);
  if (isFit) return true;
  await train(life);
  return false;
}

/** The last day for the external audit of a first certification; none for a renewal. */
async function lastDay(life: Life, isRenewal: boolean): Promise<string | null> {
  if (isRenewal) return null;
  const { audits } = await life.paper();
  const on = audits.filter(({ type }) => type === 'INITIAL_INTERNAL').flatMap(({ reportReceivedOn }) => reportReceivedOn ?? []);
  return sixMonthsAfter(on.toSorted().at(-1) ?? life.day);
}

/** G-2.4.g to G-2.4.i, G-3.4: an external audit and, if it fails, its re-audit; the audit that a certificate may name, or null where the process restarts. */
export async function externalAudit(life: Life, isRenewal: boolean): Promise<string | null> {
  const until = await lastDay(life, isRenewal);
  const audit = String((await life.does('external audit', life.desk.beginAudit(life.firm, 'EXTERNAL', toolOf(life)))).id);
  await choose(life, audit);
  await life.step(audit, 'AUDIT_PLAN_SUBMITTED');
  const when = until === null ? 'soon' : life.pick('soon', 'soon', 'soon', 'on the last day', 'too late');
  life.pass(8);
  if (until !== null && when !== 'soon') life.goTo(plusDays(until, when === 'too late' ? 1 : 0));
  if (life.oneIn(5)) await life.step(audit, 'STARTED', false);
  await life.step(audit, 'AUDIT_PLAN_APPROVED');
  // A day too late it cannot even begin.
  await life.step(audit, 'STARTED', when !== 'too late');
  life.count(`external audit ${when}`);
  if (when === 'too late') return null;
  return await examined(life, audit, life.pick('84.00', '84.00', '80.00', '79.99', '79.99'), isRenewal);
}

/** G-3.4.a: not by who consults for the organization, nor by the auditor or company of the external audit next before. */
async function choose(life: Life, audit: string): Promise<void> {
  const { desk, firm } = life;
  const select = (at: number) => desk.select(audit, firm.auditors[at] ?? '', life.day);
  const first = life.pick(0, 1, 2, 3);
  if (life.oneIn(8)) {
    await life.does('consults', desk.consult(firm.auditors[first] ?? '', life.day));
    await life.does(`auditor ${first}`, select(first), false);
    life.count('consultants');
    firm.auditors[first] = await desk.listed(null, '2010-01-01');
  }
  for (const at of [0, 1, 2, 3].map((next) => (first + next) % 4)) {
    if ((await life.does(`auditor ${at}`, select(at), null)).done) return;
    life.count('auditors twice running');
  }
  throw new Error(`Nobody may audit: ${life.story}`);
}

async function examined(life: Life, audit: string, overall: string, isRenewal: boolean): Promise<string | null> {
  const done = await reported(life, audit, overall, isRenewal ? 'of a renewal' : 'first');
  if (overall !== '79.99' || done === null) return done;
  await plan(life, audit, ['ACTION_PLAN_SUBMITTED']);
  return reAudit(life, audit, isRenewal);
}

/** From the last day on site to the receipt of the report; a certificate is tried before each step. */
async function reported(life: Life, audit: string, overall: string, kind: string): Promise<string | null> {
  await life.step(audit, 'COMPLETED');
  await life.does(overall, life.desk.score(audit, overall, life.day));
  if (life.oneIn(2) && (await life.certify(audit, kind))) return null;
  life.pass(9);
  await life.step(audit, 'REPORT_APPROVED');
  life.pass(3);
  await life.step(audit, 'REPORT_RECEIVED');
  if (overall === '79.99' && life.oneIn(2)) await life.certify(audit, kind);
  return audit;
}

async function reAudit(life: Life, failed: string, isRenewal: boolean): Promise<string | null> {
  const { audits } = await life.paper();
  const until = sixMonthsAfter(audits.find(({ id }) => id === failed)?.reportReceivedOn ?? life.day);
  const when = life.pick('soon', 'soon', 'on the last day', 'too late');
  const audit = String((await life.does('re-audit', life.desk.beginAudit(life.firm, 'RE_AUDIT', toolOf(life), failed))).id);
  life.reAudits.add(audit);
  await choose(life, audit);
  life.pass(20);
  if (when !== 'soon' && !isRenewal) life.goTo(plusDays(until, when === 'too late' ? 1 : 0));
  const isLate = life.day > until;
  await life.step(audit, 'STARTED', isLate ? null : true);
  life.count(`re-audit ${isLate ? 'too late' : when}`);
  if (isLate) {
    await life.step(audit, 'COMPLETED', false);
    return null;
  }
  const overall = life.pick('90.00', '90.00', '90.00', '79.99');
  const done = await reported(life, audit, overall, isRenewal ? 'of a renewal' : 'first');
  return overall === '79.99' ? null : done;
}

/** The day of the loss of the last certificate. */
export async function lossDay(life: Life): Promise<string> {
  const on = lostOn(await life.paper(), await life.last());
  if (on === null) throw new Error('A certificate that was superseded is not lost.');
  return on;
}

/** G-4.1: the internal auditor is judged on the first day: after the missing courses another audit is made. */
async function trained(life: Life, overall: string): Promise<string> {
  await train(life);
  return maintenance(life, overall);
}

async function train(life: Life): Promise<void> {
  life.count('unqualified internal auditors');
  for (const course of courses) await life.does(course, life.desk.train(presentAuditor(life), course, life.day));
  life.pass(1);
}

/** G-2.4.j, G-2.4.k: a maintenance or transition audit, submitted and reviewed. */
export async function maintenance(life: Life, overall: string): Promise<string> {
  const { standard } = await life.last();
  const isTransition = standard === 'COR' && life.oneIn(2);
  const tool = isTransition ? 'COR_2020' : standard;
  const audit = await submitted(life, isTransition ? 'TRANSITION' : 'MAINTENANCE', tool, overall);
  const paper = await life.paper();
  const found = paper.audits.find(({ id }) => id === audit);
  const isFit = found !== undefined && isByQualified(paper, found);
  await life.step(audit, 'PRE_ASSESSED', isFit);
  if (!isFit) return trained(life, overall);
  life.count(isTransition ? 'transition audits' : 'maintenance audits');
  return audit;
}
