import type { Chapter } from './clause.ts';

/** Confidentiality, the public list, proof documents and tenders (guideline 3.1, 8). */
export const disclosure = {
  'G-8.a': {
    title: 'Audit information is confidential',
    titleFr: 'Les renseignements de vérification sont confidentiels',
    source: 'GUIDELINE',
    section: '8.0',
    text:
      'What an audit finds or produces (scores, findings, reports, corrective action plans, appeals, interviews) is confidential to ' +
      'IHSA, the organization and the auditor who carried it out.',
    settledBy: ['R-37'],
  },
  'G-8.b': {
    title: 'Others see it only with written permission',
    titleFr: 'Les autres n’y ont accès qu’avec une autorisation écrite',
    source: 'GUIDELINE',
    section: '8.0',
    text: 'IHSA discloses nothing obtained through an audit without the express written permission of an authorized representative of the organization.',
    settledBy: ['R-28', 'R-37'],
  },
  'G-8.c': {
    title: 'IHSA’s own use names nobody',
    titleFr: 'L’usage interne de l’IHSA ne nomme personne',
    source: 'GUIDELINE',
    section: '8.0',
    text: 'IHSA may use the information internally, without reference to particular projects, organizations or workers unless they permit it in writing.',
    notEncoded: 'Applies to IHSA’s own use of what it holds; the registry publishes no audit information at all.',
  },
  'R-28': {
    title: 'What a consent says',
    titleFr: 'Ce que dit un consentement',
    source: 'REGISTRY',
    section: 'open point 28',
    text:
      'A consent names the recipient, the scope and its first and last day. What decides is whether it is in effect on the day of the ' +
      'request, whichever day the request is about, so a withdrawal takes effect at once. Every disclosure under a consent is in the ' +
      'audit log. Nobody can consent to disclosure to an unnamed caller. An application through the SOSE portal is a consent to audit ' +
      'facts from the day on which the portal records its reference; once withdrawn, that reference cannot be recorded again.',
  },
  'R-37': {
    title: 'What others are shown of a standing',
    titleFr: 'Ce qui est montré d’une situation',
    source: 'REGISTRY',
    section: 'open point 37',
    text:
      'Everyone sees certified and pending, with the standard, the certificate, its letter and its days. Buyers also see bidding only. ' +
      'WSIB, which verifies accounts, and callers with a consent also see registered. Everything else looks like an account that is not ' +
      'on record. The only reasons shown are those about the document shown, never a spot check or a past revocation, and days that ' +
      'look the same form one period. The day on which a standing will change can be worked out from the standings day by day, so it is ' +
      'shown; the standing that follows is shown only to callers who may see it.',
  },
  'G-3.1': {
    title: 'IHSA lists certified organizations on its website',
    titleFr: 'L’IHSA publie la liste des entreprises certifiées',
    source: 'GUIDELINE',
    section: '3.1',
    text: 'IHSA keeps a list of registered organizations and, on its website, the list of certified ones.',
    settledBy: ['R-37'],
  },
  'X-7': {
    title: 'Registered firms are not published',
    titleFr: 'Les entreprises seulement inscrites ne sont pas publiées',
    source: 'IHSA_PAGES',
    section: 'list of certified firms',
    text: 'IHSA publishes firms that are certified, not firms that are only registered.',
    settledBy: ['R-37'],
    certainty: 'sure',
  },
  'R-38': {
    title: 'Proof documents',
    titleFr: 'Documents justificatifs',
    source: 'REGISTRY',
    section: 'open point 38',
    text:
      'A confirmation of registration, a Certificate of Recognition, a Letter of Good Standing, an interim one and a letter of ' +
      'reciprocity each have a number by which anyone can check whether the document is genuine and has effect. A document has effect ' +
      'as long as the rules support what it says: a confirmation while its registration is in effect, a certificate while it is ' +
      'certified or pending, a letter while it is the last one that counts for such a certificate, and a bidding-only document while it ' +
      'is in force. None has effect while a revocation is in effect. If there are several letters for one year, the first counts. A ' +
      'letter of equivalency and a letter of intent say no more than the certificate and the registration they rest on, from their own ' +
      'day. Anyone who has the number learns what became of the document: pending, lost, expired, superseded (by which only if that is ' +
      'public), or withdrawn, which covers every other end. An imported number can be guessed, so the firm is named only to a caller who ' +
      'gives its name, its WSIB account number or the code printed on the document. A certificate or letter that this registry issues ' +
      'rests on what its audit and process show on its day, which is kept with it; an imported one is taken as it is, has effect in the ' +
      'same way, and what it lacks is reported.',
  },
  'X-8': {
    title: 'Letter of intent',
    titleFr: 'Lettre d’intention',
    source: 'BUYERS_PAGES',
    section: 'prequalification pages',
    text: 'Some owners have accepted a letter of intent at prequalification. It says that a firm is registered and pursuing COR.',
    certainty: 'press',
  },
  'X-3': {
    title: 'Accredited systems are treated as equal in construction tenders',
    titleFr: 'Égalité de traitement des systèmes accrédités dans les appels d’offres de construction',
    source: 'ONTARIO_LAW',
    section: 'O. Reg. 364/25, in force 1 January 2026',
    text: 'A public-sector owner that requires a health and safety management system accredited by the Chief Prevention Officer for construction accepts every accredited system as equal. We have not read its sections 3 to 5.',
    certainty: 'sure',
  },
} as const satisfies Chapter;
