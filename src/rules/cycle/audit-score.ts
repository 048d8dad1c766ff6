import { elementCounts, lastElement } from '../audit-tool.ts';
import type { Day } from '../calendar.ts';
import { because, type Decision, deciding, found, notFound, type Reason } from '../decision.ts';
import type { Standard } from '../facts.ts';
import type { ClauseId } from '../guideline.ts';
import { elementPassMark, legislatedPassMark, overallPassMark, valueOn } from '../parameters.ts';

/** The score of one element, as decimal text in percent: `79.99`. */
export interface ElementScore {
  readonly element: number;
  readonly score: string;
}

/** The scores of an audit with the named tool (F-8, G-2.3); each score is decimal text in percent. */
export interface AuditScores {
  readonly tool: Standard;
  readonly overall: string;
  readonly legislated: string;
  readonly elements: readonly ElementScore[];
}

/** Whether an audit passed. With BAD_INPUT every reason names the `field` that cannot be used, and nothing was compared. */
export type ScoreOutcome = 'PASSED' | 'FAILED' | 'BAD_INPUT';

/** G-2.3: a pass is all three: overall, every element, legislated items. `on` is the day the audit was completed, whose pass marks apply. */
export function decideAuditScore(scores: AuditScores, on: Day): Decision<ScoreOutcome> {
  const problems = [...malformedScores(scores), ...wrongElements(scores, on)];
  if (problems.length > 0) return { outcome: 'BAD_INPUT', on, reasons: problems.map(deciding) };
  const marks = [overallReachesMark(scores, on), everyElementReachesMark(scores, on), legislatedItemsReachMark(scores, on)];
  const passed = marks.every(({ holds }) => holds);
  const decisive = marks.map((mark) => (mark.holds === passed ? deciding(mark) : mark));
  return { outcome: passed ? 'PASSED' : 'FAILED', on, reasons: [...usable(scores, on), ...decisive] };
}

const elementClause = (tool: Standard): ClauseId => elementCounts[tool].clause;

/** A score in hundredths of a percent, so that comparing is exact; null for anything but 0 to 100 with at most two decimals. */
function hundredths(score: string): number | null {
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(score) ?? [];
  if (whole === undefined) return null;
  const value = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return value <= 10_000 ? value : null;
}

/** whether a score, exactly as given, reaches a mark in percent. */
const reaches = (score: string, mark: number): boolean => (hundredths(score) ?? -1) >= mark * 100;

/** G-2.3: at least 80 % for the overall audit. */
function overallReachesMark({ overall }: AuditScores, on: Day): Reason {
  const mark = valueOn(overallPassMark, on);
  const values = { score: overall, mark: String(mark) };
  return reaches(overall, mark)
    ? found('G-2.3', because('score-overall-reached', values))
    : notFound('G-2.3', because('score-overall-missed', values));
}

/** G-2.3: at least 65 % on each element. */
function everyElementReachesMark({ tool, elements }: AuditScores, on: Day): Reason {
  const mark = valueOn(elementPassMark, on);
  const below = elements.filter(({ score }) => !reaches(score, mark)).map(({ element }) => element);
  const values = { tool, mark: String(mark) };
  if (below.length === 0) return found('G-2.3', because('score-elements-reached', values));
  const inOrder = below.toSorted((a, b) => a - b).join(',');
  return notFound('G-2.3', because('score-elements-missed', { ...values, elements: inOrder }));
}

/** G-2.3: 100 % on all items identified as legislated requirements. */
function legislatedItemsReachMark({ legislated }: AuditScores, on: Day): Reason {
  const mark = valueOn(legislatedPassMark, on);
  return reaches(legislated, mark)
    ? found('G-2.3', because('score-legislated-reached', { mark: String(mark) }))
    : notFound('G-2.3', because('score-legislated-missed', { score: legislated, mark: String(mark) }));
}

/** R-2, F-18, X-11: why the scores could be compared. */
const usable = ({ tool }: AuditScores, on: Day): readonly Reason[] => [
  found(elementClause(tool), because('score-elements-complete', { tool, count: String(lastElement(tool, on)) })),
  found('R-2', because('score-compared-as-given')),
];

/** a score is a number from 0 to 100 with at most two decimals. */
function malformedScores({ overall, legislated, elements }: AuditScores): readonly Reason[] {
  const named = [
    { field: 'overall', score: overall },
    ...elements.map(({ element, score }) => ({ field: fieldOf(element), score })),
    { field: 'legislated', score: legislated },
  ];
  return named.filter(({ score }) => hundredths(score) === null).map(({ field }) => notFound('R-2', because('score-malformed', { field })));
}

/** F-18, X-11: each of the tool's elements once, and no other. */
function wrongElements({ tool, elements }: AuditScores, on: Day): readonly Reason[] {
  const known = Array.from({ length: lastElement(tool, on) }, (_, index) => index + 1);
  const given = elements.map(({ element }) => element);
  const missing = known.filter((element) => !given.includes(element));
  const unknown = given.filter((element) => !known.includes(element));
  const repeated = known.filter((element) => given.indexOf(element) !== given.lastIndexOf(element));
  const problem = (id: Parameters<typeof because>[0]) => (element: number) =>
    notFound(elementClause(tool), because(id, { field: fieldOf(element), tool }));
  return [
    ...missing.map(problem('score-element-missing')),
    ...[...new Set(unknown)].map(problem('score-element-unknown')),
    ...repeated.map(problem('score-element-repeated')),
  ];
}

const fieldOf = (element: number): string => `elements.${element}`;
