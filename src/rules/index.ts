import type { ClauseId } from './guideline.ts';

/** A question the law answers. The docs list it, and the coverage test holds it to its clauses. */
export interface Rule {
  readonly name: string;
  readonly question: string;
  /** The file to read first, in src/rules. */
  readonly file: string;
  /** Clauses its answers report either way: a case must show each holding, and another not. */
  readonly weighs: readonly ClauseId[];
  /** Clauses its answers report on one side only. */
  readonly reports: readonly ClauseId[];
  /** Clauses that shape its answers without a reason of their own: a case or a test must name each. */
  readonly follows: readonly ClauseId[];
  /** Where its cases and tests are, in test/rules. */
  readonly tests: readonly string[];
}

/** Every rule, in the order of the program. */
export const rules = [
  {
    name: 'audit-score',
    question: 'Does an audit pass?',
    file: 'cycle/audit-score.ts',
    weighs: ['G-2.3', 'F-18', 'X-11', 'R-2'],
    reports: [],
    follows: ['R-30'],
    tests: ['cycle/audit-score.cases.yaml'],
  },
  {
    name: 'standing',
    question: 'What is the standing of an account on a day, since when, until when, and what then?',
    file: 'standing/standing.ts',
    weighs: ['R-29', 'G-2.4.h', 'G-2.4.l', 'G-2.4.m', 'G-2.5.c', 'G-4.4.b', 'G-6.1.a', 'G-6.2.a', 'R-20', 'R-21', 'G-2.1.b'],
    reports: ['G-2.4.n', 'R-14', 'G-5.a', 'F-16.a'],
    follows: [
      ...(['G-2.0', 'G-2.5.a', 'G-2.5.d', 'F-19', 'G-4.4.a', 'G-4.4.c'] as const),
      ...(['R-6', 'R-7', 'R-8', 'R-9', 'R-10', 'R-11', 'R-12', 'R-13', 'R-15', 'R-16', 'R-31', 'R-32', 'R-33'] as const),
    ],
    tests: [
      'standing/standing-certificates.cases.yaml',
      'standing/standing-renewal.cases.yaml',
      'standing/standing-spot-checks.cases.yaml',
      'standing/standing-equivalency.cases.yaml',
      'standing/standing-bidding.cases.yaml',
      'standing/standing-registrations.cases.yaml',
      'standing/standing-revocation.cases.yaml',
    ],
  },
  {
    name: 'anomalies',
    question: 'Which recorded facts would the law not have allowed?',
    file: 'standing/anomalies.ts',
    weighs: [],
    reports: ['R-8', 'R-9', 'R-10', 'R-13', 'R-15', 'R-16', 'R-20', 'R-21', 'R-29', 'F-12', 'G-4.4.b'],
    follows: [],
    tests: ['standing/anomalies.cases.yaml'],
  },
  {
    name: 'disclosure',
    question: 'What may a caller know of a standing?',
    file: 'standing/disclosure.ts',
    weighs: [],
    reports: ['X-7', 'R-29'],
    follows: ['G-8.a', 'G-8.b', 'G-3.1', 'R-28', 'R-37'],
    tests: ['standing/disclosure.cases.yaml', 'standing/disclosure.properties.test.ts'],
  },
  {
    name: 'proof',
    question: 'Has a document effect on a day, and until when?',
    file: 'standing/proof.ts',
    weighs: [],
    reports: [],
    follows: ['R-38', 'G-2.1.b', 'G-2.4.n', 'G-2.0', 'G-5.a', 'F-16.a', 'R-8', 'R-20', 'R-21', 'R-29', 'R-31', 'R-32'],
    tests: ['standing/proof.cases.yaml'],
  },
  {
    name: 'advice',
    question: 'What does a standing mean for whoever relies on it, and what is there to do by when?',
    file: 'standing/advice.ts',
    weighs: [],
    reports: [],
    follows: ['G-2.4.n', 'G-5.a', 'F-16.a', 'G-2.1.b', 'R-13', 'R-20', 'R-29', 'R-37', 'R-38'],
    tests: ['standing/advice.cases.yaml'],
  },
  {
    name: 'certification-cycle',
    question: 'Where does an account stand in the certification process on a day?',
    file: 'cycle/certification-cycle.ts',
    weighs: [
      ...(['R-29', 'R-21', 'G-2.1.b', 'G-2.4.b', 'G-2.4.c', 'G-2.4.d', 'G-2.4.e', 'G-2.4.f', 'R-4', 'G-3.4.b'] as const),
      ...(['G-2.4.h', 'G-2.4.i', 'X-4', 'G-2.4.j', 'G-2.4.k', 'G-2.4.l', 'G-2.4.m', 'G-2.5.b', 'G-2.5.c'] as const),
      ...(['G-4.4.b', 'G-6.1.a', 'G-6.2.a', 'R-20', 'R-12'] as const),
    ],
    reports: ['R-3', 'R-14', 'F-24', 'G-2.4.n', 'G-5.a', 'F-16.a'],
    follows: ['R-34', 'R-35', 'R-36', 'R-43', 'R-11', 'R-13', 'G-2.0', 'G-2.5.d', 'F-19', 'F-16.b'],
    tests: ['cycle/certification-cycle.cases.yaml', 'cycle/certification-cycle.properties.test.ts'],
  },
  {
    name: 'obligations',
    question: 'What is owed by when, by whom, and is it upcoming, due, overdue or done?',
    file: 'cycle/obligations.ts',
    weighs: [],
    reports: [
      ...(['G-2.4.b', 'G-2.4.c', 'G-2.4.d', 'G-2.4.f', 'G-2.4.g', 'R-3', 'R-4', 'G-3.4.b', 'G-2.4.h', 'G-2.4.i', 'R-12'] as const),
      ...(['G-2.4.j', 'F-24', 'G-2.4.k', 'G-2.0', 'R-6', 'G-2.4.m', 'R-8', 'G-2.5.a', 'G-2.5.b', 'G-2.5.c', 'R-10', 'R-13'] as const),
      ...(['G-4.4.b', 'G-4.4.c', 'R-15', 'R-20', 'G-6.1.a', 'G-6.2.a', 'F-16.b', 'G-5.b', 'R-18', 'G-1.2.a', 'R-1'] as const),
      ...(['G-1.2.c', 'G-2.2.a', 'G-3.2.a', 'F-14', 'G-4.2', 'G-4.5'] as const),
    ],
    follows: ['R-36', 'R-35', 'R-16', 'G-2.5.d', 'X-4'],
    tests: ['cycle/obligations.cases.yaml', 'cycle/obligations.properties.test.ts'],
  },
  {
    name: 'application',
    question: 'May an application for registration be confirmed, and what is missing?',
    file: 'recording/applying.ts',
    weighs: ['G-2.1.a', 'G-1.2.a'],
    reports: ['R-1', 'R-29', 'R-31'],
    follows: [],
    tests: ['recording/applying.cases.yaml'],
  },
  {
    name: 'internal-auditor',
    question: 'May a person make an internal audit that begins on a day, and which courses are missing?',
    file: 'cycle/training.ts',
    weighs: ['G-2.2.a', 'G-3.3.a', 'G-4.2'],
    reports: ['G-2.2.b'],
    follows: ['G-4.1', 'R-51', 'F-14'],
    tests: ['cycle/training.cases.yaml'],
  },
  {
    name: 'personal-data',
    question: 'From which day is the name of a person no longer kept?',
    file: 'recording/personal-data.ts',
    weighs: [],
    reports: [],
    follows: ['R-52'],
    tests: ['recording/personal-data.test.ts'],
  },
  {
    name: 'exemption',
    question: 'May an exemption from a course be granted?',
    file: 'recording/exemption.ts',
    weighs: [],
    reports: ['G-2.2.b'],
    follows: [],
    tests: ['recording/exemption.cases.yaml'],
  },
  {
    name: 'evidence',
    question:
      'Has the system been in place long enough for the initial internal audit, and is the evidence young enough for the submission?',
    file: 'recording/evidence.ts',
    weighs: [],
    reports: ['G-1.2.d', 'G-1.2.e'],
    follows: [],
    tests: ['recording/evidence.cases.yaml'],
  },
  {
    name: 'issuing',
    question: 'What may staff issue, end or correct?',
    file: 'recording/issuing.ts',
    weighs: [],
    reports: [
      ...(['R-29', 'R-13', 'F-12', 'R-32', 'R-22', 'R-8', 'R-9', 'R-10', 'R-20', 'G-4.4.b'] as const),
      ...(['R-31', 'G-2.1.b', 'R-21', 'R-15', 'R-16', 'G-2.0', 'G-1.2.a'] as const),
    ],
    follows: ['R-39', 'R-14', 'R-1', 'G-2.4.m', 'G-2.5.a', 'G-2.5.c', 'G-2.5.d'],
    tests: ['recording/issuing.cases.yaml'],
  },
  {
    name: 'support',
    question: 'What does a certificate or a letter rest on, and what of it is missing on its day of issue?',
    file: 'recording/issuing-certificate.ts',
    weighs: [
      ...(['G-2.1.a', 'G-2.3', 'G-2.4.b', 'G-2.4.c', 'G-2.4.d', 'G-2.4.e', 'G-2.4.f', 'G-2.4.g', 'G-2.4.i', 'G-2.4.j', 'G-2.4.k'] as const),
      ...(['G-2.5.a', 'G-2.5.b', 'G-3.4.a', 'G-3.4.b', 'G-4.5', 'G-1.2.a', 'X-4', 'R-13', 'R-35', 'R-47'] as const),
    ],
    reports: ['G-2.4.h', 'R-45', 'R-1', 'F-24', 'F-12', 'R-8', 'R-20', 'R-22', 'R-29'],
    follows: ['R-3', 'R-4', 'R-5', 'R-14', 'R-17', 'R-34', 'R-44', 'G-2.4.m', 'G-2.5.c', 'G-2.5.d'],
    tests: ['recording/support.cases.yaml', 'recording/support.test.ts'],
  },
  {
    name: 'auditing',
    question: 'Which step of an audit may staff record, and who may make an external audit?',
    file: 'recording/auditing.ts',
    weighs: [],
    reports: [
      ...(['G-2.1.b', 'G-2.3', 'G-2.4.b', 'G-2.4.c', 'G-2.4.d', 'G-2.4.e', 'G-2.4.f', 'G-2.4.g', 'G-2.4.i', 'G-2.4.j', 'G-2.4.k'] as const),
      ...(['G-2.5.b', 'G-3.4.a', 'G-3.4.b', 'R-3', 'R-4', 'R-17', 'F-24', 'X-4'] as const),
    ],
    follows: ['G-2.4.a', 'G-4.5', 'R-5', 'R-45', 'R-47', 'G-4.3'],
    tests: ['recording/auditing.cases.yaml', 'recording/auditing.test.ts'],
  },
  {
    name: 'sose',
    question: 'Is an employer eligible for recognition under SOSE on an application day, criterion by criterion?',
    file: 'sose/sose.ts',
    weighs: ['W.1', 'F-23', 'W.3.a', 'W.3.b', 'L.a', 'L.b', 'X-14', 'W.3.c', 'X-1', 'X-1b'],
    reports: ['F-17', 'R-23', 'R-24', 'R-29', 'R-42'],
    follows: ['W.3.d', 'R-14', 'R-34'],
    tests: ['sose/sose.cases.yaml', 'sose/sose.properties.test.ts'],
  },
  {
    name: 'recognition',
    question: 'Does a recognition under SOSE run on a day, and what of it may be recorded?',
    file: 'sose/recognition.ts',
    weighs: [],
    reports: [],
    follows: ['X-1', 'X-1b', 'X-14'],
    tests: ['sose/recognition.test.ts'],
  },
  {
    name: 'rebate',
    question: 'Does an employer meet the WSIB’s criteria for its rebate on a day?',
    file: 'sose/rebate.ts',
    weighs: ['X-2'],
    reports: [],
    follows: [],
    tests: ['sose/rebate.cases.yaml'],
  },
  {
    name: 'equivalency',
    question: 'What may a request for equivalency or reciprocity be granted, what is missing for more, and may staff decide so?',
    file: 'equivalency/equivalency.ts',
    weighs: [
      ...(['G-6.1.a', 'G-6.2.a', 'G-5.a', 'G-6.1.b', 'F-25', 'G-1.2.a', 'X-5', 'F-16', 'F-16.a', 'R-40', 'R-21'] as const),
      ...(['R-29', 'R-32'] as const),
    ],
    reports: ['R-22', 'R-41', 'R-20'],
    follows: [],
    tests: ['equivalency/equivalency.cases.yaml', 'equivalency/equivalency.properties.test.ts'],
  },
  {
    name: 'equivalency-request',
    question: 'What is a request waiting for, by when is it reviewed, and which step comes next?',
    file: 'equivalency/request.ts',
    weighs: ['G-6.1.a', 'G-6.2.a', 'G-5.a', 'F-16', 'R-19'],
    reports: ['R-41', 'R-20'],
    follows: ['G-6.1.c', 'R-21'],
    tests: ['equivalency/equivalency-request.cases.yaml', 'equivalency/equivalency.properties.test.ts'],
  },
  {
    name: 'tender',
    question: 'Does an account meet what a tender asks for, and does the requirement draw the regulation’s warning?',
    file: 'tender/requirement.ts',
    weighs: ['G-2.4.h', 'X-20', 'G-6.1.a', 'G-6.2.a', 'G-5.a', 'X-8'],
    reports: ['G-2.4.n', 'F-16.b', 'X-1', 'X-19'],
    follows: ['R-60', 'R-61', 'X-3', 'X-17'],
    tests: ['tender/tender.cases.yaml'],
  },
] as const satisfies readonly Rule[];

/** The name of a rule. */
export type RuleName = (typeof rules)[number]['name'];
