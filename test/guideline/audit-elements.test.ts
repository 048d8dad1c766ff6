// fourteen elements of COR 2020 with names; X-11: nineteen of the older COR, by number alone.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestServer, type TestServer } from '../support/server.ts';

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
  expect(shown.every(({ name, note, unofficial }: Record<string, unknown>) => name === null && note === null && unofficial === false)).toBe(
    true,
  );
});
