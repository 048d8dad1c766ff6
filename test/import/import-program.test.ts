import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { type FolderContent, importContent } from '../support/importing.ts';
import { wholeFolder } from '../support/whole-folder.ts';

// Mistakes a clerk may make in the files of applications, people and audits. Every firm and person is made up.
let database: FreshDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = await createDataSource(database.url).initialize();
  await importContent(dataSource, wholeFolder);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const reported = async (content: FolderContent) => (await importContent(dataSource, content, { dryRun: true })).lines;

const headers = {
  applications:
    'application,account,applied_on,acknowledged_on,verified_on,confirmed_on,registration,rejected_on,rejected_for,rejection_reason',
  people: 'person,entered_on,name,email,erased_on',
  designations: 'person,account,role,from,to,permanent_full_time',
  courses: 'person,course,completed_on,provider',
  exemptions: 'person,course,requested_on,provider,course_completed_on,evidence,decided_on,granted,decided_by',
};

const kinds = [
  ...['SIGNED_OFF', 'SUBMITTED', 'RECEIVED', 'RETURNED', 'PRE_ASSESSED', 'REVIEWED', 'REPORT_RECEIVED', 'SHOWN_TO_AUDITOR'],
  ...['ACTION_PLAN_CHOSEN', 'NEW_AUDIT_CHOSEN', 'ACTION_PLAN_SUBMITTED', 'ACTION_PLAN_SENT_BACK', 'ACTION_PLAN_APPROVED'],
  ...['AUDIT_PLAN_SUBMITTED', 'AUDIT_PLAN_SENT_BACK', 'AUDIT_PLAN_APPROVED', 'REPORT_APPROVED', 'HELD_UNPAID', 'PAYMENT_RECEIVED'],
  ...['STARTED', 'COMPLETED', 'CLOSED', 'SCORED', 'REVIEWER_ASSIGNED', 'AUDITOR_SELECTED'],
];

/** A row, and what the report says about it: nothing if it is good. */
type Row = readonly [row: string, ...said: string[]];

async function expectRows(file: string, header: string, rows: readonly Row[]) {
  expect(await reported({ [file]: [header, ...rows.map(([row]) => row)] })).toEqual(
    rows.flatMap(([, ...said], at) => said.map((each) => `error ${file}:${at + 2} ${each}`)),
  );
}

test('applications', () =>
  expectRows('applications.csv', headers.applications, [
    ['N-1,A-2,2024-01-08,2024-01-09,2024-01-10,2024-02-01,R-3,,,'],
    ['N-2,A-2,2023-01-08,,,,,2023-01-09,"firm number; other",Not of this firm'],
    [
      'N-3,A-2,2024-01-08,2024-01-07,,,,,,',
      'account: has another application that was neither confirmed nor rejected',
      'acknowledged_on: lies before applied_on',
    ],
    ['N-4,A-2,2024-01-08,,,,,,,', 'account: has another application that was neither confirmed nor rejected'],
    ['N-5,A-2,2024-01-08,2024-01-10,2024-01-09,,,2024-01-12,OTHER,Made up', 'verified_on: lies before acknowledged_on'],
    ['N-6,A-2,2024-01-08,2024-01-09,2024-01-12,2024-01-11,,,,', 'confirmed_on: lies before verified_on'],
    ['N-7,A-2,2024-01-08,,,,,2024-01-07,OTHER,Made up', 'rejected_on: lies before applied_on'],
    ['N-8,A-2,2024-01-08,,,,,2024-01-09,,Made up', 'rejected_on rejected_for rejection_reason: must all be filled in, or all be empty'],
    [
      'N-9,A-2,2024-01-08,,,2024-02-01,,2024-01-09,OTHER,Made up',
      'rejected_on: is given together with confirmed_on: an application ends only once',
    ],
    ['N-10,A-2,2024-01-08,,,2024-02-01,R-2,,,', 'registration: is a registration of another account'],
    [
      'N-11,A-2,2024-01-08,,,,,2024-01-09,WSIB,Made up',
      'rejected_for: must hold one or several of WSIB_ACCOUNT_NUMBER, FIRM_NUMBER, OTHER, separated by semicolons',
    ],
    // What a day that cannot be read leaves open is not told besides.
    [
      'N-12,A-2,2024-01-08,,,02/03/24,R-3,,,',
      'confirmed_on: could be more than one day, since the month may come before or after the day: write it YYYY-MM-DD',
    ],
    ['F-1,A-2,2023-06-20,,,2023-07-04,,,,', 'account: differs from the registry’s record: a document does not move to another account'],
    [
      'TBD,A-2,2024-01-08,,,2024-02-01,,,,',
      'application: means that there is no value, but the column must be filled in: type the number or key',
    ],
  ]));

