import type { Chapter } from './clause.ts';

/** Equivalency and out-of-province reciprocity (guideline 5, 6). */
export const equivalency = {
  'G-5': {
    title: 'Reciprocity is for bidding only',
    titleFr: 'La réciprocité ne vaut que pour soumissionner',
    source: 'GUIDELINE',
    section: '5.0',
    text: 'Out-of-province reciprocity lets an organization certified elsewhere bid on a project in Ontario that requires COR. It certifies nothing.',
    settledBy: ['R-21', 'R-22'],
    notEncoded: 'Restates what G-5.a says of a document in force; a bidding-only standing never counts as certified.',
  },
  'G-5.a': {
    title: 'What a reciprocity request needs',
    titleFr: 'Ce qu’exige une demande de réciprocité',
    source: 'GUIDELINE',
    section: '5.0',
    text: 'A request comes on the reciprocity form with a letter of the host province’s CFCSA member showing proof of participation in COR.',
    settledBy: ['R-19', 'R-21', 'R-40', 'R-41'],
  },
  'G-5.b': {
    title: 'After winning the bid',
    titleFr: 'Après l’adjudication',
    source: 'GUIDELINE',
    section: '5.0',
    text: 'If the bid is won, and the buyer requires it or the organization wishes to be certified, it registers, asks for training exemptions, does an internal audit and passes an external audit.',
    settledBy: ['R-18'],
  },
  'F-16': {
    title: 'Interim Letter of Good Standing for firms from elsewhere',
    titleFr: 'Lettre provisoire pour les entreprises d’ailleurs',
    source: 'FAQ',
    section: 'question 16',
    text: 'With confirmation that its COR is current and a transcript of the COR Internal Auditor course, both from its host association, an employer from another province may receive an interim Letter of Good Standing to accompany its tender.',
    settledBy: ['R-19', 'R-21', 'R-22', 'R-40', 'R-41'],
  },
  'F-16.a': {
    title: 'A current host COR and no permanent office in Ontario',
    titleFr: 'COR de l’association d’attache en vigueur et aucun bureau permanent en Ontario',
    source: 'FAQ',
    section: 'question 16',
    text: 'The interim letter is for employers whose host COR is current and who have no permanent office in Ontario; with an office here, COR is achieved through IHSA.',
    settledBy: ['R-40'],
  },
  'F-16.b': {
    title: 'The winner of the bid must be audited',
    titleFr: 'L’adjudicataire doit se soumettre à une vérification',
    source: 'FAQ',
    section: 'question 16',
    text:
      'An employer who wins the job must undergo an internal and then an external audit of what IHSA’s COR requires beyond the COR of ' +
      'the host province.',
    settledBy: ['R-18'],
  },
  'G-6.1.a': {
    title: 'ISO 45001 equivalency',
    titleFr: 'Équivalence ISO 45001',
    source: 'GUIDELINE',
    section: '6.1',
    text: 'With the equivalency form, the most recent ISO 45001 audit report and the most recent certificate, a lead auditor reviews the documents within 30 days of submission. On approval IHSA issues a Certificate of Recognition that is valid for one year.',
    settledBy: ['R-19', 'R-20', 'R-40', 'R-41'],
  },
  'G-6.1.b': {
    title: 'No WSIB account or no work in Ontario: reciprocity at most',
    titleFr: 'Sans compte de la WSIB ni travaux en Ontario : réciprocité au plus',
    source: 'GUIDELINE',
    section: '6.1',
    text: 'Organizations without a valid WSIB account, or whose ISO 45001 audit scope has no representative work in Ontario, are only granted reciprocity for bidding.',
    settledBy: ['R-21', 'R-22', 'R-40'],
  },
  'G-6.1.c': {
    title: 'IHSA may ask for further documents',
    titleFr: 'L’IHSA peut demander d’autres documents',
    source: 'GUIDELINE',
    section: '6.1',
    text: 'IHSA may ask for further documentation of the health and safety management system.',
    settledBy: ['R-19', 'R-41'],
  },
  'G-6.2.a': {
    title: 'Equivalency with the ministry’s accreditation',
    titleFr: 'Équivalence fondée sur l’accréditation du ministère',
    source: 'GUIDELINE',
    section: '6.2',
    text:
      'The request needs the most recent audit report, proof of accreditation, that audit’s action plan, the system’s manual, the ' +
      'management review report, that review’s action plan and the master hazard registry. The review takes 30 days; on approval IHSA ' +
      'issues a Certificate of Recognition that is valid for one year.',
    settledBy: ['R-19', 'R-20', 'R-40', 'R-41'],
  },
  'F-25': {
    title: 'What counted for COR counts for COR 2020',
    titleFr: 'Ce qui valait pour COR vaut pour COR 2020',
    source: 'FAQ',
    section: 'question 25',
    text:
      'Standards and out-of-province CORs considered for equivalency with COR are still considered for COR 2020; without a valid WSIB ' +
      'account or representative work in Ontario, only reciprocity for bidding is available.',
    settledBy: ['R-40'],
  },
  'X-5': {
    title: 'Only accredited ISO 45001:2018, for the whole scope',
    titleFr: 'Seulement ISO 45001:2018 accréditée, pour toute la portée',
    source: 'IHSA_PAGES',
    section: 'equivalency page',
    text:
      'IHSA grants equivalency only for ISO 45001:2018 with the mark of an accreditation body in the IAF arrangement, covering the ' +
      'firm’s whole scope. A ministerial direction of 25 October 2024 made this permanent. There is no route for CSA Z45001.',
    settledBy: ['R-40', 'R-49'],
    certainty: 'sure',
  },
  'X-16': {
    title: 'The IAF has had a successor since 1 January 2026',
    titleFr: 'L’IAF a été remplacée le 1er janvier 2026',
    source: 'ACCREDITATION_PAGES',
    section: 'transition to the Global ACI MRA',
    text:
      'The IAF ended on 31 December 2025. Global Accreditation Cooperation Incorporated took over on 1 January 2026, with its Multilateral ' +
      'Recognition Arrangement (MRA) in place of the IAF’s Multilateral Recognition Arrangement (MLA). A sound certificate of 2026 may ' +
      'carry the symbol of its accreditation body and no IAF mark.',
    settledBy: ['R-49'],
    certainty: 'sure',
  },
  'R-49': {
    title: 'The IAF means its successor too',
    titleFr: 'L’IAF désigne aussi l’organisme qui lui succède',
    source: 'REGISTRY',
    section: 'open point 49',
    text:
      'IHSA’s page still says IAF; it is read as meaning its successor from 1 January 2026 on. What counts is whether the body that accredited ' +
      'the certifier was a signatory of the arrangement of the day, the IAF MLA or the Global ACI MRA, and not which mark is printed. Where ' +
      'nobody has stated it, it is not known here, and staff may state what they find.',
  },
  'X-27': {
    title: 'The national COR audit instrument has fourteen sections',
    titleFr: 'L’outil national de vérification du COR compte quatorze sections',
    source: 'ASSOCIATION_PAGES',
    section: 'harmonized audit instrument, in use since 2023',
    text:
      'The associations’ harmonized audit instrument has fourteen sections and has been in use since 1 January 2023, in some provinces later. ' +
      'The six additional elements of which the FAQ speaks describe neither COR 2020 nor the host COR of today.',
    certainty: 'sure',
    settledBy: ['R-18'],
    notEncoded: 'No number or answer follows from it; it says why the FAQ’s remark is out of date.',
  },
  'X-26': {
    title: 'How long letters of reciprocity run elsewhere',
    titleFr: 'Durée des lettres de réciprocité ailleurs',
    source: 'ASSOCIATION_PAGES',
    section: 'reciprocity, British Columbia and Manitoba',
    text:
      'In British Columbia a letter of reciprocity is good for six months, in Manitoba to the end of the home COR and for twelve months at ' +
      'most. Ontario’s own length is not stated. The home association confirms the firm’s COR and, in Manitoba, its expiry.',
    certainty: 'sure',
    settledBy: ['R-21', 'R-62'],
  },
  'R-62': {
    title: 'IHSA confirms a COR to another association',
    titleFr: 'L’IHSA confirme un COR à une autre association',
    source: 'REGISTRY',
    section: 'open point 62',
    text:
      'A confirmation names the association and the end of the certificate’s three years, and rests on the certificate: it has effect while ' +
      'the certificate has. It confirms a COR earned by an external audit, and none is issued while the certification is pending (G-2.4.n).',
  },
  'R-18': {
    title: 'The audits after a won bid are shown as an obligation',
    titleFr: 'Les vérifications après l’adjudication figurent parmi les obligations',
    source: 'REGISTRY',
    section: 'open point 18',
    text:
      'The FAQ says “must”, the guideline “if required by the buyer or if the organization chooses”. It is shown as an obligation with ' +
      'both clauses. The FAQ limits the audits to the six elements that Ontario added to the older COR; the guideline sets no such limit, and ' +
      'the remark is out of date: neither COR 2020 nor the host COR of today, with fourteen sections since 2023, counts them as such (X-27).',
  },
  'R-19': {
    title: 'The 30 days run from a complete submission',
    titleFr: 'Les 30 jours courent à compter du dépôt d’un dossier complet',
    source: 'REGISTRY',
    section: 'open point 19',
    text:
      'The 30 days run from the day the submission is complete and are paused while IHSA waits for documents it asked for; both days ' +
      'are shown. For reciprocity no source states a time, so the same 30 days are our target.',
  },
  'R-20': {
    title: 'An equivalency certificate expires after its year',
    titleFr: 'Un certificat d’équivalence expire après un an',
    source: 'REGISTRY',
    section: 'open point 20',
    text:
      'The last day of an equivalency certificate is the day before its first anniversary. There is no grace period and no letter; ' +
      'after that day the certificate has expired. Renewal is a new request.',
  },
  'R-21': {
    title: 'How long a bidding-only document runs',
    titleFr: 'Durée d’un document permettant de soumissionner seulement',
    source: 'REGISTRY',
    section: 'open point 21',
    text:
      'It runs to the end date stated for the host COR or the ISO certificate, that day included, and at most to the day before its ' +
      'first anniversary. Without a stated end date it does not count until one is stated. Staff may set an earlier end date. A later ' +
      'loss of the account’s own certification ends it. The year has a precedent, Manitoba’s twelve months, and no common rule (X-26).',
  },
  'R-22': {
    title: 'Firms without a WSIB account',
    titleFr: 'Entreprises sans compte de la WSIB',
    source: 'REGISTRY',
    section: 'open point 22',
    text:
      'The registry keeps an account record for a firm without a WSIB account; it is found by its registry id or business number. Its ' +
      'standing can only be bidding only, registered, or none.',
  },
  'R-40': {
    title: 'What a grant rests on, and what a decision may add',
    titleFr: 'Sur quoi repose une approbation, et ce qu’une décision peut ajouter',
    source: 'REGISTRY',
    section: 'open point 40',
    text:
      'The basis of a grant must be current on the day of the decision. This applies to the ISO 45001 certificate and to the host COR, ' +
      'though for reciprocity the guideline asks for proof of participation and only the FAQ says “current”. A fact that nobody has ' +
      'recorded counts as not shown, and nothing is granted on it. A permanent office in Ontario also rules out the letter of ' +
      'reciprocity, since COR is then achieved here. The sources allow a grant of less than a certificate for ISO 45001 only: with the ' +
      'ministry’s accreditation and no valid WSIB account, nothing is granted. IHSA may use its judgement to grant less than the rules ' +
      'allow, with a recorded reason; it may not grant more.',
  },
  'R-41': {
    title: 'The steps of a request',
    titleFr: 'Les étapes d’une demande',
    source: 'REGISTRY',
    section: 'open point 41',
    text:
      'A request may be submitted when every document it needs has been received. It is complete when its fee is recorded too; no ' +
      'source names a fee for reciprocity. The FAQ lets a firm ask for an interim letter by e-mail, while the guideline requires the ' +
      'form: here one request on the form covers either. The transcript is not needed to submit; without it a letter of reciprocity is ' +
      'the most that can be granted. While IHSA waits for documents nothing is granted, though the request may be refused. A wait that ' +
      'begins after the time for the review has run out does not extend it. The clock stops on the day the review is reported, and ' +
      'approval of an equivalency follows that report. A request that was decided or withdrawn is not reopened: the firm makes a new ' +
      'one.',
  },
} as const satisfies Chapter;
