import { describe, expect, test } from '@jest/globals';
import { Command } from 'commander';
import { localeOption, terminalLocale } from '../../src/cli/locale-option.ts';

const localeOf = (environment: Record<string, string>, ...argv: string[]): unknown =>
  new Command()
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .addOption(localeOption(environment))
    .parse(argv, { from: 'user' })
    .opts().locale;

describe('--locale', () => {
  test.each(['fr', 'FR'])('takes the spelling of the command line and of the API: %s', (given) => {
    expect(localeOf({ LANG: 'en_CA.UTF-8' }, '--locale', given)).toBe('fr');
  });

  test('refuses another language', () => expect(() => localeOf({}, '--locale', 'de')).toThrow('It must be en or fr.'));

  test('defaults to the language of the terminal', () => expect(localeOf({ LANG: 'fr_CA.UTF-8' })).toBe('fr'));

  test.each([
    [{}, 'en'],
    [{ LANG: 'C.UTF-8' }, 'en'],
    [{ LANG: 'fr' }, 'fr'],
    [{ LANG: 'fy_NL.UTF-8' }, 'en'],
    [{ LANG: 'frr_DE' }, 'en'],
    [{ LANG: 'fr_CA.UTF-8', LC_ALL: 'en_CA.UTF-8' }, 'en'],
    [{ LANG: 'en_CA.UTF-8', LC_MESSAGES: 'fr_CA.UTF-8' }, 'fr'],
    [{ LANG: 'fr_CA.UTF-8', LC_ALL: '' }, 'fr'],
  ])('of the variables %j is %s', (environment, locale) => expect(terminalLocale(environment)).toBe(locale));
});