test('people: erased names do not come back', async () => {
  await expectRows('people.csv', headers.people, [
    ['N-1,05-Mar-26,Zo\u200Be Exemple,,'],
    ['N-2,2026-03-05,,,', 'name: must not be empty, except for a person whose name was erased'],
    ['N-3,2026-03-05,Named Example,,2026-04-01', 'name: must be empty, since erased_on says that it was erased'],
    ['N-4,2026-03-05,,none@example.com,2026-04-01', 'email: is given without a name'],
    ['N-5,2026-03-05,,,2026-03-04', 'erased_on: lies before entered_on'],
    [
      'P-3,2012-03-01,Back Again,,',
      'name: the registry has erased the name of this person: leave the name empty, and give the erased_on that it holds',
    ],
  ]);
});

test('roles of people', () =>
  expectRows('designations.csv', headers.designations, [
    ['P-2,A-2,Internal auditor,2023-01-01,2023-06-30,Oui'],
    ['P-2,A-2,INTERNAL_AUDITOR,2024-01-01,2024-06-30,Oui', 'from: the person already has this role at the account on some of these days'],
    ['P-2,A-2,INTERNAL_AUDITOR,2024-06-30,,no', 'from: the person already has this role at the account on some of these days'],
    [
      'P-1,A-1,SENIOR_MANAGEMENT_REPRESENTATIVE,2024-01-01,,yes',
      'from: the person already has this role at the account on some of these days',
    ],
    ['P-1,A-2,SENIOR_MANAGEMENT_REPRESENTATIVE,2024-01-01,2023-12-31,yes', 'to: lies before from'],
    [
      'P-1,A-2,AUDITOR,2024-01-01,,perhaps',
      'permanent_full_time: must be yes or no',
      'role: must be SENIOR_MANAGEMENT_REPRESENTATIVE or INTERNAL_AUDITOR',
    ],
    ['P-9,A-1,INTERNAL_AUDITOR,2024-01-01,,no', 'person: is neither in people.csv nor in the registry'],
  ]));

test('training', async () => {
  await expectRows('courses.csv', headers.courses, [
    ['P-1,cor essentials,2025-04-01,IHSA'],
    [
      'P-1,COR_ESSENTIALS,03/05/26,',
      'completed_on: could be more than one day, since the month may come before or after the day: write it YYYY-MM-DD',
    ],
    [
      'P-1,Essentials,2025-04-02,',
      'course: must be one of COR_ESSENTIALS, BASIC_AUDITING_PRINCIPLES, COR_INTERNAL_AUDITOR, INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT',
    ],
  ]);
  await expectRows('training_exemptions.csv', headers.exemptions, [
    ['P-1,COR_ESSENTIALS,2025-04-01,OTHER_PROVIDER,2025-03-01,wallet card;EXPERIENCE,,,'],
    ['P-1,COR_ESSENTIALS,2025-04-02,OTHER_PROVIDER,2025-04-03,,,,', 'requested_on: lies before course_completed_on'],
    ['P-1,COR_ESSENTIALS,2025-04-04,OTHER_PROVIDER,,,2025-04-03,no,Made Up', 'decided_on: lies before requested_on'],
    [
      'P-1,COR_ESSENTIALS,2025-04-05,OTHER_PROVIDER,,,2025-04-06,,',
      'decided_on granted decided_by: must all be filled in, or all be empty',
    ],
    [
      'P-1,COR_ESSENTIALS,2025-04-06,OTHER_PROVIDER,,diploma,,,',
      'evidence: must hold one or several of TRANSCRIPT, COURSE_OUTLINE, COURSE_CERTIFICATE, WALLET_CARD, EXPERIENCE, separated by semicolons',
    ],
  ]);
  await expectRows('retraining.csv', 'person,required_on,completed_on', [
    ['P-1,2025-01-02,2025-01-01', 'completed_on: lies before required_on'],
    ['P-1,2025-01-03,'],
  ]);
});

