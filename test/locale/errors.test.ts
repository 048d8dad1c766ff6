import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { frenchHelp, frenchMisuse } from '../../src/cli/french/help.ts';
import { frenchLines } from '../../src/cli/french/lines.ts';
import { frenchProblems } from '../../src/cli/french/settings.ts';
import { holderWords } from '../../src/contract/holder.ts';
import { noticeDaysForm } from '../../src/contract/notice-days.type.ts';
import { french as desk } from '../../src/desk/words.fr.ts';
import { frenchOfFields } from '../../src/errors-fields.ts';
import { errorInFrench, frenchOfFaults } from '../../src/errors-french.ts';
import { frenchOfStarts } from '../../src/errors-operator.ts';
import { filled, phrasebook } from '../../src/errors-phrases.ts';
import { frenchOfImports, frenchOfProblems } from '../../src/import/french.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const source = join(import.meta.dirname, '../../src');
const texts = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/^((cli|rules|import|demo|jobs)\/|config)/.test(file))
  .map((file) => readFileSync(join(source, file), 'utf8'));
const literal = /(['`])((?:(?!\1).)+)\1/.source;
const literals = (of: RegExp): string[] =>
  texts.flatMap((text) =>
    [...text.matchAll(of)].flatMap(([whole]) => [...whole.matchAll(new RegExp(literal, 'g'))].map((each) => each[2] ?? '')),
  );

/** The calls of `faults.` in a file, each with its arguments. */
function faultCalls(text: string): string[] {
  return [...text.matchAll(/faults\.\w+\(/g)].map(({ index, 0: call }) => {
    let open = 1;
    let end = index + call.length;
    for (; open > 0 && end < text.length; end++) open += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
    return text.slice(index, end);
  });
}

/** A sentence as a caller reads it: its first placeholder is a field, the others are numbers. Placeholders for a whole predicate are tested with their texts. */
const shown = (sentence: string): string =>
  sentence
    .replace(/^\$\{\w+\}/, 'input.field')
    .replace(/^(\S+ )(must )?\$\{\w+\}\.?$/, '$1must be text.')
    .replace(/\$\{[^{}]+\}/g, '7');

/** A text that fills a placeholder must exist in French too. */
const isPartlyEnglish = (sentence: string): boolean => /\b(the|of|which|is|not|and|with|or|each|must|by|at)\b/.test(sentence);

describe('the French of errors', () => {
  const ofFields = literals(new RegExp(`message: ${literal}`, 'g')).filter((each) => /^(must|is) /.test(each));

  test('has every message of the decorators of inputs', () => {
    const asShown = ofFields.map((each) =>
      each
        .replace(/\$\{holderWords\}/, holderWords)
        .replace(/\$\{(\w|\.)+\}/g, '7')
        .replace(/\.?$/, '.'),
    );
    expect(asShown.length).toBeGreaterThan(80);
    expect(asShown.filter((each) => errorInFrench(each) === null)).toEqual([]);
    expect(asShown.map((each) => errorInFrench(each) ?? '').filter(isPartlyEnglish)).toEqual([]);
  });

  test('has every sentence of the catalogue of faults', () => {
    const catalogue = readFileSync(join(source, 'errors.ts'), 'utf8').split('/** What is wrong with an API key.')[1] ?? '';
    const sentences = [...catalogue.matchAll(new RegExp(literal, 'g'))]
      .map((each) => each[2] ?? '')
      .filter((each) => /^\S.* .*\.$/.test(each));
    expect(sentences.length).toBeGreaterThan(25);
    const asShown = sentences.map((each) => each.replace('`Authorization: Bearer cor_…`', 'x').replace(/\$\{[^}]+\}/g, '7'));
    expect(asShown.filter((each) => errorInFrench(each) === null)).toEqual([]);
  });

  // What /readyz answers: every reason is a sentence returned or kept by these files.
  test('has every reason for which a process is not ready', () => {
    const files = ['server/pages/readiness.ts', 'server/pages/pages.ts', 'jobs/upkeep.ts', 'database/primary-clock.ts'];
    const sentences = files.flatMap((file) => {
      const found = readFileSync(join(source, file), 'utf8').matchAll(
        /(?:reason[^=\n]*=|(?:AWAY|FAULT|MISSING|STANDBY) =|[?:]|return) (['`])((?:The|Changes|Something) .+?\.)\1/g,
      );
      return [...found].map((each) => each[2] ?? '');
    });
    expect(sentences).toHaveLength(9);
    const asShown = sentences.map((each) => each.replace(/\$\{Math[^}]+\}/, '7').replace(/\$\{seconds [^}]+\}/, 'behind'));
    expect(asShown.filter((each) => errorInFrench(each) === null)).toEqual([]);
    expect(asShown.map((each) => errorInFrench(each) ?? '').filter(isPartlyEnglish)).toEqual([]);
  });

  test('has every day that another must not precede', () => {
    const words = literals(/refuseEarlierDay\([^)]*, '[^']+'\)/g).filter((each) => / /.test(each));
    expect(words.length).toBeGreaterThan(2);
    expect(words.filter((word) => errorInFrench(word) === null)).toEqual([]);
  });

  test('has everything that an operation may ask too much of', () => {
    const words = literals(/\ballow\('[^']+'/g);
    expect(words.length).toBeGreaterThan(5);
    expect(words.filter((word) => errorInFrench(word) === null)).toEqual([]);
  });

  test('has every sentence thrown as a fault in any file', () => {
    const thrown = texts.flatMap(faultCalls).flatMap((call) => [...call.matchAll(new RegExp(literal, 'g'))].map((each) => each[2] ?? ''));
    const sentences = thrown.filter((each) => /\w .*\w/.test(each)).map(shown);
    expect(sentences.length).toBeGreaterThan(100);
    expect(sentences.filter((each) => errorInFrench(each) === null)).toEqual([]);
    expect(sentences.map((each) => errorInFrench(each) ?? '').filter(isPartlyEnglish)).toEqual([]);
  });

  test('has every text about what a field must be, wherever it stands', () => {
    const said = literals(new RegExp(literal, 'g')).filter((each) => /^must\b.* /.test(each) && !/^must \$\{\w+\}$/.test(each));
    expect(said.length).toBeGreaterThan(100);
    expect(
      said
        .map((each) => shown(each.replace(/\$\{holderWords\}/, holderWords)).replace(/\.?$/, '.'))
        .filter((each) => errorInFrench(each) === null),
    ).toEqual([]);
  });

  // Of several templates that fit a sentence, one with fewer words of its own must not be taken.
  test.each([
    ['the API', { ...frenchOfFields, ...frenchOfFaults }],
    ['the command line', { ...frenchMisuse, ...frenchProblems, ...frenchOfStarts, ...frenchOfImports }],
  ])('reads each template of %s as itself', (_name, french: Readonly<Record<string, string>>) => {
    const book = phrasebook(french);
    const read = (template: string) => filled(template, ['A', 'B', 'C', 'D', 'E']);
    const templates = Object.keys(french).filter((each) => each.includes('{}'));
    expect(templates.map((each) => book(read(each)))).toEqual(templates.map((each) => read(french[each] ?? '')));
  });

  test('takes a no-break space before a colon and inside guillemets', () => {
    const tables = [
      frenchOfFields,
      frenchOfFaults,
      frenchMisuse,
      frenchProblems,
      frenchOfStarts,
      frenchOfImports,
      frenchOfProblems,
      frenchHelp,
      frenchLines,
      desk,
    ];
    const said = tables.flatMap((table) => Object.values<string>(table));
    expect(said.filter((each) => / [:»](?=\s|$)|« |[ \u00A0][;!?]/.test(each))).toEqual([]);
  });

  test('lists values as French does', () => {
    expect(errorInFrench(`filter.noticeDays ${noticeDaysForm.message}.`)).toBe(
      'filter.noticeDays doit contenir seulement 90, 60, 30, 14, 7 ou 1.',
    );
  });

  test('keeps fields, values and numbers', () => {
    expect(errorInFrench('input.audit must be of type RE_AUDIT or EXTERNAL_AUDIT.')).toBe(
      'input.audit doit être du type RE_AUDIT ou EXTERNAL_AUDIT.',
    );
    expect(errorInFrench('must hold at most 50 names.')).toBe('doit contenir au plus 50 noms.');
    expect(errorInFrench('input.to must not be before the first day.')).toBe('input.to ne doit pas précéder le premier jour.');
  });

  test('is null for an unknown sentence', () => expect(errorInFrench('Cannot query field "x" on type "Query".')).toBeNull());
});

describe('a request in French', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ now: '2026-11-20T15:00:00Z' });
  });
  afterAll(() => server.stop());

  const errors = async (query: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) => {
    const { body } = await server.request
      .post('/graphql')
      .set({ 'accept-language': 'fr', ...headers })
      .send({ query, variables });
    return body.errors;
  };

  test('is refused in French: a variable’s value', async () => {
    const query = 'query ($on: LocalDate) { verify(subject: { wsibAccount: "1" }, on: $on) { standing } }';
    expect(await errors(query, { on: 'hier' })).toEqual([
      {
        message: 'on doit être un jour des années 1900 à 2199, sous la forme AAAA-MM-JJ.',
        extensions: { code: 'BAD_USER_INPUT', field: 'on' },
      },
    ]);
  });

  test('is refused in French: a value in the document', async () => {
    const [{ message }] = await errors('{ verify(subject: { wsibAccount: "1" }) { consequence(locale: fr) } }');
    expect(message).toBe('locale doit être une de ces valeurs\u00A0: EN, FR.');
  });

  test('is refused in French: what validation finds, field by field', async () => {
    const [{ message, extensions }] = await errors('{ guideline { clauses(ids: ["X"]) { id } } }');
    const said = 'doit contenir des identifiants de clauses, par exemple G-2.4.l.';
    expect([message, extensions.fields]).toEqual([`ids ${said}`, [{ field: 'ids', message: said }]]);
  });

  test('is refused in French: a text that is too short or too long, or one in a list', async () => {
    const query = 'mutation ($input: CreateOrganizationInput!) { createOrganization(input: $input) { __typename } }';
    const input = { idempotencyKey: 'k', legalName: '', city: 'x'.repeat(400), formerNames: [''] };
    const [{ extensions }] = await errors(query, { input }, { authorization: `Bearer ${await server.keyFor('staff')}` });
    expect(extensions.fields).toEqual([
      { field: 'input.legalName', message: 'doit être un texte sur une ligne, non vide.' },
      { field: 'input.legalName', message: 'ne doit pas être vide.' },
      { field: 'input.formerNames', message: 'doit être un texte sur une ligne, non vide.' },
      { field: 'input.formerNames', message: 'doit avoir de 1 à 300 caractères dans chaque valeur.' },
      { field: 'input.city', message: 'doit avoir au plus 100 caractères.' },
    ]);
  });

  test('is refused in French: a missing permission', async () => {
    const [{ message, extensions }] = await errors('{ workQueue(first: 1) { nodes { kind } } }');
    expect(message).toMatch(/^Cette opération exige une clé d’API qui permet\u00A0: /);
    expect(extensions.code).toBe('FORBIDDEN');
  });

  test('is refused in French: an unknown page', async () => {
    const { body, headers } = await server.request.get('/nowhere').set({ 'accept-language': 'fr' });
    expect([body.errors[0].message, headers['content-language']]).toEqual(['Cette page n’existe pas. L’API GraphQL est à /graphql.', 'fr']);
  });

  test('is refused in French: a wrong key, before GraphQL', async () => {
    const [{ message }] = await errors('{ viewer { scope } }', {}, { authorization: 'Bearer cor_x' });
    expect(message).toBe(
      'La clé d’API est erronée. Envoyez-la en entier, telle qu’elle a été délivrée\u00A0: `Authorization: Bearer cor_…`.',
    );
  });

  test('with a malformed number says in French what it must be', async () => {
    const { body } = await server.request
      .post('/graphql')
      .set({ 'accept-language': 'fr' })
      .send({ query: '{ verify(subject: { wsibAccount: "?" }) { problem { field message en: message(locale: EN) } } }' });
    expect(body.data.verify.problem).toEqual({
      field: 'wsibAccount',
      message: expect.stringMatching(/^Doit être un numéro de compte de la WSIB\u00A0: /),
      en: expect.stringMatching(/^Must be a WSIB account number: /),
    });
  });
});
