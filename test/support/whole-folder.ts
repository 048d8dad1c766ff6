import type { FolderContent } from './importing.ts';

const scores = (audit: string, count: number) => Array.from({ length: count }, (_, at) => `${audit},${at + 1},9${at % 10}.5`);

/** A folder with every file of the format and a value in every column. Every firm and person in it is made up. */
export const wholeFolder: FolderContent = {
  'organizations.csv': [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-1,Synthetic Paving Ltd.,Syn Pave,Older Paving Ltd.;Oldest Paving Ltd.,123456782RT0001,Ottawa',
    'O-2,Bâtisseurs Exemple inc.,,,,Sudbury',
  ],
  'accounts.csv': ['account,organization,wsib_account,system_in_place_since', 'A-1,O-1,7200001,2022-05-02', 'A-2,O-2,7200002,'],
  'registrations.csv': [
    'registration,account,confirmed_on,withdrawn_on',
    'R-1,A-1,2023-01-10,2023-06-01',
    'R-2,A-1,2023-07-04,',
    'R-3,A-2,2024-02-01,',
  ],
  'applications.csv': [
    'application,account,wsib_account,firm_number,applied_on,applied_by,acknowledged_on,verified_on,confirmed_on,registration,rejected_on,rejected_for,rejection_reason',
    'F-1,A-1,7200001,F 100,2023-06-20,Made Up,2023-06-21,2023-06-30,2023-07-04,R-2,,,',
    'F-2,A-1,7200009,F 100,2022-12-01,Made Up,2022-12-05,,,,2022-12-06,WSIB_ACCOUNT_NUMBER;FIRM_NUMBER,"Numbers of another firm,\nboth"',
  ],
  'people.csv': [
    'person,entered_on,name,email,erased_on',
    'P-1,2022-03-01,Person Un Exemple,un@example.com,',
    'P-2,2022-03-01,Person Two Example,two@example.com,',
    'P-3,2012-03-01,,,2024-03-01',
  ],
  'designations.csv': [
    'person,account,role,from,to,permanent_full_time,code_signed_on',
    'P-1,A-1,SENIOR_MANAGEMENT_REPRESENTATIVE,2022-03-01,2023-02-28,yes,2022-03-02',
    'P-1,A-1,SENIOR_MANAGEMENT_REPRESENTATIVE,2023-03-01,,yes,2023-03-02',
    'P-2,A-1,INTERNAL_AUDITOR,2022-03-01,,no,2022-03-03',
  ],
  'courses.csv': ['person,course,completed_on,provider', 'P-1,COR_ESSENTIALS,2022-04-01,IHSA', 'P-2,COR_INTERNAL_AUDITOR,2022-04-05,IHSA'],
  'training_exemptions.csv': [
    'person,course,requested_on,provider,provider_name,course_completed_on,evidence,decided_on,granted,decided_by',
    'P-2,BASIC_AUDITING_PRINCIPLES,2022-04-10,CFCSA_MEMBER,Made-up Safety,2021-11-05,TRANSCRIPT;WALLET_CARD,2022-04-20,yes,Made Up',
  ],
  'retraining.csv': ['person,required_on,completed_on', 'P-2,2024-08-01,2024-09-12'],
  'audits.csv': [
    'audit,account,type,tool,started_on,completed_on,received_on,reported_on,closed_on,internal_auditor,auditor,auditing_company,external_auditor,company,overall,legislated',
    'U-1,A-1,EXTERNAL,COR_2020,2024-01-15,2024-01-17,2024-01-19,2024-02-01,2024-02-02,,Auditor Exemple,Made-up Audits Ltd.,,,92.75,100',
    'U-2,A-1,MAINTENANCE,COR_2020,2025-01-13,2025-01-14,2025-01-15,2025-01-30,2025-01-31,P-2,,,,,91,95.5',
    'U-3,A-2,INITIAL_INTERNAL,COR_2020,2024-03-04,2024-03-05,,,,,,,,,,',
    'U-4,A-2,EXTERNAL,COR_2020,2024-06-04,2024-06-05,,,,,,,E-2,Y-1,,',
  ],
  'element_scores.csv': ['audit,element,score', ...scores('U-1', 14)],
  'audit_steps.csv': ['audit,on,kind', 'U-3,2024-03-06,SIGNED_OFF', 'U-3,2024-03-08,SUBMITTED'],
  'certificates.csv': ['number,account,standard,basis,issued_on,audit', 'C-1,A-1,COR_2020,EXTERNAL_AUDIT,2024-02-05,U-1'],
  'letters.csv': ['number,certificate_number,year,issued_on,audit', 'L-1,C-1,2,2025-02-05,U-2'],
  'bidding_documents.csv': ['number,account,kind,issued_on,host_expires_on', 'B-1,A-2,LETTER_OF_RECIPROCITY,2024-03-01,2025-01-31'],
  'spot_checks.csv': ['spot_check,account,received_on,corrective_action,scope', 'S-1,A-1,2024-06-03,yes,Excavation and shoring'],
  'spot_check_events.csv': ['spot_check,on,kind', 'S-1,2024-07-02,IMPLEMENTATION_REPORTED', 'S-1,2024-08-01,VALIDATED'],
  'revocations.csv': ['revocation,account,from,lifted_on,reason,document', 'V-1,A-2,2024-05-01,2024-06-01,Made up,D-1'],
  'auditors.csv': ['auditor,name,erased_on', 'E-1,Auditor Exemple,', 'E-2,Auditor Second,', 'E-3,,2024-03-01'],
  'auditing_companies.csv': ['company,name', 'Y-1,Made-up Audits Ltd.'],
  'approved_list.csv': ['auditor,from,to,company', 'E-1,2020-01-01,2022-12-31,Y-1', 'E-1,2023-02-01,2026-12-31,Y-1'],
};
