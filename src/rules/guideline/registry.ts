import type { Chapter } from './clause.ts';

/** The registry's own powers and conventions, and facts of the field that shape its records. */
export const registry = {
  'R-29': {
    title: 'Revocation',
    titleFr: 'Révocation',
    source: 'REGISTRY',
    section: 'open point 29',
    text:
      'No source grants this power, but every registry needs it: IHSA may record a revocation with a reason and a document. While a ' +
      'revocation is in effect nothing is issued, and the clocks keep running. A document dated while it is in effect does not count; ' +
      'one dated on the day it is lifted does. A registration is not such a document and stays in effect. A revocation recorded in ' +
      'error is corrected, as if it had never been recorded.',
  },
  'R-30': {
    title: 'Numbers before the guideline’s first day',
    titleFr: 'Chiffres antérieurs au premier jour des lignes directrices',
    source: 'REGISTRY',
    section: 'open point 30',
    text:
      'The guideline is dated February 2020, without a day, so its numbers apply from 1 February 2020. The same numbers apply to ' +
      'earlier days, so certificates older than the guideline are judged by them too.',
  },
  'R-31': {
    title: 'What ends a registration, and what ends with it',
    titleFr: 'Ce qui met fin à une inscription, et ce qui finit avec elle',
    source: 'REGISTRY',
    section: 'open point 31',
    text:
      'A registration is in effect from its confirmation until it is withdrawn or a certification of the account is lost. A loss ends ' +
      'the registrations confirmed, and the bidding-only documents issued, before its day, but not those of that day. Neither an expiry ' +
      'nor a restart during the first certification ends a registration.',
  },
  'R-32': {
    title: 'Which certificate supersedes which',
    titleFr: 'Ordre de remplacement des certificats',
    source: 'REGISTRY',
    section: 'open point 32',
    text:
      'A COR certificate supersedes every earlier certificate of the account and stops its clocks. An equivalency certificate ' +
      'supersedes earlier equivalency certificates only, never a COR certificate. Two COR certificates, or two equivalency ' +
      'certificates, for one account on one day are bad input.',
  },
  'R-33': {
    title: 'The order of standings',
    titleFr: 'L’ordre des situations',
    source: 'REGISTRY',
    section: 'open point 33',
    text:
      'The first that applies decides: revoked, certified, pending, bidding only, registered, certification lost, expired, not ' +
      'registered. If a COR and an equivalency certificate are both certified, the COR is shown.',
  },
  'R-36': {
    title: 'When an obligation is upcoming, due, overdue or done',
    titleFr: 'Quand une obligation est à venir, à échéance, en retard ou remplie',
    source: 'REGISTRY',
    section: 'open point 36',
    text:
      'An obligation is due from 90 days before its due day, or from the day it arises if that is later; before that it is upcoming, ' +
      'and after its due day it is overdue. If the guideline itself sets a window, that window applies. If the sources give no due day, ' +
      'the obligation is due from the day it arises. The advice of G-2.5.b has a due day like the rest, though missing it has no ' +
      'consequence. An obligation that can no longer be met is no longer listed; one that was met stays listed until the next ' +
      'certificate. Whether a bid was won is not recorded, so the audits after it are upcoming while the bidding-only document is in ' +
      'force.',
  },
  'R-39': {
    title: 'Why an act of staff is refused',
    titleFr: 'Motifs de refus des actes du personnel',
    source: 'REGISTRY',
    section: 'open point 39',
    text:
      'When staff issue or end something, everything that an import would report as a problem is a reason for refusal. Also refused ' +
      'are: a document while a revocation is in effect on its day or on the day of the request; a second letter for a year; a ' +
      'registration while another is in effect that no certificate has followed; a revocation while another is in effect; and the ' +
      'withdrawal or lifting of something no longer in effect. A document is dated on or before the day of the request. A ' +
      'certificate and a letter name the audit that they rest on, and everything that the guideline requires before them must be on ' +
      'record by their day; every missing condition is named at once, and an exception (R-44) is the only way around it. A correction is refused for the ' +
      'same reasons, unless staff state that this is what happened; then it is kept as an import would keep it. Two certificates of one ' +
      'kind on one day, and two revocations at once, are always refused.',
  },
  'R-44': {
    title: 'Exceptions',
    titleFr: 'Exceptions',
    source: 'REGISTRY',
    section: 'open point 44',
    text: 'The guideline gives IHSA discretion, and records have holes. An administrator may record an exception: the account, the clauses it sets aside, the reason, the document, and who decided. It serves one issue and is shown in the account’s file, in the audit log, and among the reasons of what rests on it. It never sets aside G-2.3, G-2.4.m, G-2.5.c, F-12, R-8, R-13, R-22, R-29 or R-32. Without one, a missing condition is a refusal. A correction that would take from an issued document what it rests on needs one too.',
  },
  'R-46': {
    title: 'Everything as it was known',
    titleFr: 'Tout tel qu’on le savait',
    source: 'REGISTRY',
    section: 'open point 46',
    text: 'An answer as known at an instant shows everything as it was recorded by then: names of organizations, city, document numbers and days, not only the standing. A person who was erased is shown as erased at every instant; personal data is kept apart from what is kept for good.',
    notEncoded: 'Held by the store, which keeps what every change replaced and under which recording it became known.',
  },
  'X-9': {
    title: 'Members of the CFCSA',
    titleFr: 'Membres de la CFCSA',
    source: 'ASSOCIATION_PAGES',
    section: 'members',
    text:
      'The federation has 13 members, with two each in Saskatchewan and Manitoba. WorkSafeBC issues British Columbia’s COR and the ' +
      'government issues Alberta’s; it is not certain whether Quebec’s member issues COR.',
    certainty: 'unsure',
    notEncoded: 'The request records which association confirms a host COR; no answer is computed from the list.',
  },
  'X-10': {
    title: 'Account and business numbers',
    titleFr: 'Numéros de compte et d’entreprise',
    source: 'WSIB_PAGES',
    section: 'employer guide',
    text:
      'WSIB account numbers appear as seven digits without a known check digit, and formats change, so they are treated as opaque text. ' +
      'A business number has nine digits with a Luhn check and may carry a program suffix. The firm number does not identify an ' +
      'account.',
    certainty: 'sure',
    notEncoded: 'An input format, checked where input is read.',
  },
  'X-12': {
    title: 'When buyers check',
    titleFr: 'Quand les acheteurs vérifient',
    source: 'BUYERS_PAGES',
    section: 'tender pages',
    text: 'Buyers check at different times: at bidding, on the closing date, at award, or throughout the contract.',
    certainty: 'sure',
    notEncoded: 'The buyer chooses the day to ask about; every answer is for one day.',
  },
  'X-31': {
    title: 'The Chief Prevention Officer in French',
    titleFr: 'La directrice générale ou le directeur général de la prévention',
    source: 'FRENCH_PAGES',
    section: 'standards for designated entities, 1 December 2024',
    text: 'Since December 2024 the government writes *directrice générale ou directeur général de la prévention (DGP)*.',
    certainty: 'sure',
    notEncoded: 'It applies to the French messages.',
  },
  'X-13': {
    title: 'French terms, official and ours',
    titleFr: 'Termes français, officiels ou propres au registre',
    source: 'FRENCH_PAGES',
    section: 'terminology',
    text:
      'There is no official French for Letter of Good Standing, equivalency, reciprocity and pending; our terms for them are marked as ' +
      'unofficial.',
    certainty: 'sure',
    notEncoded: 'It applies to the French messages, which carry the marks.',
  },
} as const satisfies Chapter;
