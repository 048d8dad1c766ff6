import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { stageOn } from '../../src/rules/cycle/certification-cycle.ts';
import { obligationsOn } from '../../src/rules/cycle/obligations.ts';
import type { Reason } from '../../src/rules/decision.ts';
import { mayGrant } from '../../src/rules/equivalency/equivalency.ts';
import { type ClauseId, clauseOf, guideline, isClauseId } from '../../src/rules/guideline.ts';
import { type RuleName, rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';
import type { Criterion } from '../../src/rules/sose/criterion.ts';
import { anomalies } from '../../src/rules/standing/anomalies.ts';
import { showPeriod } from '../../src/rules/standing/disclosure.ts';
import { periodOn, standingTimeline } from '../../src/rules/standing/timeline.ts';
import { type CompactFacts, casesOf, factsOf } from './case-file.ts';
import { decideCase, scoreCases } from './cycle/audit-score.cases.ts';
import { type CompactCycleFacts, cycleFactsOf } from './cycle/cycle-case-file.ts';
import { qualifyCase, trainingCases } from './cycle/training.cases.ts';
import { equivalencyCases, refusalReasonsOf, requestOf } from './equivalency/equivalency.cases.ts';
import { requestCases, requestReasonsOf } from './equivalency/equivalency-request.cases.ts';
import { appealingCases, judgeAppealing } from './recording/appealing.cases.ts';
import { applicationCases, findingsOf } from './recording/applying.cases.ts';
import { auditingCases, judgeAuditingCase } from './recording/auditing.cases.ts';
import { erasingCases, judgeErasing } from './recording/erasing.cases.ts';
import { evidenceCases, judgeEvidence } from './recording/evidence.cases.ts';
import { exemptionCases, judgeExemption } from './recording/exemption.cases.ts';
import { issuingCases, judgeCase } from './recording/issuing.cases.ts';
import { judgeRestingLetter, restingLetterCases } from './recording/issuing-letters.cases.ts';
import { judgeMerging, mergingCases } from './recording/merging.cases.ts';
import { judgeSpotChecking, spotCheckingCases } from './recording/spot-checking.cases.ts';
import { supportCases, supportReasonsOf } from './recording/support.cases.ts';
import { assessRebateCase, rebateCases } from './sose/rebate.cases.ts';
import { assessCase, soseCases } from './sose/sose.cases.ts';
import { type DisclosureCase, disclosureCases, viewers } from './standing/disclosure.cases.ts';
import { checkCase, requirementCases } from './tender/tender.cases.ts';

type Found = Pick<Reason, 'clause' | 'holds'>;

/** A clause that the answer to a case reports, with the title of the case. */
interface Reported extends Found {
  readonly title: string;
}

/** What the answer to a case reports, under its title. */
const of = ({ case: title }: { readonly case: string }, found: readonly Found[]): readonly Reported[] =>
  found.map(({ clause, holds }) => ({ clause, holds, title }));

interface StandingCase {
  readonly case: string;
  readonly facts: CompactFacts;
  readonly on: string;
}

/** What a rule's answers report over all its cases. */
const reportedBy: Readonly<Record<RuleName, (tests: readonly string[]) => readonly Reported[]>> = {
  'audit-score': () => scoreCases.flatMap((one) => of(one, decideCase(one).reasons)),
  standing: (files) =>
    files
      .flatMap((file) => casesOf<StandingCase>(file))
      .flatMap((one) => of(one, periodOn(standingTimeline(factsOf(one.facts)), one.on).reasons)),
  anomalies: (files) =>
    files
      .flatMap((file) => casesOf<Omit<StandingCase, 'on'>>(file))
      .flatMap((one) => of(one, refuted(anomalies(factsOf(one.facts)).map(({ clause }) => clause)))),
  disclosure: () => disclosureCases.flatMap((one) => of(one, reasonsOfTheMask(one))),
  proof: () => [],
  advice: () => [],
  'certification-cycle': (files) => cycleCasesIn(files).flatMap((one) => of(one, stageOn(cycleFactsOf(one.facts), one.on).reasons)),
  obligations: (files) =>
    cycleCasesIn(files).flatMap((one) =>
      of(
        one,
        obligationsOn(cycleFactsOf(one.facts), one.on).flatMap(({ clauses }) => clauses.map((clause) => ({ clause, holds: true }))),
      ),
    ),
  application: () =>
    applicationCases.flatMap((one) =>
      of(
        one,
        // A missing item is an objection that holds: the other side of its condition.
        findingsOf(one).map(({ state, reason }) => ({ clause: reason.clause, holds: state !== 'MISSING' && reason.holds })),
      ),
    ),
  merging: () => mergingCases.flatMap((one) => of(one, judgeMerging(one)?.reasons ?? [])),
  'resting-letters': () => restingLetterCases.flatMap((one) => of(one, judgeRestingLetter(one)?.reasons ?? [])),
  'internal-auditor': () => trainingCases.flatMap((one) => of(one, qualifyCase(one).reasons)),
  'personal-data': () => erasingCases.flatMap((one) => of(one, judgeErasing(one)?.reasons ?? [])),
  exemption: () => exemptionCases.flatMap((one) => of(one, judgeExemption(one)?.reasons ?? [])),
  evidence: () =>
    evidenceCases.flatMap((one) =>
      of(
        one,
        judgeEvidence(one).map(({ reason }) => reason),
      ),
    ),
  issuing: () => issuingCases.flatMap((one) => of(one, judgeCase(one)?.reasons ?? [])),
  auditing: () => auditingCases.flatMap((one) => of(one, judgeAuditingCase(one)?.reasons ?? [])),
  appeals: () => appealingCases.flatMap((one) => of(one, judgeAppealing(one)?.reasons ?? [])),
  'spot-checking': () => spotCheckingCases.flatMap((one) => of(one, judgeSpotChecking(one)?.reasons ?? [])),
  support: () => supportCases.flatMap((one) => of(one, supportReasonsOf(one))),
  equivalency: () =>
    equivalencyCases.flatMap((one) => of(one, [...mayGrant(requestOf(one.facts), one.on).reasons, ...refusalReasonsOf(one)])),
  'equivalency-request': () => requestCases.flatMap((one) => of(one, requestReasonsOf(one))),
  sose: () => soseCases.flatMap((one) => of(one, reportedIn(assessCase(one).criteria))),
  recognition: () => [],
  tender: () => requirementCases.flatMap((one) => of(one, checkCase(one).reasons)),
  rebate: () => rebateCases.flatMap((one) => of(one, reportedIn(assessRebateCase(one).criteria))),
};

const refuted = (clauses: readonly ClauseId[]): readonly Found[] => clauses.map((clause) => ({ clause, holds: false }));

const cycleCasesIn = (files: readonly string[]) =>
  files
    .filter((file) => file.endsWith('.cases.yaml'))
    .flatMap((file) => casesOf<{ case: string; facts: CompactCycleFacts; on: string }>(file));

/** A criterion reports each of its clauses; only one that is met holds. */
const reportedIn = (criteria: readonly Pick<Criterion<string>, 'clauses' | 'finding'>[]): readonly Found[] =>
  criteria.flatMap(({ clauses, finding }) => clauses.map((clause) => ({ clause, holds: finding === 'MET' })));

/** The reasons that the mask substitutes for others, over all callers. */
function reasonsOfTheMask({ facts, on }: DisclosureCase): readonly Found[] {
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

  test('that a rule computes is not marked as not encoded', () => {
    expect(clauses.filter((clause) => encoded.has(clause) && clauseOf(clause).notEncoded)).toEqual([]);
  });
});

