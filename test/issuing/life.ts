import { expect } from '@jest/globals';
import fc, { type GeneratorValue } from 'fast-check';
import { plusDays, plusYears } from './days.ts';
import type { Act } from './issuing-desk.ts';
import type { LifeDesk, LivingFirm } from './life-desk.ts';
import { certificateMissing, core, type LifePaper, letterMissing, lostOn, standingOn } from './life-model.ts';

/** How often something was reached, by its name. */
export type Reach = Record<string, number>;

const expected = [null, 'CONFLICT', 'BAD_USER_INPUT'];

/** One firm, the day that its clerks have come to, and what is tried on it and must come out as its paper says. */
export class Life {
  readonly told: string[] = [];
  /** The older tool while it may be used. */
  readonly isOlder: boolean;
  readonly reAudits = new Set<string>();
  day: string;
  readonly desk: LifeDesk;
  readonly firm: LivingFirm;
  readonly reach: Reach;
  private readonly g: GeneratorValue;
  private readonly clock: { now: string };

  constructor(parts: { desk: LifeDesk; firm: LivingFirm; reach: Reach; g: GeneratorValue; clock: { now: string } }, day: string) {
    this.desk = parts.desk;
    this.firm = parts.firm;
    this.reach = parts.reach;
    this.g = parts.g;
    this.clock = parts.clock;
    this.day = day;
    this.isOlder = day < '2021-01-01';
    this.goTo(day);
  }

  /** One of some choices, at random. */
  pick<Choice>(...choices: readonly Choice[]): Choice {
    return choices[this.g(fc.nat, { max: choices.length - 1 })] as Choice;
  }

  oneIn(times: number): boolean {
    return this.g(fc.nat, { max: times - 1 }) === 0;
  }

  count(what: string): void {
    this.reach[what] = (this.reach[what] ?? 0) + 1;
  }

  /** What was done so far, for the reader of a failure. */
  get story(): string {
    return this.told.join('; ');
  }

  /** The registry's clock follows the firm. */
  goTo(day: string): void {
    if (day > this.day) this.day = day;
    this.clock.now = `${this.day}T15:00:00Z`;
  }

  pass(days: number): void {
    this.goTo(plusDays(this.day, days));
  }

  paper(): Promise<LifePaper> {
    return this.desk.paper(this.firm);
  }

  /** An act that the guideline allows, or, if it says `isDue: false`, one that it refuses. */
  async does(what: string, act: Promise<Act>, isDue: boolean | null = true): Promise<Act> {
    this.told.push(`${this.day} ${what}`);
    const come = await act;
    this.count('acts');
    if (come.clauses.length > 0) this.count('refused');
    for (const clause of come.clauses) this.count(`refused by ${clause}`);
    this.mustBeExpected([come]);
    if (isDue !== null && come.done !== isDue) throw new Error(`${isDue ? 'Refused' : 'Done'}: ${this.story} ${JSON.stringify(come)}`);
    return come;
  }

  mustBeExpected(acts: readonly Act[]): void {
    expect({ told: this.told, faults: acts.filter(({ error }) => !expected.includes(error)) }).toEqual({ told: this.told, faults: [] });
  }

  /** A step of an audit, sometimes by two clerks at once who have read the same version: one of them comes too late. */
  async step(audit: string, step: string, isDue: boolean | null = true): Promise<Act> {
    if (isDue !== true || !this.oneIn(15)) return this.does(step, this.desk.step(audit, step, this.day), isDue);
    this.told.push(`${this.day} ${step} twice`);
    const acts = await Promise.all([undefined, this.other].map((key) => this.desk.step(audit, step, this.day, key)));
    this.mustBeOne(acts);
    this.count('steps by two clerks');
    return acts.find(({ done }) => done) as Act;
  }

  private mustBeOne(acts: readonly Act[]): void {
    this.mustBeExpected(acts);
    expect({ told: this.told, acts, done: acts.filter(({ done }) => done).length }).toEqual({ told: this.told, acts, done: 1 });
  }

  async certificates(): Promise<LifePaper['certificates']> {
    return (await this.paper()).certificates;
  }

  async last(): Promise<LifePaper['certificates'][number]> {
    const found = (await this.certificates()).toSorted((a, b) => a.issuedOn.localeCompare(b.issuedOn)).at(-1);
    if (!found) throw new Error(`There is no certificate: ${this.told.join('; ')}`);
    return found;
  }

  /** Tries a certificate on an audit; it is issued if nothing on the paper forbids it, and otherwise refused with every clause. */
  async certify(audit: string, kind: string, on = this.day): Promise<boolean> {
    const missing = certificateMissing(await this.paper(), audit, on);
    const act = await this.does(`certificate on ${on}`, this.desk.certify(this.firm, audit, on), missing.length === 0);
    this.mustName(missing, act);
    if (act.done) this.certified(audit, kind);
    if (act.done || !this.oneIn(3)) return act.done;
    return this.exceptionally(`certificate ${kind}`, missing, act, (exception) => this.desk.certify(this.firm, audit, on, exception));
  }

