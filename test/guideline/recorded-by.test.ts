import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { recordedBy } from '../../scripts/recorded-by.ts';
import { type ClauseId, clauseOf, guideline, isClauseId } from '../../src/rules/guideline.ts';
import { rules } from '../../src/rules/index.ts';
import type { Rule } from '../../src/rules/rule.ts';

// The guideline's clauses on participation, registration, training, scoring, the first certification and ethics.
const sections = /^G-(1\.2\.|2\.0$|2\.1\.|2\.2\.|2\.3$|2\.4\.[a-i]$|2\.5\.a$|3\.[2-4]\.|4\.[1-3]$|4\.5$)/;
// Of the other sources, those that the same sections of the rulebook cite; X-11 is the older COR's number of elements, beside F-18.
const others: readonly ClauseId[] = ['F-10', 'F-11', 'F-12', 'F-14', 'F-15', 'F-18', 'F-19', 'F-20', 'F-21', 'F-24', 'X-4', 'X-11'];
const schema = readFileSync('schema.graphql', 'utf8');
const mutations = schema.slice(schema.indexOf('\ntype Mutation {'));

const isHeld = (id: ClauseId): boolean =>
  rules.some(({ weighs, reports, follows }: Rule) => [...weighs, ...reports, ...follows].includes(id));

describe('each clause on the way to a certificate', () => {
  const listed = Object.keys(recordedBy).filter(isClauseId);

  test('is listed with the mutation that records it', () => {
    const clauses = Object.keys(guideline).filter((id) => sections.test(id));
    expect(clauses.length).toBeGreaterThan(25);
    expect([...clauses, ...others].filter((id) => !(id in recordedBy))).toEqual([]);
  });

  test('is enforced by a rule, or says why not', () => {
    expect(listed.filter((id) => !isHeld(id) && !clauseOf(id).notEncoded)).toEqual([]);
  });

  test('is recorded by a mutation, follows from a rule, or says why neither', () => {
    expect(listed.filter((id) => recordedBy[id]?.length === 0 && !isHeld(id) && !clauseOf(id).notEncoded)).toEqual([]);
  });

  test('names only mutations that the schema has', () => {
    const named = [...new Set(Object.values(recordedBy).flat())];
    expect(named.filter((name) => !mutations.includes(`\n  ${name}(`))).toEqual([]);
  });
});