describe.each(rules.map((rule): [RuleName, Rule] => [rule.name, rule]))('%s', (name, rule) => {
  const reported = reportedBy[name](rule.tests);
  const written = (clause: ClauseId) => reported.filter((each) => each.clause === clause && names(each.title, clause));
  const sides = (clause: ClauseId) => new Set(written(clause).map(({ holds }) => holds));

  test('has its files', () => {
    expect(existsSync(new URL(`../../src/rules/${rule.file}`, import.meta.url))).toBe(true);
    expect(readdirSync(folder, { recursive: true })).toEqual(expect.arrayContaining([...rule.tests]));
  });

  test('reports only clauses that it is registered for', () => {
    const registered: readonly ClauseId[] = [...rule.weighs, ...rule.reports];
    expect([...new Set(reported.map(({ clause }) => clause))].filter((clause) => !registered.includes(clause))).toEqual([]);
  });

  test('has a case written for each side of every clause it weighs', () => {
    expect(rule.weighs.filter((clause) => sides(clause).size < 2)).toEqual([]);
  });

  test('has a case for every clause it reports', () => {
    const cases = new Set(reported.map(({ clause }) => clause));
    expect(rule.reports.filter((clause) => !cases.has(clause))).toEqual([]);
  });

  test('has a case or test that names every clause it follows', () => {
    const written = rule.tests.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
    expect(rule.follows.filter((clause) => !names(written, clause))).toEqual([]);
  });
});

describe('the cases', () => {
  test('all belong to a registered rule', () => {
    const registered: readonly string[] = rules.flatMap(({ tests }): readonly string[] => tests);
    expect(
      readdirSync(folder, { encoding: 'utf8', recursive: true }).filter(
        (file) => file.endsWith('.cases.yaml') && !registered.includes(file),
      ),
    ).toEqual([]);
  });

  test('name only clauses that exist', () => {
    const titles = readdirSync(folder, { encoding: 'utf8', recursive: true })
      .filter((file) => file.endsWith('.cases.yaml'))
      .flatMap((file) => casesOf<{ case: string }>(file).map((one) => one.case));
    const cited = titles.flatMap((title) => title.match(/\b(?:[GFRX]-\d|[WL]\.\w)(?:[\w.]*\w)?/g) ?? []);
    expect([...new Set(cited)].filter((clause) => !isClauseId(clause))).toEqual([]);
  });
});
