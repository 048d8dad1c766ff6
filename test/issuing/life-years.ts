import { plusDays, plusYears } from './days.ts';
import type { Life } from './life.ts';
import { courses } from './life-model.ts';
import { externalAudit, internalAudit, lossDay, maintenance, prepare, register } from './life-walk.ts';

/** When a letter is tried, in days after its anniversary; day 91 is the loss. */
const tries = [-5, -5, -5, 0, 30, 31, 90, 91];

/** G-2.4.b to G-2.4.h: from a registration to a certificate; restarted up to twice, false where it has none after that. */
export async function process(life: Life, kind: string): Promise<boolean> {
  for (let round = 0; round < 3; round += 1) {
    await internalAudit(life);
    const before = (await life.certificates()).length;
    const audit = await externalAudit(life, false);
    if (audit !== null && (await issued(life, audit, kind))) return true;
    if ((await life.certificates()).length > before) return true;
    life.count('restarts');
    life.pass(3);
  }
  return false;
}

/** G-2.4.h: the certificate is issued by one clerk or fought over by several, perhaps while WSIB says that the account is not valid. */
async function issued(life: Life, audit: string, kind: string): Promise<boolean> {
  life.pass(2);
  const how = life.pick('alone', 'alone', 'in a race', 'in a race', 'against WSIB');
  if (how === 'in a race' && (await life.race(audit, kind))) return again(life, audit, kind);
  if (how !== 'against WSIB') return (await life.certify(audit, kind)) && again(life, audit, kind);
  await life.does('WSIB says false', life.desk.report(life.firm, false, life.day));
  if (await life.certify(audit, kind)) return true;
  life.count('certificates that WSIB stopped');
  life.pass(4);
  await life.does('WSIB says true', life.desk.report(life.firm, true, life.day));
  return life.certify(audit, kind);
}

/** What one audit has earned, it does not earn again. */
async function again(life: Life, audit: string, kind: string): Promise<true> {
  if (!life.oneIn(3)) return true;
  life.pass(1);
  await life.certify(audit, kind);
  return true;
}

/** G-2.4.j to G-2.4.m: the years 2 and 3; false where the certification was lost. */
export async function years(life: Life): Promise<boolean> {
  for (const year of [2, 3] as const) {
    const { issuedOn } = await life.last();
    const anniversary = plusYears(issuedOn, year - 1);
    if (life.oneIn(4)) await succeed(life, plusDays(anniversary, -100));
    life.goTo(plusDays(anniversary, -90 + life.pick(0, 10, 29)));
    if (!(await kept(life, year, anniversary))) {
      life.count('certifications lost');
      return false;
    }
  }
  return true;
}

/** F-14, G-3.2: the internal auditor leaves, and a successor comes, who may lack a course. */
async function succeed(life: Life, day: string): Promise<void> {
  life.goTo(day);
  await life.does('leaves', life.desk.leave(life.firm, life.firm.people.at(-1) ?? '', life.day));
  life.pass(1);
  const without = life.oneIn(3) ? life.pick(...courses) : null;
  for (const act of await life.desk.staff(life.firm, life.day, without)) await life.does('successor', Promise.resolve(act));
  life.count('successors');
}

async function kept(life: Life, year: 2 | 3, anniversary: string): Promise<boolean> {
  const fails = life.oneIn(3);
  const audit = await maintenance(life, fails ? '79.99' : '84.00');
  // Without a review there is no letter (G-2.4.k); nor one of another year.
  if (life.oneIn(3) && (await life.letter(audit, year, 'early'))) return true;
  life.pass(10);
  await life.step(audit, 'REVIEWED');
  if (life.oneIn(3)) await life.letter(audit, year === 2 ? 3 : 2, 'of another year', false);
  if (fails && (await life.letter(audit, year, 'on a failure'))) return true;
  life.goTo(plusDays(anniversary, life.pick(...tries)));
  // G-2.4.k: what failed is corrected by day 90.
  if (fails) await life.does('corrected', life.desk.score(audit, '84.00', life.day), life.day <= plusDays(anniversary, 90));
  return life.letter(audit, year, fails ? 'after corrections' : `of year ${year}`);
}

/** G-2.5: the renewal; false where the certification was lost. */
export async function renewal(life: Life): Promise<boolean> {
  const { issuedOn } = await life.last();
  const end = plusYears(issuedOn, 3);
  life.goTo(plusDays(end, -80));
  const isRegistered = !life.oneIn(6);
  if (isRegistered) await register(life);
  const isShown = !life.oneIn(6);
  const inner = String((await life.does('year one', life.desk.beginAudit(life.firm, 'RECERTIFICATION_INTERNAL', 'COR_2020'))).id);
  await life.step(inner, 'STARTED');
  await life.does('conducted', life.desk.conduct(life.firm, inner, life.firm.people.at(-1) ?? ''));
  life.pass(1);
  await life.step(inner, 'COMPLETED');
  if (isShown) await life.step(inner, 'SHOWN_TO_AUDITOR');
  const before = (await life.certificates()).length;
  const audit = await externalAudit(life, true);
  if ((await life.certificates()).length > before) return true;
  if (audit === null) return false;
  life.goTo(plusDays(end, life.pick(-10, -10, -10, 0, 31, 90, 91)));
  if (await life.certify(audit, 'of a renewal')) return true;
  if (!isRegistered) await register(life);
  return !isRegistered && (await life.certify(audit, 'of a renewal'));
}

/** after a loss it registers anew and goes through everything again. */
export async function startOver(life: Life): Promise<boolean> {
  const loss = await lossDay(life);
  life.goTo(loss);
  if (life.oneIn(2)) life.pass(20);
  // one that was confirmed since the loss stands.
  if ((await life.paper()).registrations.every(({ confirmedOn }) => confirmedOn < loss)) await register(life);
  return process(life, 'after a loss');
}

/** A firm's whole life, or its beginning. */
export async function live(life: Life): Promise<void> {
  await register(life);
  await prepare(life);
  const isCertified = await process(life, 'first');
  await life.standsAsSaid();
  if (!isCertified) return void life.count('lives without a certificate');
  const isKept = await years(life);
  await life.standsAsSaid();
  const goesOn = isKept ? await renewal(life) : false;
  await life.standsAsSaid();
  if (!goesOn && (await startOver(life))) life.count('lives begun again');
  await life.standsAsSaid();
}