test('steps of audits', () =>
  expectRows('audit_steps.csv', 'Audit,On,Kind', [
    ['U-3,2024-03-07,signed off', 'audit on kind: the same audit, on, kind as on line 3'],
    ['U-3,2024-03-07,Signed-Off', 'audit on kind: the same audit, on, kind as on line 2'],
    ['U-9,2024-03-07,SUBMITTED', 'audit: is neither in audits.csv nor in the registry'],
    ['U-3,2024-02-30,SUBMITTED', 'on: must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD'],
    ['U-3,2024-03-08,FINISHED', `kind: must be one of ${kinds.join(', ')}`],
    ['U-3', 'kind: must not be empty', 'on: must not be empty'],
  ]));

test('the register of external auditors', async () => {
  await expectRows('auditors.csv', 'auditor,name', [
    ['N-1,Zo\u200Be Auditor'],
    ['N/A,Named Example', 'auditor: means that there is no value, but the column must be filled in: type the number or key'],
    ['N-2,', 'name: must not be empty, except for a person whose name was erased'],
  ]);
  await expectRows('auditing_companies.csv', 'company,name', [
    ['N-1,Made-up Audits Two Ltd.'],
    [',Nameless', 'company: must not be empty'],
  ]);
  await expectRows('approved_list.csv', 'auditor,from,to,company', [
    ['E-2,2024-01-01,2023-12-31,', 'to: lies before from'],
    ['E-2,2025-01-01,,TBD', 'company: means that there is no value: leave the cell empty'],
    ['E-2,2026-01-01,,Y-9', 'company: is neither in auditing_companies.csv nor in the registry'],
    ['E-9,2026-01-01,,', 'auditor: is neither in auditors.csv nor in the registry'],
  ]);
});

test('R-46, R-52: the auditor of an internal audit is a person who can be erased, and does not come back', async () => {
  const rows = ['N-1,A-1,Ann Example,', 'N-2,A-1,Ann Example,P-2', 'N-3,A-1,Back Again,P-3', 'N-4,A-1,,'].map(
    (row) => `${row},MAINTENANCE,COR_2020`,
  );
  expect(await reported({ 'audits.csv': ['audit,account,auditor,internal_auditor,type,tool', ...rows] })).toEqual([
    'warning audits.csv:2 auditor: names the auditor of an internal audit: give the person in internal_auditor, so that the name can be erased',
    'error audits.csv:4 auditor: the registry has erased the name of this auditor: leave it empty',
  ]);
});

test('a course dated after today, 1 June 2026, is kept with a warning', async () => {
  const content = { 'courses.csv': [headers.courses, 'P-1,COR_ESSENTIALS,1 June 2026,', 'P-1,COR_ESSENTIALS,2 June 2026,'] };
  expect(await reported(content)).toEqual([
    'warning courses.csv:3 completed_on: is a day to come (2026-06-02): it is kept, and counts from that day',
  ]);
  const { badRows, problems } = await importContent(dataSource, content, { dryRun: true, locale: 'fr' });
  const reason = 'est un jour à venir (2026-06-02)\u00A0: le fait est conservé et pris en considération à partir de ce jour';
  expect({ badRows, problems }).toMatchObject({ badRows: 0, problems: [{ column: 'completed_on', lines: [3], reason }] });
});

