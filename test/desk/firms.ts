import type { Files } from '../support/recorded.ts';

/** The day of the tests of the desk. */
export const today = '2026-11-20';

/** Made-up firms of every kind, with names in several alphabets. */
export const firms: Files = {
  organizations: [
    'organization,legal_name,operating_name,former_names,business_number,city',
    'O-0,Alder Paving Ltd.,,,123456782,Sampleton',
    'O-1,Birch Roofing Inc.,,,,Exempleville',
    'O-2,Cedar Masonry Ltd.,,,,Sampleton',
    'O-3,Łukasz & Doğan Bâtisseurs Őri inc.,,,,Exempleville',
    'O-4,ᓄᓇᕗᑦ ᓴᓇᔨᒃᑯᑦ Nunavut Builders Ltd.,,,,Sampleton',
    'O-5,<b>Bold & "Quoted"</b> Ltd.,,,,Sampleton',
    'O-6,Dogwood Steel Inc.,,,,Sampleton',
    'O-7,Dogwood Steel Ltd.,,,,Exempleville',
    'O-8,Elm Bridges Ltd.,,,,Sampleton',
  ],
  accounts: [
    'account,organization,wsib_account',
    'alder,O-0,9000000',
    'birch,O-1,9000001',
    'cedar,O-2,9000002',
    'lukasz,O-3,9000003',
    'nunavut,O-4,9000004',
    'bold,O-5,9000005',
    'dogwood,O-6,9000006',
    'dogwood2,O-7,9000007',
    'elm,O-8,9000008',
  ],
  certificates: [
    'number,account,standard,basis,issued_on',
    // The letter for year 2 is due on 10 January 2027: pending from 10 February, lost from 11 April 2027.
    'COR-2026-7K3M9QX2TB,alder,COR_2020,EXTERNAL_AUDIT,2026-01-10',
    'C-2,birch,COR_2020,ISO_45001_EQUIVALENCY,2026-06-01',
    'C-3,cedar,COR_2020,EXTERNAL_AUDIT,2022-01-10',
    'COR-2026-8K3M9QX2TB,lukasz,COR_2020,EXTERNAL_AUDIT,2026-02-10',
    'COR-2026-9K3M9QX2TB,nunavut,COR_2020,EXTERNAL_AUDIT,2026-03-10',
    'C-6,bold,COR_2020,EXTERNAL_AUDIT,2026-03-10',
    'C-7,dogwood,COR_2020,EXTERNAL_AUDIT,2026-03-10',
    'C-8,dogwood2,COR_2020,EXTERNAL_AUDIT,2026-03-10',
    // The letter for year 2 was due on 1 October 2026: pending from 1 November 2026.
    'C-9,elm,COR_2020,EXTERNAL_AUDIT,2025-10-01',
  ],
};
