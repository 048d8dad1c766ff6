import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(() => server.stop());

describe('guideline', () => {
  test('returns a clause with its source, our reading of it, and what it says', async () => {
    const { data } = await server.graphql(
      '{ guideline { clauses(ids: ["G-2.4.l"]) { id title source section text interpretations { id text } notEncoded } } }',
    );
    expect(data.guideline.clauses).toEqual([
      {
        id: 'G-2.4.l',
        title: expect.stringMatching(/pending/i),
        source: 'COR 2020 Program Guideline v1.0, February 2020 (Infrastructure Health & Safety Association)',
        section: expect.stringContaining('2.4'),
        text: expect.stringMatching(/30 days/),
        interpretations: expect.arrayContaining([{ id: 'R-7', text: expect.stringMatching(/31/) }]),
        notEncoded: null,
      },
    ]);
  });

  test('returns titles in French', async () => {
    const { data } = await server.graphql('{ guideline { clauses(ids: ["G-2.4.l"], locale: FR) { title } } }');
    expect(data.guideline.clauses).toEqual([{ title: 'En attente sans lettre après 30 jours' }]);
  });

  test('returns all clauses in the order of the program, or those asked for, once each', async () => {
    const { data } = await server.graphql(
      '{ guideline { clauseCount clauses { id notEncoded } some: clauses(ids: ["R-7", "G-1.2.a", "R-7"]) { id } none: clauses(ids: []) { id } } }',
    );
    const { clauseCount, clauses, some, none } = data.guideline;
    expect(clauses).toHaveLength(clauseCount);
    expect(new Set(clauses.map(({ id }: { id: string }) => id)).size).toBe(clauseCount);
    expect(clauses[0].id).toBe('G-1.2.a');
    expect(some).toEqual([{ id: 'G-1.2.a' }, { id: 'R-7' }]);
    expect(none).toEqual([]);
  });

  test('knows every clause that a reason can name', async () => {
    const { data } = await server.graphql('{ verify(subject: { wsibAccount: "1999999" }) { reasons { clause } } }');
    const ids = data.verify.reasons.map(({ clause }: { clause: string }) => clause);
    const { data: known } = await server.graphql('query ($ids: [String!]) { guideline { clauses(ids: $ids) { id } } }', { ids });
    expect(known.guideline.clauses).toEqual([{ id: 'X-7' }]);
  });

  test('returns the numbers with their first days and clauses', async () => {
    const { data } = await server.graphql('{ guideline { parameters { name clause unit checkedOn values { from value } } } }');
    const named = (name: string) => data.guideline.parameters.find((each: { name: string }) => each.name === name);
    expect(named('pendingAfterDays')).toEqual({
      name: 'pendingAfterDays',
      clause: 'G-2.4.l',
      unit: 'days',
      checkedOn: '2026-11-22',
      values: [{ from: '2020-02-01', value: '30' }],
    });
    expect(named('cor2020ForExternalAudits').values).toEqual([
      { from: '1900-01-01', value: 'false' },
      { from: '2022-10-01', value: 'true' },
    ]);
    expect(named('valueOn')).toBeUndefined();
  });

  test('returns what the numbers count in French too', async () => {
    const { data } = await server.graphql('{ guideline { fr: parameters(locale: FR) { unit } en: parameters(locale: EN) { unit } } }');
    const units = (of: readonly { unit: string }[]) => [...new Set(of.map(({ unit }) => unit))].toSorted();
    expect(units(data.guideline.fr)).toEqual(['années', 'jours', 'jours ouvrables', 'mois', 'oui ou non', 'pour cent', 'éléments']);
    expect(units(data.guideline.en)).toEqual(['business days', 'days', 'elements', 'months', 'percent', 'years', 'yes or no']);
  });

  test('takes no statement', async () => {
    server.statements();
    await server.graphql('{ guideline { clauseCount clauses { id interpretations { id } } parameters { name } } }');
    expect(server.statements()).toEqual([]);
  });

  test.each([[['G-2.4.l', 'G-9.9']], [['constructor']], [['']]])(
    '%j are not all ids of clauses, and the answer names the field',
    async (ids) => {
      const { errors } = await server.graphql('query ($ids: [String!]) { guideline { clauses(ids: $ids) { id } } }', { ids });
      expect(errors).toMatchObject([
        { message: 'ids must hold ids of clauses, such as G-2.4.l.', extensions: { code: 'BAD_USER_INPUT', field: 'ids' } },
      ]);
    },
  );
});

describe('audit elements', () => {
  // fourteen elements of COR 2020 with names; X-11: nineteen of the older COR, by number alone.

  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(() => server.stop());

  const elements = async (tool: string, locale: string) => {
    const query = `{ guideline { auditElements(tool: ${tool}, locale: ${locale}) { number name note unofficial } } }`;
    const { data, errors } = await server.graphql(query);
    expect(errors).toBeUndefined();
    return data.guideline.auditElements;
  };

  test('the elements of COR 2020 have a number and a name; the name is official, the number follows the order of IHSA’s list', async () => {
    const shown = await elements('COR_2020', 'EN');
    expect(shown).toHaveLength(14);
    const note = 'Official name; the number follows the order of IHSA’s list.';
    expect(shown[0]).toEqual({ number: 1, name: 'Health and Safety Policy', note, unofficial: false });
    expect(shown[13]).toEqual({ number: 14, name: 'Management Review and Management of Change', note, unofficial: false });
  });

  test('their French names are our own and marked unofficial', async () => {
    const [, second] = await elements('COR_2020', 'FR');
    expect(second).toMatchObject({ number: 2, name: 'Évaluation, analyse et maîtrise des dangers', unofficial: true });
    expect(second.note).toMatch(/^Traduction propre au registre/);
  });

  test('the elements of the older COR have a number only', async () => {
    const shown = await elements('COR', 'FR');
    expect(shown.map(({ number }: { number: number }) => number)).toEqual(Array.from({ length: 19 }, (_, at) => at + 1));
    expect(
      shown.every(({ name, note, unofficial }: Record<string, unknown>) => name === null && note === null && unofficial === false),
    ).toBe(true);
  });
});
