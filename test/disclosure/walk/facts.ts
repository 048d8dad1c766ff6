import type { Files } from '../../support/recorded.ts';

const headers = {
  organizations: 'organization,legal_name,operating_name,former_names,business_number,city',
  accounts: 'account,organization,wsib_account',
  registrations: 'registration,account,confirmed_on,withdrawn_on',
  certificates: 'number,account,standard,basis,issued_on',
  letters: 'number,certificate_number,year,issued_on',
  bidding_documents: 'number,account,kind,issued_on,host_expires_on',
  spot_checks: 'spot_check,account,received_on,corrective_action',
  spot_check_events: 'spot_check,on,kind',
  revocations: 'revocation,account,from,lifted_on,reason,document',
  audits: 'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,auditor,auditing_company,overall,legislated',
} as const;

/** Facts as lines of an import. */
export type Facts = Readonly<Partial<Record<keyof typeof headers, readonly string[]>>>;

/** Merges the files of several sets of facts. */
export function filesOf(facts: readonly Facts[]): Files {
  const lines = Object.entries(headers).map(([name, header]) => [name, [header, ...facts.flatMap((each) => linesOf(name, each))]] as const);
  return Object.fromEntries(lines.filter(([, { length }]) => length > 1));
}

const linesOf = (name: string, facts: Facts): readonly string[] => Object.entries(facts).find(([file]) => file === name)?.[1] ?? [];

// Certified: 1000001, 1000003 and 1000004, the last two of one organization. Pending since 1 November: 1000002. Registered, with consents, an
// application and an organization's own key: 1000005. Lost on 31 May 2022 and expired on 1 March 2026, and public for earlier days:
// 1000006 (of the organization of 1000001) and 1000007.
export const known: Facts = {
  organizations: [
    'O-1,Alpha Builders Inc.,Alpha,Alpha Brothers,123456782,Sudbury',
    'O-2,Beta Paving Ltd.,,,,Timmins',
    'O-3,Gamma Roofing Ltée,,,234567899,Sudbury',
    'O-5,Own Framing Corp.,,Old Framing,,Kingston',
    'O-7,Former Glazing Inc.,,,,Sudbury',
  ],
  accounts: [
    ...['A-1,O-1,1000001', 'A-2,O-2,1000002', 'A-3,O-3,1000003', 'A-4,O-3,1000004', 'A-5,O-5,1000005'],
    ...['A-6,O-1,1000006', 'A-7,O-7,1000007'],
  ],
  certificates: [
    'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2025-03-01',
    'C-2,A-2,COR,EXTERNAL_AUDIT,2023-10-02',
    'C-3,A-3,COR_2020,EXTERNAL_AUDIT,2026-05-01',
    'C-6,A-6,COR,EXTERNAL_AUDIT,2021-03-01',
    'C-7,A-7,COR_2020,ISO_45001_EQUIVALENCY,2025-03-01',
  ],
  letters: ['L-1,C-1,2,2026-02-20', 'L-2,C-2,2,2024-09-20', 'L-3,C-2,3,2025-09-20'],
  registrations: ['R-5,A-5,2026-01-05,'],
  audits: [
    'AU-3,A-3,INITIAL_INTERNAL,COR_2020,2026-01-05,2026-01-06,2026-01-10,,,Eve Audit,,,',
    'AU-5,A-5,INITIAL_INTERNAL,COR_2020,2026-08-03,2026-08-05,2026-08-10,,,Ann Audit,,,',
  ],
};

/** Recorded after the others, so that those who follow the feed are notified. */
export const knownLater: Facts = { certificates: ['C-4,A-4,COR_2020,ISO_45001_EQUIVALENCY,2026-06-01'] };

export type Hidden = 'registered' | 'bidding' | 'other';

/** Facts that are hidden from some scopes; for a scope that may see one of them, that fact is left out. */
export const hiddenFacts: Readonly<Record<Hidden, Facts>> = {
  registered: {
    organizations: ['O-21,Hidden Registered Inc.,,,345678908,Hiddenville'],
    accounts: ['A-21,O-21,2000021', 'A-31,O-1,2000031'],
    registrations: [
      ...['R-21,A-21,2026-02-02,', 'R-31,A-31,2026-02-02,', 'R-1,A-1,2024-11-01,', 'R-3,A-3,2026-01-05,2026-03-01'],
      ...['R-6,A-6,2023-01-05,2024-01-05', 'R-7,A-7,2026-05-05,'],
    ],
  },
  bidding: {
    organizations: ['O-22,Hidden Bidder Inc.,,,456789015,Hiddenville'],
    accounts: ['A-22,O-22,2000022', 'A-32,O-1,2000032'],
    bidding_documents: [
      'B-22,A-22,LETTER_OF_RECIPROCITY,2026-08-01,2027-03-31',
      'B-32,A-32,INTERIM_LOGS,2026-08-01,2027-03-31',
      'B-1,A-1,LETTER_OF_RECIPROCITY,2024-05-01,2024-10-31',
    ],
  },
  other: {
    organizations: [
      // For a public firm: what belongs to its file (decision 0011).
      'O-2,Beta Paving Ltd.,,Zeta Paving Brothers,789012341,Timmins',
      'O-24,Hidden Revoked Inc.,,Alpha Builders Inc.,,Sudbury',
      'O-25,Hidden Again Inc.,Alpha,,567890124,Hiddenville',
      'O-26,Hidden Nothing Inc.,,,,Sudbury',
    ],
    accounts: ['A-24,O-24,2000024', 'A-25,O-25,2000025', 'A-26,O-26,2000026', 'A-33,O-1,2000033', 'A-34,O-3,2000034', 'A-35,O-2,'],
    // Dated while a revocation stood, they never counted.
    certificates: ['C-24,A-24,COR_2020,EXTERNAL_AUDIT,2026-03-01', 'C-34,A-34,COR_2020,EXTERNAL_AUDIT,2026-04-01'],
    letters: ['L-24,C-24,2,2026-06-01'],
    revocations: [
      'V-24,A-24,2026-02-01,,False statements,Decision 24',
      'V-34,A-34,2026-04-01,,False statements,Decision 34',
      'V-1,A-1,2024-01-01,2024-02-01,False statements,Decision 1',
      // From the day on which it will be lost, so that only what follows differs.
      'V-2,A-2,2027-01-01,,False statements,Decision 2',
      'V-6,A-6,2022-05-31,,False statements,Decision 6',
      'V-7,A-7,2026-03-01,2026-04-01,False statements,Decision 7',
    ],
    spot_checks: ['S-1,A-1,2026-07-01,no', 'S-2,A-2,2026-03-01,yes', 'S-6,A-6,2021-06-01,no'],
    spot_check_events: ['S-2,2026-04-01,IMPLEMENTATION_REPORTED', 'S-2,2026-04-20,VALIDATED'],
    audits: [
      'AU-1,A-1,EXTERNAL,COR_2020,2025-01-10,2025-01-12,2025-01-20,2025-02-01,2025-02-20,Bob Audit,Audit Co.,88.25,100',
      'AU-2,A-2,MAINTENANCE,COR,2026-07-01,2026-07-02,2026-07-05,2026-09-01,,Cy Audit,,71.00,100',
      'AU-6,A-6,EXTERNAL,COR,2021-01-10,2021-01-12,2021-01-20,2021-02-01,,Bob Audit,Audit Co.,80.00,100',
      'AU-24,A-24,INITIAL_INTERNAL,COR_2020,2026-01-10,2026-01-12,2026-01-20,,,Dee Audit,,,',
    ],
  },
};
