import type { Rule } from './rule.ts';

/** The rules about what may be recorded, in the order of the program. */
export const recordingRules = [
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
      'Has the system been in place long enough for the initial internal audit, and is the evidence recent enough for the submission?',
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
    question: 'What does a certificate or a letter rest on, and what is missing on its day of issue?',
    file: 'recording/issuing-certificate.ts',
    weighs: [
      ...(['G-2.1.a', 'G-2.3', 'G-2.4.b', 'G-2.4.c', 'G-2.4.d', 'G-2.4.e', 'G-2.4.f', 'G-2.4.g', 'G-2.4.i', 'G-2.4.j', 'G-2.4.k'] as const),
      ...(['G-2.5.a', 'G-2.5.b', 'G-3.4.a', 'G-3.4.b', 'G-4.5', 'G-1.2.a', 'X-4', 'R-13', 'R-35', 'R-47'] as const),
    ],
    reports: ['G-2.4.h', 'R-45', 'R-1', 'F-24', 'F-12', 'R-8', 'R-20', 'R-22', 'R-29'],
    follows: ['G-4.1', 'R-3', 'R-4', 'R-5', 'R-14', 'R-17', 'R-34', 'R-44', 'G-2.4.m', 'G-2.5.c', 'G-2.5.d'],
    tests: ['recording/support.cases.yaml', 'recording/keeping-support.cases.yaml', 'recording/support.test.ts'],
  },
  {
    name: 'auditing',
    question: 'Which step of an audit may staff record, and who may conduct an external audit?',
    file: 'recording/auditing.ts',
    weighs: [],
    reports: [
      ...(['G-2.1.b', 'G-2.3', 'G-2.4.b', 'G-2.4.c', 'G-2.4.d', 'G-2.4.e', 'G-2.4.f', 'G-2.4.g', 'G-2.4.i', 'G-2.4.j', 'G-2.4.k'] as const),
      ...(['G-2.5.b', 'G-3.4.a', 'G-3.4.b', 'R-3', 'R-4', 'R-17', 'F-24', 'X-4'] as const),
      ...(['G-1.2.c', 'G-1.2.d', 'G-1.2.e', 'G-3.3.a', 'G-4.1', 'R-51'] as const),
    ],
    follows: ['G-2.2.a', 'G-2.4.a', 'G-4.5', 'R-5', 'R-45', 'R-47', 'G-4.3'],
    tests: ['recording/auditing.cases.yaml', 'recording/auditing.test.ts'],
  },
  {
    name: 'spot-checking',
    question: 'May the letter of a spot check, or an event after it, be recorded?',
    file: 'recording/spot-checking.ts',
    weighs: [],
    reports: ['G-4.4.a', 'G-4.4.b', 'G-4.4.c', 'R-15', 'R-16'],
    follows: [],
    tests: ['recording/spot-checking.cases.yaml'],
  },
  {
    name: 'appeals',
    question: 'May the result of an audit be appealed, and what may be recorded of an appeal?',
    file: 'recording/appealing.ts',
    weighs: [],
    reports: ['G-7.a', 'G-7.b', 'G-7.c', 'G-7.d', 'R-25'],
    follows: ['F-28', 'R-26', 'R-27', 'R-48', 'X-6'],
    tests: ['recording/appealing.cases.yaml', 'recording/appealing.test.ts'],
  },
] as const satisfies readonly Rule[];
