import type { Chapter } from './clause.ts';

/** Spot checks and ethics (guideline 4.4, 4.5). */
export const quality = {
  'G-4.4.a': {
    title: 'Spot checks at any time',
    titleFr: 'Contrôles ponctuels en tout temps',
    source: 'GUIDELINE',
    section: '4.4',
    text: 'IHSA may spot-check a certified organization at any time. A formal letter then says that no follow-up is required, or that corrective action is.',
    settledBy: ['R-16'],
  },
  'G-4.4.b': {
    title: 'Corrective actions within 90 days of the letter',
    titleFr: 'Mesures correctives dans les 90 jours de la lettre',
    source: 'GUIDELINE',
    section: '4.4',
    text: 'To keep its certification, the organization has its corrective actions fully implemented within 90 days of receiving the letter.',
    settledBy: ['R-15', 'R-16'],
  },
  'G-4.4.c': {
    title: 'IHSA validates the implementation',
    titleFr: 'L’IHSA valide la mise en œuvre',
    source: 'GUIDELINE',
    section: '4.4',
    text: 'IHSA validates that the corrective action plan is implemented, to an extent at its discretion; fees apply.',
    settledBy: ['R-15'],
  },
  'R-15': {
    title: 'Reported or validated by day 90',
    titleFr: 'Signalée ou validée au plus tard le 90e jour',
    source: 'REGISTRY',
    section: 'open point 15',
    text: 'Full implementation must be reported by day 90; IHSA’s validation may come later. Without a report by day 90 the certification is lost from day 91. A finding of “not implemented” counts if no timely report came after it: then it is lost from the day of the finding, never before day 91. A report on the day of a finding did not come after it. A validation by IHSA on or before day 90 proves that implementation was full by then: it counts as a timely report, with or without one, and ends an earlier finding; of one day, the finding counts. A validation after day 90 confirms a timely report and changes nothing else.',
  },
  'R-16': {
    title: 'When a spot check is binding, and what it takes away',
    titleFr: 'Portée et effets d’un contrôle ponctuel',
    source: 'REGISTRY',
    section: 'open point 16',
    text: 'A spot check binds if a certificate of the account was certified or pending on the day its letter was received, also beneath a revocation. Its loss takes every certificate issued before the day of the loss, equivalency certificates too, but none that was lost, superseded or expired before that day. Where none is left to take there is no loss, and registrations stand.',
  },
  'G-4.5': {
    title: 'Code of ethics, and removal for an intentional breach',
    titleFr: 'Code d’éthique et exclusion pour manquement intentionnel',
    source: 'GUIDELINE',
    section: '4.5',
    text: 'Senior management representatives and internal auditors sign the code of ethics and external auditors comply with it. An auditor found to have broken it intentionally is removed from the program.',
    settledBy: ['R-17'],
  },
  'R-17': {
    title: 'A removal has no retroactive effect',
    titleFr: 'Une exclusion vaut pour l’avenir',
    source: 'REGISTRY',
    section: 'open point 17',
    text:
      'From the day of an auditor’s removal, that auditor’s new work is refused; earlier audits remain valid unless IHSA records ' +
      'otherwise.',
  },
} as const satisfies Chapter;
