import type { Chapter } from './clause.ts';

/** Scoring and the first certification cycle (guideline 2.3, 2.4, 3.4, 4.3). */
export const firstCertification = {
  'G-2.3': {
    title: 'Pass marks of every audit',
    titleFr: 'Notes de passage de toute vérification',
    source: 'GUIDELINE',
    section: '2.3',
    text: 'An audit passes with at least 80 % overall, at least 65 % on each element, and 100 % on all items identified as legislated requirements.',
    settledBy: ['R-2'],
  },
  'G-2.4.a': {
    title: 'A passed audit also has a corrective action plan',
    titleFr: 'Une vérification réussie comporte aussi un plan de mesures correctives',
    source: 'GUIDELINE',
    section: '2.4, scoring benchmarks',
    text: 'A firm that reaches the pass marks still develops and implements a corrective action plan, for continual improvement.',
  },
  'F-18': {
    title: 'COR 2020 has 14 elements',
    titleFr: 'COR 2020 compte 14 éléments',
    source: 'FAQ',
    section: 'question 18',
    text: 'The COR 2020 audit tool has 14 elements.',
  },
  'X-11': {
    title: 'COR has 19 elements',
    titleFr: 'COR compte 19 éléments',
    source: 'AUDIT_TOOLS',
    section: 'tables of contents',
    text:
      'The COR audit tool of 2015 has 19 elements, of which 14 to 19 are Ontario supplements. Elements are identified by number; where ' +
      'we do not know a title, none is given.',
    certainty: 'sure',
  },
  'X-15': {
    title: 'The fourteen elements of COR 2020',
    titleFr: 'Les quatorze éléments de COR 2020',
    source: 'IHSA_PAGES',
    section: 'steps to COR',
    text:
      'IHSA’s page lists fourteen elements by name. That their order is their numbering is our reading: the list carries no numbers, and the ' +
      'audit tool confirms the first. Elements of the older COR are shown by number alone.',
    certainty: 'sure',
  },
  'R-2': {
    title: 'Scores are compared as given',
    titleFr: 'Les notes sont comparées telles quelles',
    source: 'REGISTRY',
    section: 'open point 2',
    text:
      'Scores are kept with two decimals and never rounded before comparing: 79.99 fails. A score above 100 or below 0, a missing ' +
      'element, or an element that the tool does not have is bad input.',
  },
  'G-2.4.b': {
    title: 'The internal audit is submitted and its receipt recorded',
    titleFr: 'La vérification interne est soumise et sa réception consignée',
    source: 'GUIDELINE',
    section: '2.4, Internal Audit',
    text: 'A trained internal auditor conducts the audit, senior management signs it off, and it is submitted with its material. IHSA records the day of receipt.',
    settledBy: ['R-34'],
  },
  'G-2.4.c': {
    title: 'Pre-assessment, and return for correction',
    titleFr: 'Évaluation préalable et renvoi pour correction',
    source: 'GUIDELINE',
    section: '2.4, Pre-assessment',
    text: 'A submission that is complete, follows the handbook and declares a passing score goes to review; otherwise it is returned for correction, and the 60 days start again when it is resubmitted.',
    settledBy: ['R-34'],
  },
  'G-2.4.d': {
    title: 'Internal audit review within 60 days',
    titleFr: 'Examen de la vérification interne dans les 60 jours',
    source: 'GUIDELINE',
    section: '2.4, Internal Audit Review',
    text: 'IHSA completes the review of an internal audit within 60 days of its receipt.',
    settledBy: ['R-34', 'R-50'],
  },
  'X-22': {
    title: 'A submission is held while its fee is unpaid',
    titleFr: 'Un dossier est retenu tant que ses frais sont impayés',
    source: 'IHSA_PAGES',
    section: 'COR home page and audit page',
    text: 'IHSA reviews no audit before it is paid. An unpaid submission is held, and enters the queue for review once the payment is received.',
    settledBy: ['R-50'],
    certainty: 'sure',
  },
  'R-50': {
    title: 'An unpaid fee does not move the 60 days',
    titleFr: 'Des frais impayés ne déplacent pas les 60 jours',
    source: 'REGISTRY',
    section: 'open point 50',
    text:
      'Whether the 60 days of a submission that was held run from the payment is not stated. The guideline counts from the receipt, so the ' +
      'review keeps its day; the days of the hold are shown beside it. The days of letters and anniversaries are not moved either. A submission ' +
      'that is returned is no longer held.',
  },
  'G-2.4.e': {
    title: 'After the review',
    titleFr: 'Après l’examen',
    source: 'GUIDELINE',
    section: '2.4, Internal Audit Review',
    text: 'A review that confirms the pass marks leads to the external audit. One that does not brings a report and a corrective action plan approved by IHSA, or a new internal audit, at IHSA’s discretion.',
  },
  'G-2.4.f': {
    title: 'External audit within six months of the review report',
    titleFr: 'Vérification externe dans les six mois suivant le rapport d’examen',
    source: 'GUIDELINE',
    section: '2.4, Internal Audit Review',
    text: 'The external audit is completed within six months of the day the internal audit review report was received, or the process restarts with a new internal audit.',
    settledBy: ['R-3', 'R-4', 'R-34', 'R-35'],
  },
  'G-2.4.g': {
    title: 'Approved auditor, approved plan',
    titleFr: 'Vérificateur approuvé, plan approuvé',
    source: 'GUIDELINE',
    section: '2.4, External Audit',
    text: 'The external auditor is on IHSA’s list, and IHSA approves the audit plan before the audit starts, which can take up to 21 days.',
  },
  'G-2.4.h': {
    title: 'The certificate and its anniversary',
    titleFr: 'Le certificat et sa date anniversaire',
    source: 'GUIDELINE',
    section: '2.4, External Audit',
    text: 'Upon a successful external audit the account receives a Certificate of Recognition; its day of issue becomes the anniversary.',
    settledBy: ['R-32', 'R-33'],
  },
  'G-2.4.i': {
    title: 'Re-audit within six months of a failed external audit',
    titleFr: 'Vérification de reprise dans les six mois suivant le rapport d’un échec',
    source: 'GUIDELINE',
    section: '2.4, External Audit',
    text: 'After a failed external audit a corrective action plan goes to the external auditor, and a re-audit is completed within six months of receiving the report, or the process restarts with a new internal audit.',
    settledBy: ['R-3', 'R-4', 'R-12', 'R-34', 'R-35'],
  },
  'G-3.4.a': {
    title: 'No auditor or company twice in a row, and no consultant',
    titleFr: 'Jamais le même vérificateur ou cabinet deux fois de suite, ni un consultant',
    source: 'GUIDELINE',
    section: '3.4',
    text: 'Neither the same auditor nor the same auditing company does two consecutive external audits. A person who consults for the organization cannot be its external auditor, and conflicts of interest are declared.',
    settledBy: ['R-5', 'R-45'],
  },
  'G-3.4.b': {
    title: 'IHSA approves the external audit report',
    titleFr: 'L’IHSA approuve le rapport de vérification externe',
    source: 'GUIDELINE',
    section: '3.4',
    text: 'The external auditor submits the audit report to IHSA, which approves it before anything follows from it.',
  },
  'G-4.3': {
    title: 'Reports are reviewed and auditors evaluated each year',
    titleFr: 'Les rapports sont examinés et les vérificateurs évalués chaque année',
    source: 'GUIDELINE',
    section: '4.3',
    text: 'IHSA approves audit plans before the start, reviews all reports, and evaluates each external auditor once a year during an audit.',
  },
  'G-2.0': {
    title: 'Three years, with letters in years 2 and 3',
    titleFr: 'Trois ans, avec lettres aux années 2 et 3',
    source: 'GUIDELINE',
    section: '2.0',
    text: 'The certification is valid for three years from its day, provided internal maintenance audits succeed in the second and third years. A Letter of Good Standing in years 2 and 3 shows it.',
    settledBy: ['R-6', 'R-10'],
  },
  'F-10': {
    title: 'Three years, then a new start',
    titleFr: 'Trois ans, puis un nouveau départ',
    source: 'FAQ',
    section: 'question 10',
    text: 'The certification is valid for three years from its day with successful maintenance audits in the second and third; in year four the employer applies again. A letter “each year” is read as one for year 2 and one for year 3.',
    notEncoded: 'Restates G-2.0 and G-2.5.a.',
  },
  'R-3': {
    title: 'Six months run from the day the report was received',
    titleFr: 'Les six mois courent à compter de la réception du rapport',
    source: 'REGISTRY',
    section: 'open point 3',
    text: 'The guideline says both “received” and “date of report”. The day of receipt counts; if it is not known, the report’s date does.',
  },
  'R-4': {
    title: 'An audit is completed on its last day on site',
    titleFr: 'Une vérification se termine le dernier jour sur place',
    source: 'REGISTRY',
    section: 'open point 4',
    text: 'An audit is completed on its last day on site; the days of closing and reporting are recorded separately.',
  },
  'R-5': {
    title: 'Consecutive is judged per account',
    titleFr: 'La succession se juge par compte',
    source: 'REGISTRY',
    section: 'open point 5',
    text:
      'Two external audits are consecutive when they follow each other on one account. A re-audit belongs to its audit, so the same ' +
      'auditor may do it.',
  },
  'R-34': {
    title: 'Which days of an audit are known',
    titleFr: 'Quels jours d’une vérification sont connus',
    source: 'REGISTRY',
    section: 'open point 34',
    text:
      'The registry records the days on which an audit started, was completed, was received by IHSA, was reported and was closed. For ' +
      'stage and obligations, if one is missing, the next recorded one takes its place: records of earlier years have gaps. The six ' +
      'months run from the day on which the organization received the report, or, if that is not recorded, from the report’s date; a ' +
      'result counts from the report’s date. The last submission before the external audit is the one that counts. Nothing takes the ' +
      'place of a day that a certificate or letter rests on: if it is not recorded, the condition is missing.',
  },
  'R-45': {
    title: 'The external audit next before',
    titleFr: 'La vérification externe précédente',
    source: 'REGISTRY',
    section: 'open point 45',
    text: 'The previous external audit is the later of two: the one that the last COR certificate names or, if it names none, the last one completed between its predecessor’s issue and its own; and any external audit since. The auditor of its re-audit counts too, and the auditor of a re-audit is compared in the same way. Without such an audit, or without its auditor on record, the answer is not known here, and nothing is refused for it.',
  },
} as const satisfies Chapter;