describe('the audit that a document names', () => {
  const certificate = 'number,account,standard,basis,issued_on,audit';

  test('belongs to the account', () =>
    expectRows('certificates.csv', certificate, [
      ['N-1,A-1,COR 2020,External audit,2026-06-01,U-1'],
      ['N-2,A-2,COR_2020,EXTERNAL_AUDIT,2026-06-01,U-1', 'audit: is an audit of another account'],
      [
        'N-3,A-1,COR_2020,ISO_45001_EQUIVALENCY,2026-06-01,U-1',
        'audit: is given for a certificate by equivalency, which rests on no audit',
      ],
      ['N-4,A-1,COR_2020,EXTERNAL_AUDIT,2026-05-29,U-9', 'audit: is neither in audits.csv nor in the registry'],
    ]));

  test('belongs to the account of the letter’s certificate, also within one folder', async () => {
    await expectRows('letters.csv', 'number,certificate_number,year,issued_on,audit', [
      ['N-1,C-1,3,2026-02-05,U-3', 'audit: is an audit of another account'],
    ]);
    expect(
      await reported({
        'audits.csv': ['audit,account,type,tool,completed_on', 'N-9,A-2,MAINTENANCE,COR_2020,2026-01-20'],
        'letters.csv': ['number,certificate_number,year,issued_on,audit', 'N-1,C-1,3,2026-02-05,N-9'],
      }),
    ).toEqual(['error letters.csv:2 audit: is an audit of another account']);
  });
});

