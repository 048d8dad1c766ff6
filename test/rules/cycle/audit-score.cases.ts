import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AuditScores, ScoreOutcome } from '../../../src/rules/cycle/audit-score.ts';
import { decideAuditScore } from '../../../src/rules/cycle/audit-score.ts';

/** One case of audit-score.cases.yaml, as written. */
interface ScoreCase {
  readonly case: string;
  readonly tool?: AuditScores['tool'];
  readonly overall?: string;
  readonly legislated?: string;
  readonly elements?: ElementsOfCase;
  readonly on?: string;
  readonly outcome: ScoreOutcome;
  readonly decides?: readonly string[];
  readonly says?: string;
  readonly cites?: readonly string[];
  readonly refutes?: readonly string[];
  readonly fields?: readonly string[];
}

interface ElementsOfCase {
  readonly every: string;
  readonly except?: Readonly<Record<string, string>>;
  readonly without?: readonly number[];
  readonly also?: AuditScores['elements'];
}

const file = new URL('./audit-score.cases.yaml', import.meta.url);

/** The cases of audit scores, read. */
export const scoreCases: readonly ScoreCase[] = parse(readFileSync(file, 'utf8'));

/** What the rule says about a case. */
export const decideCase = (each: ScoreCase) => decideAuditScore(scoresOf(each), each.on ?? '2026-01-15');

function scoresOf({ tool = 'COR_2020', overall = '80', legislated = '100', elements = { every: '65' } }: ScoreCase): AuditScores {
  const { every, except = {}, without = [], also = [] } = elements;
  const all = Array.from({ length: tool === 'COR' ? 19 : 14 }, (_, index) => index + 1);
  const given = all.filter((element) => !without.includes(element)).map((element) => ({ element, score: except[element] ?? every }));
  return { tool, overall, legislated, elements: [...given, ...also] };
}
