import { describe, expect, test } from '@jest/globals';
import { guideline, isClauseId } from '../../src/rules/guideline.ts';
import { clauseWords } from '../../src/rules/messages/clause-words.ts';
import { english, englishWords } from '../../src/rules/messages/english.ts';
import { frenchEnums } from '../../src/rules/messages/enums.fr.ts';
import { french, frenchWords } from '../../src/rules/messages/french.ts';
import { isUnofficial, type MessageId, render, templateOf, writeDay, writeList, writePercent } from '../../src/rules/messages/messages.ts';
import { usesOurTerms } from '../../src/rules/messages/unofficial.ts';

const isMessageId = (id: string): id is MessageId => id in english;
const ids = Object.keys(english).filter(isMessageId);
const valuesIn = (template: string) => [...template.matchAll(/\{[^}]*\}/g)].map(([value]) => value).toSorted();
const proseOf = (template: string) => template.replace(/\{[^}]*\}/g, 'x');

describe('the messages', () => {
  test('have the same ids in both languages', () => {
    expect(Object.keys(french).toSorted()).toEqual(ids.toSorted());
    expect(Object.keys(frenchWords).toSorted()).toEqual(Object.keys(englishWords).toSorted());
  });

  test.each(ids)('%s takes the same values in both languages', (id) => {
    expect(valuesIn(templateOf('fr', id))).toEqual(valuesIn(templateOf('en', id)));
  });

  test.each(ids)('%s names its values in the form that render reads', (id) => {
    for (const value of valuesIn(templateOf('en', id))) expect(value).toMatch(/^\{[a-zA-Z]\w*(:(day|percent|word|words|list))?\}$/);
  });

  // The entries of a calendar, which programs show without a full stop.
  const titles: readonly string[] = ['calendar-entry', 'calendar-entry-done'];

  test.each(ids)('%s is a sentence without typewriter quotes in both languages', (id) => {
    for (const locale of ['en', 'fr'] as const) {
      expect(proseOf(templateOf(locale, id))).toMatch(titles.includes(id) ? /[^.]$/ : /\.$/);
      expect(proseOf(templateOf(locale, id))).not.toMatch(/['"]| {2}/);
    }
  });

  test.each(ids)('%s has its French punctuation spaced as in Canada', (id) => {
    // The number of a standard is the same in both languages: ISO 45001:2018.
    const prose = proseOf(templateOf('fr', id)).replaceAll('45001:2018', '45001');
    expect(prose).not.toMatch(/[^\u00A0][:»%]|«[^\u00A0]| [;!?]/);
  });

  // One French word for a thing (docs/decisions/0105-words-in-french.md): these were others for it, or false friends.
  const otherWords =
    /échou|achev|achèv|agréé|tierce partie|certificat d’origine|condamnation|attestation de conformité|nom légal|numéro de la firme|appelant|renvoy|l’organisation|employé l’outil|FCASC|impayée|carte de poche|confirmation de réception|disposition|journal de vérification|[lc]e registre (?:ignore|ne sait)|vérificateur interne formé|remise de la WSIB|pour soumissionner seulement|vérification compte si|(?:dernière|première) compte\b|vérification ne compte/;

  test('keep to one French word for a thing', () => {
    const said = [
      ...Object.values(french),
      ...Object.values(frenchWords),
      ...Object.values(frenchEnums).flatMap((each) => Object.values(each)),
      ...Object.keys(guideline)
        .filter(isClauseId)
        .flatMap((id) => [clauseWords(id, 'fr').title, clauseWords(id, 'fr').text]),
    ];
    expect(said.filter((each) => otherWords.test(each))).toEqual([]);
  });

  test.each(ids)('%s says no three words twice in a row in French', (id) =>
    expect(templateOf('fr', id)).not.toMatch(/(?<!\p{L})(\p{L}+ \p{L}+ \p{L}+)(?: \p{L}+){0,2} \1(?!\p{L})/u),
  );

  test('with a term that has no official French are marked as unofficial (X-13)', () => {
    const unmarked = ids.filter(
      (id) => /Letters? of Good Standing|equivalency|reciprocity|\bpending\b/i.test(english[id]) && !isUnofficial('fr', id),
    );
    expect(unmarked).toEqual([]);
    expect(ids.filter((id) => isUnofficial('en', id))).toEqual([]);
  });

  // The glossary's two columns: read on a public page (ontario.ca/fr, wsib.ca/fr), or our own.
  test.each([
    ['inscrit', true],
    ['non inscrit', true],
    ['confirmation d’inscription', true],
    ['aucune certification en vigueur n’est consignée', true],
    ['situation d’un compte', true],
    ['après le 90e jour', true],
    ['vérificatrice externe', true],
    ['certification perdue', true],
    ['certificat de reconnaissance', false],
    ['compte de la WSIB en règle', false],
    ['révoqué', false],
    ['certifié', false],
    ['système accrédité', false],
    ['vérificatrice principale', false],
    ['Préparation aux situations d’urgence', false],
  ])('in which stands “%s” are unofficial: %s', (words, expected) => expect(usesOurTerms(words)).toBe(expected));

  test('fill in days, percentages, words and lists in the requested language', () => {
    const values = { tool: 'COR_2020', mark: '65', elements: '3,7,12' };
    expect(render('en', 'score-elements-missed', values)).toBe('Elements of the COR 2020 audit tool below the required 65%: 3, 7 and 12.');
    expect(render('fr', 'score-elements-missed', values)).toBe(
      'Éléments de l’outil de vérification COR\u00A02020 dont la note est inférieure aux 65\u00A0% exigés\u00A0: 3, 7 et 12.',
    );
    expect(render('en', 'certificate-issued', { certificate: 'C1', issuedOn: '2026-01-01' })).toBe(
      'Certificate C1 was issued on 1 January 2026.',
    );
    expect(render('fr', 'certificate-issued', { certificate: 'C1', issuedOn: '2026-01-01' })).toBe(
      'Le certificat C1 a été délivré le 1er\u00A0janvier\u00A02026.',
    );
  });

  test('show a missing value visibly, and leave one that looks like a pattern as it is', () => {
    expect(render('en', 'certificate-issued', { issuedOn: '2026-01-01' })).toContain('{certificate}');
    expect(render('en', 'certificate-issued', { certificate: '$& {issuedOn}', issuedOn: '2026-01-01' })).toBe(
      'Certificate $& {issuedOn} was issued on 1 January 2026.',
    );
  });
});

describe('writing values', () => {
  test.each([
    ['2026-11-22', '22 November 2026', '22\u00A0novembre\u00A02026'],
    ['2026-08-01', '1 August 2026', '1er\u00A0août\u00A02026'],
    ['2024-02-29', '29 February 2024', '29\u00A0février\u00A02024'],
    ['2026-12-11', '11 December 2026', '11\u00A0décembre\u00A02026'],
  ])('%s is %s, %s', (day, inEnglish, inFrench) => {
    expect([writeDay('en', day), writeDay('fr', day)]).toEqual([inEnglish, inFrench]);
  });

  test('a percentage has a decimal comma and a no-break space in French', () => {
    expect([writePercent('en', '79.99'), writePercent('fr', '79.99')]).toEqual(['79.99%', '79,99\u00A0%']);
  });

  test('a list of one, two and three', () => {
    expect([writeList('en', '3'), writeList('en', '3,7'), writeList('fr', '3,7,12')]).toEqual(['3', '3 and 7', '3, 7 et 12']);
  });
});
