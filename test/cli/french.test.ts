import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { errorIn, settingIn } from '../../src/cli/errors-in.ts';
import { helpIn } from '../../src/cli/help-in.ts';
import { counted, linesIn } from '../../src/cli/lines.ts';
import { localeOfRun } from '../../src/cli/locale-option.ts';
import { describeSettings } from '../../src/config.ts';

const source = join(import.meta.dirname, '../../src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const textOf = (file: string): string => readFileSync(join(source, file), 'utf8');
const commands = files.filter((file) => /^cli\/[a-z.-]+\.ts$/.test(file)).map(textOf);

/** The string literals after an opening in a source text, joined where they are concatenated, with 7 for each value. */
const sentencesAfter = (opening: RegExp, text: string): string[] =>
  [...text.matchAll(opening)].flatMap(({ index, 0: whole }) => {
    const [said] = /^(?:\s*(['`])(?:\\.|(?!\1).)+\1\s*\+?)+/s.exec(text.slice(index + whole.length)) ?? [];
    return said === undefined
      ? []
      : [
          [...said.matchAll(/(['`])((?:\\.|(?!\1).)+)\1/gs)]
            .map((each) => each[2] ?? '')
            .join('')
            .replace(/\$\{(?:[^{}]|\{[^{}]*\})+\}/g, '7')
            .replaceAll('\\n', '\n')
            .replaceAll('\\`', '`'),
        ];
  });

describe('the French of the command line', () => {
  test('has every description, argument and option', () => {
    const said = commands.flatMap((text) => [
      ...sentencesAfter(/(?:\.description\(|description: )/g, text),
      ...[...text.matchAll(/(?:option|Option|argument)\(\s*'[^']+',\s*'((?:[^'])+)'/g)].map((each) => each[1] ?? ''),
    ]);
    expect(said.length).toBeGreaterThan(70);
    expect(said.filter((each) => helpIn('fr', each) === each)).toEqual([]);
  });

  test('has the notes of every command with notes', () => {
    const withNotes = commands.filter((text) => text.includes("addHelpText('after'") && text.includes('Command('));
    expect(withNotes.length).toBeGreaterThan(12);
    expect(withNotes.filter((text) => !/notesIn\(\{ en: \w+, fr: \w+ \}\)|helpIn\(locale/.test(text))).toEqual([]);
  });

  test('has every sentence with which a process or command ends', () => {
    const said = files.flatMap((file) => sentencesAfter(/(?:CannotStart|CannotImport|InvalidArgumentError)\(/g, textOf(file)));
    const sentences = said
      .filter((each) => !/^7 7\.?$|^7 7 names it\.$/.test(each))
      .map((each) => each.replace(/^It must be 7\.$/, 'It must be en or fr.'));
    expect(sentences.length).toBeGreaterThan(50);
    expect(sentences.filter((each) => errorIn('fr', each) === each)).toEqual([]);
    expect(sentences.map((each) => errorIn('fr', each)).filter((each) => /\b(the|of|which|is|not|and|with|your)\b/.test(each))).toEqual([]);
  });

  test('has the description of every setting', () => {
    expect(describeSettings({}).filter(({ description }) => settingIn('fr', description) === description)).toEqual([]);
  });

  test('has every sentence with which a setting is refused', () => {
    const said = sentencesAfter(/new Error\(/g, textOf('config-forms.ts')).map((each) => `PORT ${each}.`);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((each) => errorIn('fr', each) === each)).toEqual([]);
  });

  test('keeps names and values, and translates several lines one by one', () => {
    expect(errorIn('fr', "error: missing required argument 'account'")).toBe('erreur\u00A0: il manque l’argument «\u00A0account\u00A0»');
    expect(
      errorIn(
        'fr',
        'PORT must be a whole number from 0 to 65535.\nREGISTRY_X is not a setting of the registry; `registry config` lists them all.',
      ),
    ).toBe(
      'PORT doit être un nombre entier de 0 à 65535.\nREGISTRY_X n’est pas un réglage du registre; `registry config` les énumère tous.',
    );
    expect(errorIn('fr', 'The PostgreSQL at db:5432 rejected the user or the password. DATABASE_URL names it.')).toBe(
      'Le PostgreSQL de db:5432 a refusé l’utilisateur ou le mot de passe. C’est celui de DATABASE_URL.',
    );
  });

  test('leaves the messages of other programs as they are', () => expect(errorIn('fr', 'deadlock detected')).toBe('deadlock detected'));

  test('is English in an English terminal', () => {
    expect(errorIn('en', 'There is no such account.')).toBe('There is no such account.');
    expect(linesIn('en')('{} parked.', 3)).toBe('3 parked.');
  });

  test.each([
    [0, '0 ligne erronée', '0 bad rows'],
    [1, '1 ligne erronée', '1 bad row'],
    [2, '2 lignes erronées', '2 bad rows'],
    [12_345, '12\u00A0345 lignes erronées', '12,345 bad rows'],
  ])('counts %i', (count, french, english) => {
    expect([counted('fr', count, 'bad row'), counted('en', count, 'bad row')]).toEqual([french, english]);
  });

  test.each([
    [1, 'dans 1 jour, le 2026-12-02', 'in 1 day, on 2026-12-02'],
    [7, 'dans 7 jours, le 2026-12-02', 'in 7 days, on 2026-12-02'],
  ])('says how far away a notice’s day is: %i', (days, french, english) => {
    const said = (locale: 'en' | 'fr') => linesIn(locale)('in {}, on {}', counted(locale, days, 'day'), '2026-12-02');
    expect([said('fr'), said('en')]).toEqual([french, english]);
  });

  test.each([
    [['check', '--locale', 'fr'], {}, 'fr'],
    [['check', '--locale=EN'], { LANG: 'fr_CA.UTF-8' }, 'en'],
    [['check'], { LANG: 'fr_CA.UTF-8' }, 'fr'],
    [['check', '--locale', 'de'], { LANG: 'fr_CA.UTF-8' }, 'fr'],
  ])('of a run with %j in %j is %s', (argv, environment, locale) => expect(localeOfRun(argv, environment)).toBe(locale));
});
