import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { anomalies } from '../../src/rules/anomalies.ts';
import { stageOn } from '../../src/rules/certification-cycle.ts';
import type { Criterion } from '../../src/rules/criterion.ts';
import type { Reason } from '../../src/rules/decision.ts';
import { showPeriod } from '../../src/rules/disclosure.ts';
import { mayGrant } from '../../src/rules/equivalency.ts';
import { type ClauseId, clauseOf, guideline, isClauseId } from '../../src/rules/guideline.ts';
import { type Rule, type RuleName, rules } from '../../src/rules/index.ts';
import { obligationsOn } from '../../src/rules/obligations.ts';
import { periodOn, standingTimeline } from '../../src/rules/timeline.ts';
import { decideCase, scoreCases } from './audit-score.cases.ts';
import { type CompactFacts, casesOf, factsOf } from './case-file.ts';
import { type CompactCycleFacts, cycleFactsOf } from './cycle-case-file.ts';
import { type DisclosureCase, disclosureCases, viewers } from './disclosure.cases.ts';
import { equivalencyCases, refusalReasonsOf, requestOf } from './equivalency.cases.ts';
import { requestCases, requestReasonsOf } from './equivalency-request.cases.ts';
import { issuingCases, judgeCase } from './issuing.cases.ts';
import { assessRebateCase, rebateCases } from './rebate.cases.ts';
import { assessCase, soseCases } from './sose.cases.ts';

type Reported = Pick<Reason, 'clause' | 'holds'>;

/** What a rule's answers report over all its cases. */
const reportedBy: Readonly<Record<RuleName, (tests: readonly string[]) => readonly Reported[]>> = {
  'audit-score': () => scoreCases.flatMap((each) => decideCase(each).reasons),
  standing: (files) =>
    files
      .flatMap((file) => casesOf<{ facts: CompactFacts; on: string }>(file))
      .flatMap(({ facts, on }) => periodOn(standingTimeline(factsOf(facts)), on).reasons),
  anomalies: (files) =>
    files
      .flatMap((file) => casesOf<{ facts: CompactFacts }>(file))
      .flatMap(({ facts }) => anomalies(factsOf(facts)))
      .map(({ clause }) => ({ clause, holds: false })),
  disclosure: () => disclosureCases.flatMap(reasonsOfTheMask),
  proof: () => [],
  advice: () => [],
  'certification-cycle': (files) => cycleCasesIn(files).flatMap(({ facts, on }) => stageOn(cycleFactsOf(facts), on).reasons),
  obligations: (files) =>
    cycleCasesIn(files)
      .flatMap(({ facts, on }) => obligationsOn(cycleFactsOf(facts), on))
      .flatMap(({ clauses }) => clauses.map((clause) => ({ clause, holds: true }))),
  issuing: () => issuingCases.flatMap((one) => judgeCase(one)?.reasons ?? []),
  equivalency: () => equivalencyCases.flatMap((one) => [...mayGrant(requestOf(one.facts), one.on).reasons, ...refusalReasonsOf(one)]),
  'equivalency-request': () => requestCases.flatMap(requestReasonsOf),
  sose: () => reportedIn(soseCases.flatMap((one) => assessCase(one).criteria)),
  recognition: () => [],
  rebate: () => reportedIn(rebateCases.flatMap((one) => assessRebateCase(one).criteria)),
};

const cycleCasesIn = (files: readonly string[]) =>
  files.filter((file) => file.endsWith('.cases.yaml')).flatMap((file) => casesOf<{ facts: CompactCycleFacts; on: string }>(file));

/** A criterion reports each of its clauses; only one that is met holds. */
const reportedIn = (criteria: readonly Pick<Criterion<string>, 'clauses' | 'finding'>[]): readonly Reported[] =>
  criteria.flatMap(({ clauses, finding }) => clauses.map((clause) => ({ clause, holds: finding === 'MET' })));

/** The reasons that the mask puts in the place of others, over all callers. */
function reasonsOfTheMask({ facts, on }: DisclosureCase): readonly Reported[] {
  if (on === undefined) return [];
  const period = periodOn(standingTimeline(factsOf(facts)), on);
  const shown = Object.values(viewers).flatMap((viewer) => showPeriod(viewer, period).reasons);
  return shown.filter((reason) => !period.reasons.includes(reason));
}

const folder = new URL('./', import.meta.url);
const clauses = Object.keys(guideline).filter(isClauseId);
const clausesOf = ({ weighs, reports, follows }: Rule): readonly ClauseId[] => [...weighs, ...reports, ...follows];
const names = (text: string, clause: ClauseId) => new RegExp(`(?<![\\w.-])${clause.replaceAll('.', '\\.')}(?![\\w-]|\\.\\w)`).test(text);

describe('every clause', () => {
  const encoded = new Set(rules.flatMap(clausesOf));

  test('is computed by a registered rule or says why not', () => {
    expect(clauses.filter((clause) => !encoded.has(clause) && !clauseOf(clause).notEncoded)).toEqual([]);
  });

  test('that a rule computes does not say that none does', () => {
    expect(clauses.filter((clause) => encoded.has(clause) && clauseOf(clause).notEncoded)).toEqual([]);
  });
});

describe.each(rules.map((rule): [RuleName, Rule] => [rule.name, rule]))('%s', (name, rule) => {
  const reported = reportedBy[name](rule.tests);
  const sides = (clause: ClauseId) => new Set(reported.filter((each) => each.clause === clause).map(({ holds }) => holds));

  test('has its files', () => {
    expect(readdirSync(new URL('../../src/rules/', import.meta.url))).toContain(rule.file);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining([...rule.tests]));
  });

  test('reports no clause that it is not registered for', () => {
    const registered: readonly ClauseId[] = [...rule.weighs, ...rule.reports];
    expect([...new Set(reported.map(({ clause }) => clause))].filter((clause) => !registered.includes(clause))).toEqual([]);
  });

  test('has a case on each side of every clause it weighs', () => {
    expect(rule.weighs.filter((clause) => sides(clause).size < 2)).toEqual([]);
  });

  test('has a case of every clause it reports', () => {
    expect(rule.reports.filter((clause) => sides(clause).size === 0)).toEqual([]);
  });

  test('has a case or test that names every clause it follows', () => {
    const written = rule.tests.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
    expect(rule.follows.filter((clause) => !names(written, clause))).toEqual([]);
  });
});

describe('the cases', () => {
  test('all belong to a registered rule', () => {
    const registered: readonly string[] = rules.flatMap(({ tests }): readonly string[] => tests);
    expect(readdirSync(folder).filter((file) => file.endsWith('.cases.yaml') && !registered.includes(file))).toEqual([]);
  });

  test('name only clauses that exist', () => {
    const titles = readdirSync(folder)
      .filter((file) => file.endsWith('.cases.yaml'))
      .flatMap((file) => casesOf<{ case: string }>(file).map((one) => one.case));
    const cited = titles.flatMap((title) => title.match(/\b(?:[GFRX]-\d|[WL]\.\w)(?:[\w.]*\w)?/g) ?? []);
    expect([...new Set(cited)].filter((clause) => !isClauseId(clause))).toEqual([]);
  });
});