describe('what a document that names an audit rests on, and misses', () => {
  const audit = 'audit,account,type,tool,started_on,completed_on,received_on,reported_on,overall,legislated';
  const certificate = 'number,account,standard,basis,issued_on,audit';
  const accounts = {
    'organizations.csv': ['organization,legal_name', 'M,Made-up Masonry Ltd.'],
    'accounts.csv': ['account,organization,wsib_account', 'M-1,M,7300001', 'M-2,M,7300002'],
  };
  const external = (name: string, account: string, reportedOn: string) =>
    `${name},${account},EXTERNAL,COR,2025-11-10,2025-11-12,,${reportedOn},60,60`;

  const sixties = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name},${at + 1},60`);

  /** The place and clause of each line. */
  const places = (lines: readonly string[]) =>
    lines.map((line) => line.replace(/: .*\[(.*)\]$/, ' $1')).toSorted((a, b) => (a < b ? -1 : 1));

  // The first certification of an account without a registration, on an audit that failed, used the older tool after 30 September 2022 and was made
  // by nobody on record.
  const missed = ['G-2.1.a', 'G-2.3', 'G-2.4.b', 'G-2.4.g', 'G-2.4.g', 'G-2.4.h', 'G-3.4.b', 'X-4'];

  test('are named clause by clause, and the row is kept', async () => {
    const outcome = await importContent(
      dataSource,
      {
        ...accounts,
        'audits.csv': [audit, external('M-1', 'M-1', '2025-11-20'), external('M-2', 'M-2', '2025-12-01')],
        'element_scores.csv': ['audit,element,score', ...sixties('M-1', 19), ...sixties('M-2', 19)],
        'certificates.csv': [
          certificate,
          'M-C1,M-1,COR_2020,EXTERNAL_AUDIT,2025-12-01,M-1',
          'M-C2,M-2,COR_2020,EXTERNAL_AUDIT,2025-12-01,M-2',
        ],
      },
      { dryRun: true },
    );
    expect(outcome.badRows).toBe(0);
    expect(places(outcome.lines)).toEqual(
      [2, 3].flatMap((line) => missed.map((clause) => `warning certificates.csv:${line} audit ${clause}`)),
    );
    const failed = outcome.problems.find(({ clause }) => clause === 'G-2.3');
    expect(failed).toMatchObject({ count: 2, lines: [2, 3], column: 'audit' });
    expect(failed?.reason).toBe('The external audit failed according to the report of 20 November 2025. It is kept, and it counts.');
  });

  test('includes an audit that was not over on the day of issue', async () => {
    const lines = await reported({
      ...accounts,
      'audits.csv': [audit, 'M-1,M-1,EXTERNAL,COR_2020,2025-12-08,2025-12-10,,2025-12-20,90,100'],
      'certificates.csv': [certificate, 'M-C1,M-1,COR_2020,EXTERNAL_AUDIT,2025-12-01,M-1'],
    });
    expect(lines.filter((line) => /G-2\.4\.h|G-2\.3/.test(line)).toSorted()).toEqual([
      'warning certificates.csv:2 audit: By 1 December 2025 no last day of the audit on site is recorded. It is kept, and it counts. [G-2.4.h]',
      'warning certificates.csv:2 audit: By 1 December 2025 no result of the audit is reported. It is kept, and it counts. [G-2.3]',
    ]);
  });

  test('are named for letters too, in French, and of no document that names no audit', async () => {
    const { problems } = await importContent(
      dataSource,
      {
        ...accounts,
        'element_scores.csv': ['audit,element,score', ...sixties('M-3', 14)],
        'audits.csv': [audit, 'M-3,M-1,MAINTENANCE,COR_2020,2025-01-13,2025-01-14,2025-01-15,2025-01-30,60,60'],
        'certificates.csv': [certificate, 'M-C1,M-1,COR_2020,EXTERNAL_AUDIT,2024-02-05,', 'M-C2,M-2,COR_2020,EXTERNAL_AUDIT,2024-02-05,'],
        'letters.csv': ['number,certificate_number,year,issued_on,audit', 'M-L1,M-C1,2,2025-02-05,M-3', 'M-L2,M-C2,2,2025-02-05,'],
      },
      { dryRun: true, locale: 'fr' },
    );
    // G-2.4.j: no internal auditor, no sign-off.
    expect(problems.map(({ file, lines, clause }) => `${file}:${lines} ${clause}`).toSorted()).toEqual(
      ['G-2.3', 'G-2.4.j', 'G-2.4.j', 'G-2.4.k'].map((clause) => `letters.csv:2 ${clause}`),
    );
    expect(problems.find(({ clause }) => clause === 'G-2.3')?.reason).toBe(
      'Selon les dernières notes, du 30\u00A0janvier\u00A02025, la vérification n’est pas réussie. Ce fait est conservé et pris en compte.',
    );
  });
});

describe('a name erased by a file', () => {
  beforeEach(() => importContent(dataSource, { 'people.csv': [headers.people, 'X-1,2024-01-01,Erased Example,x@example.com,'] }));

  test('is gone, and the person stays', async () => {
    const { files } = await importContent(dataSource, { 'people.csv': [headers.people, 'X-1,2024-01-01,,,2026-01-05'] });
    expect(files).toMatchObject([{ added: 0 }]);
    const [row] = await dataSource.query(
      `select erased_on::text, (select count(*)::integer from person_name n where n.person_id = p.id) as names from person p where reference = 'X-1'`,
    );
    expect(row).toEqual({ erased_on: '2026-01-05', names: 0 });
    const history: { was: string }[] = await dataSource.query(`select was::text from fact_history where was::text like '%Erased Example%'`);
    expect(history).toEqual([]);
  });
});

test('steps of an audit are imported with their days', async () => {
  const { lines, kept } = await importContent(dataSource, {
    'audit_steps.csv': ['audit,on,kind', 'U-3,2024-03-11,RECEIVED', 'U-3,2024-03-20,PRE_ASSESSED'],
  });
  expect({ lines, kept }).toEqual({ lines: [], kept: true });
});