  async letter(audit: string, year: 2 | 3, kind: string, mayBeExcepted = true): Promise<boolean> {
    const on = this.day;
    const { id } = await this.last();
    const missing = letterMissing(await this.paper(), audit, year, on);
    if (missing.length === 0 && this.oneIn(3)) return this.letterTwice(id, audit, year, kind);
    const act = await this.does(`letter ${year} on ${on}`, this.desk.keep(id, audit, year, on), missing.length === 0);
    this.mustName(missing, act);
    if (act.done) this.issued(`letter ${kind}`);
    if (act.done || !mayBeExcepted || !this.oneIn(3)) return act.done;
    return this.exceptionally(`letter ${kind}`, missing, act, (exception) => this.desk.keep(id, audit, year, on, exception));
  }

  private async letterTwice(certificate: string, audit: string, year: 2 | 3, kind: string): Promise<true> {
    this.told.push(`${this.day} letter ${year} twice`);
    this.mustBeOne(await Promise.all([undefined, this.other].map((key) => this.desk.keep(certificate, audit, year, this.day, null, key))));
    this.count('letters by two clerks');
    this.issued(`letter ${kind}`);
    return true;
  }

  private certified(audit: string, kind: string): void {
    this.issued(`certificate ${kind}`);
    if (kind !== 'first') this.count('certificate again');
    if (this.reAudits.has(audit)) this.count('certificate on a re-audit');
  }

  private issued(what: string): void {
    this.count(what);
    this.count(what.split(' ')[0] ?? '');
  }

  private mustName(missing: readonly string[], { clauses }: Act): void {
    const unnamed = missing.filter((clause) => !clause.includes(' ') && !clauses.includes(clause));
    expect({ told: this.told, missing, clauses, unnamed }).toEqual({ told: this.told, missing, clauses, unnamed: [] });
  }

  /** with an exception for every clause that was named it is issued, unless one of them is of the core, or the audit has earned a document already. */
  private async exceptionally(
    what: string,
    missing: readonly string[],
    { clauses }: Act,
    act: (exception: string) => Promise<Act>,
  ): Promise<boolean> {
    const setAside = [...new Set(clauses.filter((clause) => !core.includes(clause)))];
    if (setAside.length === 0) return false;
    const isUsed = missing.some((clause) => ['G-2.4.h', 'G-2.4.k', 'R-9'].includes(clause));
    const isDue = clauses.every((clause) => !core.includes(clause));
    const exception = await this.does(`exception for ${setAside.join(', ')}`, this.desk.except(this.firm, setAside));
    const come = await this.does(`${what} with the exception`, act(String(exception.id)), isDue && !isUsed ? true : isDue ? null : false);
    if (come.done) this.issued(`${what.split(' ')[0]} with an exception`);
    return come.done;
  }

  /** Clerks who issue on one audit at the same time, while others take back or alter what it rests on: at most one certificate, and a lawful one. */
  async race(audit: string, kind: string): Promise<boolean> {
    const issues = [this.day, this.day, plusDays(this.day, -1)].map((on, at) =>
      this.desk.certify(this.firm, audit, on, null, [undefined, this.other, undefined][at]),
    );
    const others = this.pick<() => Promise<Act>[]>(
      () => [],
      () => [this.desk.undo(audit, 'REPORT_RECEIVED')],
      () => [this.desk.score(audit, '79.99', this.day)],
      () => [this.desk.report(this.firm, true, this.day)],
    )();
    this.told.push(`${this.day} race with ${others.length}`);
    const acts = await Promise.all([...issues, ...others]);
    this.desk.forgetVersions();
    this.mustBeExpected(acts);
    const certificates = (await this.certificates()).filter(({ restsOn }) => restsOn.audit.id === audit);
    const done = acts.slice(0, 3).filter(({ done }) => done).length;
    expect({ told: this.told, acts, certificates: certificates.length }).toEqual({ told: this.told, acts, certificates: done });
    expect({ told: this.told, acts, isOne: done <= 1 }).toEqual({ told: this.told, acts, isOne: true });
    if (done === 0) return false;
    this.count('races won');
    this.certified(audit, kind);
    return true;
  }

  /** Set by the test: another clerk's key. */
  other: string | undefined;

  /** The standing around every anniversary, as §17 says. */
  async standsAsSaid(): Promise<void> {
    const paper = await this.paper();
    const days = paper.certificates.flatMap(({ issuedOn }) => [
      ...[plusDays(issuedOn, -1), issuedOn],
      ...[1, 2, 3].flatMap((years) => [30, 31, 90, 91].map((after) => plusDays(plusYears(issuedOn, years), after))),
    ]);
    const losses = paper.certificates.flatMap((each) => lostOn(paper, each) ?? []).flatMap((on) => [plusDays(on, -1), on]);
    const asked = [...new Set([...days, ...losses, this.day])].toSorted().slice(0, 40);
    const said = await this.desk.standings(this.firm, asked);
    expect({ told: this.told, said: asked.map((day, at) => `${day} ${said[at]}`) }).toEqual({
      told: this.told,
      said: asked.map((day) => `${day} ${standingOn(paper, day)}`),
    });
    for (const standing of said) this.count(`standing ${standing}`);
  }
}
