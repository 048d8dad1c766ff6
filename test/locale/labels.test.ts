import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GraphQLEnumType, isEnumType } from 'graphql';
import { guideline } from '../../src/rules/guideline.ts';
import { enumLabel } from '../../src/rules/messages/enum-label.ts';
import { makeSchema } from '../../src/server/schema.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

/** Enums that no person reads: orders of lists, languages; and associations, which have their names in `associations`. */
const unread = /Order$|^Locale$|^AssociationId$/;

let enums: readonly GraphQLEnumType[];
let server: TestServer;
beforeAll(async () => {
  const schema = await makeSchema();
  enums = Object.values(schema.getTypeMap()).filter((type): type is GraphQLEnumType => isEnumType(type) && !/^__/.test(type.name));
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('every value of an enum that a person reads', () => {
  test.each(['en', 'fr'] as const)('has a label in %s', (locale) => {
    const without = enums
      .filter(({ name }) => !unread.test(name))
      .flatMap((type) => type.getValues().map(({ name }) => [type.name, name] as const))
      .filter(([type, value]) => enumLabel(locale, type, value) === null);
    expect(without).toEqual([]);
    expect(enums.length).toBeGreaterThan(50);
  });

  test('has a French label with the apostrophes and spaces of French', () => {
    const labels = enums.flatMap((type) => type.getValues().map(({ name }) => enumLabel('fr', type.name, name) ?? ''));
    expect(labels.filter((label) => /'| :|« | »/.test(label))).toEqual([]);
  });

  test('is returned by enumLabels, in the language of the request', async () => {
    const query = '{ enumLabels(enums: ["ApplicationStatus", "Locale", "NoSuch"]) { enum value label unofficial } }';
    const { body } = await server.request.post('/graphql').set('accept-language', 'fr-CA').send({ query });
    expect(body.data.enumLabels).toHaveLength(5);
    expect(body.data.enumLabels).toContainEqual({ enum: 'ApplicationStatus', value: 'REJECTED', label: 'rejetée', unofficial: false });
    const { data } = await server.graphql('{ enumLabels(enums: ["AuditType"], locale: FR) { value label unofficial } }');
    expect(data.enumLabels).toContainEqual({ value: 'RE_AUDIT', label: 'vérification de reprise', unofficial: true });
  });
});

describe('clauses in French', () => {
  const fields = 'id title source section text notEncoded unofficial interpretations { id text }';
  /** English that no French text uses; names of courses and documents are English everywhere. */
  const english = /(?<!\p{L})(the|and|of|is|was|by|not|must|with|from|for|which|until)(?!\p{L})/iu;
  const names =
    /Letter of Good Standing|Basic Auditing Principles|Introduction to Hazard & Risk Management|COR issued by the IHSA|Workplace Safety & Prevention Services|Infrastructure Health & Safety Association/g;

  test('are French to the last word, and unofficial', async () => {
    const { data } = await server.graphql(`{ guideline { clauses(locale: FR) { ${fields} } } }`);
    expect(data.guideline.clauses).toHaveLength(Object.keys(guideline).length);
    for (const { section: _, id, unofficial, interpretations, ...said } of data.guideline.clauses) {
      const words = [...Object.values(said), ...interpretations.map(({ text }: { text: string }) => text)].filter(Boolean).join(' ');
      expect([id, english.exec(words.replace(names, ''))?.[0] ?? null, unofficial]).toEqual([id, null, true]);
    }
  });

  test('contain the same numbers as in English', async () => {
    const { data } = await server.graphql('{ guideline { en: clauses(locale: EN) { id text } fr: clauses(locale: FR) { text } } }');
    // English separates thousands with a comma and decimals with a point; French uses a no-break space and a comma.
    const plain = (text: string) => text.replace(/(?<=\d)[\u00A0,](?=\d{3}\b)/g, '').replace(/,(?=\d)/g, '.');
    const numbers = (text: string) => (plain(text).match(/\d+(\.\d+)?/g) ?? []).sort();
    for (const [at, { id, text }] of data.guideline.en.entries())
      expect([id, numbers(data.guideline.fr[at].text)]).toEqual([id, numbers(text)]);
  });
});
