import type { Chapter } from './clause.ts';

/** Appeals and the business days that count towards their deadlines (guideline 7). */
export const appeals = {
  'G-7.a': {
    title: 'What can be appealed',
    titleFr: 'Ce qui peut faire l’objet d’un appel',
    source: 'GUIDELINE',
    section: '7.0',
    text:
      'An audit result can be appealed on the evidence originally given to the external auditor. The result of the initial internal ' +
      'audit cannot be appealed.',
    settledBy: ['R-25', 'R-26'],
  },
  'F-28': {
    title: 'Internal and external results, within five business days',
    titleFr: 'Résultats internes et externes, en cinq jours ouvrables',
    source: 'FAQ',
    section: 'question 28',
    text:
      'Appeals of internal or external audit results are filed on the form within five business days of the formal notification of the ' +
      'results.',
    settledBy: ['R-25'],
  },
  'G-7.b': {
    title: 'Level 1: the COR auditor',
    titleFr: 'Niveau 1 : le vérificateur COR',
    source: 'GUIDELINE',
    section: '7.0',
    text:
      'Filed on the form within five business days of receiving the report; acknowledged within two and decided within five business ' +
      'days of receiving the appeal.',
    settledBy: ['R-27'],
  },
  'G-7.c': {
    title: 'Level 2: the Manager of Strategic Programs',
    titleFr: 'Niveau 2 : le gestionnaire des programmes stratégiques',
    source: 'GUIDELINE',
    section: '7.0',
    text: 'Filed within five business days of the denial; acknowledged within two and decided within five business days. An agreement is signed on the form by both parties.',
    settledBy: ['R-27'],
  },
  'G-7.d': {
    title: 'Level 3: the Vice President, final',
    titleFr: 'Niveau 3 : le vice-président, sans appel',
    source: 'GUIDELINE',
    section: '7.0',
    text: 'Without an agreement the Vice President of Strategic Programs reviews the file within five business days of the level 2 decision; the decision is final.',
    settledBy: ['R-27'],
  },
  'X-6': {
    title: 'Ontario’s nine public holidays',
    titleFr: 'Les neuf jours fériés de l’Ontario',
    source: 'ONTARIO_LAW',
    section: 'Employment Standards Act, 2000, “public holiday”',
    text: 'New Year’s Day, Family Day (since 2008), Good Friday, Victoria Day, Canada Day, Labour Day, Thanksgiving Day, Christmas Day and Boxing Day. Easter Monday, the Civic Holiday, 30 September and Remembrance Day are not among them.',
    certainty: 'sure',
  },
  'R-25': {
    title: 'External and maintenance results can be appealed',
    titleFr: 'Les résultats externes et de maintien peuvent être portés en appel',
    source: 'REGISTRY',
    section: 'open point 25',
    text:
      'The FAQ mentions internal and external results; the guideline excludes the initial internal audit. So results of external ' +
      'audits, re-audits and maintenance audits can be appealed.',
  },
  'R-26': {
    title: 'An appeal stops no other clock',
    titleFr: 'Un appel n’arrête aucun autre délai',
    source: 'REGISTRY',
    section: 'open point 26',
    text: 'While an appeal is open, every other deadline keeps running: pending, lost and the six months arrive on their usual days.',
  },
  'R-27': {
    title: 'A holiday on a weekend is not moved',
    titleFr: 'Un jour férié tombant la fin de semaine n’est pas reporté',
    source: 'REGISTRY',
    section: 'open point 27',
    text:
      'Business days are Monday to Friday, except Ontario’s public holidays; a holiday that falls on a weekend is not observed on ' +
      'another day.',
  },
  'R-48': {
    title: 'A decision on an appeal counts from its day',
    titleFr: 'La décision d’un appel vaut à compter de sa date',
    source: 'REGISTRY',
    section: 'open point 48',
    text: 'A decision on an appeal that changes an audit’s outcome counts from its day and restores nothing that is lost: decided on day 90, a letter may still be issued; on day 91, none. Spot checks cannot be appealed, and neither can initial internal audits, those after a loss included.',
  },
  'R-64': {
    title: 'A letter whose audit fails after its issue',
    titleFr: 'Une lettre dont la vérification n’est plus réussie après sa délivrance',
    source: 'REGISTRY',
    section: 'open point 64',
    text:
      'What a letter rests on is judged on its day of issue. If later scores of its audit fail, the letter still counts and nothing is ' +
      'lost; the deficiencies are to be corrected, within the 90 days after the anniversary while they last, and IHSA’s staff are ' +
      'alerted and decide what follows, until the audit passes again or the letter for the next year is issued.',
  },
} as const satisfies Chapter;
